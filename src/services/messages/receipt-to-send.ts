import { setTimeout } from "node:timers/promises";
import { type JobContext, JobFailure } from "../../platform/jobs/index.ts";
import { JournalError, type OperatorJournal } from "../../trust/journal/index.ts";

/** How often, and how long apart in ms, one attempt looks whether the entry has its place: a few seconds in all. */
const LOOKS = 30;
const PAUSE = 100;
/** Attempts that wait for the proof; a person is not kept waiting for the mail beyond that. */
const PATIENT_ATTEMPTS = 4;

/**
 * The receipt of an entry with its proof. An entry gets its place within a moment, so it is waited for; where the
 * journal cannot give it one, or cannot prove it, the mail goes without: null.
 * @throws JobFailure `entry-waiting`
 */
export async function receiptToSend(
  { store, signal, attempt }: Pick<JobContext<unknown>, "store" | "signal" | "attempt">,
  journal: Pick<OperatorJournal, "provenReceipt">,
  entry: string,
): Promise<string | null> {
  for (let look = 0; look < LOOKS; look++) {
    if (look > 0) await setTimeout(PAUSE, undefined, { signal });
    try {
      const receipt = await store.read((reader) => journal.provenReceipt(reader, entry));
      if (receipt !== null) return receipt;
    } catch (error) {
      if (error instanceof JournalError) return null;
      throw error;
    }
  }
  if (attempt < PATIENT_ATTEMPTS) throw new JobFailure("entry-waiting");
  return null;
}
