import { ENGINES } from "../engines.ts";
import type { EngineStore, TableShape } from "../engine-store.ts";
import type { Reader, UnitOptions } from "../store.ts";
import type { Unit } from "../unit.ts";
import { describeSqliteTable } from "./describe-sqlite-table.ts";
import type { SqliteReaders } from "./sqlite-readers.ts";
import type { SqliteWriter } from "./sqlite-writer.ts";

/** A store in one SQLite file. */
export class SqliteStore implements EngineStore {
  readonly engine = ENGINES.sqlite;
  readonly operator: string;
  readonly #writer: SqliteWriter;
  readonly #readers: SqliteReaders;
  #closing: Promise<void> | undefined;

  constructor(operator: string, writer: SqliteWriter, readers: SqliteReaders) {
    this.operator = operator;
    this.#writer = writer;
    this.#readers = readers;
  }

  transaction<T>(unit: (tx: Unit) => Promise<T>, options?: UnitOptions): Promise<T> {
    return this.#writer.run(unit, options);
  }

  read<T>(query: (reader: Reader) => Promise<T>): Promise<T> {
    return this.#readers.run(query);
  }

  dataVersion(): number {
    return this.#writer.dataVersion();
  }

  scrub(): Promise<void> {
    return this.#writer.truncateLog();
  }

  close(): Promise<void> {
    this.#closing ??= Promise.all([this.#readers.close(), this.#writer.close()]).then(() => {});
    return this.#closing;
  }

  async describe(unit: Unit, tables: readonly string[]): Promise<ReadonlyMap<string, TableShape>> {
    const shapes = new Map<string, TableShape>();
    for (const table of tables) {
      const shape = await describeSqliteTable(unit, table);
      if (shape !== undefined) shapes.set(table, shape);
    }
    return shapes;
  }
}
