import { DatabaseSync } from "node:sqlite";
import { SCHEMAS } from "../src/schemas.ts";
import type { Fillings } from "./bare-store.ts";

/** Written after the unit, by the sequencer. */
const LATER = new Set(["journal_entry", "journal_tile", "journal_checkpoint", "journal_log"]);

/**
 * The rows that `act` leaves in a SQLite store, each as so many bytes as its values have: what a rival has to write to
 * have written the same.
 */
export async function rowsOf(file: string, act: () => Promise<unknown>): Promise<Fillings> {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = SCHEMAS.flatMap((schema) => schema.tables).filter(({ name }) => !LATER.has(name));
    const before = new Map(tables.map(({ name }) => [name, last(db, name)]));
    await act();
    return tables.flatMap(({ name }) =>
      db
        .prepare(`select * from "${name}" where rowid > ?`)
        .all(before.get(name) ?? 0)
        .map(
          (row) => new Uint8Array(Object.values(row).reduce((sum: number, value) => sum + size(value), 0)),
        ),
    );
  } finally {
    db.close();
  }
}

function last(db: DatabaseSync, table: string): number {
  return Number(db.prepare(`select coalesce(max(rowid), 0) as last from "${table}"`).get()?.["last"]);
}

/** Bytes as SQLite stores it, but for a number's few. */
function size(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (value instanceof Uint8Array) return value.length;
  return 8;
}
