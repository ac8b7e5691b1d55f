import { prepare, type Transaction } from "../../platform/store/index.ts";
import { forgedTable, type JournalTables, type PendingRow } from "./journal.table.ts";
import type { PendingSeal } from "./pending-seal.ts";

/** Rows put aside in one unit: somebody who can write may have written many, and a unit has its second. */
const AT_ONCE = 100;

type Key = { readonly id: string; readonly shard: string };

const placed = prepare<JournalTables, { id: string }>()((db, param) =>
  db.selectFrom("journal_entry").select("id").where("id", "=", param("id")),
);

const removeFrom = (table: "journal_pending" | "journal_forged") =>
  prepare<JournalTables, Key>()((db, param) =>
    db.deleteFrom(table).where("id", "=", param("id")).where("shard_key", "=", param("shard")),
  );
const removePending = removeFrom("journal_pending");
const removeForged = removeFrom("journal_forged");

/** Tells the rows that the journal wrote from those that it did not. */
export function sortPending(
  rows: readonly PendingRow[],
  seal: PendingSeal,
): { readonly genuine: PendingRow[]; readonly forged: PendingRow[] } {
  const genuine: PendingRow[] = [];
  const forged: PendingRow[] = [];
  for (const row of rows) (seal.holds(row) ? genuine : forged).push(row);
  return { genuine, forged };
}

/** Rows that wait although an entry of their id has its place: copies of what the journal once wrote. */
export async function replayed(tx: Transaction, rows: readonly PendingRow[]): Promise<Set<PendingRow>> {
  const found = new Set<PendingRow>();
  for (const row of rows) {
    if ((await tx.first(placed, { id: row.id })) !== undefined) found.add(row);
  }
  return found;
}

/** Moves rows out of the others' way, as they are; of many, the first. @returns how many */
export async function putAside(tx: Transaction, rows: readonly PendingRow[]): Promise<number> {
  const some = rows.slice(0, AT_ONCE);
  for (const { id, shard_key: shard } of some) {
    await tx.change(removePending, { id, shard });
    // The same row may have been put in once more.
    await tx.change(removeForged, { id, shard });
  }
  await tx.insert(forgedTable, some);
  return some.length;
}
