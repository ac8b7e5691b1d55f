import { prepare, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { enquiryAnswerTable } from "./enquiry.table.ts";
import { findEnquiry } from "./find-enquiry.ts";

const newest = prepare<Tables<typeof enquiryAnswerTable>, { enquiry: string }>()((db, param) =>
  db
    .selectFrom("enquiry_answer")
    .select("id")
    .where("enquiry", "=", param("enquiry"))
    .orderBy("id", "desc")
    .limit(1),
);

/**
 * The id of the newest answer to an enquiry, null before the first. Whoever answers with a form compares it with what the
 * form had seen, in the unit that answers: the same form sent twice is then one answer.
 * @throws IntakeError `enquiry-unknown`
 */
export async function lastAnswer(tx: Transaction, reference: string): Promise<string | null> {
  const { id } = await findEnquiry(tx, reference);
  return (await tx.first(newest, { enquiry: id }))?.id ?? null;
}
