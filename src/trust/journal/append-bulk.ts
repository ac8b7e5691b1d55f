import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import { checkDetails, checkSubject } from "./check-entry.ts";
import type { EntryDetails, JournalEntry } from "./entry.ts";
import { encodeLeaf } from "./entry-leaf.ts";
import type { EntryMaker } from "./entry-maker.ts";
import { JournalError } from "./journal.errors.ts";
import { itemTable, pendingTable } from "./journal.table.ts";
import { leafHash } from "./merkle-tree.ts";
import { makeSubtree } from "./salted-subtree.ts";

/** Most items of one bulk entry: what one unit of work can insert within its second. More is several entries. */
export const MOST_ITEMS = 10_000;

/** What a bulk operation did to one person. */
export interface BulkItem {
  readonly subject: Pseudonym;
  readonly details?: EntryDetails;
}

/**
 * Journals an operation on many persons as one leaf over a salted subtree of their items. `entry` says what was done
 * to all of them and names none.
 * @throws JournalError `bulk-size`, or a code of the `entry-` family
 */
export async function appendBulk(
  tx: Transaction,
  maker: EntryMaker,
  entry: Omit<JournalEntry, "event" | "subjects">,
  items: readonly BulkItem[],
): Promise<string> {
  if (items.length === 0 || items.length > MOST_ITEMS) throw new JournalError("bulk-size");
  const id = maker.nextId(tx.at);
  const rows = items.map(({ subject, details = {} }, place) => {
    checkSubject(subject);
    checkDetails(details);
    const leaf = encodeLeaf({ v: 1, bulk: id, subject, details }, maker.random);
    return { entry: id, place, subject, leaf, leaf_hash: leafHash(leaf) };
  });
  const { root, size } = makeSubtree(rows.map((row) => row.leaf_hash));
  const details = { ...entry.details, subtreeRoot: Buffer.from(root).toString("hex"), subtreeSize: size };
  const row = maker.make({ ...entry, event: "bulk", details }, tx.at, undefined, id);
  await tx.insert(itemTable, rows);
  await tx.insert(pendingTable, [row]);
  return id;
}
