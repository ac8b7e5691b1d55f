import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import type { Clock } from "../../clock/index.ts";
import type { Random } from "../../random/index.ts";
import type { EngineStore, TableShape } from "../engine-store.ts";
import { ENGINES } from "../engines.ts";
import { StoreError } from "../store.errors.ts";
import type { Reader, UnitOptions } from "../store.ts";
import type { Unit } from "../unit.ts";
import { describePostgresTables } from "./describe-postgres-tables.ts";
import { gatherWrites } from "./gather-writes.ts";
import {
  hasStalePlan,
  isConnectionLoss,
  isWorthRepeating,
  storeErrorOf,
  wasNeverSent,
} from "./postgres-errors.ts";
import { STATEMENT_MS } from "./postgres-pool.ts";
import { PostgresUnit } from "./postgres-unit.ts";

const UNIT_MS = 1000;
const READ_MS = 10_000;
/** How often a unit that loses against others is run. */
const ATTEMPTS = 12;
/** The longest wait between two attempts, ms. */
const LONGEST_WAIT_MS = 200;

/** How long a commit may take, ms. */
const COMMIT_MS = 10_000;

/** A store in a schema of a PostgreSQL database. The server groups commits by itself. */
export class PostgresStore implements EngineStore {
  readonly engine = ENGINES.postgres;
  readonly operator: string;
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #running = new Set<Promise<void>>();
  #closing: Promise<void> | undefined;

  constructor(operator: string, pool: Pool, clock: Clock, random: Random) {
    this.operator = operator;
    this.#pool = pool;
    this.#clock = clock;
    this.#random = random;
  }

  transaction<T>(unit: (tx: Unit) => Promise<T>, options: UnitOptions = {}): Promise<T> {
    const isolation = options.isolation ?? "read committed";
    return this.#track(() =>
      this.#repeat(unit, `begin isolation level ${isolation}`, options.timeout ?? UNIT_MS),
    );
  }

  read<T>(query: (reader: Reader) => Promise<T>): Promise<T> {
    return this.#track(() => this.#repeat(query, "begin isolation level repeatable read read only", READ_MS));
  }

  dataVersion(): null {
    return null;
  }

  async scrub(tables: readonly string[]): Promise<void> {
    await this.#track(async () => {
      for (const table of tables) {
        try {
          await this.#pool.query(`vacuum "${table}"`);
        } catch (error) {
          throw storeErrorOf(error);
        }
      }
    });
  }

  close(): Promise<void> {
    this.#closing ??= Promise.all(this.#running).then(() => this.#pool.end());
    return this.#closing;
  }

  describe(unit: Unit, tables: readonly string[]): Promise<ReadonlyMap<string, TableShape>> {
    return describePostgresTables(unit, tables);
  }

  /** Runs a unit, again when it lost against another, and then what follows its commit. */
  async #repeat<T>(run: (unit: Unit) => Promise<T>, begin: string, limit: number): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        const { value, unit } = await this.#attempt(run, begin, limit);
        if (unit.hasAfterCommit) await follow(unit);
        return value;
      } catch (error) {
        if (!isWorthRepeating(error) || attempt === ATTEMPTS) throw error;
      }
      await sleep(this.#jitter(Math.min(2 ** attempt, LONGEST_WAIT_MS)));
    }
  }

  /** One run of a unit on one connection, from its `begin` to its commit or rollback. */
  async #attempt<T>(
    run: (unit: Unit) => Promise<T>,
    begin: string,
    limit: number,
  ): Promise<{ readonly value: T; readonly unit: Unit }> {
    const client = await this.#connect();
    const begun = command(client, begin);
    const unit = new PostgresUnit(client, this.#clock.now(), begun);
    try {
      if (limit > STATEMENT_MS) await command(client, `set local statement_timeout = ${limit}`);
      const value = await within(limit, async () => run(unit));
      await begun;
      if (unit.failure !== undefined) throw unit.failure;
      unit.end();
      await commit(client, unit);
      client.release();
      return { value, unit };
    } catch (error) {
      unit.end();
      await abandon(client, error);
      throw error;
    }
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw storeErrorOf(error);
    }
  }

  #track<T>(run: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) return Promise.reject(new StoreError("store-closed"));
    const running = run();
    const ended = running.then(
      () => {},
      () => {},
    );
    this.#running.add(ended);
    void ended.then(() => this.#running.delete(ended));
    return running;
  }

  #jitter(most: number): number {
    return ((this.#random.bytes(1)[0] as number) / 256) * most;
  }
}

async function command(client: PoolClient, sql: string): Promise<string> {
  try {
    gatherWrites(client);
    return (await client.query(sql)).command;
  } catch (error) {
    throw storeErrorOf(error);
  }
}

/**
 * Commits. An answer that never came leaves it unknown whether the server did, and is not to be called a failure. A
 * statement whose answer is still on its way makes the server undo the unit instead, when it fails.
 */
async function commit(client: PoolClient, unit: PostgresUnit): Promise<void> {
  let answer: string;
  try {
    answer = await within(COMMIT_MS, () => command(client, "commit"));
  } catch (error) {
    if (unit.refused || wasNeverSent(error)) throw unit.failure ?? error;
    const lost = error instanceof StoreError && (isConnectionLoss(error) || error.code === "store-timeout");
    throw lost ? new StoreError("store-uncertain", undefined, { cause: error }) : error;
  }
  if (answer === "COMMIT") return;
  throw unit.failure ?? new StoreError("store-failed", "the server undid the unit at its commit");
}

/** Undoes the unit and gives the connection back, or away when it may be in any state. */
async function abandon(client: PoolClient, error: unknown): Promise<void> {
  const unusable =
    error instanceof StoreError &&
    (isConnectionLoss(error) ||
      hasStalePlan(error) ||
      error.code === "store-timeout" ||
      error.code === "store-uncertain");
  if (unusable) return client.release(true);
  try {
    await within(COMMIT_MS, () => command(client, "rollback"));
    client.release();
  } catch {
    // The server undoes what a closed connection left open.
    client.release(true);
  }
}

async function follow(unit: Unit): Promise<void> {
  try {
    await unit.runAfterCommit();
  } catch (cause) {
    throw new StoreError("after-commit-failed", undefined, { cause });
  }
}

/** @throws StoreError `store-timeout` when `run` has not settled in `limit` ms */
async function within<T>(limit: number, run: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreError("store-timeout")), limit);
  });
  try {
    return await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}
