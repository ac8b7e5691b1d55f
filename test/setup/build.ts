/** Brings dist/ up to date, for the tests that start the product itself. */
export default async function setup(): Promise<void> {
  const builder = (await import(new URL("../../bin/build.mjs", import.meta.url).href)) as {
    buildWhenStale(): void;
  };
  builder.buildWhenStale();
}
