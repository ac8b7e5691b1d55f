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
    const before = new Set(tables.flatMap(({ name }) => rowsIn(db, name).map(identity)));
    await act();
    return tables
      .flatMap(({ name }) => rowsIn(db, name))
      .filter((row) => !before.has(identity(row)))
      .map((row) => new Uint8Array(Object.values(row).reduce((sum: number, value) => sum + size(value), 0)));
  } finally {
    db.close();
  }
}

type StoredRow = Readonly<Record<string, unknown>>;

function rowsIn(db: DatabaseSync, table: string): StoredRow[] {
  return db.prepare(`select * from "${table}"`).all();
}

function identity(row: StoredRow): string {
  return JSON.stringify(Object.values(row));
}

/** Bytes as SQLite stores it, but for a number's few. */
function size(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (value instanceof Uint8Array) return value.length;
  return 8;
}
