import { expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../clock/index.ts";
import { handle, JobFailure } from "./index.ts";
import {
  gate,
  jobs,
  leaveMark,
  marking,
  marks,
  queue,
  queueMark,
  schemas,
  testWorker,
} from "./jobs.fixture.ts";

const START = Date.UTC(2026, 10, 20);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const leave = handle(marking, (job) => job.store.transaction((tx) => leaveMark(tx, job.payload.mark)));

eachEngine((open, place) => {
  test("a clock set back an hour delays nothing that was due, in the worker that saw it or in a new one", async () => {
    for (const seen of [true, false]) {
      const clock = new ManualClock(START);
      const store = await open(schemas, { clock });
      const before = testWorker(store, clock, [leave]);
      await before.worker.runDue();
      await queueMark(store, "due");
      clock.jumpTo(START - HOUR);
      const { worker, events } = seen ? before : testWorker(store, clock, [leave]);
      expect(await worker.runDue()).toBe(1);
      expect(await marks(store)).toEqual(["due"]);
      expect(events[0]).toMatchObject(seen ? { event: "clock-jumped", by: -HOUR } : { event: "job-done" });
    }
  });

  test("a clock set back keeps a wait as long as it was, and a date where it was", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    const { worker } = testWorker(store, clock, [leave]);
    await worker.runDue();
    await store.transaction(async (tx) => {
      await queue.enqueue(tx, marking, { payload: { mark: "wait" }, when: { after: 60_000 } });
      await queue.enqueue(tx, marking, { payload: { mark: "date" }, when: { at: START + 60_000 } });
    });
    clock.jumpTo(START - HOUR);
    expect(await worker.runDue()).toBe(0);
    clock.advance(60_000);
    expect(await worker.runDue()).toBe(1);
    expect(await marks(store)).toEqual(["wait"]);
    clock.advance(HOUR);
    expect(await worker.runDue()).toBe(1);
    expect(await marks(store)).toEqual(["date", "wait"]);
  });

  test("a lease of a process that died before the clock was set back runs out all the same", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    const begun = gate();
    const dying = testWorker(store, clock, [
      handle(marking, async () => {
        begun.resolve();
        await new Promise(() => undefined);
      }),
    ]);
    await queueMark(store, "one");
    void dying.worker.runDue();
    await begun.promise;
    await dying.worker.stop(0);
    clock.jumpTo(START - HOUR);
    const { worker } = testWorker(store, clock, [leave]);
    expect(await worker.runDue()).toBe(0);
    clock.advance(30_000);
    expect(await worker.runDue()).toBe(1);
    expect(await marks(store)).toEqual(["one"]);
  });

  test("a clock set forward a day takes no job from whoever is at work on it", async () => {
    const clock = new ManualClock(START);
    const shared = place();
    const [here, elsewhere] = [await shared.open(schemas, { clock }), await shared.open(schemas, { clock })];
    const [begun, resume] = [gate(), gate()];
    let runs = 0;
    const holder = testWorker(
      here,
      clock,
      [
        handle(marking, async () => {
          runs++;
          begun.resolve();
          await resume.promise;
        }),
      ],
      { lease: 300 },
    );
    const rival = testWorker(elsewhere, clock, [handle(marking, async () => void runs++)], { lease: 300 });
    await queueMark(here, "one");
    const run = holder.worker.runDue();
    await begun.promise;
    clock.jumpTo(START + DAY);
    expect(await rival.worker.runDue()).toBe(0);
    expect(rival.events).toEqual([{ event: "clock-jumped", by: DAY }]);
    // The holder's renewal comes within its lease; after that the rival's patience may end.
    while ((await jobs(here))[0]?.due_at !== START + DAY + 300) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    clock.advance(299);
    expect(await rival.worker.runDue()).toBe(0);
    resume.resolve();
    await run;
    expect(runs).toBe(1);
    expect(await jobs(here)).toEqual([]);
  });

  test("a clock set forward a day makes what waited run once, not again and again", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    let running = 0;
    let most = 0;
    const { worker } = testWorker(store, clock, [
      handle(marking, async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setImmediate(resolve));
        running--;
        throw new JobFailure("not-yet");
      }),
    ]);
    await store.transaction(async (tx) => {
      for (let i = 0; i < 20; i++) {
        await queue.enqueue(tx, marking, { payload: { mark: `${i}` }, when: { after: HOUR } });
      }
    });
    expect(await worker.runDue()).toBe(0);
    clock.jumpTo(START + DAY);
    expect(await worker.runDue()).toBe(20);
    expect(await worker.runDue()).toBe(0);
    expect(most).toBeLessThanOrEqual(4);
    clock.jumpTo(START);
    expect(await worker.runDue()).toBe(0);
    expect(await jobs(store)).toHaveLength(20);
    clock.advance(2000);
    expect(await worker.runDue()).toBe(20);
  });
});
