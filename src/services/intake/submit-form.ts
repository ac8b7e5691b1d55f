import { ConsentsError } from "../../people/consents/index.ts";
import { sha256 } from "../../platform/crypto/index.ts";
import { StoreError, type Transaction } from "../../platform/store/index.ts";
import { canonicalJson } from "../../policy/index.ts";
import { checkFields } from "./check-fields.ts";
import { IntakeError } from "./intake.errors.ts";
import { type Recorded, recordEnquiry, type Sending } from "./record-enquiry.ts";
import type { IntakeParts, Submission, SubmitOutcome } from "./submission.ts";

/**
 * Receives a form: checks its fields, asks the gate to collect, seals each value, opens the enquiry, queues the
 * acknowledgement, and journals, all in one unit of work; answers when that is durable. The same sending again (same
 * token, same body) gets the first reference, and a receipt of the same entry. Without a proof of work it is held until
 * its address is confirmed. Clauses itsectr-privacy/2.1, 2.4, 3.1, 3.1.feedback, 3.2, 4.1.1, 6.1.1.
 * @throws IntakeError `trap-filled`, `proof-forged`, `proof-of-another-form`, `proof-or-address`, `too-fast`,
 *   `too-many`; `token-used` for another body under the same token. Nothing was stored
 * @throws StoreError `store-uncertain` when it may be stored, or is, but could not be acknowledged: the same sending
 *   again tells; any other code when nothing was stored
 */
export async function submitForm(submission: Submission, parts: IntakeParts): Promise<SubmitOutcome> {
  if (submission.trap !== "") throw new IntakeError("trap-filled");
  const { form, policy, token, topic, about = null } = submission;
  const checked = checkFields(submission.fields, submission.consents, form, policy);
  if (checked.problems.size > 0) return { outcome: "fields-refused", problems: checked.problems };

  const proof = await parts.proofs.verify(token, submission.proof);
  if (proof === "forged") throw new IntakeError("proof-forged");
  if (proof === "another") throw new IntakeError("proof-of-another-form");
  const proven = proof === "proven";
  const addressed = checked.identifiers.some(({ kind }) => kind === "email");
  if (!proven && !addressed) throw new IntakeError("proof-or-address");

  // With the token in it, the digest answers for this one sending: equal words of two people have nothing in common.
  const { values, consents } = checked;
  const body = canonicalJson({ form: form.code, topic, about, token, values, consents });
  const sending: Sending = {
    ...submission,
    checked,
    proven,
    tokenHash: sha256(Buffer.from(token, "utf8")),
    bodyIndex: parts.vault.lookupIndex("submission", body),
  };
  const recorded = await recordOnce(sending, parts);
  if ("refusal" in recorded) return { outcome: "refused", refusal: recorded.refusal };
  const { reference, receivedAt, repeated, held } = recorded;
  const written = await receiptOf(recorded, parts);
  return {
    outcome: "received",
    receipt: { reference, receivedAt, repeated, held, mailed: addressed, ...written },
  };
}

/** Of two sendings at the same instant one meets the other's token or reference: it looks again, and finds it. */
async function recordOnce(sending: Sending, parts: IntakeParts) {
  const unit = (tx: Transaction) => recordEnquiry(tx, sending, parts);
  try {
    return await parts.store.transaction(unit);
  } catch (error) {
    if (overtaken(error)) return parts.store.transaction(unit);
    throw error;
  }
}

/**
 * Whether somebody else was first: with the same sending, or with a version published between the gate's answer and the
 * acceptance, of which the gate then tells the sender.
 */
function overtaken(error: unknown): boolean {
  if (error instanceof StoreError) return error.code === "conflict";
  return error instanceof ConsentsError && error.code === "accepted-superseded";
}

/** By now it is stored, so whatever fails here may not be told as if it were not. */
async function receiptOf(recorded: Recorded, { journal, store }: IntakeParts) {
  const { reference, receivedAt, entry } = recorded;
  try {
    const { leaf } = entry;
    if (leaf !== null) return { text: await journal.receipt({ reference, receivedAt, leaf }) };
    // Sent again: its entry may still wait for its place, for seconds when another process died over it.
    const text = await store.read((reader) => journal.receiptAgain(reader, entry.id));
    if (text === null) throw new StoreError("store-uncertain");
    return { text };
  } catch (cause) {
    throw new StoreError("store-uncertain", undefined, { cause });
  }
}
