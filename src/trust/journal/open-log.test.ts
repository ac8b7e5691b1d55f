import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { systemRandom } from "../../platform/random/index.ts";
import type { Store } from "../../platform/store/index.ts";
import { createJournal, journalSchema, verifyJournal } from "./index.ts";
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
});
