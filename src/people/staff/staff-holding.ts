import type { Tables } from "../../platform/store/index.ts";
import type { Holding } from "../../trust/holdings/index.ts";
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
    const db = tx.query<StaffTables>();
    const held = await db
      .selectFrom("staff_authorisation")
      .select("id")
      .where("staff", "=", subject)
      .limit(limit)
      .execute();
    if (held.length > 0) {
      const ids = held.map((row) => row.id);
      await db.deleteFrom("staff_authorisation").where("id", "in", ids).execute();
      return held.length;
    }
    const last = await db.deleteFrom("staff_member").where("id", "=", subject).executeTakeFirst();
    return Number(last.numDeletedRows);
  },
};
