import type { Tables } from "../../platform/store/index.ts";
import { type Holding, removeRowsOf } from "../../trust/holdings/index.ts";
import { type staffAuthorisationTable, type staffMemberTable, staffSchema } from "./staff.table.ts";

type StaffTables = Tables<typeof staffMemberTable | typeof staffAuthorisationTable>;

/** What this room holds of a person: that they are staff, and what they are authorised for. No sealed value. */
export const staffHolding: Holding = {
  name: "staff",
  tables: staffSchema.tables.map((table) => table.name),

  async list(tx, permit, subject) {
    permit.require(tx, { operation: ["provide", "extract"], subject });
    const rows = await tx
      .query<StaffTables>()
      .selectFrom("staff_authorisation")
      .select(["purpose", "since"])
      .where("staff", "=", subject)
      .execute();
    return rows.map(({ purpose, since }) => ({
      attribute: "authorisation",
      value: purpose,
      purpose: "security",
      source: "staff",
      at: since,
    }));
  },

  async remove(tx, permit, subject, limit) {
    permit.require(tx, { operation: ["destroy", "delete"], subject });
    return (
      (await removeRowsOf(tx, "staff_authorisation", "staff", subject, limit)) ||
      removeRowsOf(tx, "staff_member", "id", subject, limit)
    );
  },
};
