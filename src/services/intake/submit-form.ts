import { newSubject, recordSubject } from "../../people/subjects/index.ts";
import { equalInConstantTime, sha256 } from "../../platform/crypto/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import type { JobQueue } from "../../platform/jobs/index.ts";
import { type Random, uuidv7 } from "../../platform/random/index.ts";
import {
  prepare,
  type Store,
  StoreError,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import { type CompiledPolicy, canonicalJson, type Form } from "../../policy/index.ts";
import type { Gate, Refusal } from "../../trust/gate/index.ts";
import type { Checkpoint, Journal } from "../../trust/journal/index.ts";
import type { Publication } from "../../trust/publication/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { queueMessage } from "../messages/index.ts";
import { type CheckedFields, checkFields, type FieldProblem, type SentFields } from "./check-fields.ts";
import { enquiryTable } from "./enquiry.table.ts";
import { IntakeError } from "./intake.errors.ts";
import { newReference } from "./reference.ts";

export interface IntakeParts {
  readonly store: Store;
  readonly gate: Gate;
  readonly vault: Vault;
  readonly journal: Journal;
  readonly publication: Pick<Publication, "readShownToken">;
  readonly jobs: JobQueue;
  readonly random: Random;
}

export interface Submission {
  readonly form: Form;
  /** The policy in force, as the page read it; the gate looks again inside the unit of work. */
  readonly policy: CompiledPolicy;
  /** Of the page that answers, and of the acknowledgement; which text was shown, and in which, is the token's to say. */
  readonly language: Language;
  /** The shown-version token of the page; empty when there was none. */
  readonly token: string;
  readonly fields: SentFields;
}

export type SubmitOutcome =
  | { readonly outcome: "received"; readonly receipt: SubmissionReceipt }
  | { readonly outcome: "fields-refused"; readonly problems: ReadonlyMap<string, FieldProblem> }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

/** What the sender is told, once all of it is durable. */
export interface SubmissionReceipt {
  readonly reference: string;
  readonly receivedAt: number;
  /** True when this sending had been received before. */
  readonly repeated: boolean;
  readonly checkpoint: Checkpoint;
}

/**
 * Receives a form: checks its fields, asks the gate to collect, seals each value, opens the enquiry, queues the
 * acknowledgement, and journals, all in one unit of work; answers when that is durable. The same sending again (same
 * token, same body) gets the first reference. Clauses itsectr-privacy/3.1, 3.1.feedback, 3.2, 4.1.1.
 * @throws IntakeError `token-used` for another body under the same token
 * @throws StoreError `store-uncertain` when it may be stored, or is, but could not be acknowledged: the same sending
 *   again tells; any other code when nothing was stored
 */
export async function submitForm(submission: Submission, parts: IntakeParts): Promise<SubmitOutcome> {
  const checked = checkFields(submission.fields, submission.form, submission.policy);
  if (checked.problems.size > 0) return { outcome: "fields-refused", problems: checked.problems };

  const { form, token } = submission;
  // With the token in it, the digest answers for this one sending: equal words of two people have nothing in common.
  const body = canonicalJson({ form: form.code, token, values: checked.values });
  const sending: Sending = {
    ...submission,
    checked,
    tokenHash: sha256(Buffer.from(token, "utf8")),
    bodyIndex: parts.vault.lookupIndex("submission", body),
  };
  const stored = await storeOnce(sending, parts);
  if ("refusal" in stored) return { outcome: "refused", refusal: stored.refusal };
  return { outcome: "received", receipt: { ...stored, checkpoint: await checkpointOf(parts.journal) } };
}

/** By now it is stored, so whatever fails here may not be told as if it were not. */
async function checkpointOf(journal: Journal): Promise<Checkpoint> {
  try {
    return await journal.checkpoint();
  } catch (cause) {
    throw new StoreError("store-uncertain", undefined, { cause });
  }
}

interface Sending extends Submission {
  readonly checked: CheckedFields;
  readonly tokenHash: Uint8Array;
  readonly bodyIndex: ReturnType<Vault["lookupIndex"]>;
}

type Stored = Omit<SubmissionReceipt, "checkpoint"> | { readonly refusal: Refusal };

/** Of two sendings at the same instant one meets the other's token or reference: it looks again, and finds it. */
async function storeOnce(sending: Sending, parts: IntakeParts): Promise<Stored> {
  const unit = (tx: Transaction) => store(tx, sending, parts);
  try {
    return await parts.store.transaction(unit);
  } catch (error) {
    if (error instanceof StoreError && error.code === "conflict") return parts.store.transaction(unit);
    throw error;
  }
}

const findByToken = prepare<Tables<typeof enquiryTable>, { token: Uint8Array }>()((db, param) =>
  db
    .selectFrom("enquiry")
    .select(["reference", "received_at", "body_index"])
    .where("token_hash", "=", param("token")),
);

async function store(tx: Transaction, sending: Sending, parts: IntakeParts): Promise<Stored> {
  const { form, policy, checked, language } = sending;
  const earlier = await tx.first(findByToken, { token: sending.tokenHash });
  if (earlier !== undefined) {
    if (!equalInConstantTime(earlier.body_index, sending.bodyIndex)) throw new IntakeError("token-used");
    return { reference: earlier.reference, receivedAt: earlier.received_at, repeated: true };
  }

  const subject = newSubject(tx.at, parts.random);
  const reference = newReference(parts.random);
  const shown = parts.publication.readShownToken(sending.token, { form: form.code, at: tx.at });
  const shownIn = shown?.language ?? language;
  const ruling = await parts.gate.ask(tx, {
    actor: { kind: "visitor" },
    purpose: form.purpose,
    operation: "collect",
    subjects: [subject],
    attributes: checked.values.map((value) => value.attribute),
    channel: form.code,
    shown: sending.token,
    details: { reference, channel: form.code, language: shownIn },
  });
  if (!ruling.allowed) return { refusal: ruling.refusal };

  const { permit } = ruling;
  const { shardKey, collection } = await recordSubject(
    tx,
    permit,
    {
      subject,
      standing: "provisional",
      purpose: form.purpose,
      basis: permit.permission.basis,
      channel: form.code,
      rule: ruleOf(form.purpose, policy),
      policy: permit.permission.policy,
      language: shownIn,
      values: checked.values,
      identifiers: checked.identifiers,
    },
    parts,
  );
  await tx.insert(enquiryTable, [
    {
      id: uuidv7(tx.at, parts.random),
      shard_key: shardKey,
      subject,
      collection,
      reference,
      form: form.code,
      purpose: form.purpose,
      status: "open",
      received_at: tx.at,
      token_hash: sending.tokenHash,
      body_index: sending.bodyIndex,
    },
  ]);
  if (checked.identifiers.some(({ kind }) => kind === "email")) {
    await queueMessage(
      tx,
      permit,
      {
        subject,
        shardKey,
        template: "enquiry-acknowledged",
        purpose: form.purpose,
        language,
        facts: { reference, receivedAt: tx.at, policyPath: policyPath(form, policy) },
      },
      parts,
    );
  }
  return { reference, receivedAt: tx.at, repeated: false };
}

function ruleOf(purpose: string, policy: CompiledPolicy): string {
  return policy.purposes.find(({ code }) => code === purpose)?.retention ?? "none";
}

function policyPath(form: Form, policy: CompiledPolicy): string {
  return policy.documents.find(({ code }) => code === form.document)?.path ?? "/";
}
