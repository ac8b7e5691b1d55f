import type { Tables } from "../../platform/store/index.ts";
import { type Holding, removeRowsOf } from "../../trust/holdings/index.ts";
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
    return removeRowsOf(tx, "enquiry", "subject", subject, limit);
  },
};
