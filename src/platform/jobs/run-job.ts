import type { Random } from "../random/index.ts";
import { type Store, UNHURRIED } from "../store/index.ts";
import { backOff } from "./back-off.ts";
import type { ClaimedJob } from "./claim-jobs.ts";
import type { ReportJobEvent } from "./job-events.ts";
import { bury } from "./bury.ts";
import { finishJob, postponeJob, releaseJob } from "./job.table.ts";
import { codeOf, JobError, JobFailure } from "./jobs.errors.ts";

export interface Attempt {
  readonly store: Store;
  readonly random: Random;
  readonly report: ReportJobEvent;
  /** Aborted when the job is no longer ours. */
  readonly lost: AbortSignal;
  /** Aborted when the process stops. */
  readonly stopping: AbortSignal;
}

/**
 * Makes one attempt at a claimed job and settles it: ended, later again, dead, or given back. Settles nothing when
 * the job has become another's. Rejects only when the store cannot be reached, and then the lease runs out.
 */
export async function runJob(job: ClaimedJob, attempt: Attempt): Promise<void> {
  const { kind } = job.handler;
  const about = { kind: kind.name, id: job.id, attempt: job.attempt };
  const claim = { shardKey: job.shardKey, id: job.id, fence: job.fence };
  const { store, report } = attempt;

  const result = await attemptOnce(job, attempt);
  if (result.ended) return report({ event: "job-done", ...about });
  if (attempt.lost.aborted) return report({ event: "job-lost", ...about });

  const code = codeOf(result.error);
  const forEver = result.error instanceof JobFailure && result.error.forEver;
  const isLast = result.error !== undefined && (forEver || job.attempt >= kind.attempts);
  if (isLast && !attempt.stopping.aborted) {
    const buried = await bury(store, job, code);
    return report({ ...(buried ? { event: "job-dead", code } : { event: "job-lost" }), ...about });
  }

  const settled = await store.transaction(async (tx) => {
    const now = tx.at;
    if (result.error === undefined)
      return (await tx.change(finishJob, claim)) && { event: "job-done" as const };
    if (attempt.stopping.aborted) {
      await tx.change(releaseJob, { ...claim, now });
      return null;
    }
    const wait = backOff(kind, job.attempt, attempt.random);
    const postponed = await tx.change(postponeJob, { ...claim, now, until: now + wait, error: code });
    return postponed && { event: "job-failed" as const, code, wait };
  }, UNHURRIED);
  if (settled !== null) report({ ...(settled === 0 ? { event: "job-lost" } : settled), ...about });
}

/** Runs the handler until it settles, its time is up, or the job is lost; what it does after that has no effect here. */
async function attemptOnce(job: ClaimedJob, attempt: Attempt): Promise<{ ended: boolean; error?: unknown }> {
  let ended = false;
  const abandoned = new AbortController();
  const late = setTimeout(() => abandoned.abort(new JobFailure("attempt-timeout")), job.handler.kind.timeout);
  const lost = () => abandoned.abort(new JobError("lease-lost", job.handler.kind.name));
  attempt.lost.addEventListener("abort", lost);
  try {
    // Claimed while the process was told to stop: given back without being begun.
    attempt.stopping.throwIfAborted();
    await Promise.race([
      job.handler.run({
        id: job.id,
        shardKey: job.shardKey,
        payload: job.payload,
        attempt: job.attempt,
        store: attempt.store,
        signal: AbortSignal.any([abandoned.signal, attempt.stopping]),
        async done(tx) {
          const claim = { shardKey: job.shardKey, id: job.id, fence: job.fence };
          if ((await tx.change(finishJob, claim)) !== 1) {
            throw new JobError("lease-lost", job.handler.kind.name);
          }
          tx.afterCommit(() => {
            ended = true;
          });
        },
      }),
      rejectOn(abandoned.signal),
    ]);
    return { ended };
  } catch (error) {
    return { ended, error };
  } finally {
    clearTimeout(late);
    attempt.lost.removeEventListener("abort", lost);
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}
