import { prepare, type Transaction } from "../../platform/store/index.ts";
import type { DeadlineTables } from "./deadline.table.ts";

const markStopped = prepare<DeadlineTables, { case: string; at: number }>()((db, param) =>
  db
    .updateTable("deadline")
    .set({ stopped_at: param("at") })
    .where("case_id", "=", param("case"))
    .where("stopped_at", "is", null),
);

const markRunning = prepare<DeadlineTables, { case: string; never: null }>()((db, param) =>
  db
    .updateTable("deadline")
    .set({ stopped_at: param("never") })
    .where("case_id", "=", param("case")),
);

/** What the case owed is done: its clocks stand. What stood already stays as it was. */
export async function stopClocks(tx: Transaction, caseId: string): Promise<void> {
  await tx.change(markStopped, { case: caseId, at: tx.at });
}

/** The case is worked again: its clocks run on from where they began, as if they had never stood. */
export async function resumeClocks(tx: Transaction, caseId: string): Promise<void> {
  await tx.change(markRunning, { case: caseId, never: null });
}
