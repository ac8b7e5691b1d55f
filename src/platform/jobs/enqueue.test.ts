import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../clock/index.ts";
import { systemRandom, uuidv4 } from "../random/index.ts";
import { cancelJobsOf, defineJob, JobError } from "./index.ts";
import { jobs, marking, queue, queueMark, schemas } from "./jobs.fixture.ts";
import { requireCodesOnly } from "./payload.ts";

const START = Date.UTC(2026, 10, 20);

eachEngine((open) => {
  const openAt = (clock = new ManualClock(START)) => open(schemas, { clock });

  test("a job of a unit that is undone does not exist, and nobody is woken for it", async () => {
    const store = await openAt();
    let woken = 0;
    const end = queue.onEnqueued(() => void woken++);
    const undone = store.transaction(async (tx) => {
      await queue.enqueue(tx, marking, { payload: { mark: "one" } });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await jobs(store)).toEqual([]);
    expect(woken).toBe(0);
    await queueMark(store, "two");
    expect(await jobs(store)).toMatchObject([{ kind: "mark", payload: { mark: "two" }, state: "queued" }]);
    expect(woken).toBe(1);
    end();
  });

  test("a job with a key of its own is queued once for each person, however often it is asked for", async () => {
    const store = await openAt();
    const [one, other] = [uuidv4(systemRandom), uuidv4(systemRandom)];
    const ask = (shardKey: string) =>
      store.transaction((tx) =>
        queue.enqueue(tx, marking, { payload: { mark: "m" }, shardKey, once: "case:7" }),
      );
    const answers = await Promise.all([ask(one), ask(one), ask(one), ask(other)]);
    expect(answers.filter((id) => id !== null)).toHaveLength(2);
    expect(new Set((await jobs(store)).map((job) => job.shard_key))).toEqual(new Set([one, other]));
  });

  test("cancelling a person's jobs takes all of that person's and no other's", async () => {
    const store = await openAt();
    const [one, other] = [uuidv4(systemRandom), uuidv4(systemRandom)];
    await store.transaction(async (tx) => {
      for (const shardKey of [one, one, other]) {
        await queue.enqueue(tx, marking, { payload: { mark: "m" }, shardKey });
      }
    });
    expect(await store.transaction((tx) => cancelJobsOf(tx, one))).toBe(2);
    expect((await jobs(store)).map((job) => job.shard_key)).toEqual([other]);
  });

  test("a job waits for its date, or for its wait", async () => {
    const store = await openAt();
    await store.transaction(async (tx) => {
      await queue.enqueue(tx, marking, { payload: { mark: "a" }, when: { at: START + 9000 } });
      await queue.enqueue(tx, marking, { payload: { mark: "b" }, when: { after: 500 } });
    });
    expect((await jobs(store)).map((job) => job.due_at).sort()).toEqual([START + 500, START + 9000]);
    for (const when of [{ after: -1 }, { after: 0.5 }, { at: Number.NaN }]) {
      const asked = store.transaction((tx) => queue.enqueue(tx, marking, { payload: { mark: "c" }, when }));
      await expect(asked).rejects.toMatchObject({ code: "job-time" });
    }
  });
});

describe("a payload carries identifiers and codes, and no word of a person", () => {
  test.each(["ivan@mail.example", "Иван", "Ivan Petrov", "+79991234567", "a\nb", "", "x".repeat(65)])(
    "%j is refused, wherever it stands",
    (value) => {
      for (const payload of [value, { a: value }, { a: [{ b: value }] }, { [value]: 1 }]) {
        expect(() => requireCodesOnly(payload, "mark")).toThrow(JobError);
      }
    },
  );

  test("what holds anything outside letters, digits and . _ : - never passes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (value) => {
        fc.pre(!/^[A-Za-z0-9._:-]{1,64}$/.test(value));
        expect(() => requireCodesOnly({ value }, "mark")).toThrow(JobError);
      }),
    );
  });

  test("dates, bytes, undefined, deep and large payloads are refused; identifiers, codes and counts pass", () => {
    const deep = { a: { b: { c: { d: 1 } } } };
    const large = { a: Array.from({ length: 100 }, () => "x".repeat(30)) };
    for (const payload of [undefined, new Date(0), new Uint8Array(4), deep, large, { n: Number.NaN }]) {
      expect(() => requireCodesOnly(payload, "mark")).toThrow(JobError);
    }
    const fine = { id: uuidv4(systemRandom), tries: 3, sent: false, closed: null, kinds: ["a.b", "c:d_e-f"] };
    expect(() => requireCodesOnly(fine, "mark")).not.toThrow();
  });

  test("and no error repeats what it refused", () => {
    expect(() => requireCodesOnly({ who: "ivan@mail.example" }, "mark")).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("ivan") }),
    );
  });
});

test("a kind with an impossible name or limit is not declared", () => {
  const payload = z.object({});
  expect(() => defineJob("Send It", payload)).toThrow(JobError);
  expect(() => defineJob("send", payload, { attempts: 0 })).toThrow(JobError);
  expect(() => defineJob("send", payload, { firstWait: 0.5 })).toThrow(JobError);
});
