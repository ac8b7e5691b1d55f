import { ENGINES } from "../engines.ts";
import type { Statement } from "../statement.ts";
import { StoreError } from "../store.errors.ts";
import { type Result, type ResultRow, Unit, UnitReader } from "../unit.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { storeErrorOf } from "./sqlite-errors.ts";

/** Reads on a connection of its own, beside the writer. */
export class SqliteReader extends UnitReader {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    super(ENGINES.sqlite);
    this.#connection = connection;
  }

  rows(statement: Statement, values: readonly unknown[]): Promise<ResultRow[]> {
    return this.#attempt(() => this.#connection.rows(statement, values));
  }

  result(statement: Statement, values: readonly unknown[]): Promise<Result> {
    return this.#attempt(() => this.#connection.result(statement, values));
  }

  #attempt<T>(run: () => T): Promise<T> {
    try {
      this.guard();
      return Promise.resolve(run());
    } catch (error) {
      this.failure ??= storeErrorOf(error);
      return Promise.reject(this.failure);
    }
  }
}

/** A unit of work inside the writer's transaction. */
export class SqliteUnit extends Unit {
  readonly #connection: SqliteConnection;
  readonly #deadline: number;
  /** Whether others of the batch came before: only then is there something to come back to. */
  readonly #shared: boolean;
  #wrote = false;

  /** @param deadline by `performance.now()`, ms */
  constructor(connection: SqliteConnection, at: number, deadline: number, shared: boolean) {
    super(ENGINES.sqlite, at);
    this.#connection = connection;
    this.#deadline = deadline;
    this.#shared = shared;
  }

  /** Whether anything may have changed. */
  get wrote(): boolean {
    return this.#wrote;
  }

  rows(statement: Statement, values: readonly unknown[]): Promise<ResultRow[]> {
    try {
      this.#ready(statement);
      return Promise.resolve(this.#connection.rows(statement, values));
    } catch (error) {
      return this.#refuse(error);
    }
  }

  result(statement: Statement, values: readonly unknown[]): Promise<Result> {
    try {
      this.#ready(statement);
      return Promise.resolve(this.#connection.result(statement, values));
    } catch (error) {
      return this.#refuse(error);
    }
  }

  protected write(statement: Statement, values: readonly unknown[]): Promise<Result> {
    return this.result(statement, values);
  }

  /** Ends the unit and keeps what it did, inside the batch. */
  keep(): void {
    if (this.#wrote && this.#shared) this.#connection.release();
  }

  /** Undoes what it did, and nothing else's. */
  undo(): void {
    if (!this.#wrote || !this.#connection.isTransaction) return;
    if (this.#shared) this.#connection.rollbackToSavepoint();
    else this.#connection.rollback();
  }

  /** The savepoint waits for the first statement that can change something: most refusals come before it. */
  #ready(statement: Statement): void {
    this.guard();
    if (performance.now() > this.#deadline) throw new StoreError("store-timeout");
    if (statement.reads || this.#wrote) return;
    if (this.#shared) this.#connection.savepoint();
    this.#wrote = true;
  }

  #refuse(error: unknown): Promise<never> {
    const known = storeErrorOf(error);
    if (this.open) this.failure ??= known;
    return Promise.reject(known);
  }
}
