import { prepare, type Pseudonym, type Reader } from "../../platform/store/index.ts";
import { decodeItem, decodeLeaf, type RecordedEntry, type RecordedItem } from "./entry-leaf.ts";
import type { JournalTables } from "./journal.table.ts";

/** An entry that concerns a person, as that person's view of the journal shows it. */
export interface PersonEntry {
  /** Counts through the store's logs; null while the entry waits for its place. */
  readonly position: number | null;
  readonly entry: RecordedEntry;
  /** The person's own item, when the entry is a bulk entry. */
  readonly item: RecordedItem | null;
}

const own = prepare<JournalTables, { subject: Pseudonym; before: number; limit: number }>()((db, param) =>
  db
    .selectFrom("journal_entry")
    .select(["position", "leaf"])
    .where("subject", "=", param("subject"))
    .where("position", "<", param("before"))
    .orderBy("position", "desc")
    .limit(param("limit")),
);

const shared = prepare<JournalTables, { subject: Pseudonym; before: number; limit: number }>()((db, param) =>
  db
    .selectFrom("journal_subject")
    .innerJoin("journal_entry", "journal_entry.id", "journal_subject.entry")
    .select(["journal_entry.position", "journal_entry.leaf"])
    .where("journal_subject.subject", "=", param("subject"))
    .where("journal_entry.position", "<", param("before"))
    .orderBy("journal_entry.position", "desc")
    .limit(param("limit")),
);

const bulk = prepare<JournalTables, { subject: Pseudonym; before: number; limit: number }>()((db, param) =>
  db
    .selectFrom("journal_item")
    .innerJoin("journal_entry", "journal_entry.id", "journal_item.entry")
    .select(["journal_entry.position", "journal_entry.leaf", "journal_item.leaf as item"])
    .where("journal_item.subject", "=", param("subject"))
    .where("journal_entry.position", "<", param("before"))
    .orderBy("journal_entry.position", "desc")
    .limit(param("limit")),
);

const pending = prepare<JournalTables, { subject: Pseudonym; limit: number }>()((db, param) =>
  db
    .selectFrom("journal_pending")
    .select("leaf")
    .where("subject", "=", param("subject"))
    .orderBy("id", "desc")
    .limit(param("limit")),
);

/**
 * What the journal holds about a person, newest first; pruned entries are gone from it. Entries that wait for their
 * place come with the first page.
 * @param before the smallest position of the page before; without it the first page
 */
export async function listEntries(
  reader: Reader,
  subject: Pseudonym,
  limit: number,
  before?: number,
): Promise<PersonEntry[]> {
  const page = { subject, before: before ?? Number.MAX_SAFE_INTEGER, limit };
  // First: one that gets its place meanwhile is met twice, never missed.
  const waiting = before === undefined ? await reader.all(pending, { subject, limit }) : [];
  const rows = [
    ...(await reader.all(own, page)).map((row) => ({ ...row, item: null })),
    ...(await reader.all(shared, page)).map((row) => ({ ...row, item: null })),
    ...(await reader.all(bulk, page)),
  ];
  const placed = rows
    .sort((a, b) => b.position - a.position)
    .map(({ position, leaf, item }) => asEntry(position, leaf, item))
    .filter((entry) => entry !== null);
  const known = new Set(placed.map(({ entry }) => entry.id));
  const unplaced = waiting
    .map(({ leaf }) => asEntry(null, leaf, null))
    .filter((entry) => entry !== null)
    .filter(({ entry }) => !known.has(entry.id));
  return [...unplaced, ...placed].slice(0, limit);
}

function asEntry(
  position: number | null,
  leaf: Uint8Array | null,
  item: Uint8Array | null,
): PersonEntry | null {
  const entry = leaf === null ? null : decodeLeaf(leaf);
  return entry === null ? null : { position, entry, item: item === null ? null : decodeItem(item) };
}
