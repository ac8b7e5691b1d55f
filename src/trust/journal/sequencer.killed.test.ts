import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, inject, test } from "vitest";
import type { JournalLoad } from "../../../test/processes/journal-load.ts";
import { eachEngine } from "../../../test/stores.ts";
import { systemClock } from "../../platform/clock/index.ts";
import { ed25519PrivateKey } from "../../platform/crypto/index.ts";
import { systemRandom } from "../../platform/random/index.ts";
import { createJournal, journalSchema, verifyJournal } from "./index.ts";
import { type JournalTables } from "./journal.table.ts";

const KILLS = 3;
/** How long a killed process's lease and connections may last on a slow machine. */
const PATIENT = { timeout: 10_000 };
const SCRIPT = fileURLToPath(new URL("../../../test/processes/journal-load.ts", import.meta.url));

/** Runs a process that appends and sequences, and kills it at the given number of acknowledged entries. */
async function killAfter(entries: number, load: JournalLoad): Promise<{ ids: string[]; notes: string[] }> {
  const child = spawn(process.execPath, [SCRIPT, JSON.stringify(load)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ids: string[] = [];
  const notes: string[] = [];
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line.length === 36) ids.push(line);
    else if (line.startsWith("! ") && line.endsWith('"')) notes.push(JSON.parse(line.slice(2)) as string);
    if (ids.length >= entries) child.kill("SIGKILL");
  });
  await once(child, "close");
  expect(errors).toBe("");
  return { ids, notes };
}

eachEngine((_open, place, engine) => {
  test("killed under load, the journal holds every acknowledged entry once and continues every checkpoint", async () => {
    const here = place();
    const seed = Buffer.from(systemRandom.bytes(32)).toString("hex");
    const ids: string[] = [];
    const notes: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const load = { engine, name: here.name, url: inject("postgresUrl"), seed };
      const killed = await killAfter(120 + 37 * kill, load);
      ids.push(...killed.ids);
      notes.push(...killed.notes);
    }

    const store = await here.open([journalSchema]);
    const journal = createJournal({
      store,
      operator: "example",
      origin: "example.org/journal",
      key: ed25519PrivateKey(Buffer.from(seed, "hex")),
      clock: systemClock,
      random: systemRandom,
    });
    const { verifierKey, isGenuine } = journal;
    const verify = (since: string) =>
      verifyJournal({ store, verifierKey, isGenuine, since, now: systemClock.now() });
    const first = notes[0] as string;
    expect((await verify(first)).findings).toEqual([]);
    await expect
      .poll(async () => {
        await journal.sequencer.drain();
        return (await verify(first)).pending;
      }, PATIENT)
      .toBe(0);
    for (const note of notes) expect((await verify(note)).findings).toEqual([]);
    const rows = await store.read((reader) =>
      reader.query<JournalTables>().selectFrom("journal_entry").select("id").execute(),
    );
    const done = await verify(first);
    expect(done.logs.map(({ origin }) => origin)).toEqual(["example.org/journal"]);
    const held = rows.map((row) => row.id);
    expect(new Set(held).size).toBe(held.length);
    expect(ids.filter((id) => !held.includes(id))).toEqual([]);
    expect(ids.length).toBeGreaterThanOrEqual(120 + 157 + 194);
  });
});
