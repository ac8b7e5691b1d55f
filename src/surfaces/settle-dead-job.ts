import { discardDeadJob, listDeadJobs, retryDeadJob } from "../platform/jobs/index.ts";
import type { Transaction } from "../platform/store/index.ts";
import type { Actor } from "../trust/gate/index.ts";
import type { Journal } from "../trust/journal/index.ts";

/** The most dead jobs among which one is looked up. */
const MOST = 10_000;

const ACTS = {
  retry: { settle: retryDeadJob, event: "job-retried" },
  discard: { settle: discardDeadJob, event: "job-discarded" },
} as const;

/**
 * Tries a dead job again, or gives it up, and journals whose act that was, in the caller's unit. Null when there is no
 * dead job of that id; otherwise the event that was journalled.
 */
export async function settleDeadJob(
  tx: Transaction,
  by: Exclude<Actor, { readonly kind: "visitor" }>,
  wanted: { readonly id: string; readonly act: keyof typeof ACTS },
  journal: Pick<Journal, "append">,
): Promise<"job-retried" | "job-discarded" | null> {
  const { settle, event } = ACTS[wanted.act];
  const dead = (await listDeadJobs(tx, MOST)).find(({ id }) => id === wanted.id);
  if (dead === undefined || !(await settle(tx, dead))) return null;
  await journal.append(tx, { event, actor: by, details: { job: dead.id, kind: dead.kind } });
  return event;
}
