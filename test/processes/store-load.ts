import { systemClock } from "../../src/platform/clock/index.ts";
import { systemRandom } from "../../src/platform/random/index.ts";
import { openPostgresStore, openSqliteStore } from "../../src/platform/store/index.ts";
import { loadSchema, loadUnit } from "../store-load.ts";

/**
 * A process that puts load on a store until it has done its units or is killed:
 * `node test/processes/store-load.ts '{"engine":"sqlite","name":FILE,"units":1000,"inFlight":32}'`.
 * Prints `ready`, then the id of each unit once it has been acknowledged, and `! CODE` for each that was refused.
 */
interface LoadSettings {
  readonly engine: "sqlite" | "postgres";
  /** The SQLite file, or the PostgreSQL schema. */
  readonly name: string;
  readonly url?: string;
  readonly units: number;
  readonly inFlight: number;
}

const { engine, name, url = "", units, inFlight } = JSON.parse(process.argv[2] ?? "") as LoadSettings;
const common = { operator: "example", clock: systemClock, random: systemRandom, schemas: [loadSchema] };
const store =
  engine === "sqlite"
    ? await openSqliteStore({ ...common, file: name })
    : await openPostgresStore({ ...common, url, schema: name, poolSize: 8 });
process.stdout.write("ready\n");

let left = units;
async function client(): Promise<void> {
  while (left-- > 0) {
    try {
      process.stdout.write(`${await loadUnit(store, systemRandom)}\n`);
    } catch (error) {
      process.stdout.write(`! ${error instanceof Error && "code" in error ? error.code : error}\n`);
    }
  }
}

await Promise.all(Array.from({ length: inFlight }, client));
await store.close();
