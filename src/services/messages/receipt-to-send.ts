import { setTimeout } from "node:timers/promises";
import { type JobContext, JobFailure } from "../../platform/jobs/index.ts";
import type { Reader } from "../../platform/store/index.ts";
import { JournalError, type OperatorJournal } from "../../trust/journal/index.ts";

/** How often, and how long apart in ms, one attempt looks whether the entry has its place: a few seconds in all. */
const LOOKS = 30;
const PAUSE = 100;
/** Attempts that wait for the proof; a person is not kept waiting for the mail beyond that. */
const PATIENT_ATTEMPTS = 4;

type ReceiptJournal = Pick<OperatorJournal, "provenReceipt">;

/** What one look for a receipt found; its text is null where the journal cannot give it one. */
export interface FoundReceipt {
  readonly text: string | null;
}

/** The receipt of an entry with its proof; null while the entry has no place. */
export async function lookForReceipt(
  reader: Reader,
  journal: ReceiptJournal,
  entry: string,
): Promise<FoundReceipt | null> {
  try {
    const text = await journal.provenReceipt(reader, entry);
    return text === null ? null : { text };
  } catch (error) {
    if (error instanceof JournalError) return { text: null };
    throw error;
  }
}

/**
 * Waits for the receipt of an entry that had no place yet: it gets one within a moment. Where the journal cannot give
 * it one, or cannot prove it, the mail goes without: null.
 * @throws JobFailure `entry-waiting`
 */
export async function waitForReceipt(
  { store, signal, attempt }: Pick<JobContext<unknown>, "store" | "signal" | "attempt">,
  journal: ReceiptJournal,
  entry: string,
): Promise<string | null> {
  for (let look = 1; look < LOOKS; look++) {
    await setTimeout(PAUSE, undefined, { signal });
    const found = await store.read((reader) => lookForReceipt(reader, journal, entry));
    if (found !== null) return found.text;
  }
  if (attempt < PATIENT_ATTEMPTS) throw new JobFailure("entry-waiting");
  return null;
}
