import { type ConsentRecord, consentsOf } from "../../people/consents/index.ts";
import { staffPurposes } from "../../people/staff/index.ts";
import { type OpenedValue, readSubject } from "../../people/subjects/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import { attributesFor, type CompiledPolicy } from "../../policy/index.ts";
import type { Actor, Gate, Refusal } from "../../trust/gate/index.ts";
import { listEntries, type PersonEntry } from "../../trust/journal/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { type OpenedAnswer, openAnswers } from "./open-answers.ts";
import { type OpenedReply, openReplies } from "./open-replies.ts";
import { type EnquiryRow, findEnquiry } from "./find-enquiry.ts";
import { type FoundSpot, spotsIn } from "./flags-of.ts";
import { type EnquirySummary, summaryOf } from "./list-enquiries.ts";
import type { FreeTextScan } from "./scan-free-text.ts";

/** How much of the journal stands beside an enquiry, and among how many of the person's newest entries it is sought. */
const ENTRIES = 50;
const SOUGHT = 500;

export interface OpenedEnquiry extends EnquirySummary {
  readonly values: readonly OpenedValue[];
  /** Where in the free text something needs looking at; found again, since it is not stored. */
  readonly spots: readonly FoundSpot[];
  /** Under which policy version, and in which language, the form was shown. Null when nothing of it is left. */
  readonly shown: { readonly policy: string; readonly language: string } | null;
  /** What was ticked in this sending, and what has become of it. */
  readonly consents: readonly ConsentRecord[];
  /** What was answered, oldest first. */
  readonly answers: readonly OpenedAnswer[];
  /** What its sender added, oldest first. */
  readonly replies: readonly OpenedReply[];
  /** Who has taken it on; null for nobody. */
  readonly owner: Pseudonym | null;
  /** What the journal holds about the person for the reader's purposes, or of this enquiry; newest first. */
  readonly entries: readonly PersonEntry[];
}

/**
 * Opens one enquiry for a member of staff, under the purpose for which it was collected (clause itsectr-privacy/4.1.1).
 * The reading is journalled in the same unit of work, so it is durable before anything is shown.
 * @throws IntakeError `enquiry-unknown`
 */
export async function openEnquiry(
  tx: Transaction,
  staff: Actor,
  reference: string,
  parts: {
    readonly gate: Gate;
    readonly vault: Vault;
    readonly policy: CompiledPolicy;
    readonly scan: FreeTextScan;
  },
): Promise<{ readonly enquiry: OpenedEnquiry } | { readonly refusal: Refusal }> {
  const row = await findEnquiry(tx, reference);
  const { subject, purpose } = row;
  const { policy, vault } = parts;
  const attributes = attributesFor(purpose, policy);
  const ruling = await parts.gate.ask(tx, {
    actor: staff,
    purpose,
    operation: "extract",
    subjects: [subject],
    attributes,
    details: { reference: row.reference },
  });
  if (!ruling.allowed) return { refusal: ruling.refusal };

  const values = await readSubject(tx, ruling.permit, subject, attributes, vault);
  const written = values.map(({ attribute, value }) => ({ attribute, plaintext: value }));
  const [first] = values;
  return {
    enquiry: {
      ...summaryOf(row),
      values,
      spots: spotsIn(written, policy, parts.scan),
      shown: first === undefined ? null : { policy: first.policy, language: first.language },
      consents: (await consentsOf(tx, subject)).filter(
        ({ form, givenAt }) => form === row.form && givenAt === row.received_at,
      ),
      answers: await openAnswers(tx, ruling.permit, row, vault),
      replies: await openReplies(tx, ruling.permit, row, vault),
      owner: row.owner,
      entries: await entriesFor(tx, staff, row),
    },
  };
}

/**
 * What the reader may see of the person's journal: that somebody consented to offers, or asked for their data, is not
 * for who answers enquiries (152-FZ 5(5); clause itsectr-privacy/1.1.1).
 */
async function entriesFor(tx: Transaction, reader: Actor, row: EnquiryRow): Promise<PersonEntry[]> {
  const held = new Set(reader.kind === "staff" ? await staffPurposes(tx, reader.id, tx.at) : [row.purpose]);
  const entries = await listEntries(tx, row.subject, SOUGHT);
  return entries
    .filter(({ entry }) => (entry.purpose === undefined ? isOf(entry, row) : held.has(entry.purpose)))
    .slice(0, ENTRIES);
}

/** Whether an entry is of this very enquiry: it names it, or was written in the unit that received it. */
function isOf({ at, details }: PersonEntry["entry"], { reference, received_at }: EnquiryRow): boolean {
  return details?.["reference"] === reference || at === received_at;
}
