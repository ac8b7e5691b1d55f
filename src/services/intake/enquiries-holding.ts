import type { Tables } from "../../platform/store/index.ts";
import { type Holding, removeRowsOf } from "../../trust/holdings/index.ts";
import type { enquiryAnswerTable, enquiryReplyTable, enquiryTable, violationTable } from "./enquiry.table.ts";

/**
 * What intake holds of a person: that they sent a form, its state, what staff answered, what the person added, and what staff recorded
 * against them. What
 * they wrote into the form itself is held by `subjects`.
 */
export const enquiriesHolding: Holding = {
  name: "enquiries",
  tables: ["enquiry_answer", "enquiry_reply", "violation", "enquiry"],

  async list(tx, permit, subject) {
    permit.require(tx, { operation: ["provide", "extract"], subject });
    const db = tx.query<Tables<typeof enquiryTable | typeof enquiryAnswerTable | typeof enquiryReplyTable>>();
    const rows = await db
      .selectFrom("enquiry")
      .select(["reference", "form", "purpose", "received_at"])
      .where("subject", "=", subject)
      .execute();
    const answers = await db
      .selectFrom("enquiry_answer")
      .innerJoin("enquiry", "enquiry.id", "enquiry_answer.enquiry")
      .select(["enquiry.reference", "enquiry.purpose", "enquiry_answer.answered_at"])
      .where("enquiry_answer.subject", "=", subject)
      .execute();
    const violations = await tx
      .query<Tables<typeof enquiryTable | typeof violationTable>>()
      .selectFrom("violation")
      .innerJoin("enquiry", "enquiry.id", "violation.enquiry")
      .select(["enquiry.purpose", "violation.clause", "violation.recorded_at"])
      .where("violation.subject", "=", subject)
      .execute();
    const replies = await db
      .selectFrom("enquiry_reply")
      .innerJoin("enquiry", "enquiry.id", "enquiry_reply.enquiry")
      .select(["enquiry.reference", "enquiry.form", "enquiry.purpose", "enquiry_reply.received_at"])
      .where("enquiry_reply.subject", "=", subject)
      .execute();
    return [
      ...rows.map(({ reference, form, purpose, received_at }) => ({
        attribute: "reference",
        value: reference,
        purpose,
        source: form,
        at: received_at,
      })),
      ...answers.map(({ reference, purpose, answered_at }) => ({
        attribute: "answer",
        value: reference,
        purpose,
        source: "staff",
        at: answered_at,
      })),
      ...violations.map(({ clause, purpose, recorded_at }) => ({
        attribute: "violation",
        value: clause,
        purpose,
        source: "staff",
        at: recorded_at,
      })),
      ...replies.map(({ reference, form, purpose, received_at }) => ({
        attribute: "reply",
        value: reference,
        purpose,
        source: form,
        at: received_at,
      })),
    ];
  },

  async remove(tx, permit, subject, limit) {
    permit.require(tx, { operation: ["destroy", "delete"], subject });
    return (
      (await removeRowsOf(tx, "enquiry_answer", "subject", subject, limit)) ||
      (await removeRowsOf(tx, "enquiry_reply", "subject", subject, limit)) ||
      (await removeRowsOf(tx, "violation", "subject", subject, limit)) ||
      removeRowsOf(tx, "enquiry", "subject", subject, limit)
    );
  },
};
