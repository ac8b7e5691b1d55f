import type { CompiledQuery, DatabaseConnection, Kysely, QueryResult } from "kysely";
import type { EngineTraits } from "./engines.ts";
import { insertParts } from "./insert-rows.ts";
import { kyselyFor } from "./kysely-for.ts";
import type { Parameters, Prepared } from "./prepare.ts";
import { Statement } from "./statement.ts";
import { StoreError } from "./store.errors.ts";
import type { Reader, Transaction } from "./store.ts";
import type { Row, Table } from "./table.ts";

export type ResultRow = Record<string, unknown>;

export interface Result {
  readonly rows: ResultRow[];
  /** How many rows were changed. */
  readonly changes: number;
}

/** What both engines' readers share. An engine says how one statement is run. */
export abstract class UnitReader implements Reader {
  readonly engine: EngineTraits;
  /** What the first statement that failed failed with. */
  failure: unknown;
  #open = true;
  #kysely: Kysely<unknown> | undefined;

  constructor(engine: EngineTraits) {
    this.engine = engine;
  }

  /** Runs one statement for its rows. Rejects when the unit is over or has failed. */
  abstract rows(statement: Statement, values: readonly unknown[]): Promise<ResultRow[]>;

  /** Runs one statement for its rows and for how many it changed. */
  abstract result(statement: Statement, values: readonly unknown[]): Promise<Result>;

  get open(): boolean {
    return this.#open;
  }

  /** From here on every call throws `unit-over`. */
  end(): void {
    this.#open = false;
  }

  query<DB>(): Kysely<DB> {
    this.guard();
    this.#kysely ??= kyselyFor(this.engine, new UnitConnection(this));
    return this.#kysely as Kysely<DB>;
  }

  all<P extends Parameters, R>(prepared: Prepared<P, R>, parameters: P): Promise<R[]> {
    try {
      const { statement, bind } = prepared.statement(this.engine);
      return this.rows(statement, bind(parameters)) as Promise<R[]>;
    } catch (error) {
      return Promise.reject(error);
    }
  }

  first<P extends Parameters, R>(prepared: Prepared<P, R>, parameters: P): Promise<R | undefined> {
    return this.all(prepared, parameters).then((rows) => rows[0]);
  }

  /**
   * Throws when nothing may be run any more. A statement that failed ends a unit's use of the database on both
   * engines, since PostgreSQL refuses whatever follows it.
   */
  protected guard(): void {
    if (!this.#open) throw new StoreError("unit-over");
    if (this.failure !== undefined) throw this.failure;
  }
}

let units = 0;

/** What both engines' units of work share. */
export abstract class Unit extends UnitReader implements Transaction {
  readonly id = `unit-${++units}`;
  readonly at: number;
  #afterCommit: (() => void | Promise<void>)[] | undefined;

  constructor(engine: EngineTraits, at: number) {
    super(engine);
    this.at = at;
  }

  /** Runs one statement of which nothing is asked but that it succeeds, if only by the unit's end. */
  protected abstract write(statement: Statement, values: readonly unknown[]): Promise<unknown>;

  async insert<T extends Table>(table: T, rows: readonly Row<T>[]): Promise<void> {
    for (const { statement, values } of insertParts(this.engine, table, rows)) {
      await this.write(statement, values);
    }
  }

  change<P extends Parameters>(prepared: Prepared<P, unknown>, parameters: P): Promise<number> {
    try {
      const { statement, bind } = prepared.statement(this.engine);
      return this.result(statement, bind(parameters)).then(({ changes }) => changes);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** Runs SQL that is not kept, for steps of a schema. */
  execute(sql: string, values: readonly unknown[] = []): Promise<Result> {
    return this.result(new Statement(sql, false), values);
  }

  afterCommit(action: () => void | Promise<void>): void {
    this.guard();
    this.#afterCommit ??= [];
    this.#afterCommit.push(action);
  }

  get hasAfterCommit(): boolean {
    return this.#afterCommit !== undefined;
  }

  /** Runs what the unit left for after its commit, in order. The first to throw ends it. */
  async runAfterCommit(): Promise<void> {
    for (const action of this.#afterCommit ?? []) await action();
  }
}

/** A unit as Kysely sees it. */
class UnitConnection implements DatabaseConnection {
  readonly #unit: UnitReader;

  constructor(unit: UnitReader) {
    this.#unit = unit;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.#unit.result(new Statement(query.sql, false), query.parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("Rows are read in pages, by key: a cursor would hold the unit open.");
  }
}
