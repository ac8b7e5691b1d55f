import type { Schema } from "../schema.ts";

export type ColumnReader = (value: unknown) => unknown;

/** How the columns that SQLite has no type for are read, by `table.column`. */
export type ColumnReaders = ReadonlyMap<string, ColumnReader>;

const parseJson: ColumnReader = (value) => JSON.parse(String(value));
const toBoolean: ColumnReader = (value) => value === 1;

/** The readers of the declared json and boolean columns. */
export function columnReaders(schemas: readonly Schema[]): ColumnReaders {
  const readers = new Map<string, ColumnReader>();
  for (const table of schemas.flatMap((schema) => schema.tables)) {
    for (const [column, { type }] of Object.entries(table.columns)) {
      if (type === "json") readers.set(`${table.name}.${column}`, parseJson);
      if (type === "boolean") readers.set(`${table.name}.${column}`, toBoolean);
    }
  }
  return readers;
}
