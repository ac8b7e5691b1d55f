import { type Random, uuidv4, uuidv7 } from "../random/index.ts";
import { type Pseudonym, prepare, type Row, type Transaction } from "../store/index.ts";
import { type JobTables, jobTable } from "./job.table.ts";
import { type JobKind, payloadOf } from "./job-kind.ts";
import { JobError } from "./jobs.errors.ts";

export interface NewJob<P> {
  readonly payload: P;
  /** The person whose work this is; erasure cancels it by this. Without one it is nobody's. */
  readonly shardKey?: Pseudonym;
  /** A date of its own, or a wait from now; both in ms. Without one: as soon as the unit has committed. */
  readonly when?: { readonly at: number } | { readonly after: number };
  /** While a job with this key of the same person and kind is queued or dead, no second one is made. */
  readonly once?: string;
}

/** One operator's queue, as those see it who owe work. */
export interface JobQueue {
  /**
   * Queues a job in the unit of work that is its cause: both are stored, or neither is. It runs at least once after
   * that, so its handler is idempotent, or ends it in its own unit (see JobContext.done).
   * Resolves with its id, or null when `once` says that it is already there.
   * @throws JobError `job-payload`, `job-time`, `job-once`; ZodError for a payload that is not of the kind
   */
  enqueue<P>(tx: Transaction, kind: JobKind<P>, job: NewJob<P>): Promise<string | null>;
  /** Calls `listener` whenever a job has been committed in this process. Returns what ends that. */
  onEnqueued(listener: () => void): () => void;
}

const ONCE = /^[A-Za-z0-9._:-]{1,64}$/;

type NewRow = Omit<Row<typeof jobTable>, "payload"> & { readonly payload: string };

const insertOnce = prepare<JobTables, NewRow>()((db, param) =>
  db
    .insertInto("job")
    .values({
      shard_key: param("shard_key"),
      id: param("id"),
      kind: param("kind"),
      payload: param("payload"),
      state: param("state"),
      due_at: param("due_at"),
      stamped_at: param("stamped_at"),
      attempts: param("attempts"),
      fence: param("fence"),
      leased_by: param("leased_by"),
      last_error: param("last_error"),
      once_key: param("once_key"),
      created_at: param("created_at"),
    })
    .onConflict((conflict) =>
      conflict.columns(["shard_key", "kind", "once_key"]).where("once_key", "is not", null).doNothing(),
    ),
);

export function createJobQueue(options: { readonly random: Random }): JobQueue {
  const listeners = new Set<() => void>();
  const ring = () => {
    for (const listener of listeners) listener();
  };

  return {
    async enqueue(tx, kind, job) {
      const row = newRow(tx, kind, job, options.random);
      if (row.once_key === null) await tx.insert(jobTable, [row]);
      else {
        const made = await tx.change(insertOnce, { ...row, payload: JSON.stringify(row.payload) });
        if (made === 0) return null;
      }
      tx.afterCommit(ring);
      return row.id;
    },
    onEnqueued(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function newRow<P>(tx: Transaction, kind: JobKind<P>, job: NewJob<P>, random: Random): Row<typeof jobTable> {
  const dated = job.when !== undefined && "at" in job.when;
  const due = job.when === undefined ? tx.at : "at" in job.when ? job.when.at : tx.at + job.when.after;
  if (!Number.isSafeInteger(due) || due < 0 || (!dated && due < tx.at)) {
    throw new JobError("job-time", kind.name);
  }
  if (job.once !== undefined && !ONCE.test(job.once)) throw new JobError("job-once", kind.name);
  return {
    shard_key: job.shardKey ?? uuidv4(random),
    id: uuidv7(tx.at, random),
    kind: kind.name,
    payload: payloadOf(kind, job.payload),
    state: "queued",
    due_at: due,
    stamped_at: dated ? 0 : tx.at,
    attempts: 0,
    fence: 0,
    leased_by: null,
    last_error: null,
    once_key: job.once ?? null,
    created_at: tx.at,
  };
}
