import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { eachEngine, type StorePlace } from "../../../test/stores.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { systemRandom } from "../../platform/random/index.ts";
import type { Store } from "../../platform/store/index.ts";
import { RememberedCheckpoints } from "../vault/index.ts";
import { decodeLeaf } from "./entry-leaf.ts";
import { type Continued, createJournal, journalSchema, type Trouble, verifyJournal } from "./index.ts";
import type { JournalTables } from "./journal.table.ts";

const START = Date.UTC(2026, 0, 1);
const ORIGIN = "example.upheld/journal";
const TABLES = [
  "journal_pending",
  "journal_forged",
  "journal_entry",
  "journal_subject",
  "journal_item",
  "journal_log",
  "journal_tile",
  "journal_checkpoint",
  "journal_cosignature",
] as const;

type Rows = Record<string, Record<string, unknown>>;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** One store and one key folder, over which processes start and stop. */
async function installation(place: StorePlace) {
  const folder = mkdtempSync(join(tmpdir(), "upheld-keys-"));
  folders.push(folder);
  const clock = new ManualClock(START);
  const key = generateKeyPairSync("ed25519").privateKey;
  const store = await place.open([journalSchema], { clock });
  const process = (over: Store = store) => {
    const troubles: Trouble[] = [];
    const continued: Continued[] = [];
    const journal = createJournal({
      store: over,
      operator: "example",
      origin: ORIGIN,
      key,
      clock,
      random: systemRandom,
      memory: new RememberedCheckpoints({ folder }, systemRandom),
      onTrouble: (trouble) => troubles.push(trouble),
      onContinued: (report) => continued.push(report),
    });
    const append = async (count: number) => {
      await over.transaction(async (tx) => {
        for (let i = 0; i < count; i++)
          await journal.append(tx, { event: "mail-sent", actor: { kind: "system" } });
      });
      await journal.sequencer.drain();
    };
    return { journal, troubles, continued, append };
  };
  /** A process that starts, appends and stops; resolves with its last checkpoint. */
  const run = async (count: number) => {
    const made = process();
    await made.journal.sequencer.start();
    if (count > 0) await made.append(count);
    await made.journal.sequencer.stop();
    return { ...made, note: (await made.journal.checkpoint()).note };
  };
  const copy = () =>
    store.read(async (reader) => {
      const tables: { table: (typeof TABLES)[number]; rows: Record<string, unknown>[] }[] = [];
      for (const table of TABLES) {
        tables.push({ table, rows: await reader.query<Rows>().selectFrom(table).selectAll().execute() });
      }
      return tables;
    });
  const putBack = (older: Awaited<ReturnType<typeof copy>>) =>
    store.transaction(
      async (tx) => {
        for (const { table, rows } of older) {
          await tx.query<Rows>().deleteFrom(table).execute();
          for (const row of rows) await tx.query<Rows>().insertInto(table).values(row).execute();
        }
      },
      { timeout: 10_000 },
    );
  const verify = async (since?: string) => {
    const { verifierKey, isGenuine } = process().journal;
    const kept = since === undefined ? {} : { since };
    const done = await verifyJournal({ store, verifierKey, isGenuine, now: clock.now(), ...kept });
    return {
      logs: done.logs.map(({ origin, size }) => [origin, size]),
      findings: done.findings.map(({ code, where }) => `${code}: ${where}`),
    };
  };
  const openings = async () => {
    const rows = await store.read((reader) =>
      reader
        .query<JournalTables>()
        .selectFrom("journal_entry")
        .select("leaf")
        .where("event", "=", "log-opened")
        .orderBy("position")
        .execute(),
    );
    return rows.map(({ leaf }) => decodeLeaf(leaf as Uint8Array)?.details);
  };
  return { folder, store, clock, process, run, copy, putBack, verify, openings };
}

eachEngine((_open, place) => {
  test("an older copy put back under live keys goes on in a log of its own, which says what it continues", async () => {
    const { folder, clock, run, copy, putBack, verify, openings } = await installation(place());
    await run(3);
    const older = await copy();
    const early = (await run(0)).note;
    clock.advance(3_600_000);
    const lost = await run(300);
    await putBack(older);
    clock.advance(60_000);

    const restored = await run(2);
    expect(restored.continued).toMatchObject([{ log: 2, known: 304, held: 4 }]);
    const { origin, size, rootHash } = await lost.journal.checkpoint().then(() => parse(lost.note));
    expect(await openings()).toEqual([
      { origin: ORIGIN },
      {
        origin: `${ORIGIN}/2`,
        continues: origin,
        continuesSize: size,
        continuesRoot: rootHash,
        heldSize: 4,
        gapFrom: START,
        gapTo: START + 3_660_000,
      },
    ]);
    const logs = [
      [ORIGIN, 4],
      [`${ORIGIN}/2`, 3],
    ];
    expect(await verify()).toEqual({ logs, findings: [] });
    expect(await verify(early)).toEqual({ logs, findings: [] });
    expect(await verify(restored.note)).toEqual({ logs, findings: [] });
    expect((await verify(lost.note)).findings).toEqual(["log-shrunk: checkpoint 304"]);
    expect(readdirSync(folder)).toEqual(["journal-checkpoint-2-3.txt"]);

    expect((await run(1)).continued).toEqual([]);
    expect((await verify()).logs).toEqual([logs[0], [`${ORIGIN}/2`, 4]]);
  });

  test("put back twice, the third log never takes the name that the second has signed under", async () => {
    const { run, copy, putBack, verify } = await installation(place());
    await run(1);
    const older = await copy();
    await run(1);
    await putBack(older);
    const second = await run(5);
    await putBack(older);
    const third = await run(1);
    expect(third.continued).toMatchObject([{ log: 3, known: 6, held: 2 }]);
    expect(await verify(third.note)).toEqual({
      logs: [
        [ORIGIN, 2],
        [`${ORIGIN}/3`, 2],
      ],
      findings: [],
    });
    expect((await verify(second.note)).findings).toEqual([`log-missing: ${ORIGIN}/2`]);
    expect((await run(0)).continued).toEqual([]);
  });

  test("an empty store under keys that have signed does not begin the log again", async () => {
    const { run, copy, putBack, verify } = await installation(place());
    const lost = await run(4);
    const tables = await copy();
    await putBack(tables.map(({ table }) => ({ table, rows: [] })));
    expect((await run(1)).continued).toMatchObject([{ log: 2, known: 5, held: 0 }]);
    expect(await verify()).toEqual({ logs: [[`${ORIGIN}/2`, 2]], findings: [] });
    expect((await verify(lost.note)).findings).toEqual([`log-missing: ${ORIGIN}`]);
  });

  test("a copy that went on for itself, to another tree of the same size, is no continuation", async () => {
    const { folder, run, copy, putBack, verify } = await installation(place());
    await run(1);
    const older = await copy();
    const live = await run(3);
    const remembered = readdirSync(folder)[0] as string;
    const note = readFileSync(join(folder, remembered));
    // Elsewhere, without the memory, a copy with copied keys signs under the same name.
    rmSync(join(folder, remembered));
    await putBack(older);
    await run(7);
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    writeFileSync(join(folder, remembered), note, { mode: 0o600 });
    expect((await run(0)).continued).toMatchObject([{ log: 2, known: 5, held: 9 }]);
    expect((await verify(live.note)).findings).toEqual([
      expect.stringMatching(/^checkpoint-contradicted: checkpoint 5/),
    ]);
  });

  test("two processes that start at once over an older copy open one log", async () => {
    const shared = place();
    const { clock, process, run, copy, putBack, verify } = await installation(shared);
    await run(1);
    const older = await copy();
    await run(9);
    await putBack(older);
    const two = [process(), process(await shared.open([journalSchema], { clock }))];
    await Promise.all(two.map(({ journal }) => journal.sequencer.start()));
    await Promise.all(two.map(({ journal }) => journal.sequencer.stop()));
    expect(two.flatMap(({ continued }) => continued)).toHaveLength(1);
    expect(await verify()).toEqual({
      logs: [
        [ORIGIN, 2],
        [`${ORIGIN}/2`, 1],
      ],
      findings: [],
    });
  });

  test("killed before the memory knew of the new log, the next start opens no other", async () => {
    const { folder, run, copy, putBack } = await installation(place());
    await run(1);
    const older = await copy();
    await run(9);
    const [remembered] = readdirSync(folder) as [string];
    const note = readFileSync(join(folder, remembered));
    await putBack(older);
    expect((await run(2)).continued).toHaveLength(1);
    rmSync(join(folder, readdirSync(folder)[0] as string));
    writeFileSync(join(folder, remembered), note, { mode: 0o600 });
    expect((await run(0)).continued).toEqual([]);
  });

  test("whoever asks for the checkpoint after the next log was opened gets that log's", async () => {
    const { process, run, copy, putBack } = await installation(place());
    await run(1);
    const older = await copy();
    await run(9);
    await putBack(older);
    const { journal } = process();
    expect((await journal.checkpoint()).origin).toBe(ORIGIN);
    await journal.sequencer.start();
    expect(await journal.checkpoint()).toMatchObject({ origin: `${ORIGIN}/2`, size: 1 });
    await journal.sequencer.stop();
  });

  test("the memory is written while the log grows, readable by its owner alone, and holds one note", async () => {
    const { folder, process } = await installation(place());
    const { journal, append } = process();
    await journal.sequencer.start();
    for (let i = 0; i < 5; i++) await append(1);
    await expect.poll(() => readdirSync(folder), { timeout: 10_000 }).toEqual(["journal-checkpoint-1-6.txt"]);
    expect(statSync(join(folder, "journal-checkpoint-1-6.txt")).mode & 0o777).toBe(0o600);
    await journal.sequencer.stop();
  });

  test.each([
    ["empty", () => ""],
    ["cut off", (note: string) => note.slice(0, 60)],
    ["no note at all", () => "\u0000\u0000\u0000"],
  ])("a memory that is %s counts as absent, and is told", async (_, damage) => {
    const { folder, run } = await installation(place());
    const { note } = await run(2);
    writeFileSync(join(folder, "journal-checkpoint-1-3.txt"), damage(note));
    const next = await run(1);
    expect(next.troubles).toEqual([{ kind: "memory-damaged", file: "journal-checkpoint-1-3.txt" }]);
    expect(next.continued).toEqual([]);
    expect((await run(1)).troubles).toEqual([]);
  });

  test.each([
    ["changed text", (note: string) => note.replace("\n3\n", "\n4\n")],
    [
      "a changed signature",
      (note: string) => `${note.slice(0, -20)}${note.at(-20) === "A" ? "B" : "A"}${note.slice(-19)}`,
    ],
    ["another log's name", (note: string) => note.replaceAll("example", "example2")],
  ])("a memory with %s is refused by its name, and nothing is signed", async (_, change) => {
    const { folder, process, run, verify } = await installation(place());
    const { note } = await run(2);
    writeFileSync(join(folder, "journal-checkpoint-1-3.txt"), change(note));
    await expect(process().journal.sequencer.start()).rejects.toMatchObject({
      code: "checkpoint-not-ours",
      detail: "journal-checkpoint-1-3.txt",
    });
    expect((await verify()).logs).toEqual([[ORIGIN, 3]]);
  });

  test("a folder that cannot be written fails no batch, and is told", async () => {
    const { folder, process } = await installation(place());
    const { journal, troubles, append } = process();
    await journal.sequencer.start();
    await journal.sequencer.stop();
    rmSync(folder, { recursive: true });
    await append(1);
    await journal.sequencer.stop();
    expect((await journal.checkpoint()).size).toBe(2);
    expect(troubles).toMatchObject([
      { kind: "memory-failed", error: { code: "checkpoint-unwritable", detail: "ENOENT" } },
    ]);
  });
});

function parse(note: string) {
  const [origin, size, root] = note.split("\n") as [string, string, string];
  return { origin, size: Number(size), rootHash: Buffer.from(root, "base64").toString("hex") };
}
