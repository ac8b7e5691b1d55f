import type { Random } from "../random/index.ts";
import { type Pseudonym, type Store, type Transaction, UNHURRIED } from "../store/index.ts";
import type { BoundHandler } from "./handler.ts";
import { bury } from "./bury.ts";
import { dueJobs, takeJob } from "./job.table.ts";

/** A job that this worker holds. */
export interface ClaimedJob {
  readonly id: string;
  readonly shardKey: Pseudonym;
  readonly fence: number;
  readonly attempt: number;
  readonly payload: unknown;
  readonly handler: BoundHandler;
}

export interface Claims {
  readonly claimed: readonly ClaimedJob[];
  /** Jobs that died here: their last attempt ended with its process. */
  readonly buried: readonly { readonly id: string; readonly kind: string; readonly attempt: number }[];
  /** True when another worker was quicker somewhere, so that looking again at once is worth it. */
  readonly contended: boolean;
}

/** The jobs that run in this process, by their ids. */
type Running = Pick<ReadonlyMap<string, unknown>, "has" | "size">;

/** How many more candidates are drawn from after a clash, so that workers do not all reach for the same jobs. */
const SPREAD = 4;

/** Claims due jobs for one worker, on any number of machines without any of them claimed twice. */
export class Claimer {
  readonly #store: Store;
  readonly #random: Random;
  readonly #handlers: ReadonlyMap<string, BoundHandler>;
  readonly #worker: string;
  readonly #lease: number;
  readonly #due: { readonly all: ReturnType<typeof dueJobs>; readonly unleased: ReturnType<typeof dueJobs> };
  #spread = false;

  constructor(options: {
    store: Store;
    random: Random;
    handlers: ReadonlyMap<string, BoundHandler>;
    worker: string;
    lease: number;
  }) {
    this.#store = options.store;
    this.#random = options.random;
    this.#handlers = options.handlers;
    this.#worker = options.worker;
    this.#lease = options.lease;
    const kinds = [...options.handlers.keys()];
    this.#due = { all: dueJobs(kinds, true), unleased: dueJobs(kinds, false) };
  }

  /**
   * Claims at most `limit` jobs, none of those that run here. The look comes first and outside a transaction: an idle
   * poll never waits for the writer.
   */
  async claim(now: number, limit: number, expired: boolean, running: Running): Promise<Claims> {
    const drawn = (this.#spread ? limit * SPREAD : limit) + running.size;
    const found = await this.#store.read((reader) =>
      reader.all(expired ? this.#due.all : this.#due.unleased, { now, limit: drawn }),
    );
    const due = found.filter((job) => !running.has(job.id));
    if (due.length === 0) return { claimed: [], buried: [], contended: false };
    const chosen = this.#choose(due, limit);
    const [spent, fresh] = [chosen.filter(this.#isSpent), chosen.filter((job) => !this.#isSpent(job))];
    // Before anything is taken: what fails here leaves no job claimed that nobody has begun.
    const buried = await this.#buryAll(spent);
    const take = (tx: Transaction) => this.#take(tx, fresh);
    const claimed = fresh.length === 0 ? [] : await this.#store.transaction(take, UNHURRIED);
    const contended = claimed.length + buried.length < chosen.length;
    this.#spread = contended;
    return { claimed, buried, contended };
  }

  /** Some of the candidates, in the order of their keys: two workers that lock in one order cannot deadlock. */
  #choose<T extends { readonly shard_key: string; readonly id: string }>(due: T[], limit: number): T[] {
    const drawn = due.map((job) => ({ job, lot: due.length > limit ? this.#lot() : 0 }));
    drawn.sort((a, b) => a.lot - b.lot);
    const chosen = drawn.slice(0, limit).map(({ job }) => job);
    const key = (job: T) => `${job.shard_key} ${job.id}`;
    return chosen.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  #lot(): number {
    const bytes = this.#random.bytes(4);
    return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  }

  readonly #isSpent = (job: DueJob): boolean => {
    const handler = this.#handlers.get(job.kind);
    return handler !== undefined && job.attempts >= handler.kind.attempts;
  };

  /** Each in a unit of its own: one room's words about its dead do not hold up what can be done. */
  async #buryAll(spent: readonly DueJob[]): Promise<Claims["buried"]> {
    const buried: { id: string; kind: string; attempt: number }[] = [];
    for (const { id, kind, shard_key: shardKey, fence, payload, attempts } of spent) {
      const handler = this.#handlers.get(kind);
      if (handler === undefined) continue;
      const dying = { id, shardKey, fence, payload, handler };
      if (await bury(this.#store, dying, "lease-expired")) buried.push({ id, kind, attempt: attempts });
    }
    return buried;
  }

  async #take(tx: Transaction, chosen: readonly DueJob[]): Promise<ClaimedJob[]> {
    const claimed: ClaimedJob[] = [];
    for (const job of chosen) {
      const handler = this.#handlers.get(job.kind);
      if (handler === undefined) continue;
      const claim = { shardKey: job.shard_key, id: job.id, fence: job.fence };
      const taking = { ...claim, now: tx.at, until: tx.at + this.#lease, worker: this.#worker };
      if ((await tx.change(takeJob, taking)) === 1) {
        const { payload, attempts } = job;
        claimed.push({ ...claim, fence: job.fence + 1, attempt: attempts + 1, payload, handler });
      }
    }
    return claimed;
  }
}

interface DueJob {
  readonly shard_key: Pseudonym;
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly fence: number;
}
