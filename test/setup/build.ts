interface Builder {
  isStale(): boolean;
  build(): void;
}

/** Brings dist/ up to date, for the tests that start the product itself. */
export default async function setup(): Promise<void> {
  const { build, isStale } = (await import(new URL("../../bin/build.mjs", import.meta.url).href)) as Builder;
  if (isStale()) build();
}
