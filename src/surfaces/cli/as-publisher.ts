import { requireRight, staffByLogin, StaffError } from "../../people/staff/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";
import type { Operator } from "../operator.ts";

/**
 * The member of staff with this login, who may publish. Who may not is refused, and the attempt is journalled (clause
 * itsectr-privacy/1.1.1: publishing needs a right of its own).
 * @throws StaffError `staff-unknown`, `right-missing`
 */
export async function asPublisher(operator: Operator, login: string): Promise<Pseudonym> {
  const { store, vault, journal } = operator;
  const { staff, refused } = await store.transaction(async (tx) => {
    const { id } = await staffByLogin(tx, login, vault);
    try {
      await requireRight(tx, id, "publish", tx.at);
      return { staff: id, refused: null };
    } catch (error) {
      if (!(error instanceof StaffError)) throw error;
      await journal.append(tx, {
        event: "decision",
        actor: { kind: "staff", id },
        decision: { allowed: false, clause: "1.1.1", code: error.code, about: "publish" },
        details: { via: "cli" },
      });
      return { staff: id, refused: error };
    }
  });
  if (refused !== null) throw refused;
  return staff;
}
