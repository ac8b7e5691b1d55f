import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../clock/index.ts";
import type { Random } from "../../random/index.ts";
import { StoreError } from "../store.errors.ts";
import type { UnitOptions } from "../store.ts";
import type { Unit } from "../unit.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { isBusy, storeErrorOf } from "./sqlite-errors.ts";
import { SqliteUnit } from "./sqlite-unit.ts";

/** How long a batch takes units in, ms. */
const BATCH_MS = 5;
/** How long the writer tries to get the file's write lock, ms. */
const BUSY_MS = 10_000;
/** How long after another process's commit the writer leaves gaps for it, ms. */
const RIVAL_MS = 1000;
const UNIT_MS = 1000;

/** A unit that waits for its turn, and then for its batch's commit. */
interface Work {
  readonly run: (unit: Unit) => Promise<unknown>;
  readonly limit: number;
  /** When it has waited long enough for company, by `performance.now()`. */
  readonly patientUntil: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  unit: SqliteUnit | undefined;
  /** What it came to, once it has run. */
  outcome: Outcome | undefined;
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

/**
 * The one writer of a SQLite store. Units run strictly one after another; those that arrive together share a commit,
 * and each learns its outcome only after it. Time limits are real time whatever the store's clock says: what they
 * bound is how long this process holds the file's lock.
 */
export class SqliteWriter {
  readonly #connection: SqliteConnection;
  readonly #clock: Clock;
  readonly #random: Random;
  #queue: Work[] = [];
  #working: Promise<void> | undefined;
  /** Ends the wait for company. */
  #hurry: (() => void) | undefined;
  #closed = false;
  #seenVersion: number;
  #rivalSeen = Number.NEGATIVE_INFINITY;
  readonly #unsettled = new Set<Promise<void>>();

  constructor(connection: SqliteConnection, clock: Clock, random: Random) {
    this.#connection = connection;
    this.#clock = clock;
    this.#random = random;
    this.#seenVersion = connection.dataVersion();
  }

  run<T>(unit: (unit: Unit) => Promise<T>, options: UnitOptions | undefined): Promise<T> {
    if (this.#closed) return Promise.reject(new StoreError("store-closed"));
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({
        run: unit,
        limit: options?.timeout ?? UNIT_MS,
        patientUntil: performance.now() + (options?.patience ?? 0),
        resolve: resolve as (value: unknown) => void,
        reject,
        unit: undefined,
        outcome: undefined,
      });
      if ((options?.patience ?? 0) === 0) this.#hurry?.();
      this.#working ??= this.#drain();
    });
  }

  dataVersion(): number {
    return this.#connection.dataVersion();
  }

  /** Moves the log into the file and truncates it, as soon as no reader and no other process is in the way. */
  async truncateLog(): Promise<void> {
    const started = performance.now();
    for (;;) {
      if (this.#closed) throw new StoreError("store-closed");
      if (!this.#connection.isTransaction && this.#tryTruncate()) return;
      if (performance.now() - started > BUSY_MS) throw new StoreError("store-busy");
      await sleep(5 + this.#jitter(10));
    }
  }

  /** Refuses new units, waits for those that were taken, and releases the file. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#hurry?.();
    await this.#working;
    await Promise.all(this.#unsettled);
    this.#connection.close();
  }

  #tryTruncate(): boolean {
    try {
      return this.#connection.truncateLog();
    } catch (error) {
      if (isBusy(error)) return false;
      throw storeErrorOf(error);
    }
  }

  async #drain(): Promise<void> {
    await nextTurn();
    while (this.#queue.length > 0) {
      await this.#company();
      await this.#batch();
      // Sockets and timers get their turn; another process gets the lock, for which it can only ask again and again.
      await (this.#hasRival() ? sleep(1 + this.#jitter(2)) : nextTurn());
    }
    this.#working = undefined;
  }

  /** Waits while all that is queued has patience: what comes meanwhile shares the commit. */
  async #company(): Promise<void> {
    const first = Math.min(...this.#queue.map(({ patientUntil }) => patientUntil));
    const wait = first - performance.now();
    if (wait <= 0 || this.#closed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, wait);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#hurry = undefined;
  }

  async #batch(): Promise<void> {
    const refused = await this.#begin();
    if (refused !== undefined) return this.#refuse(this.#queue.splice(0), refused);
    const batch: Work[] = [];
    const until = performance.now() + BATCH_MS;
    do {
      const work = this.#queue.shift() as Work;
      await this.#perform(work, batch.length > 0);
      batch.push(work);
    } while (this.#connection.isTransaction && this.#queue.length > 0 && performance.now() < until);
    const first = batch[0] as Work;
    if (batch.length === 1) return this.#settle(this.#committed(first));
    const failed = this.#connection.isTransaction ? this.#commit() : true;
    if (failed === undefined) {
      for (const work of batch) this.#settle(work);
      return;
    }
    await this.#performAlone(batch);
  }

  /** After a batch has failed whole: each of its units again, with a commit of its own. */
  async #performAlone(batch: Work[]): Promise<void> {
    for (let work = batch.shift(); work !== undefined; work = batch.shift()) {
      const refused = await this.#begin();
      if (refused !== undefined) return this.#refuse([work, ...batch], refused);
      await this.#perform(work, false);
      this.#settle(this.#committed(work));
      await nextTurn();
    }
  }

  /** Runs one unit to its end inside the transaction, and undoes it there when it failed. Never rejects. */
  #perform(work: Work, shared: boolean): Promise<void> {
    const deadline = performance.now() + work.limit;
    const unit = new SqliteUnit(this.#connection, this.#clock.now(), deadline, shared);
    work.unit = unit;
    return new Promise((done) => {
      const finish = (outcome: Outcome): void => {
        if (!unit.open) return;
        unit.end();
        clearTimeout(timer);
        work.outcome = this.#concluded(unit, outcome);
        done();
      };
      const timer = setTimeout(() => finish({ error: new StoreError("store-timeout") }), work.limit);
      start(work.run, unit).then(
        (value) => {
          if (unit.failure !== undefined) finish({ error: unit.failure });
          else if (performance.now() > deadline) finish({ error: new StoreError("store-timeout") });
          else finish({ value });
        },
        (error: unknown) => finish({ error }),
      );
    });
  }

  #concluded(unit: SqliteUnit, outcome: Outcome): Outcome {
    try {
      if ("error" in outcome) unit.undo();
      else unit.keep();
      return outcome;
    } catch (error) {
      this.#connection.rollback();
      return { error: storeErrorOf(error) };
    }
  }

  /** Commits a unit that is alone in its transaction. */
  #committed(work: Work): Work {
    if (!this.#connection.isTransaction) return work;
    const failed = this.#commit();
    if (failed !== undefined) work.outcome = { error: failed };
    return work;
  }

  /** Commits, or undoes everything and returns why. */
  #commit(): unknown {
    try {
      this.#connection.commit();
      return undefined;
    } catch (error) {
      this.#connection.rollback();
      return storeErrorOf(error);
    }
  }

  #settle({ unit, outcome, resolve, reject }: Work): void {
    if (outcome === undefined || "error" in outcome) return reject(outcome?.error);
    if (unit?.hasAfterCommit !== true) return resolve(outcome.value);
    const settled = unit.runAfterCommit().then(
      () => resolve(outcome.value),
      (cause: unknown) => reject(new StoreError("after-commit-failed", undefined, { cause })),
    );
    this.#unsettled.add(settled);
    void settled.then(() => this.#unsettled.delete(settled));
  }

  #refuse(refused: readonly Work[], error: unknown): void {
    for (const work of refused) work.reject(error);
  }

  /** Takes the file's write lock, asking again while another process has it. Returns why it could not. */
  async #begin(): Promise<unknown> {
    const started = performance.now();
    for (;;) {
      try {
        this.#connection.begin();
        return undefined;
      } catch (error) {
        if (!isBusy(error) || performance.now() - started > BUSY_MS) return storeErrorOf(error);
      }
      await sleep(1 + this.#jitter(3));
    }
  }

  #hasRival(): boolean {
    const now = performance.now();
    try {
      const version = this.#connection.dataVersion();
      if (version !== this.#seenVersion) this.#rivalSeen = now;
      this.#seenVersion = version;
    } catch {
      // A file that cannot be read says so to the next unit.
    }
    return now - this.#rivalSeen < RIVAL_MS;
  }

  #jitter(most: number): number {
    return ((this.#random.bytes(1)[0] as number) / 256) * most;
  }
}

/** A unit's promise, also when it throws before it has made one. */
async function start(run: (unit: Unit) => Promise<unknown>, unit: Unit): Promise<unknown> {
  return run(unit);
}
