import type { Pseudonym, Store, Transaction } from "../store/index.ts";
import type { JobKind } from "./job-kind.ts";

/** One attempt at one job, as its handler sees it. */
export interface JobContext<P> {
  readonly id: string;
  readonly shardKey: Pseudonym;
  readonly payload: P;
  /** 1 for the first. */
  readonly attempt: number;
  readonly store: Store;
  /** Aborted when the process stops, the attempt has taken too long, or the job is another's or cancelled. */
  readonly signal: AbortSignal;
  /**
   * Ends the job inside the handler's own unit of work, so that its effect and its end are one commit: exactly once.
   * @throws JobError `lease-lost`, which undoes that unit, when the job is another's by now or cancelled
   */
  done(tx: Transaction): Promise<void>;
}

/**
 * Does a job. Returning ends it; throwing tries it again later (see JobFailure). It may be called again after it has
 * succeeded, when the process died before that was stored.
 */
export type JobHandler<P> = (job: JobContext<P>) => Promise<void>;

/** A job that was put on the dead list just now. */
export interface DeadContext<P> {
  readonly id: string;
  readonly shardKey: Pseudonym;
  readonly payload: P;
  /** Of its last failure; `lease-expired` when the process died under it each time. */
  readonly code: string;
}

export interface HandlerOptions<P> {
  /**
   * Says in its room, in the unit that puts the job on the dead list, that nothing more will come of it by itself.
   * Staff may still try it again: then the handler runs, and finds what it finds. What this throws is dropped with
   * its changes, and the job is dead all the same.
   */
  readonly onDead?: (tx: Transaction, job: DeadContext<P>) => Promise<void>;
}

declare const boundBrand: unique symbol;

/** A handler with its kind. Made by `handle`. */
export interface BoundHandler {
  readonly kind: JobKind;
  run(job: JobContext<unknown>): Promise<void>;
  readonly onDead?: (tx: Transaction, job: DeadContext<unknown>) => Promise<void>;
  readonly [boundBrand]?: true;
}

/** Binds a handler to its kind, for createWorker. The payload is parsed again: it may have been queued by an older version. */
export function handle<P>(
  kind: JobKind<P>,
  handler: JobHandler<P>,
  { onDead }: HandlerOptions<P> = {},
): BoundHandler {
  return {
    kind,
    run: async (job) => handler({ ...job, payload: kind.payload.parse(job.payload) }),
    ...(onDead === undefined
      ? {}
      : { onDead: async (tx, job) => onDead(tx, { ...job, payload: kind.payload.parse(job.payload) }) }),
  };
}
