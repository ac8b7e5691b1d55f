export { acceptCosignatures } from "./accept-cosignature.ts";
export { AnonymousRefusals } from "./anonymous-refusals.ts";
export { type BulkItem, MOST_ITEMS } from "./append-bulk.ts";
export { createJournal, type OperatorJournal } from "./create-journal.ts";
export { type EntryDetails, JOURNAL_EVENTS, type JournalEntry, type JournalEvent } from "./entry.ts";
export type { RecordedEntry, RecordedItem } from "./entry-leaf.ts";
export { type Finding, type FindingCode, FINDINGS } from "./finding.ts";
export { JOURNAL_ERRORS, JournalError, type JournalErrorCode } from "./journal.errors.ts";
export { journalSchema } from "./journal.table.ts";
export type { Checkpoint, Journal } from "./journal.ts";
export { type JournalHealth, journalHealth } from "./journal-health.ts";
export { listEntries, type PersonEntry } from "./list-entries.ts";
export { type Continuation, type LogOptions, openNextLog } from "./open-log.ts";
export {
  type EntryProof,
  type ItemProof,
  proveEntry,
  proveItem,
  verifyEntryProof,
  verifyItemProof,
} from "./prove-entry.ts";
export { proveContinuation } from "./prove-continuation.ts";
export { type PruneOptions, pruneEntries } from "./prune-entries.ts";
export { readCheckpoint } from "./read-checkpoint.ts";
export { readTile } from "./read-tile.ts";
export { Sequencer, type SequencerOptions, type Trouble } from "./sequencer.ts";
export { ed25519Verifier, type NoteVerifier, parseVerifierKey } from "./signed-note.ts";
export { cosignatureVerifier } from "./tlog-cosignature.ts";
export { type Verification, type VerifiedLog, type VerifyOptions, verifyJournal } from "./verify-journal.ts";
