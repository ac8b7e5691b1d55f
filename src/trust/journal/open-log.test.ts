import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { systemRandom } from "../../platform/random/index.ts";
import type { Store } from "../../platform/store/index.ts";
import { createJournal, journalSchema, openNextLog, verifyJournal } from "./index.ts";
import { decodeLeaf } from "./entry-leaf.ts";
import { type JournalTables } from "./journal.table.ts";
import { openFirstLog } from "./open-log.ts";

const START = Date.UTC(2026, 0, 1);
const { privateKey: key } = generateKeyPairSync("ed25519");
const LOG = { operator: "example", random: systemRandom, origin: "example.org/journal", key };

const optionsFor = (store: Store, clock: ManualClock) => ({ ...LOG, store, clock });

eachEngine((open, place) => {
  test("two processes that start at once open one log", async () => {
    const shared = place();
    const clock = new ManualClock(START);
    const stores = [
      await shared.open([journalSchema], { clock }),
      await shared.open([journalSchema], { clock }),
    ];
    await Promise.all(stores.map((store) => openFirstLog(store, LOG)));
    const journal = createJournal(optionsFor(stores[0] as Store, clock));
    const { verifierKey, isGenuine } = journal;
    const verification = await verifyJournal({
      store: stores[1] as Store,
      verifierKey,
      isGenuine,
      now: START,
    });
    expect(verification).toMatchObject({ sound: true, logs: [{ origin: "example.org/journal", size: 1 }] });
  });

  test("a checkpoint is asked for before a log was opened", async () => {
    const clock = new ManualClock(START);
    const store = await open([journalSchema], { clock });
    await expect(createJournal(optionsFor(store, clock)).checkpoint()).rejects.toMatchObject({
      code: "log-unopened",
    });
  });

  test("after a restore a new log commits to the last known checkpoint and states the gap", async () => {
    const clock = new ManualClock(START);
    const store = await open([journalSchema], { clock });
    const journal = createJournal(optionsFor(store, clock));
    await journal.sequencer.start();
    await journal.sequencer.stop();
    const append = async (count: number) => {
      await store.transaction(async (tx) => {
        for (let i = 0; i < count; i++)
          await journal.append(tx, { event: "mail-sent", actor: { kind: "system" } });
      });
      await journal.sequencer.drain();
    };
    await append(300);
    const known = await journal.checkpoint();
    const gap = { checkpoint: known.note, gapFrom: START, gapTo: START + 5 };
    await openNextLog(store, LOG, gap);
    await append(5);

    const newest = await journal.checkpoint();
    expect(newest).toMatchObject({ origin: "example.org/journal/2", size: 6 });
    const first = await store.read((reader) =>
      reader
        .query<JournalTables>()
        .selectFrom("journal_entry")
        .select("leaf")
        .where("position", "=", 301)
        .executeTakeFirstOrThrow(),
    );
    expect(decodeLeaf(first.leaf as Uint8Array)).toMatchObject({
      event: "log-opened",
      details: {
        continues: "example.org/journal",
        continuesSize: 301,
        continuesRoot: Buffer.from(known.rootHash).toString("hex"),
        gapFrom: START,
        gapTo: START + 5,
      },
    });
    for (const since of [known.note, newest.note]) {
      const verification = await verifyJournal({
        store,
        verifierKey: journal.verifierKey,
        isGenuine: journal.isGenuine,
        since,
        now: START,
      });
      expect(verification).toMatchObject({ sound: true, findings: [], logs: [{ size: 301 }, { size: 6 }] });
    }
    const forged = known.note.replace("\n301\n", "\n302\n");
    await expect(openNextLog(store, LOG, { ...gap, checkpoint: forged })).rejects.toMatchObject({
      code: "note-wrong-signature",
    });
  });
});
