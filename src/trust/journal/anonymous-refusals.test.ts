import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { systemRandom } from "../../platform/random/index.ts";
import { AnonymousRefusals, createJournal, journalSchema } from "./index.ts";
import { decodeLeaf } from "./entry-leaf.ts";
import { type JournalTables } from "./journal.table.ts";

const START = Date.UTC(2026, 0, 1);

eachEngine((open) => {
  test("a flood of anonymous refusals is one entry that counts them, and a failed flush loses none", async () => {
    const clock = new ManualClock(START);
    const store = await open([journalSchema], { clock });
    const { privateKey: key } = generateKeyPairSync("ed25519");
    const options = {
      store,
      operator: "example",
      origin: "example.org/journal",
      key,
      clock,
      random: systemRandom,
    };
    const journal = createJournal(options);
    const refusals = new AnonymousRefusals(clock);
    const closed = await open([journalSchema], { clock });
    await closed.close();

    for (let i = 0; i < 500; i++) refusals.count("not-shown", "feedback");
    await expect(refusals.flush(closed, journal)).rejects.toMatchObject({ code: "store-closed" });
    for (let i = 0; i < 500; i++) refusals.count("field-outside-form", `form-${i}`);
    clock.advance(60_000);
    await refusals.flush(store, journal);
    await refusals.flush(store, journal);

    const rows = await store.read((reader) =>
      reader.query<JournalTables>().selectFrom("journal_pending").selectAll().execute(),
    );
    expect(rows).toHaveLength(1);
    const details = decodeLeaf(rows[0]?.leaf as Uint8Array)?.details ?? {};
    expect(details).toMatchObject({ "not-shown feedback": 500, other: 401, from: START, to: START + 60_000 });
    expect(Object.keys(details)).toHaveLength(103);
  });
});
