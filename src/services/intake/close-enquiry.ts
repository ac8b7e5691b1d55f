import { prepare, type Tables, type Transaction } from "../../platform/store/index.ts";
import { attributesFor, type CompiledPolicy } from "../../policy/index.ts";
import type { Gate, Refusal } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { Worker } from "./answer-enquiry.ts";
import type { EnquiryClocks } from "./enquiry-clocks.ts";
import type { EnquiryStatus, enquiryTable } from "./enquiry.table.ts";
import { type EnquiryRow, findEnquiry } from "./find-enquiry.ts";

export interface ClosingParts {
  readonly gate: Gate;
  readonly journal: Pick<Journal, "append">;
  readonly policy: CompiledPolicy;
  readonly clocks: Pick<EnquiryClocks, "stop" | "resume">;
}

/** What became of it; `repeated` when it was so already, and nothing was changed. */
export interface ChangedEnquiry {
  readonly status: EnquiryStatus;
  readonly repeated: boolean;
}

type EnquiryTables = Tables<typeof enquiryTable>;

const markClosed = prepare<EnquiryTables, { id: string; status: "closed"; at: number }>()((db, param) =>
  db
    .updateTable("enquiry")
    .set({ status: param("status"), closed_at: param("at") })
    .where("id", "=", param("id")),
);

const markReopened = prepare<EnquiryTables, { id: string; status: "open"; never: null }>()((db, param) =>
  db
    .updateTable("enquiry")
    .set({ status: param("status"), closed_at: param("never") })
    .where("id", "=", param("id")),
);

/**
 * Closes an enquiry, which starts the retention clock of its data (clauses itsectr-privacy/4.1.1, 5.1.term). Needs an
 * authorisation to `use`. Journalled.
 * @throws IntakeError `enquiry-unknown`
 */
export async function closeEnquiry(
  tx: Transaction,
  staff: Worker,
  reference: string,
  parts: ClosingParts,
): Promise<ChangedEnquiry | { readonly refusal: Refusal }> {
  const asked = await ask(tx, staff, await findEnquiry(tx, reference), parts);
  if (asked.refusal !== undefined) return { refusal: asked.refusal };
  const { row, act } = asked;
  if (row.status === "closed") return { status: row.status, repeated: true };
  await parts.journal.append(tx, { event: "enquiry-closed", ...act });
  await tx.change(markClosed, { id: row.id, status: "closed", at: tx.at });
  await parts.clocks.stop(tx, row.id);
  return { status: "closed", repeated: false };
}

/**
 * Takes a closing back: the enquiry is worked again, and its retention clock stops. Needs an authorisation to `use`.
 * Journalled.
 * @throws IntakeError `enquiry-unknown`
 */
export async function reopenEnquiry(
  tx: Transaction,
  staff: Worker,
  reference: string,
  parts: ClosingParts,
): Promise<ChangedEnquiry | { readonly refusal: Refusal }> {
  const asked = await ask(tx, staff, await findEnquiry(tx, reference), parts);
  if (asked.refusal !== undefined) return { refusal: asked.refusal };
  const { row, act } = asked;
  if (row.status !== "closed") return { status: row.status, repeated: true };
  await parts.journal.append(tx, { event: "enquiry-reopened", ...act });
  await tx.change(markReopened, { id: row.id, status: "open", never: null });
  await parts.clocks.resume(tx, row.id);
  return { status: "open", repeated: false };
}

/** Asks the gate before anything is told of how the enquiry stands: that too is for who may work it. */
async function ask(tx: Transaction, actor: Worker, row: EnquiryRow, { gate, policy }: ClosingParts) {
  const { subject, purpose, reference } = row;
  const attributes = attributesFor(purpose, policy);
  const operation = "use";
  const act = { actor, purpose, operation, subjects: [subject], attributes, details: { reference } } as const;
  const ruling = await gate.ask(tx, act);
  return ruling.allowed ? { row, act } : { refusal: ruling.refusal };
}
