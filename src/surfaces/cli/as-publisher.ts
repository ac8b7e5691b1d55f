import { requireRight, staffByLogin, StaffError } from "../../people/staff/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";
import { journalRefusedAttempt } from "../journal-refused-attempt.ts";
import type { Operator } from "../operator.ts";

/**
 * The member of staff with this login, who may publish. Who may not is refused, and the attempt is journalled (clause
 * itsectr-privacy/1.1.1: publishing needs a right of its own).
 * @throws StaffError `staff-unknown`, `right-missing`
 */
export async function asPublisher(operator: Operator, login: string): Promise<Pseudonym> {
  const { store, vault } = operator;
  const { id } = await store.transaction((tx) => staffByLogin(tx, login, vault));
  try {
    await store.transaction((tx) => requireRight(tx, id, "publish", tx.at));
  } catch (error) {
    if (error instanceof StaffError) {
      await journalRefusedAttempt(operator, id, { right: "publish", code: error.code, via: "cli" });
    }
    throw error;
  }
  return id;
}
