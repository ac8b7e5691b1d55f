import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { smallPolicy, smallRules } from "../../../test/small-policy.ts";
import { eachEngine } from "../../../test/stores.ts";
import { newSecretKey } from "../../platform/crypto/index.ts";
import { systemRandom } from "../../platform/random/index.ts";
import { createPublication, publicationSchema } from "./index.ts";

/** Publishes five versions, each its own, and prints the numbers that it got. */
const PUBLISHER = `
  import { createPublication, prepareEdition, publicationSchema } from "./src/trust/publication/index.ts";
  import { newSecretKey } from "./src/platform/crypto/index.ts";
  import { systemClock } from "./src/platform/clock/index.ts";
  import { systemRandom } from "./src/platform/random/index.ts";
  import { openPostgresStore, openSqliteStore } from "./src/platform/store/index.ts";
  import { smallPolicy, smallRules } from "./test/small-policy.ts";

  const [engine, name, url, salt] = process.argv.slice(1);
  const common = { operator: "example", clock: systemClock, random: systemRandom, schemas: [publicationSchema] };
  const store = engine === "sqlite"
    ? await openSqliteStore({ ...common, file: name })
    : await openPostgresStore({ ...common, url, schema: name, poolSize: 2 });
  const publication = createPublication({
    store, journal: { append: async () => "" }, random: systemRandom, tokenKey: newSecretKey(systemRandom),
    source: { compile: async () => smallPolicy(), rules: smallRules },
  });
  const numbers = [];
  for (let i = 1; i <= 5; i++) {
    const policy = smallPolicy();
    const retention = policy.retention.map((rule) => ({ ...rule, days: Number(salt) + i }));
    const when = { effectiveFrom: 0, publishedBy: "installation" };
    const { edition } = prepareEdition({ ...policy, retention }, smallRules, when);
    for (;;) {
      try {
        numbers.push((await store.transaction((tx) => publication.publish(tx, edition))).version);
        break;
      } catch (error) {
        if (error.code !== "published-meanwhile" && error.code !== "dated-before-predecessor") throw error;
      }
    }
  }
  await store.close();
  console.log(JSON.stringify(numbers));
`;

eachEngine((_open, place, engine) => {
  test("two processes that publish at once never give two versions one number", async () => {
    const at = place();
    const store = await at.open([publicationSchema]);
    const publish = async (salt: number): Promise<number[]> => {
      const { stdout } = await promisify(execFile)(process.execPath, [
        "--conditions=upheld-source",
        "--input-type=module-typescript",
        "--no-warnings",
        "--eval",
        PUBLISHER,
        engine,
        at.name,
        inject("postgresUrl"),
        String(salt),
      ]);
      return JSON.parse(stdout) as number[];
    };
    const [one, two] = await Promise.all([publish(100), publish(200)]);
    expect([...one, ...two].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const publication = createPublication({
      store,
      journal: { append: () => Promise.resolve({ id: "", leaf: new Uint8Array() }) },
      random: systemRandom,
      tokenKey: newSecretKey(systemRandom),
      source: { compile: () => Promise.resolve(smallPolicy()), rules: smallRules },
    });
    const versions = await store.read((reader) => publication.versions(reader));
    const from = versions.map(({ effectiveFrom }) => effectiveFrom).reverse();
    expect(from).toEqual(from.toSorted((a, b) => a - b));
  });
});
