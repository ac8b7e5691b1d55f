import type { KeyObject } from "node:crypto";
import type { Clock } from "../../platform/clock/index.ts";
import { uuidv4 } from "../../platform/random/index.ts";
import { prepare, type Store, StoreError } from "../../platform/store/index.ts";
import { appendEntry } from "./append-entry.ts";
import { CheckpointKeeper, type CheckpointMemory } from "./checkpoint-memory.ts";
import { type Continued, continueLog } from "./continue-log.ts";
import { numberOf } from "./current-log.ts";
import type { EntryMaker } from "./entry-maker.ts";
import type { JournalTables } from "./journal.table.ts";
import type { Checkpoint } from "./journal.ts";
import { recallCheckpoint } from "./recall-checkpoint.ts";
import { type LogOptions, openFirstLog } from "./open-log.ts";
import type { PendingSeal } from "./pending-seal.ts";
import { type Batch, releaseLease, sequenceBatch } from "./sequence-batch.ts";

export interface SequencerOptions extends LogOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly onTrouble?: (trouble: Trouble) => void;
  /** Remembers what is signed, and tells at the start a store that was put back from an older copy. */
  readonly memory?: CheckpointMemory;
  /** Called by `start` when it was, after the next log was opened. */
  readonly onContinued?: (continued: Continued) => void;
  /** Most entries of one batch, which other units wait for. Default 1,000. */
  readonly batch?: number;
  /** Rest between batches, ms, so that entries gather and checkpoints stay few. Default 50. */
  readonly pause?: number;
  /** How often it looks without being nudged, ms. Default 1,000. */
  readonly interval?: number;
  /** How long its lease holds after a batch, ms. Default 5,000. */
  readonly lease?: number;
}

/** What a sequencer reports, at each look, for as long as it lasts. */
export type Trouble =
  /** An entry has waited for more than 10 s; `waited` in ms by the monotonic clock. */
  | { readonly kind: "entry-unsequenced"; readonly waited: number }
  /** Rows that the journal had not written were found waiting for a place, and put aside; `count` of them. */
  | { readonly kind: "entry-forged"; readonly count: number }
  /** A file of the memory holds no checkpoint; it counts as absent. */
  | { readonly kind: "memory-damaged"; readonly file: string }
  /** The memory could not keep a checkpoint; it will be tried again with the next. */
  | { readonly kind: "memory-failed"; readonly error: unknown }
  /** A batch failed and was undone; it will be tried again. */
  | { readonly kind: "batch-failed"; readonly error: unknown };

/** How long a batch may take that looks for each of its entries in the log, ms. */
const DOUBTFUL = 10_000;
const ALARM_AFTER = 10_000;
/** Wall clock and monotonic clock may part by this much between two looks, ms: slewing is slower by far. */
const CLOCK_BOUND = 2_000;

const forged = prepare<JournalTables>()((db) =>
  db.selectFrom("journal_forged").select((eb) => eb.fn.countAll<number>().as("count")),
);

const oldestPending = prepare<JournalTables>()((db) =>
  db.selectFrom("journal_pending").select("id").orderBy("id").limit(1),
);

/**
 * Gives entries their places, in batches, while it holds the log's lease. Several may run, in any number of processes;
 * one at a time extends the log.
 */
export class Sequencer {
  readonly #options: SequencerOptions;
  readonly #maker: EntryMaker;
  readonly #seal: PendingSeal;
  readonly #key: KeyObject;
  readonly #owner: string;
  readonly #onCheckpoint: () => void;
  readonly #keeper: CheckpointKeeper | null;
  #running: Promise<void> | null = null;
  #nudged = false;
  #leading = true;
  #timer: NodeJS.Timeout | null = null;
  #clocks: { readonly wall: number; readonly monotonic: number };
  /** Ends the rest between batches. */
  #wake: (() => void) | null = null;
  /** How many wait for the batch that runs: no rest follows it, since its timer would keep no process alive. */
  #awaited = 0;
  #waiting: { readonly id: string; readonly since: number } | null = null;

  constructor(options: SequencerOptions, maker: EntryMaker, seal: PendingSeal, onCheckpoint: () => void) {
    this.#options = options;
    this.#maker = maker;
    this.#seal = seal;
    this.#key = options.key;
    this.#owner = uuidv4(options.random);
    this.#onCheckpoint = onCheckpoint;
    this.#keeper = keeperOf(options);
    this.#clocks = { wall: options.clock.now(), monotonic: options.clock.monotonic() };
  }

  /**
   * Opens the log where there is none, or the next one where the store is older than what the memory knows to be
   * signed, and looks for entries from now on until `stop`.
   * @throws JournalError `checkpoint-not-ours`
   */
  async start(): Promise<void> {
    await this.#open();
    this.#timer ??= setInterval(() => this.#run(true), this.#options.interval ?? 1_000);
    this.#timer.unref();
  }

  /** Says that an entry was committed. Returns at once; nothing happens before `start` or while another leads. */
  nudge(): void {
    this.#nudged = true;
    if (this.#timer !== null && this.#leading) this.#run(false);
  }

  /** Places everything that is pending now. Rejects with what a batch failed with. */
  async drain(): Promise<void> {
    await this.#rested();
    for (;;) {
      const { leading, sequenced, forged } = await this.runBatch();
      if (!leading || sequenced + forged === 0) return;
    }
  }

  /** One batch; the unit that a test or a bulk load runs by itself. */
  async runBatch(): Promise<Batch> {
    const done = await this.#sequence(false).catch((error: unknown) => {
      if (error instanceof StoreError && error.code === "conflict") return this.#sequence(true);
      throw error;
    });
    this.#leading = done.leading;
    if (done.forged > 0) this.#options.onTrouble?.({ kind: "entry-forged", count: done.forged });
    if (done.checkpoint !== null) this.#signed(done.checkpoint);
    return done;
  }

  async #open(): Promise<void> {
    const { store, memory, onTrouble, onContinued } = this.#options;
    const { newest: known, damaged } =
      memory === undefined ? { newest: null, damaged: [] } : await recallCheckpoint(memory, this.#options);
    for (const file of damaged) onTrouble?.({ kind: "memory-damaged", file });
    const continued = known === null ? null : await continueLog(store, this.#options, known);
    if (continued !== null) onContinued?.(continued);
    const opened = continued?.checkpoint ?? (await openFirstLog(store, this.#options));
    if (opened !== null) this.#signed(opened);
  }

  #signed(checkpoint: Checkpoint): void {
    this.#onCheckpoint();
    this.#keeper?.signed(checkpoint);
  }

  #sequence(doubtful: boolean): Promise<Batch> {
    const { store, lease: length = 5_000, batch: limit = 1_000 } = this.#options;
    const lease = { owner: this.#owner, length };
    return store.transaction(
      (tx) => sequenceBatch(tx, { key: this.#key, seal: this.#seal, lease, limit, doubtful }),
      doubtful ? { timeout: DOUBTFUL } : {},
    );
  }

  /** Stops looking, waits for the batch that runs, and lets another sequencer take over. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#nudged = false;
    await this.#rested();
    try {
      await this.#options.store.transaction((tx) => releaseLease(tx, this.#owner));
    } finally {
      await this.#keeper?.flush();
    }
  }

  /**
   * Journals a jump of the machine's clock since the last look. Order and proofs do not rest on that clock; what
   * entries claim of their time does.
   */
  async noteClockJump(): Promise<void> {
    const { store, clock } = this.#options;
    const now = { wall: clock.now(), monotonic: clock.monotonic() };
    const jumped = Math.round(now.wall - this.#clocks.wall - (now.monotonic - this.#clocks.monotonic));
    this.#clocks = now;
    if (Math.abs(jumped) <= CLOCK_BOUND) return;
    await store.transaction(async (tx) => {
      await appendEntry(tx, this.#maker, {
        event: "clock-jumped",
        actor: { kind: "system", id: "journal" },
        details: { byMs: jumped },
      });
    });
  }

  #run(timed: boolean): void {
    if (this.#running !== null) return;
    this.#running = this.#look(timed)
      .catch((error: unknown) => this.#options.onTrouble?.({ kind: "batch-failed", error }))
      .finally(() => {
        this.#running = null;
        if (this.#nudged && this.#leading && this.#timer !== null) this.#run(false);
      });
  }

  async #look(timed: boolean): Promise<void> {
    if (timed) {
      await this.noteClockJump();
      await this.checkWaiting();
      // An idle log costs one read a look, and no write for a lease that nobody wants.
      if (this.#waiting === null) return;
    }
    while (this.#timer !== null) {
      this.#nudged = false;
      const { leading, sequenced, forged } = await this.runBatch();
      if (!leading) return;
      if (sequenced + forged < (this.#options.batch ?? 1_000)) {
        if (this.#awaited > 0) return;
        await this.#rest(this.#options.pause ?? 50);
        if (!this.#nudged) return;
      }
    }
  }

  /** Resolves when the batch that runs is over, without the rest that would follow it. */
  async #rested(): Promise<void> {
    this.#awaited++;
    this.#wake?.();
    await this.#running;
    this.#awaited--;
  }

  /** The timer keeps no process alive, so whoever waits for the sequencer wakes it. */
  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms).unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Reports an entry that has waited for more than 10 s, by the clock that does not jump, and what was put aside. */
  async checkWaiting(): Promise<void> {
    const { store, clock, onTrouble } = this.#options;
    const { oldest, aside } = await store.read(async (reader) => ({
      oldest: await reader.first(oldestPending, {}),
      aside: await reader.first(forged, {}),
    }));
    if (aside !== undefined && aside.count > 0) onTrouble?.({ kind: "entry-forged", count: aside.count });
    const now = clock.monotonic();
    if (oldest === undefined) this.#waiting = null;
    else if (this.#waiting?.id !== oldest.id) this.#waiting = { id: oldest.id, since: now };
    const waited = this.#waiting === null ? 0 : now - this.#waiting.since;
    if (waited > ALARM_AFTER) onTrouble?.({ kind: "entry-unsequenced", waited });
  }
}

function keeperOf({ memory, origin, onTrouble }: SequencerOptions): CheckpointKeeper | null {
  if (memory === undefined) return null;
  return new CheckpointKeeper({
    memory,
    numberOf: (checkpoint) => numberOf(checkpoint.origin, origin) ?? 1,
    onFailure: (error) => onTrouble?.({ kind: "memory-failed", error }),
  });
}
