export { AnonymousRefusals } from "./anonymous-refusals.ts";
export { createJournal, type OperatorJournal } from "./create-journal.ts";
export type { CheckpointMemory, RememberedNote } from "./checkpoint-memory.ts";
export type { Continued } from "./continue-log.ts";
export type { JournalEntry } from "./entry.ts";
export { FINDINGS } from "./finding.ts";
export { JOURNAL_ERRORS, JournalError } from "./journal.errors.ts";
export { ABOUT_THE_OPERATOR, journalSchema } from "./journal.table.ts";
export type { AppendedEntry, Checkpoint, Journal } from "./journal.ts";
export { journalHealth } from "./journal-health.ts";
export { listEntries, type PersonEntry } from "./list-entries.ts";
export {
  proveEntry,
  proveItem,
  verifyEntryProof,
  verifyItemProof,
} from "./prove-entry.ts";
export { proveContinuation } from "./prove-continuation.ts";
export { readStatement, type StatementKind } from "./operator-statement.ts";
export { pruneEntries } from "./prune-entries.ts";
export { LONGEST_RECEIPT } from "./receipt-text.ts";
export { RECEIPT_FINDINGS, type ReceiptFinding } from "./receipt-finding.ts";
export { readDecisions } from "./read-decisions.ts";
export { readCheckpoint } from "./read-checkpoint.ts";
export { readTile } from "./read-tile.ts";
export type { Sequencer, SequencerOptions, Trouble } from "./sequencer.ts";
export { ed25519Verifier, type NoteVerifier, parseVerifierKey } from "./signed-note.ts";
export { cosignatureVerifier } from "./tlog-cosignature.ts";
export { type Verification, verifyJournal } from "./verify-journal.ts";
export { type ReceiptOutcome, type ReceiptStatement, verifyReceipt } from "./verify-receipt.ts";
