import { prepare, type Reader } from "../../platform/store/index.ts";
import type { JournalTables, PendingRow } from "./journal.table.ts";
import type { Received } from "./write-receipt.ts";

import { readReceived } from "./received-entry.ts";

const waiting = prepare<JournalTables, { id: string }>()((db, param) =>
  db.selectFrom("journal_pending").selectAll().where("id", "=", param("id")),
);

/**
 * What was received by an entry that has no place yet; null when none waits under this id, or the journal did not write
 * it: nothing is signed for a row that somebody put there.
 */
export async function findWaiting(
  reader: Reader,
  id: string,
  isGenuine: (row: PendingRow) => boolean,
): Promise<Received | null> {
  const row = await reader.first(waiting, { id });
  if (row === undefined || !isGenuine(row)) return null;
  const entry = readReceived(row.leaf);
  return entry === null ? null : { reference: entry.details.reference, receivedAt: entry.at, leaf: row.leaf };
}
