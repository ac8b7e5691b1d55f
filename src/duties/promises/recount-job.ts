import { z } from "zod";
import { type BoundHandler, defineJob, handle, type JobQueue } from "../../platform/jobs/index.ts";
import { prepare, type Store } from "../../platform/store/index.ts";
import { CHECK_CODES, type CheckCode } from "./check-codes.ts";
import { LIVE_CHECKS } from "./live-checks.ts";
import type { PromiseTables } from "./promises.table.ts";
import { recountPromise, type RecountParts } from "./recount-promise.ts";

/** One turn of one check. Its failures are outcomes, so it is tried again only when a process died under it. */
export const recountJob = defineJob("recount-promise", z.object({ check: z.enum(CHECK_CODES) }).strict(), {
  timeout: 600_000,
});

/** Nobody's work: a shard of its own, so that the same check is queued once. */
const NOBODY = "00000000-0000-4000-8000-000000000000";

const newestAt = prepare<PromiseTables, { code: CheckCode }>()((db, param) =>
  db
    .selectFrom("promise_result")
    .select("at")
    .where("check_code", "=", param("code"))
    .orderBy("id", "desc")
    .limit(1),
);

/** Does the turns of checks, each queueing its next until it is at the end. */
export function recountPromises(parts: RecountParts & { readonly jobs: JobQueue }): BoundHandler {
  return handle(recountJob, async (job) => {
    const { check } = job.payload;
    if ((await recountPromise(LIVE_CHECKS[check], parts)) === "done") return;
    await parts.store.transaction(async (tx) => {
      await job.done(tx);
      await parts.jobs.enqueue(tx, recountJob, { payload: { check }, shardKey: NOBODY, once: check });
    });
  });
}

/**
 * Queues every check that was not made within `interval` (ms): whichever process asks first, for all of them. Nothing
 * is queued twice.
 */
export async function queueRecounts(store: Store, jobs: JobQueue, interval: number): Promise<void> {
  await store.transaction(async (tx) => {
    for (const check of CHECK_CODES) {
      const last = await tx.first(newestAt, { code: check });
      if (last !== undefined && tx.at - last.at < interval) continue;
      await jobs.enqueue(tx, recountJob, { payload: { check }, shardKey: NOBODY, once: check });
    }
  });
}
