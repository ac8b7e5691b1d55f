import { ed25519PrivateKey } from "../../src/platform/crypto/index.ts";
import { systemClock } from "../../src/platform/clock/index.ts";
import { systemRandom, uuidv7 } from "../../src/platform/random/index.ts";
import { openPostgresStore, openSqliteStore } from "../../src/platform/store/index.ts";
import { createJournal, journalSchema } from "../../src/trust/journal/index.ts";

/**
 * A process that appends to a journal and sequences it until it is killed. Prints the id of each entry once it has been
 * acknowledged, and after each twentieth the newest checkpoint as `! ` and JSON.
 */
export interface JournalLoad {
  readonly engine: "sqlite" | "postgres";
  /** The SQLite file, or the PostgreSQL schema. */
  readonly name: string;
  readonly url: string;
  /** Seed of the journal's key, hex. */
  readonly seed: string;
}

const { engine, name, url, seed } = JSON.parse(process.argv[2] ?? "") as JournalLoad;
const common = { operator: "example", clock: systemClock, random: systemRandom, schemas: [journalSchema] };
const store =
  engine === "sqlite"
    ? await openSqliteStore({ ...common, file: name })
    : await openPostgresStore({ ...common, url, schema: name, poolSize: 4 });
const journal = createJournal({
  store,
  operator: "example",
  origin: "example.org/journal",
  key: ed25519PrivateKey(Buffer.from(seed, "hex")),
  clock: systemClock,
  random: systemRandom,
  batch: 10,
  pause: 1,
  lease: 100,
});
await journal.sequencer.start();

async function client(): Promise<never> {
  for (let i = 1; ; i++) {
    const subjects = [uuidv7(systemClock.now(), systemRandom)];
    const { id } = await store.transaction((tx) =>
      journal.append(tx, { event: "decision", operation: "collect", actor: { kind: "visitor" }, subjects }),
    );
    process.stdout.write(`${id}\n`);
    if (i % 20 === 0) process.stdout.write(`! ${JSON.stringify((await journal.checkpoint()).note)}\n`);
  }
}

await Promise.all(Array.from({ length: 4 }, client));
