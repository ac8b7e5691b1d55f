import type { Tables } from "../../platform/store/index.ts";
import { type HeldItem, type Holding, removeRowsOf } from "../../trust/holdings/index.ts";
import {
  apiKeyTable,
  type staffAuthorisationTable,
  type staffRightTable,
  staffSchema,
  type staffSessionTable,
} from "./staff.table.ts";

type StaffTables = Tables<typeof staffAuthorisationTable | typeof staffRightTable | typeof staffSessionTable>;

/** In the order in which rows go; the member last, so that an erasure that was cut short goes on. */
const REFERRING = [
  "staff_session",
  "sign_in_request",
  "sign_in_link",
  "staff_right",
  "staff_authorisation",
] as const;

/** What this room holds of a person: that they are staff, what they may do, and when they signed in. No sealed value. */
export const staffHolding: Holding = {
  name: "staff",
  tables: staffSchema.tables.filter((table) => table !== apiKeyTable).map((table) => table.name),

  async list(tx, permit, subject) {
    permit.require(tx, { operation: ["provide", "extract"], subject });
    const item = (attribute: string, value: string, at: number): HeldItem => ({
      attribute,
      value,
      purpose: "security",
      source: "staff",
      at,
    });
    const db = tx.query<StaffTables>();
    const authorisations = await db
      .selectFrom("staff_authorisation")
      .select(["purpose", "since"])
      .where("staff", "=", subject)
      .execute();
    const rights = await db
      .selectFrom("staff_right")
      .select(["right", "since"])
      .where("staff", "=", subject)
      .execute();
    const sessions = await db
      .selectFrom("staff_session")
      .select(["id", "since"])
      .where("staff", "=", subject)
      .execute();
    return [
      ...authorisations.map(({ purpose, since }) => item("authorisation", purpose, since)),
      ...rights.map(({ right, since }) => item("right", right, since)),
      ...sessions.map(({ id, since }) => item("session", id, since)),
    ];
  },

  async remove(tx, permit, subject, limit) {
    permit.require(tx, { operation: ["destroy", "delete"], subject });
    for (const table of REFERRING) {
      const removed = await removeRowsOf(tx, table, "staff", subject, limit);
      if (removed > 0) return removed;
    }
    return removeRowsOf(tx, "staff_member", "id", subject, limit);
  },
};
