import { createPublicKey, generateKeyPairSync } from "node:crypto";
import type { Kysely } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { systemRandom, uuidv7 } from "../../platform/random/index.ts";
import type { Store } from "../../platform/store/index.ts";
import {
  cosignatureVerifier,
  createJournal,
  journalSchema,
  type OperatorJournal,
  type Verification,
  verifyJournal,
} from "./index.ts";
import { leafHash } from "./merkle-tree.ts";
import { type JournalTables } from "./journal.table.ts";
import {
  ed25519Signer,
  formatNote,
  formatSignatureLine,
  parseNote,
  parseSignatureLine,
  SIGNATURE_TYPES,
  signNote,
  verifierKey,
} from "./signed-note.ts";
import { formatCheckpoint } from "./tlog-checkpoint.ts";
import { cosigner } from "./tlog-cosignature.ts";

const START = Date.UTC(2026, 0, 1);
/** Two full tiles and a part of a third, so that there is a tile above them. */
const SIZE = 600;

const witness = (name: string) => {
  const { privateKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.from(createPublicKey(privateKey).export({ format: "jwk" }).x as string, "base64url");
  const key = verifierKey(name, SIGNATURE_TYPES.cosignature, raw);
  return { signer: cosigner(key, privateKey, () => 1_767_225_600), verifier: cosignatureVerifier(key) };
};

const CLI = { kind: "system", id: "cli" };
/** The persons of entry 300. */
const PAIR = [uuidv7(START, systemRandom), uuidv7(START, systemRandom)] as const;

type Tables = Kysely<JournalTables>;

/** Undoes the tampering by throwing it out of the unit that it happened in: each test starts from the same log. */
class Undone extends Error {}

eachEngine((open) => {
  const clock = new ManualClock(START);
  const key = generateKeyPairSync("ed25519").privateKey;
  const friend = witness("witness.example/w1");
  const stranger = witness("witness.example/w1");
  let store: Store;
  let journal: OperatorJournal;
  /** Signed when the log had 301 entries. */
  let kept: string;

  beforeAll(async () => {
    store = await open([journalSchema], { clock });
    const options = {
      store,
      operator: "example",
      origin: "example.org/journal",
      key,
      clock,
      random: systemRandom,
    };
    journal = createJournal(options);
    await journal.sequencer.start();
    await journal.sequencer.stop();
    const append = async (count: number) => {
      await store.transaction(async (tx) => {
        for (let i = 0; i < count; i++) {
          await journal.append(tx, {
            event: "decision",
            operation: "collect",
            actor: { kind: "visitor" },
            subjects: [uuidv7(START, systemRandom)],
            decision: { allowed: true, clause: "example-privacy/4.1.1" },
          });
        }
      });
      await journal.sequencer.drain();
    };
    await append(299);
    await store.transaction((tx) =>
      journal.append(tx, { event: "staff-authorised", actor: CLI, subjects: [...PAIR] }),
    );
    await journal.sequencer.drain();
    kept = (await journal.checkpoint()).note;
    await append(SIZE - 302);
    await store.transaction((tx) =>
      journal.appendBulk(
        tx,
        { actor: { kind: "system", id: "job:retention" } },
        Array.from({ length: 9 }, () => ({ subject: uuidv7(START, systemRandom) })),
      ),
    );
    await journal.sequencer.drain();
  });

  const verify = (more: Partial<Parameters<typeof verifyJournal>[0]> = {}, on: Store = store) =>
    verifyJournal({
      store: on,
      verifierKey: journal.verifierKey,
      isGenuine: journal.isGenuine,
      now: clock.now(),
      ...more,
    });

  /** Runs the verification on the log as `tamper` left it, inside a unit that is then undone. */
  async function verifyTampered(
    tamper: (db: Tables) => Promise<unknown>,
    more: Partial<Parameters<typeof verifyJournal>[0]> = {},
  ): Promise<Verification> {
    let verification: Verification | undefined;
    await store
      .transaction(
        async (tx) => {
          await tamper(tx.query<JournalTables>());
          const within = Object.create(store, {
            read: { value: (query: (reader: unknown) => unknown) => query(tx) },
          });
          verification = await verify(more, within);
          throw new Undone();
        },
        { timeout: 10_000 },
      )
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    return verification as Verification;
  }

  const told = (verification: Verification) =>
    verification.findings.map(({ code, where }) => `${code}: ${where}`);

  const flip = (bytes: Uint8Array, at: number) => {
    const copy = Uint8Array.from(bytes);
    copy[at] = (copy[at] as number) ^ 0x01;
    return copy;
  };

  const entryAt = (db: Tables, position: number) =>
    db.selectFrom("journal_entry").selectAll().where("position", "=", position).executeTakeFirstOrThrow();

  const changeLeaf = async (db: Tables, position: number, at: number) => {
    const { leaf } = await entryAt(db, position);
    await db
      .updateTable("journal_entry")
      .set({ leaf: flip(leaf as Uint8Array, at) })
      .where("position", "=", position)
      .execute();
  };

  const changeTile = async (
    db: Tables,
    level: number,
    place: number,
    change: (hashes: Uint8Array) => Uint8Array,
  ) => {
    const at = db
      .selectFrom("journal_tile")
      .select("hashes")
      .where("level", "=", level)
      .where("place", "=", place);
    const { hashes } = await at.executeTakeFirstOrThrow();
    await db
      .updateTable("journal_tile")
      .set({ hashes: change(hashes) })
      .where("level", "=", level)
      .where("place", "=", place)
      .execute();
  };

  const changeNote = async (db: Tables, size: number, change: (note: string) => string) => {
    const at = db.selectFrom("journal_checkpoint").select("note").where("size", "=", size);
    const { note } = await at.executeTakeFirstOrThrow();
    await db
      .updateTable("journal_checkpoint")
      .set({ note: change(note) })
      .where("size", "=", size)
      .execute();
  };

  test("an untouched log is sound, against the newest checkpoint and one kept from before", async () => {
    expect(await verify({ since: kept })).toMatchObject({
      sound: true,
      findings: [],
      omitted: 0,
      pending: 0,
    });
    const untouched = await verifyTampered(async () => {}, { since: kept });
    expect(untouched).toMatchObject({ sound: true, logs: [{ size: SIZE, checkpoints: 3 }] });
  });

  test("progress is told up to the whole", async () => {
    const steps: number[][] = [];
    await verify({ onProgress: (done, total) => steps.push([done, total]) });
    expect(steps).toEqual([
      [256, SIZE],
      [512, SIZE],
      [SIZE, SIZE],
    ]);
  });

  describe("a flipped byte is found and named", () => {
    test.each([0, 15, 16, 90])("in an entry, byte %i", async (at) => {
      const found = told(await verifyTampered((db) => changeLeaf(db, 300, at)));
      expect(found).toContain("entry-altered: entry 300");
      expect(found.filter((finding) => !/entry 300$|checkpoint-contradicted/.test(finding))).toEqual([]);
    });

    test("in the last entry, whose tile is not full", async () => {
      expect(told(await verifyTampered((db) => changeLeaf(db, SIZE - 2, 3)))).toContain(
        `entry-altered: entry ${SIZE - 2}`,
      );
    });

    test("in the stored hash of an entry", async () => {
      const found = await verifyTampered(async (db) => {
        const { leaf_hash } = await entryAt(db, 17);
        const change = db.updateTable("journal_entry").set({ leaf_hash: flip(leaf_hash, 0) });
        await change.where("position", "=", 17).execute();
      });
      expect(told(found)).toEqual(["leaf-hash-altered: entry 17"]);
    });

    test.each([
      [0, 1, "tile/0/001"],
      [0, 2, "tile/0/002.p/88"],
      [1, 0, "tile/1/000.p/2"],
    ])("in tile %i/%i", async (level, place, path) => {
      const found = await verifyTampered((db) => changeTile(db, level, place, (hashes) => flip(hashes, 40)));
      expect(told(found)).toEqual([`tile-altered: ${path}`]);
    });

    test("in the text of a checkpoint", async () => {
      const found = await verifyTampered((db) =>
        changeNote(db, SIZE, (note) => note.replace(`\n${SIZE}\n`, "\n601\n")),
      );
      expect(told(found)).toEqual([`checkpoint-signature: checkpoint ${SIZE}`]);
    });

    test("in the signature of a checkpoint", async () => {
      const spoil = (note: string) => {
        const { text, signatures } = parseNote(note);
        return formatNote({
          text,
          signatures: signatures.map((line) => ({ ...line, signature: flip(line.signature, 20) })),
        });
      };
      const found = await verifyTampered((db) => changeNote(db, 301, spoil));
      expect(told(found)).toEqual(["checkpoint-signature: checkpoint 301"]);
    });

    test("in the head of the log", async () => {
      const found = await verifyTampered(async (db) => {
        const { frontier } = await db.selectFrom("journal_log").selectAll().executeTakeFirstOrThrow();
        await db
          .updateTable("journal_log")
          .set({ frontier: flip(frontier, 33) })
          .execute();
      });
      expect(told(found)).toEqual(["head-altered: example.org/journal"]);
    });

    test("in an item of a bulk entry, and in its hash", async () => {
      const items = (db: Tables) => db.selectFrom("journal_item").selectAll().orderBy("place").execute();
      const text = await verifyTampered(async (db) => {
        const { leaf, entry } = (await items(db))[4] as Awaited<ReturnType<typeof items>>[number];
        const change = db.updateTable("journal_item").set({ leaf: flip(leaf as Uint8Array, 2) });
        await change.where("entry", "=", entry).where("place", "=", 4).execute();
      });
      expect(told(text)).toEqual([`item-altered: entry ${SIZE - 1}, item 4`]);
      const removed = await verifyTampered((db) =>
        db.deleteFrom("journal_item").where("place", "=", 8).execute(),
      );
      expect(told(removed)).toEqual([`item-altered: entry ${SIZE - 1}`]);
    });
  });

  describe("a changed order or number of entries is found and named", () => {
    test("an entry removed", async () => {
      const found = await verifyTampered((db) =>
        db.deleteFrom("journal_entry").where("position", "=", 290).execute(),
      );
      expect(told(found)).toEqual(["entry-missing: entry 290"]);
    });

    test("the last entry removed", async () => {
      const found = await verifyTampered((db) =>
        db
          .deleteFrom("journal_entry")
          .where("position", "=", SIZE - 1)
          .execute(),
      );
      expect(told(found)).toContain(`entry-missing: entry ${SIZE - 1}`);
    });

    test("an entry removed and the rest moved up, with head, tiles and checkpoints cut to fit", async () => {
      const found = await verifyTampered(
        async (db) => {
          await db.deleteFrom("journal_entry").where("position", ">=", 299).execute();
          await changeTile(db, 0, 1, (hashes) => hashes.subarray(0, (299 - 256) * 32));
          await changeTile(db, 1, 0, (hashes) => hashes.subarray(0, 32));
          await db.deleteFrom("journal_tile").where("level", "=", 0).where("place", "=", 2).execute();
          await db.deleteFrom("journal_checkpoint").where("size", ">", 1).execute();
          await db.updateTable("journal_log").set({ size: 299 }).execute();
        },
        { since: kept },
      );
      expect(told(found)).toContain("log-shrunk: checkpoint 301");
      expect(told(found)).toContain("checkpoint-missing: checkpoint 299");
    });

    test("two entries exchanged", async () => {
      const found = await verifyTampered(async (db) => {
        const move = (from: number, to: number) =>
          db.updateTable("journal_entry").set({ position: to }).where("position", "=", from).execute();
        await move(20, -1);
        await move(310, 20);
        await move(-1, 310);
      });
      expect(told(found)).toContain("entry-moved: entry 20, logged at 310");
      expect(told(found)).toContain("entry-moved: entry 310, logged at 20");
    });

    test("an entry added at the end", async () => {
      const found = await verifyTampered(async (db) => {
        const row = await entryAt(db, 5);
        const added = { ...row, position: SIZE, id: uuidv7(START, systemRandom) };
        await db.insertInto("journal_entry").values(added).execute();
      });
      expect(told(found)).toEqual([`entry-added: entry ${SIZE}`]);
    });

    test("a head set back behind a checkpoint that the log has signed", async () => {
      const text = formatCheckpoint({
        origin: "example.org/journal",
        size: SIZE + 5,
        rootHash: new Uint8Array(32),
        extensions: [],
      });
      const note = signNote(text, [ed25519Signer("example.org/journal", key)]);
      const found = await verifyTampered((db) =>
        db
          .insertInto("journal_checkpoint")
          .values({ log: 1, size: SIZE + 5, at: START, note })
          .execute(),
      );
      expect(told(found)).toEqual([`log-shrunk: checkpoint ${SIZE + 5}`]);
    });

    test("an entry about two persons hidden from one of them, or shown to a third", async () => {
      const hidden = await verifyTampered((db) =>
        db.deleteFrom("journal_subject").where("subject", "=", PAIR[0]).execute(),
      );
      expect(told(hidden)).toEqual(["entry-mislabelled: entry 300"]);
      const shown = await verifyTampered((db) =>
        db
          .updateTable("journal_subject")
          .set({ subject: uuidv7(START, systemRandom) })
          .where("subject", "=", PAIR[1])
          .execute(),
      );
      expect(told(shown)).toEqual(["entry-mislabelled: entry 300"]);
    });

    test("hashes added at the end of a tile", async () => {
      const found = await verifyTampered((db) =>
        changeTile(db, 0, 2, (hashes) => Buffer.concat([hashes, new Uint8Array(32)])),
      );
      expect(told(found)).toEqual(["tile-altered: tile/0, after its end"]);
    });

    test("a tile removed", async () => {
      const found = await verifyTampered((db) =>
        db.deleteFrom("journal_tile").where("level", "=", 0).where("place", "=", 0).execute(),
      );
      expect(told(found)).toEqual(["tile-missing: tile/0/000"]);
    });

    test("an entry that waits although it has its place", async () => {
      const found = await verifyTampered(async (db) => {
        const { id, at, event, subject, leaf, leaf_hash } = await entryAt(db, 9);
        const row = {
          id,
          at,
          event,
          subject,
          leaf: leaf as Uint8Array,
          leaf_hash,
          shard_key: id,
          mac: new Uint8Array(32),
        };
        await db.insertInto("journal_pending").values(row).execute();
      });
      expect(told(found)).toHaveLength(2);
      expect(told(found)[0]).toMatch(/^entry-forged: entry /);
      expect(told(found)[1]).toMatch(/^entry-duplicated: entry /);
    });

    test("an entry that has waited for too long", async () => {
      const found = await verifyTampered(
        async (db) => {
          const row = await entryAt(db, 9);
          const leaf = flip(row.leaf as Uint8Array, 0);
          const id = uuidv7(START, systemRandom);
          const pending = { id, at: START, event: row.event, subject: null, shard_key: id, leaf, mac: leaf };
          await db
            .insertInto("journal_pending")
            .values({ ...pending, leaf_hash: leafHash(leaf) })
            .execute();
        },
        { now: START + 10_001 },
      );
      expect(told(found)[0]).toMatch(/^entry-unsequenced: entry /);
      expect(found.pending).toBe(1);
    });
  });

  describe("an owner who rewrites the log is found out", () => {
    test("an entry rewritten with its hash", async () => {
      const found = await verifyTampered(async (db) => {
        await changeLeaf(db, 300, 3);
        const { leaf } = await entryAt(db, 300);
        const change = db.updateTable("journal_entry").set({ leaf_hash: leafHash(leaf as Uint8Array) });
        await change.where("position", "=", 300).execute();
      });
      expect(told(found)).toContain("entry-altered: entry 300");
      expect(told(found)).toContain("checkpoint-contradicted: checkpoint 301, entries 1 to 300");
    });

    test("an entry rewritten with hash and tile: the signed checkpoint contradicts", async () => {
      const found = await verifyTampered(async (db) => {
        await changeLeaf(db, 300, 3);
        const { leaf } = await entryAt(db, 300);
        const hashed = leafHash(leaf as Uint8Array);
        await db
          .updateTable("journal_entry")
          .set({ leaf_hash: hashed })
          .where("position", "=", 300)
          .execute();
        await changeTile(db, 0, 1, (hashes) => {
          const copy = Uint8Array.from(hashes);
          copy.set(hashed, 44 * 32);
          return copy;
        });
      });
      expect(told(found)).toContain("checkpoint-contradicted: checkpoint 301, entries 1 to 300");
    });

    test("a log rewritten whole and signed anew does not continue a checkpoint that somebody kept", async () => {
      const forged = ed25519Signer("example.org/journal", key);
      const rootHash = new Uint8Array(32).fill(7);
      const text = formatCheckpoint({ origin: "example.org/journal", size: 301, rootHash, extensions: [] });
      const verification = await verify({ since: signNote(text, [forged]) });
      expect(told(verification)).toEqual(["checkpoint-contradicted: checkpoint 301"]);
    });

    test("an entry shown as another's", async () => {
      const found = await verifyTampered((db) =>
        db
          .updateTable("journal_entry")
          .set({ subject: uuidv7(START, systemRandom) })
          .where("position", "=", 40)
          .execute(),
      );
      expect(told(found)).toEqual(["entry-mislabelled: entry 40"]);
    });

    test("an entry emptied as if its term were over", async () => {
      const found = await verifyTampered((db) =>
        db.updateTable("journal_entry").set({ leaf: null }).where("position", "=", 40).execute(),
      );
      expect(told(found)).toEqual(["entry-emptied: entry 40", "entry-emptied: 1 of 1 emptied entries"]);
    });

    test("another log's checkpoint, or one that nobody signed, is no argument", async () => {
      const other = ed25519Signer("example.org/journal", generateKeyPairSync("ed25519").privateKey);
      await expect(verify({ since: signNote(parseNote(kept).text, [other]) })).rejects.toMatchObject({
        code: "note-unknown-key",
      });
      await expect(verify({ since: "nothing" })).rejects.toMatchObject({ code: "note-malformed" });
      const elsewhere = parseNote(kept).text.replace("example.org", "example.net");
      const signed = signNote(elsewhere, [ed25519Signer("example.org/journal", key)]);
      await expect(verify({ since: signed })).rejects.toMatchObject({ code: "checkpoint-foreign" });
    });
  });

  describe("witnesses", () => {
    const cosigned = (note: string, by: ReturnType<typeof witness>) => {
      const { text, signatures } = parseNote(note);
      const { name, keyId } = by.signer;
      const own = signatures.filter((line) => line.name === "example.org/journal");
      return formatNote({ text, signatures: [...own, { name, keyId, signature: by.signer.sign(text) }] });
    };
    const accept = (note: string) => journal.acceptCosignatures(note, [friend.verifier]);

    afterAll(() =>
      store.transaction((tx) => tx.query<JournalTables>().deleteFrom("journal_cosignature").execute()),
    );

    test("a configured witness's cosignature is kept, served and verified; again takes its place", async () => {
      const { note } = await journal.checkpoint();
      expect(await accept(cosigned(note, friend))).toBe(1);
      expect(await accept(cosigned(note, friend))).toBe(1);
      const verification = await verify({ witnesses: [friend.verifier] });
      expect(verification).toMatchObject({ sound: true, logs: [{ cosignatures: 1 }] });
      expect((await journal.checkpoint()).note).toBe(cosigned(note, friend));
    });

    test("a stranger's, a wrong one, and one over a tree that is not ours are refused", async () => {
      const { note } = await journal.checkpoint();
      await expect(accept(cosigned(note, stranger))).rejects.toMatchObject({ code: "note-unknown-key" });
      const wrong = { ...friend, signer: { ...friend.signer, sign: stranger.signer.sign } };
      await expect(accept(cosigned(note, wrong))).rejects.toMatchObject({ code: "note-wrong-signature" });
      const rootHash = new Uint8Array(32).fill(7);
      const text = formatCheckpoint({ origin: "example.org/journal", size: 301, rootHash, extensions: [] });
      const forged = signNote(text, [ed25519Signer("example.org/journal", key)]);
      await expect(accept(cosigned(forged, friend))).rejects.toMatchObject({ code: "checkpoint-foreign" });
    });

    test("a flipped byte in a stored cosignature is found and named", async () => {
      await accept(cosigned((await journal.checkpoint()).note, friend));
      const found = await verifyTampered(
        async (db) => {
          const { line } = await db
            .selectFrom("journal_cosignature")
            .select("line")
            .executeTakeFirstOrThrow();
          const { signature, ...named } = parseSignatureLine(line.slice(0, -1));
          const spoilt = formatSignatureLine({ ...named, signature: flip(signature, 30) });
          await db.updateTable("journal_cosignature").set({ line: spoilt }).execute();
        },
        { witnesses: [friend.verifier] },
      );
      expect(told(found)).toEqual([`cosignature-wrong: checkpoint ${SIZE}`]);
    });
  });
});
