import { type OpenedValue, readSubject } from "../../people/subjects/index.ts";
import { prepare, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { Actor, Gate, Refusal } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { enquiryTable } from "./enquiry.table.ts";
import { IntakeError } from "./intake.errors.ts";
import type { EnquirySummary } from "./list-enquiries.ts";
import { parseReference } from "./reference.ts";

export interface OpenedEnquiry extends EnquirySummary {
  readonly purpose: string;
  readonly values: readonly OpenedValue[];
}

const findByReference = prepare<Tables<typeof enquiryTable>, { reference: string }>()((db, param) =>
  db
    .selectFrom("enquiry")
    .select(["subject", "reference", "form", "purpose", "status", "received_at"])
    .where("reference", "=", param("reference")),
);

/**
 * Opens one enquiry for a member of staff, under the purpose for which it was collected (clause itsectr-privacy/4.1.1).
 * The reading is journalled in the same unit of work, so it is durable before anything is shown.
 * @throws IntakeError `enquiry-unknown`
 */
export async function openEnquiry(
  tx: Transaction,
  staff: Actor,
  reference: string,
  parts: { readonly gate: Gate; readonly vault: Vault; readonly policy: CompiledPolicy },
): Promise<{ readonly enquiry: OpenedEnquiry } | { readonly refusal: Refusal }> {
  const written = parseReference(reference);
  const row = written === null ? undefined : await tx.first(findByReference, { reference: written });
  if (row === undefined) throw new IntakeError("enquiry-unknown");

  const attributes = parts.policy.purposes.find((purpose) => purpose.code === row.purpose)?.attributes ?? [];
  const ruling = await parts.gate.ask(tx, {
    actor: staff,
    purpose: row.purpose,
    operation: "extract",
    subjects: [row.subject],
    attributes,
    details: { reference: row.reference },
  });
  if (!ruling.allowed) return { refusal: ruling.refusal };

  const values = await readSubject(tx, ruling.permit, row.subject, attributes, parts.vault);
  return {
    enquiry: {
      reference: row.reference,
      form: row.form,
      purpose: row.purpose,
      status: row.status,
      receivedAt: row.received_at,
      values,
    },
  };
}
