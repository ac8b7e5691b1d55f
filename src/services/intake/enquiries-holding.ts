import type { Tables } from "../../platform/store/index.ts";
import type { Holding } from "../../trust/holdings/index.ts";
import type { enquiryTable } from "./enquiry.table.ts";

/** What intake holds of a person: that they sent a form, and its state. What they wrote is held by `subjects`. */
export const enquiriesHolding: Holding = {
  name: "enquiries",
  tables: ["enquiry"],

  async list(tx, permit, subject) {
    permit.require(tx, { operation: ["provide", "extract"], subject });
    const rows = await tx
      .query<Tables<typeof enquiryTable>>()
      .selectFrom("enquiry")
      .select(["reference", "form", "purpose", "received_at"])
      .where("subject", "=", subject)
      .execute();
    return rows.map(({ reference, form, purpose, received_at }) => ({
      attribute: "reference",
      value: reference,
      purpose,
      source: form,
      at: received_at,
    }));
  },

  async remove(tx, permit, subject, limit) {
    permit.require(tx, { operation: ["destroy", "delete"], subject });
    const db = tx.query<Tables<typeof enquiryTable>>();
    const rows = await db
      .selectFrom("enquiry")
      .select("id")
      .where("subject", "=", subject)
      .limit(limit)
      .execute();
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    await db.deleteFrom("enquiry").where("id", "in", ids).execute();
    return rows.length;
  },
};
