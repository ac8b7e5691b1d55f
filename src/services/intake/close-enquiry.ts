import { prepare, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { Gate, Refusal } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { Worker } from "./answer-enquiry.ts";
import type { EnquiryStatus, enquiryTable } from "./enquiry.table.ts";
import { type EnquiryRow, findEnquiry } from "./find-enquiry.ts";

export interface ClosingParts {
  readonly gate: Gate;
  readonly journal: Pick<Journal, "append">;
  readonly policy: CompiledPolicy;
}

/** What became of it; `repeated` when it was so already, and nothing was written. */
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
  const row = await findEnquiry(tx, reference);
  if (row.status === "closed") return { status: row.status, repeated: true };
  const refusal = await change(tx, staff, row, "enquiry-closed", parts);
  if (refusal !== null) return { refusal };
  await tx.change(markClosed, { id: row.id, status: "closed", at: tx.at });
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
  const row = await findEnquiry(tx, reference);
  if (row.status !== "closed") return { status: row.status, repeated: true };
  const refusal = await change(tx, staff, row, "enquiry-reopened", parts);
  if (refusal !== null) return { refusal };
  await tx.change(markReopened, { id: row.id, status: "open", never: null });
  return { status: "open", repeated: false };
}

/** Asks the gate and writes down what happens; null when it may. */
async function change(
  tx: Transaction,
  staff: Worker,
  { subject, purpose, reference }: EnquiryRow,
  event: "enquiry-closed" | "enquiry-reopened",
  { gate, journal, policy }: ClosingParts,
): Promise<Refusal | null> {
  const attributes = policy.purposes.find(({ code }) => code === purpose)?.attributes ?? [];
  const act = { purpose, operation: "use", subjects: [subject], attributes, details: { reference } } as const;
  const ruling = await gate.ask(tx, { actor: staff, ...act });
  if (!ruling.allowed) return ruling.refusal;
  await journal.append(tx, { event, actor: staff, ...act });
  return null;
}
