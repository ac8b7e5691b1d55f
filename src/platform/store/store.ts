import type { Kysely } from "kysely";
import type { EngineTraits } from "./engines.ts";
import type { Parameters, Prepared } from "./prepare.ts";
import type { Row, Table } from "./table.ts";

/**
 * One operator's database. It is passed in; nothing imports a global one.
 * Contract: what `transaction` resolved is durable; what it rejected left nothing behind.
 */
export interface Store {
  /** Which engine this is, and how it differs: see engines.ts. */
  readonly engine: EngineTraits;
  /** The operator whose data this is. */
  readonly operator: string;

  /**
   * Runs one unit of work, alone against all others (SQLite) or at read committed (PostgreSQL), and resolves with
   * its value after its commit is durable. A unit awaits the database and nothing else, may be run again after a
   * serialisation failure, and so has no effect outside `tx` but by `tx.afterCommit`.
   * A statement that fails ends the unit: it can neither go on nor commit, whatever it catches.
   * Throws what the unit threw (nothing stored); `StoreError` with a code otherwise. After `store-uncertain` alone it
   * may be stored: the answer to its commit was lost, and only the caller's own idempotency can tell.
   */
  transaction<T>(unit: (tx: Transaction) => Promise<T>, options?: UnitOptions): Promise<T>;

  /**
   * Reads one consistent snapshot, beside the writer; it has 10 s, and may be run again. Never for personal data that is to be opened: opening is
   * journalled, so it happens in a transaction.
   */
  read<T>(query: (reader: Reader) => Promise<T>): Promise<T>;

  /**
   * A number that changes whenever another connection has committed (SQLite's `data_version`), or null where the
   * engine has none. What is cached in memory is good only while it stays the same.
   */
  dataVersion(): number | null;

  /**
   * Removes what was deleted from the engine's own files. SQLite: it was overwritten at once, and resolves when the log
   * is empty too. PostgreSQL: vacuums the tables; their free space is overwritten as it is used again.
   */
  scrub(tables: readonly string[]): Promise<void>;

  /** Waits for the units that run, refuses new ones, releases the files. Idempotent. */
  close(): Promise<void>;
}

export interface UnitOptions {
  /** How long the unit may take in all, ms. Default 1000. */
  readonly timeout?: number;
  /**
   * How long the unit may wait for others that share its commit, ms, where the engine shares commits: for work that
   * nobody waits for. Default 0.
   */
  readonly patience?: number;
  /** `serializable` only where a rule spans rows; it is retried with jitter. Default `read committed`. */
  readonly isolation?: "read committed" | "serializable";
}

/** Of a unit that nobody waits for: a few others may join it. */
export const UNHURRIED: UnitOptions = { patience: 5 };

/** What can be read: by Kysely, or by a prepared query. */
export interface Reader {
  readonly engine: EngineTraits;
  /** A query builder over the caller's own tables: `tx.query<Tables<typeof jobTable>>()`. */
  query<DB>(): Kysely<DB>;
  /** Runs a prepared query; rows as declared (json parsed, booleans true or false, bytes as Uint8Array). */
  all<P extends Parameters, R>(prepared: Prepared<P, R>, parameters: P): Promise<R[]>;
  /** The first row of a prepared query, or undefined. */
  first<P extends Parameters, R>(prepared: Prepared<P, R>, parameters: P): Promise<R | undefined>;
}

/** One unit of work. Dead (every call throws) as soon as the unit has settled. */
export interface Transaction extends Reader {
  /** Unique within the process; what a Permit is bound to. */
  readonly id: string;
  /** True until the unit has settled. */
  readonly open: boolean;
  /** The store's clock at the start of the unit, ms: the one time of everything that it writes. */
  readonly at: number;
  /**
   * Inserts rows in as few statements as the engine allows, compiled once for each count. It may resolve before the
   * engine has answered: a row that it refuses ends the unit at the next statement, or instead of the commit.
   */
  insert<T extends Table>(table: T, rows: readonly Row<T>[]): Promise<void>;
  /** Runs a prepared statement that changes rows; resolves with how many it changed. */
  change<P extends Parameters>(prepared: Prepared<P, unknown>, parameters: P): Promise<number>;
  /**
   * Runs after this unit's commit is durable and before `transaction` resolves. May be async; awaited. When it throws,
   * `transaction` rejects with `after-commit-failed`, and what the unit stored stays stored.
   */
  afterCommit(action: () => void | Promise<void>): void;
}
