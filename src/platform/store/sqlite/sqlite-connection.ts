import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { Statement } from "../statement.ts";
import type { Result, ResultRow } from "../unit.ts";
import type { ColumnReader, ColumnReaders } from "./column-readers.ts";

/** How many statements a connection keeps compiled. */
const STATEMENTS_KEPT = 512;

interface Compiled {
  readonly statement: StatementSync;
  readonly returnsRows: boolean;
  /** How columns that SQLite has no type for are read; null when there are none. */
  readonly readers: readonly (readonly [string, ColumnReader])[] | null;
  used: boolean;
}

/** One connection to a SQLite file, with its statements kept compiled. Every call is synchronous. */
export class SqliteConnection {
  readonly #db: DatabaseSync;
  readonly #compiled = new Map<string, Compiled>();
  readonly #readers: ColumnReaders;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #rollback: StatementSync;
  readonly #savepoint: StatementSync;
  readonly #release: StatementSync;
  readonly #rollbackTo: StatementSync;
  readonly #dataVersion: StatementSync;
  /** The data version of the transaction that is open; null until somebody asks for it there. */
  #fixedVersion: number | null = null;

  /** @param readers how declared columns are read */
  constructor(db: DatabaseSync, readers: ColumnReaders, begin: "begin" | "begin immediate") {
    this.#db = db;
    this.#readers = readers;
    this.#begin = db.prepare(begin);
    this.#commit = db.prepare("commit");
    this.#rollback = db.prepare("rollback");
    this.#savepoint = db.prepare("savepoint unit");
    this.#release = db.prepare("release unit");
    this.#rollbackTo = db.prepare("rollback to unit");
    this.#dataVersion = db.prepare("pragma data_version");
  }

  get isTransaction(): boolean {
    return this.#db.isTransaction;
  }

  /** Changes when another connection has committed; never while a transaction is open here. */
  dataVersion(): number {
    if (this.#fixedVersion !== null && this.isTransaction) return this.#fixedVersion;
    const version = this.#dataVersion.get()?.["data_version"] as number;
    this.#fixedVersion = this.isTransaction ? version : null;
    return version;
  }

  begin(): void {
    this.#fixedVersion = null;
    this.#begin.run();
  }

  commit(): void {
    this.#commit.run();
  }

  /** Undoes the transaction; nothing when SQLite has already done so. */
  rollback(): void {
    if (this.#db.isTransaction) this.#rollback.run();
  }

  savepoint(): void {
    this.#savepoint.run();
  }

  release(): void {
    this.#release.run();
  }

  rollbackToSavepoint(): void {
    this.#rollbackTo.run();
    this.#release.run();
  }

  rows({ sql }: Statement, values: readonly unknown[]): ResultRow[] {
    const compiled = this.#compile(sql);
    const rows = compiled.statement.all(...values.map(bound));
    return compiled.readers === null ? rows : read(rows, compiled.readers);
  }

  result(statement: Statement, values: readonly unknown[]): Result {
    const compiled = this.#compile(statement.sql);
    if (compiled.returnsRows) {
      const rows = this.rows(statement, values);
      return { rows, changes: statement.reads ? 0 : rows.length };
    }
    return { rows: [], changes: Number(compiled.statement.run(...values.map(bound)).changes) };
  }

  /**
   * Moves the write-ahead log into the file and truncates it.
   * @returns false when a reader or another process was in the way
   */
  truncateLog(): boolean {
    const row = this.#db.prepare("pragma wal_checkpoint(truncate)").get();
    return row?.["busy"] === 0;
  }

  close(): void {
    this.#compiled.clear();
    this.#db.close();
  }

  #compile(sql: string): Compiled {
    const known = this.#compiled.get(sql);
    if (known !== undefined) {
      known.used = true;
      return known;
    }
    if (this.#compiled.size >= STATEMENTS_KEPT) this.#forgetOne();
    const statement = this.#db.prepare(sql);
    const columns = statement.columns();
    const readers: (readonly [string, ColumnReader])[] = [];
    for (const { name, table, column } of columns) {
      const reader = this.#readers.get(`${table}.${column}`);
      if (reader !== undefined) readers.push([name, reader]);
    }
    const made: Compiled = {
      statement,
      returnsRows: columns.length > 0,
      readers: readers.length === 0 ? null : readers,
      used: false,
    };
    this.#compiled.set(sql, made);
    return made;
  }

  /** Drops the oldest statement that was not used since this last looked at it. */
  #forgetOne(): void {
    for (const [sql, compiled] of this.#compiled) {
      this.#compiled.delete(sql);
      if (!compiled.used) return;
      compiled.used = false;
      this.#compiled.set(sql, compiled);
    }
  }
}

function read(rows: ResultRow[], readers: readonly (readonly [string, ColumnReader])[]): ResultRow[] {
  for (const row of rows) {
    for (const [name, reader] of readers) {
      const value = row[name];
      if (value !== null) row[name] = reader(value);
    }
  }
  return rows;
}

/** A value as SQLite takes it: booleans as 0 and 1, objects as JSON. */
function bound(value: unknown): SQLInputValue {
  switch (typeof value) {
    case "string":
    case "number":
    case "bigint":
      return value;
    case "boolean":
      return value ? 1 : 0;
    case "object":
      return value === null || value instanceof Uint8Array ? value : JSON.stringify(value);
    default:
      throw new TypeError(`A ${typeof value} cannot be stored.`);
  }
}
