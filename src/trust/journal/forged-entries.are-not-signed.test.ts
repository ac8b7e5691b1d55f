import { generateKeyPairSync } from "node:crypto";
import type { Kysely } from "kysely";
import { expect, test } from "vitest";
import { eachEngine, type OpenStore } from "../../../test/stores.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { systemRandom, uuidv7 } from "../../platform/random/index.ts";
import { EntryMaker } from "./entry-maker.ts";
import { createJournal, journalHealth, journalSchema, type Trouble, verifyJournal } from "./index.ts";
import type { JournalTables, PendingRow } from "./journal.table.ts";
import { leafHash } from "./merkle-tree.ts";
import { PendingSeal } from "./pending-seal.ts";
import { ed25519Signer, signNote } from "./signed-note.ts";
import { formatCheckpoint } from "./tlog-checkpoint.ts";

const START = Date.UTC(2026, 0, 1);
const ORIGIN = "example.org/journal";
const newPerson = () => uuidv7(START, systemRandom);

/** A journal that sequences only when told to, and what somebody who has the database alone can do to it. */
async function attacked(open: OpenStore) {
  const clock = new ManualClock(START);
  const store = await open([journalSchema], { clock });
  const key = generateKeyPairSync("ed25519").privateKey;
  const troubles: Trouble[] = [];
  const parts = { store, operator: "example", origin: ORIGIN, key, clock, random: systemRandom };
  const journal = createJournal({ ...parts, onTrouble: (trouble) => troubles.push(trouble) });
  await journal.sequencer.start();
  await journal.sequencer.stop();
  const append = async () => {
    const { id } = await store.transaction((tx) =>
      journal.append(tx, {
        event: "decision",
        operation: "collect",
        actor: { kind: "visitor" },
        subjects: [newPerson()],
      }),
    );
    return id;
  };
  const write = (change: (db: Kysely<JournalTables>) => Promise<unknown>) =>
    store.transaction((tx) => change(tx.query<JournalTables>()));
  const pendingRow = (id: string) =>
    store.read((reader) =>
      reader
        .query<JournalTables>()
        .selectFrom("journal_pending")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirstOrThrow(),
    );
  const placed = async () => {
    const rows = await store.read((reader) =>
      reader.query<JournalTables>().selectFrom("journal_entry").select("id").orderBy("position").execute(),
    );
    return rows.slice(1).map(({ id }) => id);
  };
  const verify = async () => {
    const { verifierKey, isGenuine } = journal;
    const { findings } = await verifyJournal({ store, verifierKey, isGenuine, now: clock.now() });
    return findings.map(({ code, where }) => `${code}: ${where}`);
  };
  const health = () => store.read((reader) => journalHealth(reader, clock.now()));
  return { store, journal, troubles, append, write, pendingRow, placed, verify, health };
}

/** Made as the journal makes them, but without its key. */
const stranger = new EntryMaker(
  "example",
  systemRandom,
  new PendingSeal("example", generateKeyPairSync("ed25519").privateKey),
);

const withLeaf = (row: PendingRow, leaf: Uint8Array): PendingRow => {
  return { ...row, leaf, leaf_hash: leafHash(leaf) };
};

eachEngine((open) => {
  test("a pruning that nobody did is not signed for, the others go on, and it is an alarm", async () => {
    const { journal, troubles, append, write, placed, verify, health } = await attacked(open);
    const row = stranger.make(
      {
        event: "entries-pruned",
        actor: { kind: "system", id: "journal" },
        details: { rule: "log-term", before: START + 1, count: 9, total: 9, through: 9 },
      },
      START - 60_000,
    );
    await write((db) => db.insertInto("journal_pending").values(row).execute());
    const honest = [await append(), await append()];
    expect(await verify()).toEqual([`entry-unsequenced: entry ${row.id}`, `entry-forged: entry ${row.id}`]);

    await journal.sequencer.drain();
    expect(await placed()).toEqual(honest);
    expect(troubles).toEqual([{ kind: "entry-forged", count: 1 }]);
    expect(await verify()).toEqual([`entry-forged: entry ${row.id}`]);
    expect(await health()).toMatchObject({ size: 3, pending: 0, waited: 0, forged: 1, healthy: false });

    await journal.sequencer.checkWaiting();
    expect(troubles).toHaveLength(2);
    await write((db) => db.deleteFrom("journal_forged").execute());
    expect(await health()).toMatchObject({ forged: 0, healthy: true });
  });

  test.each<[string, (row: PendingRow) => PendingRow]>([
    ["leaf and hash together", (row) => withLeaf(row, Buffer.from(row.leaf).fill(0x20, 40, 44))],
    ["leaf alone", (row) => ({ ...row, leaf: Buffer.from(row.leaf).fill(0x20, 40, 44) })],
    ["person", (row) => ({ ...row, subject: newPerson() })],
    ["person, taken out", (row) => ({ ...row, subject: null })],
    ["event", (row) => ({ ...row, event: "mail-sent" })],
    ["time", (row) => ({ ...row, at: row.at - 1 })],
    ["shard", (row) => ({ ...row, shard_key: newPerson() })],
    ["id", (row) => ({ ...row, id: newPerson() })],
  ])("an entry whose %s was changed before it got its place is not signed for", async (_, change) => {
    const { journal, append, write, pendingRow, placed, verify } = await attacked(open);
    const id = await append();
    const honest = await append();
    const changed = change(await pendingRow(id));
    await write((db) => db.updateTable("journal_pending").set(changed).where("id", "=", id).execute());
    await journal.sequencer.drain();
    expect(await placed()).toEqual([honest]);
    expect(await verify()).toEqual([`entry-forged: entry ${changed.id}`]);
  });

  test("a copy of an entry that has its place, put back to wait, holds up nobody", async () => {
    const { journal, append, write, pendingRow, placed, verify } = await attacked(open);
    const id = await append();
    const copy = await pendingRow(id);
    await journal.sequencer.drain();
    await write((db) => db.insertInto("journal_pending").values(copy).execute());
    const honest = await append();
    await journal.sequencer.drain();
    expect(await placed()).toEqual([id, honest]);
    expect(await verify()).toEqual([`entry-forged: entry ${id}`]);
    await write((db) => db.insertInto("journal_pending").values(copy).execute());
    await journal.sequencer.drain();
    expect(await placed()).toEqual([id, honest]);
  });

  test("a copy under another shard takes no entry's place", async () => {
    const { journal, append, write, pendingRow, placed } = await attacked(open);
    const id = await append();
    const copy = { ...(await pendingRow(id)), shard_key: newPerson() };
    await write((db) => db.insertInto("journal_pending").values(copy).execute());
    await journal.sequencer.drain();
    expect(await placed()).toEqual([id]);
  });

  test("more forged entries than are put aside at once hold up nobody for ever", async () => {
    const { journal, append, write, placed, health } = await attacked(open);
    const rows = Array.from({ length: 250 }, () =>
      stranger.make({ event: "mail-sent", actor: { kind: "system" } }, START - 1),
    );
    await write((db) => db.insertInto("journal_pending").values(rows).execute());
    const honest = await append();
    await journal.sequencer.drain();
    expect(await placed()).toEqual([honest]);
    expect(await health()).toMatchObject({ pending: 0, forged: 250 });
  });

  test("a head written into the database with a checkpoint of another's making is not built upon", async () => {
    const { journal, append, write } = await attacked(open);
    await append();
    const forger = ed25519Signer(ORIGIN, generateKeyPairSync("ed25519").privateKey);
    const hash = leafHash(new Uint8Array(20));
    const text = formatCheckpoint({ origin: ORIGIN, size: 1, rootHash: hash, extensions: [] });
    await write(async (db) => {
      await db.updateTable("journal_log").set({ frontier: hash }).execute();
      await db
        .updateTable("journal_checkpoint")
        .set({ note: signNote(text, [forger]) })
        .execute();
    });
    await expect(journal.sequencer.runBatch()).rejects.toMatchObject({ code: "log-damaged" });
  });
});
