import { prepare, type Reader } from "../../platform/store/index.ts";
import { JournalError } from "./journal.errors.ts";
import type { EntryRow, JournalTables, LogRow } from "./journal.table.ts";
import { verifyInclusion } from "./merkle-proof.ts";
import { leafHash } from "./merkle-tree.ts";
import { readCheckpoint } from "./read-checkpoint.ts";
import { joinReceipt, parseReceipt } from "./receipt-text.ts";
import { readReceived } from "./received-entry.ts";
import { formatProof } from "./tlog-proof.ts";
import { inclusionPath } from "./tree-reader.ts";

type Placed = Pick<EntryRow, "position" | "leaf" | "leaf_hash">;

const placedEntry = prepare<JournalTables, { id: string }>()((db, param) =>
  db.selectFrom("journal_entry").select(["position", "leaf", "leaf_hash"]).where("id", "=", param("id")),
);

const waitingEntry = prepare<JournalTables, { id: string }>()((db, param) =>
  db.selectFrom("journal_pending").select("leaf_hash").where("id", "=", param("id")),
);

const logHolding = prepare<JournalTables, { position: number }>()((db, param) =>
  db
    .selectFrom("journal_log")
    .selectAll()
    .where("start", "<=", param("position"))
    .orderBy("number", "desc")
    .limit(1),
);

/** What a receipt is written from. */
export interface Received {
  readonly reference: string;
  /** ms; the time of the entry. */
  readonly receivedAt: number;
  /** Of the entry by which the gate let it in. */
  readonly leaf: Uint8Array;
}

/**
 * The leaf and proof of an entry that has its place; null while it has none.
 * @throws JournalError `proof-impossible` when it is no entry of a receiving, or was pruned; `log-damaged` when it is
 *   not the one that was logged, which nobody may be given a signature for
 */
export async function findReceived(
  reader: Reader,
  id: string,
): Promise<(Received & { readonly proof: string }) | null> {
  const row = await reader.first(placedEntry, { id });
  if (row === undefined) return null;
  const entry = row.leaf === null ? null : readReceived(row.leaf);
  if (row.leaf === null || entry === null) throw new JournalError("proof-impossible", id);
  const proof = await proveLeaf(reader, row, leafHash(row.leaf));
  return { reference: entry.details.reference, receivedAt: entry.at, leaf: row.leaf, proof };
}

/**
 * Puts the proof against the newest checkpoint of its log behind a receipt whose signature holds. The receipt's own
 * leaf is proven, so an entry whose text was pruned still is. Null while the entry has no place.
 * @throws JournalError `note-malformed`; `proof-impossible` when the journal has no such entry
 */
export async function proveReceipt(reader: Reader, text: string): Promise<string | null> {
  const { leaf, note } = parseReceipt(text);
  const id = readReceived(leaf)?.id;
  if (id === undefined) throw new JournalError("proof-impossible");
  const hashed = leafHash(leaf);
  const row = await reader.first(placedEntry, { id });
  if (row === undefined) {
    const waiting = await reader.first(waitingEntry, { id });
    if (waiting !== undefined && Buffer.compare(waiting.leaf_hash, hashed) === 0) return null;
    // It may have got its place between the two looks.
    const placed = waiting === undefined ? await reader.first(placedEntry, { id }) : undefined;
    if (placed === undefined) throw new JournalError("proof-impossible", id);
    return joinReceipt(note, await proveLeaf(reader, placed, hashed));
  }
  return joinReceipt(note, await proveLeaf(reader, row, hashed));
}

async function proveLeaf(reader: Reader, row: Placed, hashed: Uint8Array): Promise<string> {
  if (Buffer.compare(row.leaf_hash, hashed) !== 0) throw new JournalError("proof-impossible");
  const log: LogRow | undefined = await reader.first(logHolding, { position: row.position });
  if (log === undefined) throw new JournalError("log-unopened");
  const { size, rootHash: root, note: checkpoint } = await readCheckpoint(reader, log.number);
  const index = row.position - log.start;
  const path = await inclusionPath(reader, log.number, index, size);
  if (!verifyInclusion({ index, size, leafHash: hashed, path, root })) {
    throw new JournalError("log-damaged", `entry ${index}`);
  }
  return formatProof({ index, path, checkpoint });
}
