import { readFileSync } from "node:fs";
import { systemClock } from "../../src/platform/clock/index.ts";
import { systemRandom } from "../../src/platform/random/index.ts";
import { openPostgresStore, openSqliteStore, type SealedValue } from "../../src/platform/store/index.ts";
import { type SealedPlace, vaultSchema } from "../../src/trust/vault/index.ts";
import { openPlaces, sealPerson, vaultOver } from "../vaults.ts";

/**
 * A process that seals for new persons and opens what it and others sealed, until its standard input ends. Prints
 * `ready` after its first round, then one line of JSON: how much it sealed and opened, and the code of each failure.
 */
export interface VaultLoad {
  readonly engine: "sqlite" | "postgres";
  /** The SQLite file, or the PostgreSQL schema. */
  readonly name: string;
  readonly url: string;
  readonly keys: string;
  /** A file of places as `placesToJson` writes them, each of which opens to its own attribute. */
  readonly places: string;
}

export interface VaultLoadResult {
  readonly sealed: number;
  readonly opened: number;
  readonly failures: readonly string[];
}

const { engine, name, url, keys, places } = JSON.parse(process.argv[2] ?? "") as VaultLoad;
const common = { operator: "example", clock: systemClock, random: systemRandom, schemas: [vaultSchema] };
const store =
  engine === "sqlite"
    ? await openSqliteStore({ ...common, file: name })
    : await openPostgresStore({ ...common, url, schema: name, poolSize: 4 });
const it = await vaultOver(store, keys);

const known = (
  JSON.parse(readFileSync(places, "utf8")) as (Omit<SealedPlace, "sealed"> & { sealed: string })[]
).map((place) => ({ ...place, sealed: new Uint8Array(Buffer.from(place.sealed, "base64")) as SealedValue }));

const stopping = new AbortController();
process.stdin.on("end", () => stopping.abort()).resume();

let sealed = 0;
let opened = 0;
const failures: string[] = [];
for (let round = 0; !stopping.signal.aborted; round++) {
  try {
    const person = await sealPerson(it, { email: "email", name: "name" });
    sealed += person.places.length;
    known.push(...person.places);
    const some = [known[round % known.length], known.at(-1)].filter((place) => place !== undefined);
    const texts = await openPlaces(it, some);
    opened += texts.length;
    if (texts.some((text, i) => text !== some[i]?.attribute)) failures.push("another value");
  } catch (error) {
    failures.push(
      error instanceof Error ? `${"code" in error ? error.code : error.name} ${error.message}` : "unknown",
    );
  }
  if (round === 0) process.stdout.write("ready\n");
}
await store.close();
process.stdout.write(`${JSON.stringify({ sealed, opened, failures } satisfies VaultLoadResult)}\n`);
