import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Actor, Refusal } from "../../trust/gate/index.ts";
import { addStaff, type NewStaffMember } from "./add-staff.ts";
import { requireOwnRights } from "./grant-right.ts";
import { requestFor } from "./request-sign-in-link.ts";
import { requireActorRight } from "./require-right.ts";
import type { StaffParts } from "./staff-parts.ts";

/**
 * Adds a member of staff and, when they have an address, mails them a link to sign in with. Who works here gives only
 * rights that they have themselves (clause itsectr-privacy/1.1.1).
 * @throws StaffError `right-missing`, `beyond-own`, and as `addStaff`
 */
export async function inviteStaff(
  tx: Transaction,
  by: Actor,
  invited: NewStaffMember,
  parts: StaffParts,
): Promise<{ readonly staff: Pseudonym; readonly mailed: boolean } | { readonly refusal: Refusal }> {
  await requireActorRight(tx, by, "manage-staff", tx.at);
  await requireOwnRights(tx, by, invited.rights ?? []);
  const added = await addStaff(tx, by, invited, parts);
  if ("refusal" in added) return added;
  const mailed = (invited.email ?? "").trim() !== "";
  if (mailed) await requestFor(tx, added.staff, parts);
  return { staff: added.staff, mailed };
}
