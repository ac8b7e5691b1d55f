import { prepare, type Pseudonym, type Reader } from "../../platform/store/index.ts";
import { currentLog } from "./current-log.ts";
import { decodeLeaf } from "./entry-leaf.ts";
import { JournalError } from "./journal.errors.ts";
import type { Checkpoint } from "./journal.ts";
import type { JournalTables } from "./journal.table.ts";
import { verifyInclusion } from "./merkle-proof.ts";
import { leafHash } from "./merkle-tree.ts";
import { readCheckpoint } from "./read-checkpoint.ts";
import { makeSubtree, subtreePath, verifyItem } from "./salted-subtree.ts";
import { openNote, type NoteVerifier } from "./signed-note.ts";
import { parseCheckpoint } from "./tlog-checkpoint.ts";
import { inclusionPath } from "./tree-reader.ts";

/** All that somebody needs to check, without the operator, that an entry stands in the log. */
export interface EntryProof {
  readonly index: number;
  /** Salt and text of the entry; the text tells what happened. */
  readonly leaf: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly checkpoint: Checkpoint;
}

/** The same for one person's item of a bulk entry. Shows nothing of the others. */
export interface ItemProof extends EntryProof {
  readonly item: Uint8Array;
  readonly place: number;
  readonly itemPath: readonly Uint8Array[];
}

const entryById = prepare<JournalTables, { id: string }>()((db, param) =>
  db.selectFrom("journal_entry").select(["position", "leaf"]).where("id", "=", param("id")),
);

const itemsOf = prepare<JournalTables, { entry: string }>()((db, param) =>
  db
    .selectFrom("journal_item")
    .select(["place", "subject", "leaf", "leaf_hash"])
    .where("entry", "=", param("entry"))
    .orderBy("place"),
);

/**
 * Proves that an entry stands in the current log, against its newest checkpoint.
 * @throws JournalError `proof-impossible` when it has no place yet, stands in an earlier log or was pruned
 */
export async function proveEntry(reader: Reader, id: string): Promise<EntryProof> {
  const log = await currentLog(reader);
  const row = await reader.first(entryById, { id });
  if (row === undefined || row.leaf === null || row.position < log.start) {
    throw new JournalError("proof-impossible", id);
  }
  const checkpoint = await readCheckpoint(reader);
  const index = row.position - log.start;
  const path = await inclusionPath(reader, log.number, index, checkpoint.size);
  return { index, leaf: row.leaf, path, checkpoint };
}

/** Proves one person's item of a bulk entry. @throws JournalError `proof-impossible` when there is none */
export async function proveItem(reader: Reader, id: string, subject: Pseudonym): Promise<ItemProof> {
  const proof = await proveEntry(reader, id);
  const rows = await reader.all(itemsOf, { entry: id });
  const mine = rows.find((row) => row.subject === subject);
  if (mine === undefined || mine.leaf === null) throw new JournalError("proof-impossible", id);
  const itemPath = subtreePath(makeSubtree(rows.map((row) => row.leaf_hash)), mine.place);
  return { ...proof, item: mine.leaf, place: mine.place, itemPath };
}

/** Whether the proof holds against a log's key. Never throws for a proof that does not. */
export function verifyEntryProof(proof: EntryProof, log: NoteVerifier): boolean {
  try {
    const { text } = openNote(proof.checkpoint.note, [log]);
    const { origin, size, rootHash } = parseCheckpoint(text);
    const { index, leaf, path } = proof;
    return (
      origin === log.name && verifyInclusion({ index, size, leafHash: leafHash(leaf), path, root: rootHash })
    );
  } catch (error) {
    if (error instanceof JournalError) return false;
    throw error;
  }
}

/** Whether both the bulk entry and the person's item under it hold. */
export function verifyItemProof(proof: ItemProof, log: NoteVerifier): boolean {
  const details = decodeLeaf(proof.leaf)?.details;
  const root = details?.["subtreeRoot"];
  const size = details?.["subtreeSize"];
  if (typeof root !== "string" || typeof size !== "number") return false;
  const { item, place, itemPath: path } = proof;
  return (
    verifyEntryProof(proof, log) && verifyItem({ item, place, size, path, root: Buffer.from(root, "hex") })
  );
}
