import type { ColumnType, Table } from "./table.ts";

/**
 * How the engines differ: one table of data, with the reason in each row. Nothing outside platform/store knows an
 * engine by name.
 */
export type EngineName = "sqlite" | "postgres";

export interface EngineTraits {
  readonly name: EngineName;
  /** `for update` exists. Why: SQLite has one writer, so a read in a write transaction is already guarded. */
  readonly locksRows: boolean;
  /** Units share one commit. Why: SQLite has one writer and one fsync a commit; PostgreSQL groups by itself. */
  readonly groupsCommits: boolean;
  /** Largest number of bound values in one statement. Why: SQLITE_MAX_VARIABLE_NUMBER; the 16-bit count of the protocol. */
  readonly maxParameters: number;
  /** How the n-th bound value (from 1) is written. */
  placeholder(n: number): string;
  /**
   * What stands behind a table's columns. Why: SQLite checks types in strict tables only, and keeps each row twice, by
   * a number of its own and by its key, where it is not told to do without the number.
   */
  tableOptions(table: Table): string;
  /** What a declared column type is in the engine. Why: SQLite has no uuid, boolean or json, so a check stands in. */
  readonly types: Readonly<Record<ColumnType, EngineType>>;
}

export interface EngineType {
  /** The type in `create table`. */
  readonly declared: string;
  /** The type as the engine's catalogue names it. */
  readonly catalogued: string;
  /** A condition on every value, of the quoted column name; null where the type says it all. */
  readonly check: ((column: string) => string) | null;
}

const plain = (declared: string, catalogued = declared): EngineType => ({
  declared,
  catalogued,
  check: null,
});

export const ENGINES: Readonly<Record<EngineName, EngineTraits>> = {
  sqlite: {
    name: "sqlite",
    locksRows: false,
    groupsCommits: true,
    maxParameters: 32_766,
    placeholder: () => "?",
    tableOptions: (table) => (isNumbered(table) ? " strict" : " strict, without rowid"),
    types: {
      text: plain("text", "TEXT"),
      uuid: { declared: "text", catalogued: "TEXT", check: (c) => `length(${c}) = 36` },
      integer: plain("integer", "INTEGER"),
      bytes: plain("blob", "BLOB"),
      json: { declared: "text", catalogued: "TEXT", check: (c) => `json_valid(${c})` },
      boolean: { declared: "integer", catalogued: "INTEGER", check: (c) => `${c} in (0, 1)` },
    },
  },
  postgres: {
    name: "postgres",
    locksRows: true,
    groupsCommits: false,
    maxParameters: 65_535,
    placeholder: (n) => `$${n}`,
    tableOptions: () => "",
    types: {
      text: plain("text"),
      uuid: plain("uuid"),
      integer: plain("bigint"),
      bytes: plain("bytea"),
      json: plain("json"),
      boolean: plain("boolean"),
    },
  },
};

/** A key of one whole number is that number already. */
function isNumbered({ primaryKey, columns }: Table): boolean {
  return primaryKey.length === 1 && columns[primaryKey[0] as string]?.type === "integer";
}
