import { type ConsentRecord, consentsOf } from "../../people/consents/index.ts";
import { type OpenedValue, readSubject } from "../../people/subjects/index.ts";
import type { Transaction } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { Actor, Gate, Refusal } from "../../trust/gate/index.ts";
import { listEntries } from "../../trust/journal/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { type OpenedAnswer, openAnswers } from "./open-answers.ts";
import { findEnquiry } from "./find-enquiry.ts";
import { type FoundSpot, spotsIn } from "./flags-of.ts";
import { type EnquirySummary, summaryOf } from "./list-enquiries.ts";
import type { FreeTextScan } from "./scan-free-text.ts";

/** How much of the journal stands beside an enquiry. */
const ENTRIES = 50;

export interface OpenedEnquiry extends EnquirySummary {
  readonly values: readonly OpenedValue[];
  /** Where in the free text something needs looking at; found again, since it is not stored. */
  readonly spots: readonly FoundSpot[];
  /** Under which policy version, and in which language, the form was shown. Null when nothing of it is left. */
  readonly shown: { readonly policy: string; readonly language: string } | null;
  readonly consents: readonly ConsentRecord[];
  /** What was answered, oldest first. */
  readonly answers: readonly OpenedAnswer[];
  /** What the journal holds about the person, newest first. */
  readonly entries: Awaited<ReturnType<typeof listEntries>>;
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
  const attributes = policy.purposes.find(({ code }) => code === purpose)?.attributes ?? [];
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
      consents: await consentsOf(tx, subject),
      answers: await openAnswers(tx, ruling.permit, row, vault),
      entries: await listEntries(tx, subject, ENTRIES),
    },
  };
}
