import { type Holding, removeRowsOf } from "../../trust/holdings/index.ts";
import type { DeadlineTables } from "./deadline.table.ts";

/** The clocks that run, or ran, for a person's cases. */
export const deadlinesHolding: Holding = {
  name: "deadlines",
  tables: ["deadline"],

  async list(tx, permit, subject) {
    permit.require(tx, { operation: ["provide", "extract"], subject });
    const rows = await tx
      .query<DeadlineTables>()
      .selectFrom("deadline")
      .select(["clock", "due_on", "case_kind", "started_at"])
      .where("subject", "=", subject)
      .orderBy("id")
      .execute();
    return rows.map(({ clock, due_on, case_kind, started_at }) => ({
      attribute: "deadline",
      value: `${clock} ${due_on}`,
      purpose: "rights",
      source: case_kind,
      at: started_at,
    }));
  },

  remove(tx, permit, subject, limit) {
    permit.require(tx, { operation: ["destroy", "delete"], subject });
    return removeRowsOf(tx, "deadline", "subject", subject, limit);
  },
};
