import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { eachEngine, type OpenStore } from "../../../test/stores.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { systemRandom, uuidv7 } from "../../platform/random/index.ts";
import type { Reader, Store } from "../../platform/store/index.ts";
import {
  createJournal,
  ed25519Verifier,
  type JournalEntry,
  journalHealth,
  journalSchema,
  listEntries,
  parseVerifierKey,
  proveContinuation,
  proveEntry,
  proveItem,
  pruneEntries,
  readTile,
  type Sequencer,
  type SequencerOptions,
  type Trouble,
  verifyEntryProof,
  verifyItemProof,
  verifyJournal,
} from "./index.ts";
import { decodeItem, decodeLeaf } from "./entry-leaf.ts";
import { type JournalTables } from "./journal.table.ts";
import { verifyConsistency } from "./merkle-proof.ts";

const START = Date.UTC(2026, 0, 1);
/** How long a slow machine may take until something happens by itself. */
const PATIENT = { timeout: 10_000 };
const newPerson = () => uuidv7(START, systemRandom);

const entry = (subject: string, details: JournalEntry["details"] = {}): JournalEntry => ({
  event: "decision",
  operation: "collect",
  actor: { kind: "visitor" },
  subjects: [subject],
  purpose: "inquiry-handling",
  attributes: ["email", "name"],
  decision: { allowed: true, clause: "example-privacy/4.1.1", basis: "consent" },
  details,
});

async function openJournal(open: OpenStore, more: Partial<SequencerOptions> = {}) {
  const clock = new ManualClock(START);
  const store = await open([journalSchema], { clock });
  return { clock, store, ...journalOn(store, clock, more) };
}

function journalOn(store: Store, clock: ManualClock, more: Partial<SequencerOptions> = {}) {
  const key = more.key ?? generateKeyPairSync("ed25519").privateKey;
  const troubles: Trouble[] = [];
  const options = {
    store,
    operator: "example",
    origin: "example.org/journal",
    key,
    clock,
    random: systemRandom,
  };
  const journal = createJournal({ ...options, onTrouble: (trouble) => troubles.push(trouble), ...more });
  const verifier = ed25519Verifier(parseVerifierKey(journal.verifierKey));
  const append = async (appended: JournalEntry) =>
    (await store.transaction((tx) => journal.append(tx, appended))).id;
  const verify = (since?: string) =>
    verifyJournal({
      store,
      verifierKey: journal.verifierKey,
      isGenuine: journal.isGenuine,
      now: clock.now(),
      ...(since === undefined ? {} : { since }),
    });
  return { key, journal, sequencer: journal.sequencer, troubles, verifier, append, verify };
}

/** Opens the log and runs nothing by itself: the test says when a batch runs. */
async function openedOnly(sequencer: Sequencer): Promise<void> {
  await sequencer.start();
  await sequencer.stop();
}

eachEngine((open) => {
  test("an entry is in the log, proven against a signed checkpoint, and the log begins with its opening", async () => {
    const { store, journal, sequencer, verifier, append, verify } = await openJournal(open);
    await sequencer.start();
    const person = newPerson();
    const id = await append(entry(person));
    await sequencer.drain();

    const proof = await store.read((reader) => proveEntry(reader, id));
    expect(verifyEntryProof(proof, verifier)).toBe(true);
    expect(decodeLeaf(proof.leaf)).toEqual({ ...entry(person), v: 1, id, at: START, operator: "example" });
    expect(proof.checkpoint.note).toBe((await journal.checkpoint()).note);
    expect(proof.index).toBe(1);

    const rows = await store.read((reader) =>
      reader.query<JournalTables>().selectFrom("journal_entry").select("event").orderBy("position").execute(),
    );
    expect(rows[0]?.event).toBe("log-opened");
    expect(await verify()).toMatchObject({ sound: true, findings: [], pending: 0, logs: [{ size: 2 }] });
    await sequencer.stop();
  });

  test("any changed byte of an entry's proof is refused", async () => {
    const { store, sequencer, verifier, append } = await openJournal(open);
    await sequencer.start();
    const ids: string[] = [];
    for (let i = 0; i < 20; i++) ids.push(await append(entry(newPerson())));
    await sequencer.drain();
    const proof = await store.read((reader) => proveEntry(reader, ids[7] as string));
    const changed = (bytes: Uint8Array, at: number) => {
      const copy = Uint8Array.from(bytes);
      copy[at] = (copy[at] as number) ^ 1;
      return copy;
    };
    expect(verifyEntryProof(proof, verifier)).toBe(true);
    for (let at = 0; at < proof.leaf.length; at++) {
      expect(verifyEntryProof({ ...proof, leaf: changed(proof.leaf, at) }, verifier)).toBe(false);
    }
    for (const [step, hash] of proof.path.entries()) {
      const path = proof.path.with(step, changed(hash, step));
      expect(verifyEntryProof({ ...proof, path }, verifier)).toBe(false);
    }
    expect(verifyEntryProof({ ...proof, index: proof.index + 1 }, verifier)).toBe(false);
    await sequencer.stop();
  });

  test("a unit that fails leaves no entry", async () => {
    const { store, journal, sequencer, verify } = await openJournal(open);
    await sequencer.start();
    const failed = store.transaction(async (tx) => {
      await journal.append(tx, entry(newPerson()));
      throw new Error("changed its mind");
    });
    await expect(failed).rejects.toThrow("changed its mind");
    await sequencer.drain();
    expect((await verify()).logs[0]?.size).toBe(1);
    await sequencer.stop();
  });

  test("two equal entries have different leaves, so that a hash cannot be guessed from its text", async () => {
    const { store, sequencer, append } = await openJournal(open);
    await sequencer.start();
    const person = newPerson();
    const ids = [await append(entry(person)), await append(entry(person))];
    await sequencer.drain();
    const [a, b] = await store.read(async (reader) => [
      await proveEntry(reader, ids[0] as string),
      await proveEntry(reader, ids[1] as string),
    ]);
    expect(a?.leaf.slice(0, 16)).not.toEqual(b?.leaf.slice(0, 16));
    await sequencer.stop();
  });

  test("the sequencer runs by itself after a commit, and its checkpoint grows", async () => {
    const { sequencer, journal, append } = await openJournal(open, { pause: 1 });
    await sequencer.start();
    const before = await journal.checkpoint();
    await append(entry(newPerson()));
    await expect.poll(async () => (await journal.checkpoint()).size, PATIENT).toBe(before.size + 1);
    await sequencer.stop();
  });

  test("whoever waits for the sequencer does not wait out its rest, whose timer would not keep the process alive", async () => {
    const { sequencer, journal, append } = await openJournal(open, { pause: 3_600_000 });
    await sequencer.start();
    for (let size = 2; size < 5; size++) {
      await append(entry(newPerson()));
      await sequencer.drain();
      expect((await journal.checkpoint()).size).toBe(size);
    }
    await append(entry(newPerson()));
    await sequencer.stop();
  });

  test("two sequencers at once give every entry one place and never sign two trees of one size", async () => {
    const { store, clock, key, sequencer, append, journal, verify } = await openJournal(open, {
      batch: 7,
      lease: -1,
    });
    const other = journalOn(store, clock, { key, batch: 5, lease: -1 });
    await sequencer.start();
    const notes = new Map<number, string>();
    const work = async (runner: typeof sequencer) => {
      for (let i = 0; i < 25; i++) {
        const { checkpoint } = await runner.runBatch();
        if (checkpoint === null) continue;
        expect(notes.get(checkpoint.size)).toBeUndefined();
        notes.set(checkpoint.size, checkpoint.note);
      }
    };
    const writing = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let i = 0; i < 15; i++) await append(entry(newPerson()));
      }),
    );
    await Promise.all([work(sequencer), work(other.sequencer), writing]);
    await sequencer.drain();
    const verification = await verify([...notes.values()].at(0));
    expect(verification).toMatchObject({ sound: true, findings: [], pending: 0, logs: [{ size: 61 }] });
    expect((await journal.checkpoint()).size).toBe(61);
    await sequencer.stop();
  });

  test("while one sequencer holds the lease another waits, and takes over when it lapses or is given up", async () => {
    const { store, clock, key, sequencer, append } = await openJournal(open, { lease: 5_000 });
    const other = journalOn(store, clock, { key });
    await openedOnly(sequencer);
    await append(entry(newPerson()));
    expect((await sequencer.runBatch()).sequenced).toBe(1);
    await append(entry(newPerson()));
    expect(await other.sequencer.runBatch()).toMatchObject({ leading: false, sequenced: 0 });
    clock.advance(5_001);
    expect(await other.sequencer.runBatch()).toMatchObject({ leading: true, sequenced: 1 });
    expect(await sequencer.runBatch()).toMatchObject({ leading: false });
    await other.sequencer.stop();
    expect(await sequencer.runBatch()).toMatchObject({ leading: true });
    await sequencer.stop();
  });

  test("an entry that nobody sequences is an alarm after ten seconds, whatever the wall clock says", async () => {
    const { store, clock, sequencer, troubles, append } = await openJournal(open);
    await openedOnly(sequencer);
    await append(entry(newPerson()));
    await sequencer.checkWaiting();
    clock.advance(9_999);
    await sequencer.checkWaiting();
    expect(troubles).toEqual([]);
    clock.jumpTo(START - 3_600_000);
    clock.advance(2);
    await sequencer.checkWaiting();
    expect(troubles).toEqual([{ kind: "entry-unsequenced", waited: 10_001 }]);
    clock.jumpTo(START + 20_000);
    const health = await store.read((reader) => journalHealth(reader, clock.now()));
    expect(health).toEqual({ size: 1, newest: START, pending: 1, waited: 20_000, forged: 0, healthy: false });
  });

  test.each([
    ["the edge of its tree", "journal_log", { frontier: Buffer.alloc(64) }],
    ["its last checkpoint", "journal_checkpoint", { size: 77 }],
    ["its last tile", "journal_tile", { place: 7 }],
  ] as const)(
    "a log that does not fit %s is not extended, and nothing is signed on top of it",
    async (_, table, to) => {
      const { store, sequencer, append } = await openJournal(open);
      await openedOnly(sequencer);
      await append(entry(newPerson()));
      await append(entry(newPerson()));
      await sequencer.drain();
      await append(entry(newPerson()));
      const at = table === "journal_checkpoint" ? "size" : table === "journal_tile" ? "level" : "number";
      const where = { size: 3, level: 0, number: 1 }[at];
      await store.transaction((tx) =>
        tx
          .query<Record<string, Record<string, unknown>>>()
          .updateTable(table)
          .set(to)
          .where(at, "=", where)
          .execute(),
      );
      await expect(sequencer.runBatch()).rejects.toMatchObject({ code: "log-damaged" });
      expect(await store.read((reader) => journalHealth(reader, START))).toMatchObject({
        size: 3,
        pending: 1,
      });
    },
  );

  test("a clock that jumps back breaks neither order nor proof, and is journalled", async () => {
    const { store, clock, sequencer, append, verify } = await openJournal(open);
    await openedOnly(sequencer);
    await append(entry(newPerson()));
    clock.jumpTo(START - 86_400_000);
    await sequencer.noteClockJump();
    await append(entry(newPerson()));
    await sequencer.drain();
    const rows = await store.read((reader) =>
      reader.query<JournalTables>().selectFrom("journal_entry").selectAll().orderBy("position").execute(),
    );
    expect(rows.map((row) => row.event)).toEqual(["log-opened", "decision", "clock-jumped", "decision"]);
    expect(rows.map((row) => row.at - START)).toEqual([0, 0, -86_400_000, -86_400_000]);
    expect(decodeLeaf(rows[2]?.leaf as Uint8Array)?.details).toEqual({ byMs: -86_400_000 });
    clock.advance(1_000);
    await sequencer.noteClockJump();
    await sequencer.drain();
    expect(await verify()).toMatchObject({ sound: true, logs: [{ size: 4 }] });
    await sequencer.stop();
  });

  test("the log continues every checkpoint that was handed out, and its tiles prove it", async () => {
    const { store, journal, sequencer, append, verify } = await openJournal(open);
    await sequencer.start();
    const kept = [await journal.checkpoint()];
    for (let i = 0; i < 6; i++) {
      await store.transaction(async (tx) => {
        for (let k = 0; k < 60; k++) await journal.append(tx, entry(newPerson()));
      });
      await sequencer.drain();
      kept.push(await journal.checkpoint());
    }
    await append(entry(newPerson()));
    await sequencer.drain();
    const newest = await journal.checkpoint();
    expect(newest.size).toBe(362);
    for (const { note, size, rootHash } of kept) {
      expect(await verify(note)).toMatchObject({ sound: true });
      const path = await store.read((reader) => proveContinuation(reader, size, newest.size));
      const claim = {
        older: size,
        olderRoot: rootHash,
        newer: newest.size,
        newerRoot: newest.rootHash,
        path,
      };
      expect(verifyConsistency(claim)).toBe(true);
    }
    const tile = await store.read((reader) => readTile(reader, 1, "tile/0/001.p/106"));
    expect(tile).toHaveLength(106 * 32);
    expect(await store.read((reader) => readTile(reader, 1, "tile/0/001.p/50"))).toEqual(
      tile.subarray(0, 50 * 32),
    );
    for (const path of [
      "tile/0/001.p/107",
      "tile/0/001",
      "tile/0/002.p/1",
      "tile/2/000.p/1",
      "tile/entries/000",
    ]) {
      await expect(store.read((reader) => readTile(reader, 1, path))).rejects.toMatchObject({
        code: "tile-malformed",
      });
    }
    await sequencer.stop();
  });

  describe("bulk operations", () => {
    test("a person gets their own item and path, and nothing of the others", async () => {
      const { store, journal, sequencer, verifier, verify } = await openJournal(open);
      await sequencer.start();
      const people = Array.from({ length: 21 }, newPerson);
      const id = await store.transaction((tx) =>
        journal.appendBulk(
          tx,
          {
            operation: "destroy",
            actor: { kind: "system", id: "job:retention" },
            purpose: "inquiry-handling",
          },
          people.map((subject, i) => ({ subject, details: { records: i } })),
        ),
      );
      await sequencer.drain();
      const mine = people[4] as string;
      const proof = await store.read((reader) => proveItem(reader, id, mine));
      expect(verifyItemProof(proof, verifier)).toBe(true);
      expect(decodeItem(proof.item)).toEqual({ v: 1, bulk: id, subject: mine, details: { records: 4 } });
      const shown = Buffer.concat([proof.leaf, proof.item]).toString("latin1");
      for (const other of people) expect(shown.includes(other)).toBe(other === mine);

      for (let at = 0; at < proof.item.length; at++) {
        const item = Uint8Array.from(proof.item);
        item[at] = (item[at] as number) ^ 1;
        expect(verifyItemProof({ ...proof, item }, verifier)).toBe(false);
      }
      expect(verifyItemProof({ ...proof, place: 5 }, verifier)).toBe(false);
      const listed = await store.read((reader) => listEntries(reader, mine, 10));
      expect(listed.map((found) => [found.entry.event, found.item?.details])).toEqual([
        ["bulk", { records: 4 }],
      ]);
      expect(await verify()).toMatchObject({ sound: true, logs: [{ size: 2 }] });
      await sequencer.stop();
    });

    test("none, and more than a unit can carry, are refused", async () => {
      const { store, journal } = await openJournal(open);
      const bulk = (count: number) =>
        store.transaction((tx) =>
          journal.appendBulk(
            tx,
            { actor: { kind: "system" } },
            Array.from({ length: count }, () => ({ subject: newPerson() })),
          ),
        );
      await expect(bulk(0)).rejects.toMatchObject({ code: "bulk-size" });
      await expect(bulk(10_001)).rejects.toMatchObject({ code: "bulk-size" });
    });
  });

  test("a person's view holds their entries, newest first, also shared and waiting ones", async () => {
    const { store, sequencer, append } = await openJournal(open);
    await sequencer.start();
    const [mine, other] = [newPerson(), newPerson()];
    await append(entry(mine, { n: 1 }));
    await append(entry(other, { n: 2 }));
    await append({ ...entry(mine, { n: 3 }), subjects: [mine, other] });
    await sequencer.drain();
    await sequencer.stop();
    await append(entry(mine, { n: 4 }));
    const list = (limit: number, before?: number) =>
      store.read((reader) => listEntries(reader, mine, limit, before));
    expect((await list(10)).map((found) => [found.position, found.entry.details?.["n"]])).toEqual([
      [null, 4],
      [3, 3],
      [1, 1],
    ]);
    expect((await list(10, 3)).map((found) => found.position)).toEqual([1]);
  });

  test("an entry that gets its place while they are listed is in the list, once", async () => {
    const { store, sequencer, append } = await openJournal(open);
    await sequencer.start();
    const mine = newPerson();
    await append(entry(mine, { n: 1 }));
    // Each query sees what is committed by then, as it does in a unit of PostgreSQL.
    const reading: Reader = {
      engine: await store.read((reader) => Promise.resolve(reader.engine)),
      query: () => {
        throw new TypeError("Prepared queries only.");
      },
      first: (prepared, parameters) => store.read((reader) => reader.first(prepared, parameters)),
      async all(prepared, parameters) {
        const rows = await store.read((reader) => reader.all(prepared, parameters));
        await sequencer.drain();
        return rows;
      },
    };
    const listed = await listEntries(reading, mine, 10);
    expect(listed.map((found) => found.entry.details?.["n"])).toEqual([1]);
    await sequencer.stop();
  });

  test("pruning removes texts and salts at their term, keeps the proof, and is journalled", async () => {
    const { store, clock, journal, sequencer, append, verify } = await openJournal(open);
    await sequencer.start();
    const person = newPerson();
    for (let i = 0; i < 600; i += 60) {
      await store.transaction(async (tx) => {
        for (let k = 0; k < 60; k++) await journal.append(tx, entry(person));
      });
    }
    await store.transaction((tx) =>
      journal.appendBulk(tx, { actor: { kind: "system" } }, [{ subject: person }]),
    );
    await sequencer.drain();
    const old = await journal.checkpoint();
    clock.advance(1_000);
    const id = await append(entry(person));
    await sequencer.drain();
    await sequencer.stop();

    expect(await pruneEntries({ store, journal, before: START + 1_000, rule: "log-term" })).toBe(601);
    expect(await pruneEntries({ store, journal, before: START + 1_000, rule: "log-term" })).toBe(0);
    expect(await verify(old.note)).toMatchObject({ sound: true, pruned: 601, pending: 2 });
    await sequencer.drain();
    expect(await verify(old.note)).toMatchObject({
      sound: true,
      findings: [],
      pruned: 601,
      logs: [{ size: 605 }],
    });

    const kept = await store.read(async (reader) => ({
      entries: await listEntries(reader, person, 1_000),
      leaves: await reader
        .query<JournalTables>()
        .selectFrom("journal_entry")
        .select("event")
        .where("leaf", "is not", null)
        .orderBy("position")
        .execute(),
      items: await reader
        .query<JournalTables>()
        .selectFrom("journal_item")
        .select(["subject", "leaf"])
        .execute(),
    }));
    expect(kept.entries.map((found) => found.entry.id)).toEqual([id]);
    expect(kept.leaves.map((row) => row.event)).toEqual([
      "log-opened",
      "decision",
      "entries-pruned",
      "entries-pruned",
    ]);
    expect(kept.items).toEqual([{ subject: null, leaf: null }]);
    await expect(store.read((reader) => proveEntry(reader, id))).resolves.toMatchObject({ index: 602 });

    clock.advance(1_000);
    await append(entry(person));
    await sequencer.drain();
    expect(await pruneEntries({ store, journal, before: START + 2_000, rule: "log-term" })).toBe(3);
    await sequencer.drain();
    expect(await verify(old.note)).toMatchObject({ sound: true, pruned: 604 });
  });
});
