import { expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../clock/index.ts";
import { countJobs, handle, JobFailure } from "./index.ts";
import { marking, queue, queueMark, schemas, testWorker } from "./jobs.fixture.ts";

const START = Date.UTC(2026, 10, 20);

eachEngine((open) => {
  test("what is owed is counted by kind: waiting, failing, dead, and when the first falls due", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    expect(await store.read(countJobs)).toEqual([]);

    await queueMark(store, "dead");
    const dying = handle(marking, async () => {
      throw new JobFailure("gone", { forEver: true });
    });
    await testWorker(store, clock, [dying]).worker.runDue();
    await queueMark(store, "failing");
    const failing = handle(marking, async () => {
      throw new JobFailure("busy");
    });
    await testWorker(store, clock, [failing]).worker.runDue();
    await store.transaction((tx) =>
      queue.enqueue(tx, marking, { payload: { mark: "later" }, when: { at: START + 60_000 } }),
    );

    const [owed, ...others] = await store.read(countJobs);
    expect(owed).toMatchObject({ kind: "mark", waiting: 2, failing: 1, dead: 1 });
    expect(owed?.firstDue).toBeGreaterThanOrEqual(START);
    expect(owed?.firstDue).toBeLessThanOrEqual(START + 60_000);
    expect(others).toEqual([]);
  });
});
