import { describe, expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock, systemClock } from "../clock/index.ts";
import { systemRandom, uuidv4 } from "../random/index.ts";
import type { Transaction } from "../store/index.ts";
import { backOff } from "./back-off.ts";
import type { JobTables } from "./job.table.ts";
import { cancelJobsOf, discardDeadJob, handle, JobFailure, listDeadJobs, retryDeadJob } from "./index.ts";
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
const leave = handle(marking, (job) => job.store.transaction((tx) => leaveMark(tx, job.payload.mark)));

eachEngine((open, place) => {
  test("four workers in four stores do 200 jobs, each effect exactly once", async () => {
    const shared = place();
    const stores = [];
    for (let i = 0; i < 4; i++) stores.push(await shared.open(schemas, { poolSize: 4 }));
    const [first] = stores;
    if (first === undefined) throw new Error("no store");
    const wanted = Array.from({ length: 200 }, (_, i) => `mark-${i}`);
    await first.transaction(async (tx) => {
      for (const mark of wanted) await queue.enqueue(tx, marking, { payload: { mark } });
    });
    const workers = stores.map((store) => testWorker(store, systemClock, [leave]));
    const attempts = await Promise.all(workers.map(({ worker }) => worker.runDue()));
    // A worker that lost every race may leave early; none may leave anything behind.
    expect(attempts.reduce((sum, n) => sum + n, 0)).toBe(200);
    expect(await marks(first)).toEqual(wanted.sort());
    expect(await jobs(first)).toEqual([]);
    expect(workers.flatMap(({ events }) => events).every((event) => event.event === "job-done")).toBe(true);
  });

  test("a started worker does a job as soon as its unit has committed, and waits for no poll", async () => {
    const store = await open(schemas);
    const done = gate();
    const hurry = handle(marking, async () => done.resolve());
    const { worker } = testWorker(store, systemClock, [hurry], { poll: 3_600_000 });
    worker.start();
    await queueMark(store, "one");
    await done.promise;
    await worker.stop();
    expect(await jobs(store)).toEqual([]);
  });

  test("while people wait, jobs that were put off for too long run one at a time; otherwise several", async () => {
    const store = await open(schemas);
    const most = async (busy: boolean) => {
      let [running, most] = [0, 0];
      const slow = handle(marking, async () => {
        running += 1;
        most = Math.max(most, running);
        for (let turn = 0; turn < 20; turn++) await store.read(() => Promise.resolve());
        running -= 1;
      });
      for (const mark of ["one", "two", "three", "four"]) await queueMark(store, mark);
      const { worker } = testWorker(store, systemClock, [slow], { busy: () => busy, patience: 0 });
      await worker.runDue();
      await worker.stop();
      return most;
    };
    expect(await most(true)).toBe(1);
    expect(await most(false)).toBeGreaterThan(1);
    expect(await jobs(store)).toEqual([]);
  });

  test("while people wait, jobs wait, but no longer than the worker has patience", async () => {
    const store = await open(schemas);
    const clock = new ManualClock(START);
    const { worker } = testWorker(store, systemClock, [leave], { busy: () => true, patience: 2000, clock });
    await store.transaction((tx) =>
      queue.enqueue(tx, marking, { payload: { mark: "one" }, when: { at: START } }),
    );
    clock.advance(1999);
    expect(await worker.runDue()).toBe(0);
    clock.advance(1000);
    expect(await worker.runDue()).toBe(1);
    expect(await marks(store)).toEqual(["one"]);
    await worker.stop();
  });

  test("while people never cease to wait, what was put off for a minute runs as if nobody did", async () => {
    const store = await open(schemas);
    const clock = new ManualClock(START);
    let [running, most] = [0, 0];
    const together = gate();
    // Each hangs until a second one runs beside it, as mails do to a server that answers slowly.
    const slow = handle(marking, async () => {
      running += 1;
      most = Math.max(most, running);
      if (running > 1) together.resolve();
      await together.promise;
      running -= 1;
    });
    await store.transaction(async (tx) => {
      for (const mark of ["one", "two", "three"]) {
        await queue.enqueue(tx, marking, { payload: { mark }, when: { at: START } });
      }
    });
    const { worker } = testWorker(store, systemClock, [slow], { busy: () => true, patience: 2000, clock });
    clock.advance(60_000);
    expect(await worker.runDue()).toBe(3);
    expect(most).toBeGreaterThan(1);
    await worker.stop();
  });

  test("a started worker begins what it has put off as soon as nobody waits", async () => {
    const store = await open(schemas);
    const done = gate();
    let busy = true;
    const hurry = handle(marking, async () => done.resolve());
    const options = { busy: () => busy, patience: 3_600_000, poll: 3_600_000 };
    const { worker } = testWorker(store, systemClock, [hurry], options);
    worker.start();
    await queueMark(store, "one");
    busy = false;
    await done.promise;
    await worker.stop();
  });

  test("a started worker finds by polling what another process has queued", async () => {
    const shared = place();
    const [here, elsewhere] = [await shared.open(schemas), await shared.open(schemas)];
    const done = gate();
    const { worker } = testWorker(here, systemClock, [handle(marking, async () => done.resolve())], {
      poll: 10,
      queue: { ...queue, onEnqueued: () => () => undefined },
    });
    worker.start();
    await queueMark(elsewhere, "one");
    await done.promise;
    await worker.stop();
  });

  test("a job that throws for ever is tried as often as its kind says, ever later, and ends on the dead list", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    const failing = handle(marking, async () => {
      throw new JobFailure("smtp-450");
    });
    const { worker, events } = testWorker(store, clock, [failing]);
    await queueMark(store, "one");
    expect(await worker.runDue()).toBe(1);
    expect(await worker.runDue()).toBe(0);
    for (const wait of [1000, 2000]) {
      clock.advance(wait / 2 - 1);
      expect(await worker.runDue()).toBe(0);
      clock.advance(wait / 2 + 1);
      expect(await worker.runDue()).toBe(1);
    }
    expect(events.map((event) => event.event)).toEqual(["job-failed", "job-failed", "job-dead"]);
    const [dead, ...others] = await store.read((reader) => listDeadJobs(reader));
    expect(dead).toMatchObject({ kind: "mark", attempts: 3, error: "smtp-450", createdAt: START });
    expect(others).toEqual([]);
    clock.advance(86_400_000);
    expect(await worker.runDue()).toBe(0);
  });

  test("a failure for ever is dead at once; retried it runs again; discarded it is gone", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    let repaired = false;
    const { worker } = testWorker(store, clock, [
      handle(marking, async () => {
        if (!repaired) throw new JobFailure("smtp-550", { forEver: true });
      }),
    ]);
    await queueMark(store, "one");
    await queueMark(store, "two");
    expect(await worker.runDue()).toBe(2);
    const [one, two] = await store.read((reader) => listDeadJobs(reader));
    if (one === undefined || two === undefined) throw new Error("two dead jobs were expected");
    repaired = true;
    expect(await store.transaction((tx) => retryDeadJob(tx, one))).toBe(true);
    expect(await store.transaction((tx) => retryDeadJob(tx, one))).toBe(false);
    expect(await store.transaction((tx) => discardDeadJob(tx, one))).toBe(false);
    expect(await store.transaction((tx) => discardDeadJob(tx, two))).toBe(true);
    expect(await worker.runDue()).toBe(1);
    expect(await jobs(store)).toEqual([]);
  });

  test("an error's message, which may quote a person, is kept nowhere", async () => {
    const store = await open(schemas);
    const { worker, events } = testWorker(store, systemClock, [
      handle(marking, async () => {
        throw new Error("550 ivan@mail.example unknown");
      }),
    ]);
    await queueMark(store, "one");
    await worker.runDue();
    expect(await jobs(store)).toMatchObject([{ last_error: "handler-threw" }]);
    expect(JSON.stringify([await jobs(store), events])).not.toContain("ivan");
  });

  test("a handler that ends its job in its own unit has its effect exactly once, or not at all", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    let fail = true;
    const { worker, events } = testWorker(store, clock, [
      handle(marking, async (job) => {
        await job.store.transaction(async (tx) => {
          await leaveMark(tx, job.payload.mark);
          await job.done(tx);
          if (fail) throw new JobFailure("undone");
        });
        // What happens after the commit changes nothing any more.
        throw new JobFailure("too-late");
      }),
    ]);
    await queueMark(store, "one");
    await worker.runDue();
    expect(await marks(store)).toEqual([]);
    fail = false;
    clock.advance(10_000);
    await worker.runDue();
    expect(await marks(store)).toEqual(["one"]);
    expect(await jobs(store)).toEqual([]);
    expect(events.map((event) => event.event)).toEqual(["job-failed", "job-done"]);
  });

  test("a lease that ran out lets another do the job, and the first can settle nothing any more", async () => {
    const clock = new ManualClock(START);
    const shared = place();
    const slowStore = await shared.open(schemas, { clock });
    const quickStore = await shared.open(schemas, { clock });
    const slow = held("slow");
    const quick = held("quick");
    const first = testWorker(slowStore, clock, [slow.handler]);
    const second = testWorker(quickStore, clock, [quick.handler]);
    await queueMark(slowStore, "one");
    const firstRun = first.worker.runDue();
    await slow.begun;
    expect(await second.worker.runDue()).toBe(0);
    clock.advance(30_000);
    const secondRun = second.worker.runDue();
    await quick.begun;
    slow.resume();
    await firstRun;
    expect(first.events).toMatchObject([{ event: "job-lost" }]);
    expect(await marks(quickStore)).toEqual([]);
    quick.resume();
    await secondRun;
    expect(second.events).toMatchObject([{ event: "job-done", attempt: 2 }]);
    expect(await marks(quickStore)).toEqual(["quick"]);
    expect(await jobs(quickStore)).toEqual([]);
  });

  test("a worker never runs a job beside itself, though its lease has run out", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    const { handler, begun, resume } = held("once");
    const { worker, events } = testWorker(store, clock, [handler]);
    await queueMark(store, "one");
    const run = worker.runDue();
    await begun;
    clock.advance(30_000);
    await queueMark(store, "two");
    const second = worker.runDue();
    resume();
    await Promise.all([run, second]);
    expect(await marks(store)).toEqual(["once", "once"]);
    expect(events.map((event) => event.event)).toEqual(["job-done", "job-done"]);
  });

  test("a handler is told when its job is cancelled under it", async () => {
    const store = await open(schemas);
    const shardKey = uuidv4(systemRandom);
    const { worker, events } = testWorker(
      store,
      systemClock,
      [
        handle(marking, async (job) => {
          await store.transaction((tx) => cancelJobsOf(tx, shardKey));
          await new Promise((resolve) => job.signal.addEventListener("abort", resolve));
        }),
      ],
      { lease: 60 },
    );
    await store.transaction((tx) => queue.enqueue(tx, marking, { payload: { mark: "m" }, shardKey }));
    await worker.runDue();
    expect(events).toMatchObject([{ event: "job-lost" }]);
  });

  test("a long job keeps its lease as long as it runs", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    const [begun, resume] = [gate(), gate()];
    const long = testWorker(
      store,
      clock,
      [
        handle(marking, async () => {
          begun.resolve();
          await resume.promise;
        }),
      ],
      { lease: 300 },
    );
    const other = testWorker(store, clock, [leave], { lease: 300 });
    await queueMark(store, "one");
    const run = long.worker.runDue();
    await begun.promise;
    for (let round = 0; round < 3; round++) {
      clock.advance(200);
      await until(async () => (await jobs(store))[0]?.due_at === clock.now() + 300);
      expect(await other.worker.runDue()).toBe(0);
    }
    resume.resolve();
    await run;
    expect(await jobs(store)).toEqual([]);
  });

  test("a job whose process dies under it each time ends on the dead list, without a last attempt", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    await queueMark(store, "one");
    for (let attempt = 1; attempt <= 3; attempt++) {
      const begun = gate();
      const dying = testWorker(store, clock, [
        handle(marking, async () => {
          begun.resolve();
          await new Promise(() => undefined);
        }),
      ]);
      void dying.worker.runDue();
      await begun.promise;
      await dying.worker.stop(0);
      clock.advance(30_000);
    }
    const last = testWorker(store, clock, [leave]);
    expect(await last.worker.runDue()).toBe(0);
    expect(await store.read((reader) => listDeadJobs(reader))).toMatchObject([
      { error: "lease-expired", attempts: 3 },
    ]);
  });

  test("a room hears of its dead in the unit that buries them, however they died", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    const hears = {
      onDead: (tx, job) => leaveMark(tx, `${job.payload.mark}: ${job.code}`),
    } satisfies Parameters<typeof handle<{ mark: string }>>[2];
    const refused = async () => {
      throw new JobFailure("smtp-550", { forEver: true });
    };
    await queueMark(store, "refused");
    const first = testWorker(store, clock, [handle(marking, refused, hears)]);
    await first.worker.runDue();
    expect(await marks(store)).toEqual(["refused: smtp-550"]);

    await queueMark(store, "killed");
    await store.transaction((tx) =>
      tx
        .query<JobTables>()
        .updateTable("job")
        .set({ attempts: marking.attempts, leased_by: uuidv4(systemRandom) })
        .where("state", "=", "queued")
        .execute(),
    );
    const second = testWorker(store, clock, [handle(marking, refused, hears)]);
    expect(await second.worker.runDue()).toBe(0);
    expect(second.events).toMatchObject([{ event: "job-dead", code: "lease-expired" }]);
    expect(await marks(store)).toEqual(["killed: lease-expired", "refused: smtp-550"]);
  });

  test("a room that fails at its words leaves nothing behind but a dead job, and holds up no other", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    const onDead = async (tx: Transaction) => {
      await leaveMark(tx, "half");
      throw new Error("no words");
    };
    const refused = async () => {
      throw new JobFailure("smtp-550", { forEver: true });
    };
    const { worker, events } = testWorker(store, clock, [handle(marking, refused, { onDead })]);
    await queueMark(store, "one");
    await queueMark(store, "two");
    expect(await worker.runDue()).toBe(2);
    expect(events.map((event) => event.event)).toEqual(["job-dead", "job-dead"]);
    expect(await marks(store)).toEqual([]);
    expect(await store.read((reader) => listDeadJobs(reader))).toHaveLength(2);
  });

  test("an attempt that takes too long is a failure, and its handler is told", async () => {
    const store = await open(schemas);
    let told: AbortSignal | undefined;
    const { worker, events } = testWorker(store, systemClock, [
      {
        ...handle(marking, async (job) => {
          told = job.signal;
          await new Promise(() => undefined);
        }),
        kind: { ...marking, timeout: 20 },
      },
    ]);
    await queueMark(store, "one");
    await worker.runDue();
    expect(told?.aborted).toBe(true);
    expect(events).toMatchObject([{ event: "job-failed", code: "attempt-timeout" }]);
  });

  test("erasing a person while a job of theirs runs leaves nothing of it", async () => {
    const store = await open(schemas);
    const shardKey = uuidv4(systemRandom);
    const { worker, events } = testWorker(store, systemClock, [
      handle(marking, async (job) => {
        await store.transaction((tx) => cancelJobsOf(tx, shardKey));
        await job.store.transaction(async (tx) => {
          await leaveMark(tx, "late");
          await job.done(tx);
        });
      }),
    ]);
    await store.transaction((tx) => queue.enqueue(tx, marking, { payload: { mark: "m" }, shardKey }));
    await worker.runDue();
    expect(await jobs(store)).toEqual([]);
    expect(await marks(store)).toEqual([]);
    expect(events).toMatchObject([{ event: "job-lost" }]);
  });

  test("a stop waits for what runs, gives back what breaks off, and claims nothing more", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    const begun = [gate(), gate()];
    const { worker } = testWorker(store, clock, [
      handle(marking, async (job) => {
        begun[job.payload.mark === "obeys" ? 0 : 1]?.resolve();
        await new Promise((resolve) => job.signal.addEventListener("abort", resolve));
        if (job.payload.mark === "obeys") throw job.signal.reason;
        await job.store.transaction((tx) => leaveMark(tx, "finished"));
      }),
    ]);
    worker.start();
    await queueMark(store, "obeys");
    await queueMark(store, "finishes");
    await Promise.all(begun.map((one) => one.promise));
    const stopped = worker.stop();
    await queueMark(store, "later");
    await stopped;
    await worker.stop();
    expect(await marks(store)).toEqual(["finished"]);
    expect(await jobs(store)).toMatchObject([
      { payload: { mark: "later" }, attempts: 0 },
      { payload: { mark: "obeys" }, attempts: 0, leased_by: null, last_error: null, due_at: START },
    ]);
  });

  test("kinds that nobody serves here stay queued for those who do", async () => {
    const store = await open(schemas);
    await queueMark(store, "one");
    const { worker } = testWorker(store, systemClock, [{ ...leave, kind: { ...marking, name: "other" } }]);
    expect(await worker.runDue()).toBe(0);
    expect(await jobs(store)).toMatchObject([{ state: "queued", attempts: 0 }]);
  });
});

describe("waits after failures", () => {
  test("double up to the longest, and no two jobs need have the same", () => {
    const kind = { firstWait: 1000, longestWait: 60_000 };
    for (const [attempt, longest] of [
      [1, 1000],
      [2, 2000],
      [5, 16_000],
      [9, 60_000],
      [1000, 60_000],
    ] as const) {
      const waits = Array.from({ length: 200 }, () => backOff(kind, attempt, systemRandom));
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(longest / 2);
      expect(Math.max(...waits)).toBeLessThanOrEqual(longest);
      expect(new Set(waits).size).toBeGreaterThan(50);
    }
  });
});

/** A handler that begins, waits to be let on, and then leaves its mark and ends its job in one unit. */
function held(mark: string) {
  const [begun, resumed] = [gate(), gate()];
  const handler = handle(marking, async (job) => {
    begun.resolve();
    await resumed.promise;
    await job.store.transaction(async (tx) => {
      await leaveMark(tx, mark);
      await job.done(tx);
    });
  });
  return { handler, begun: begun.promise, resume: resumed.resolve };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}
