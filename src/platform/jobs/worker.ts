import type { Clock } from "../clock/index.ts";
import { type Random, uuidv7 } from "../random/index.ts";
import type { Store } from "../store/index.ts";
import { Bell } from "./bell.ts";
import { type ClaimedJob, Claimer } from "./claim-jobs.ts";
import { ClockWatch, JUMP } from "./clock-watch.ts";
import type { BoundHandler } from "./handler.ts";
import type { ReportJobEvent } from "./job-events.ts";
import type { JobQueue } from "./job-queue.ts";
import { anchorWaits, renewLease } from "./job.table.ts";
import { codeOf, JobError } from "./jobs.errors.ts";
import { runJob } from "./run-job.ts";

export interface WorkerOptions {
  readonly store: Store;
  /** This process's queue, whose commits wake the worker at once. Other processes' jobs are found by polling. */
  readonly queue: JobQueue;
  /** One for each kind that this process serves; other kinds are left to others. */
  readonly handlers: readonly BoundHandler[];
  readonly clock: Clock;
  readonly random: Random;
  readonly report?: ReportJobEvent;
  /** Jobs at a time. Default 4. */
  readonly concurrency?: number;
  /**
   * Asked before jobs are claimed: true while somebody waits for this process. Then jobs are put off; those that have
   * been put off for `patience` run one at a time, and for a minute as if nobody waited.
   */
  readonly busy?: () => boolean;
  /** How long after it fell due a job is put off at most, ms. Default 5,000. */
  readonly patience?: number;
  /** How long a job stays ours without a renewal, ms. Clocks of all processes agree within it. Default 30,000. */
  readonly lease?: number;
  /** Between two looks at an empty queue, ms. Default 1000. */
  readonly poll?: number;
}

/** Runs the jobs of one operator in this process. */
export interface Worker {
  /** Begins to look for jobs, now and whenever some are queued. */
  start(): void;
  /** Runs what is due until nothing is; resolves with how many attempts were made. For use without `start`. */
  runDue(): Promise<number>;
  /**
   * Claims no more, tells handlers by their signal, and waits for them, at most `timeout` ms (default 10,000). What
   * has not ended by then runs again elsewhere when its lease is out. Idempotent.
   */
  stop(timeout?: number): Promise<void>;
}

/** @throws JobError `handlers-overlap` */
export function createWorker(options: WorkerOptions): Worker {
  return new JobWorker(options);
}

interface Running {
  readonly job: ClaimedJob;
  readonly lost: AbortController;
  readonly ended: Promise<void>;
  /** By the clock that never jumps. */
  renewedAt: number;
}

/** Between two looks for waits that a clock running ahead has stamped, ms. */
const ANCHOR_INTERVAL = 60_000;
const LONGEST_PAUSE = 30_000;
/** While somebody waits: between two questions whether they still do, ms. */
const ASK_AGAIN = 20;
/** Jobs that were put off for so long run as if nobody waited, ms: no traffic keeps mail from going out. */
const LONGEST_PUT_OFF = 60_000;
/** While somebody waits: between two looks for jobs that were put off for too long, ms. */
const LOOK_FOR_OVERDUE = 200;

class JobWorker implements Worker {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #report: ReportJobEvent;
  readonly #concurrency: number;
  readonly #busy: () => boolean;
  readonly #patience: number;
  readonly #lease: number;
  readonly #poll: number;
  readonly #claimer: Claimer;
  readonly #watch: ClockWatch;
  readonly #running = new Map<string, Running>();
  readonly #stopping = new AbortController();
  readonly #bell = new Bell();
  readonly #unsubscribe: () => void;
  #renewals: NodeJS.Timeout | undefined;
  #loop: Promise<void> | undefined;
  #attempts = 0;
  /** Until when, by the clock that never jumps, other workers' leases are left alone. */
  #calmUntil = Number.NEGATIVE_INFINITY;
  #anchorAt = Number.NEGATIVE_INFINITY;
  /** Whether somebody waited at the last look. */
  #puttingOff = false;
  /** When, by that clock, the queue is next looked through for what is overdue. */
  #overdueAt = Number.NEGATIVE_INFINITY;

  constructor(options: WorkerOptions) {
    const handlers = new Map(options.handlers.map((handler) => [handler.kind.name, handler]));
    if (handlers.size < options.handlers.length) throw new JobError("handlers-overlap");
    this.#store = options.store;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#report = options.report ?? (() => undefined);
    this.#concurrency = options.concurrency ?? 4;
    this.#busy = options.busy ?? (() => false);
    this.#patience = options.patience ?? 5000;
    this.#lease = options.lease ?? 30_000;
    this.#poll = options.poll ?? 1000;
    this.#claimer = new Claimer({
      store: options.store,
      random: options.random,
      handlers,
      worker: uuidv7(options.clock.now(), options.random),
      lease: this.#lease,
    });
    this.#watch = new ClockWatch(options.clock);
    this.#unsubscribe = options.queue.onEnqueued(() => this.#bell.ring());
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  async runDue(): Promise<number> {
    const before = this.#attempts;
    while (!this.#stopping.signal.aborted) {
      const more = await this.#look();
      if (more) continue;
      if (this.#running.size === 0) break;
      await Promise.race([...this.#running.values()].map((running) => running.ended));
    }
    return this.#attempts - before;
  }

  async stop(timeout = 10_000): Promise<void> {
    this.#unsubscribe();
    this.#stopping.abort();
    this.#bell.ring();
    await this.#loop;
    const patience = new Bell();
    const all = Promise.all([...this.#running.values()].map((running) => running.ended));
    await Promise.race([all.then(() => patience.ring()), patience.sleep(timeout)]);
    clearInterval(this.#renewals);
    this.#renewals = undefined;
    for (const running of this.#running.values()) running.lost.abort();
  }

  async #run(): Promise<void> {
    let pause = this.#poll;
    while (!this.#stopping.signal.aborted) {
      try {
        while (await this.#look());
        pause = this.#poll;
      } catch (error) {
        this.#report({ event: "worker-failed", code: codeOf(error) });
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
      await this.#bell.sleep(this.#puttingOff ? Math.min(pause, ASK_AGAIN) : pause);
    }
  }

  /** Claims what fits and begins it. True when there may be more to claim at once. */
  async #look(): Promise<boolean> {
    if (this.#stopping.signal.aborted) return false;
    await this.#mindClock();
    this.#puttingOff = this.#busy();
    return this.#puttingOff ? this.#lookForOverdue() : this.#claim(this.#concurrency, this.#clock.now());
  }

  /**
   * One at a time of those that were put off for too long, and several of those that were for far too long: one that
   * hangs does not keep all others. Where there was none, the next look can wait.
   */
  async #lookForOverdue(): Promise<boolean> {
    const now = this.#clock.monotonic();
    if (now < this.#overdueAt) return false;
    const at = this.#clock.now();
    const longest = Math.max(this.#patience, LONGEST_PUT_OFF);
    const found =
      (await this.#claim(this.#concurrency, at - longest)) || (await this.#claim(1, at - this.#patience));
    if (!found && this.#running.size === 0) this.#overdueAt = now + LOOK_FOR_OVERDUE;
    return found;
  }

  /** Claims jobs that fell due by then, so that at most so many run. */
  async #claim(atMost: number, dueBy: number): Promise<boolean> {
    const free = atMost - this.#running.size;
    if (free <= 0) return false;
    const calm = this.#clock.monotonic() < this.#calmUntil;
    const { claimed, buried, contended } = await this.#claimer.claim(dueBy, free, !calm, this.#running);
    for (const job of buried) this.#report({ event: "job-dead", code: "lease-expired", ...job });
    for (const job of claimed) this.#begin(job);
    return contended || claimed.length + buried.length > 0;
  }

  /**
   * A clock set forward makes every lease look expired: so leases are left alone for the length of one, in which
   * whoever is alive renews them. A clock set back would make what is due wait: so waits stamped by the faster clock
   * begin anew.
   */
  async #mindClock(): Promise<void> {
    const by = this.#watch.look();
    const monotonic = this.#clock.monotonic();
    if (by !== 0) {
      this.#report({ event: "clock-jumped", by });
      this.#calmUntil = monotonic + this.#lease;
    }
    if (by < 0 || monotonic >= this.#anchorAt) {
      this.#anchorAt = monotonic + ANCHOR_INTERVAL;
      const now = this.#clock.now();
      await this.#store.transaction((tx) => tx.change(anchorWaits, { now, ahead: now + JUMP }));
    }
  }

  #begin(job: ClaimedJob): void {
    const lost = new AbortController();
    const attempt = {
      store: this.#store,
      random: this.#random,
      report: this.#report,
      lost: lost.signal,
      stopping: this.#stopping.signal,
    };
    this.#attempts++;
    const ended = runJob(job, attempt)
      .catch((error: unknown) => this.#report({ event: "worker-failed", code: codeOf(error) }))
      .finally(() => {
        this.#running.delete(job.id);
        if (this.#running.size === 0) {
          clearInterval(this.#renewals);
          this.#renewals = undefined;
        }
        this.#bell.ring();
      });
    this.#running.set(job.id, { job, lost, ended, renewedAt: this.#clock.monotonic() });
    this.#renewals ??= setInterval(() => void this.#renew(), Math.ceil(this.#lease / 3));
  }

  /** Keeps what runs here ours, in the order of keys; whatever is not ours any more is told so. */
  async #renew(): Promise<void> {
    const running = [...this.#running.values()].sort((a, b) => (keyOf(a.job) < keyOf(b.job) ? -1 : 1));
    if (running.length === 0) return;
    const asked = this.#clock.monotonic();
    try {
      const kept = await this.#store.transaction(async (tx) => {
        const counts: number[] = [];
        for (const { job } of running) {
          const claim = { shardKey: job.shardKey, id: job.id, fence: job.fence };
          counts.push(await tx.change(renewLease, { ...claim, now: tx.at, until: tx.at + this.#lease }));
        }
        return counts;
      });
      running.forEach((one, index) => {
        if (kept[index] === 1) one.renewedAt = asked;
        else one.lost.abort();
      });
    } catch (error) {
      this.#report({ event: "worker-failed", code: codeOf(error) });
      for (const one of running) {
        if (this.#clock.monotonic() - one.renewedAt >= this.#lease) one.lost.abort();
      }
    }
  }
}

function keyOf(job: ClaimedJob): string {
  return `${job.shardKey} ${job.id}`;
}
