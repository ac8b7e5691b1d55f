import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { JournalEntry } from "./entry.ts";
import type { EntryMaker } from "./entry-maker.ts";
import type { AppendedEntry } from "./journal.ts";
import { pendingTable, subjectTable } from "./journal.table.ts";

/** Inserts an entry that has no place in the log yet: one row, one more a person when there are several. */
export async function appendEntry(
  tx: Transaction,
  maker: EntryMaker,
  entry: JournalEntry,
  shard?: Pseudonym,
): Promise<AppendedEntry> {
  const row = maker.make(entry, tx.at, shard);
  await tx.insert(pendingTable, [row]);
  const subjects = new Set(entry.subjects);
  if (subjects.size > 1) {
    const links = Array.from(subjects, (subject) => ({ subject, entry: row.id }));
    await tx.insert(subjectTable, links);
  }
  return { id: row.id, leaf: row.leaf };
}
