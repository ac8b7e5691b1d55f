import { prepare, type Pseudonym, type Tables, type Transaction } from "../../platform/store/index.ts";
import { attributesFor, type CompiledPolicy } from "../../policy/index.ts";
import type { Gate, Refusal } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { Worker } from "./answer-enquiry.ts";
import type { enquiryTable } from "./enquiry.table.ts";
import { findEnquiry } from "./find-enquiry.ts";

const setOwner = prepare<Tables<typeof enquiryTable>, { id: string; owner: Pseudonym | null }>()(
  (db, param) =>
    db
      .updateTable("enquiry")
      .set({ owner: param("owner") })
      .where("id", "=", param("id")),
);

export interface TakingParts {
  readonly gate: Gate;
  readonly journal: Pick<Journal, "append">;
  readonly policy: CompiledPolicy;
}

/**
 * Makes a member of staff the owner of an enquiry, or leaves it to nobody again (clause itsectr-privacy/4.1.1: a case has
 * an owner). Whoever may work on it may take it on, from a colleague too. Needs an authorisation to `use`. Journalled.
 * @throws IntakeError `enquiry-unknown`
 */
export async function takeOnEnquiry(
  tx: Transaction,
  staff: Worker,
  reference: string,
  leave: boolean,
  parts: TakingParts,
): Promise<{ readonly repeated: boolean } | { readonly refusal: Refusal }> {
  const row = await findEnquiry(tx, reference);
  const { subject, purpose } = row;
  const details = { reference: row.reference };
  const act = {
    actor: staff,
    purpose,
    operation: "use",
    subjects: [subject],
    attributes: attributesFor(purpose, parts.policy),
    details,
  } as const;
  const ruling = await parts.gate.ask(tx, act);
  if (!ruling.allowed) return { refusal: ruling.refusal };
  const owner = leave ? null : staff.id;
  if (row.owner === owner) return { repeated: true };
  await tx.change(setOwner, { id: row.id, owner });
  await parts.journal.append(tx, { event: leave ? "enquiry-left" : "enquiry-taken-on", ...act });
  return { repeated: false };
}
