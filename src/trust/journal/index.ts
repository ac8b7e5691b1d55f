export { JOURNAL_EVENTS, type JournalEntry, type JournalEvent } from "./entry.ts";
export type { Checkpoint, Journal } from "./journal.ts";
