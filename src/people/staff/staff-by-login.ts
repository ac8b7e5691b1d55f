import {
  prepare,
  type Pseudonym,
  type Reader,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { findSubject } from "../subjects/index.ts";
import { StaffError } from "./staff.errors.ts";
import type { staffMemberTable } from "./staff.table.ts";

const findMember = prepare<Tables<typeof staffMemberTable>, { id: string }>()((db, param) =>
  db.selectFrom("staff_member").select(["id", "until"]).where("id", "=", param("id")),
);

/**
 * The member of staff with this login, as an actor for the gate. What they may do is the gate's to find out.
 * @throws StaffError `staff-unknown`
 */
export async function staffByLogin(
  reader: Reader | Transaction,
  login: string,
  vault: Vault,
): Promise<{ readonly kind: "staff"; readonly id: Pseudonym }> {
  const id = await findSubject(reader, "login", login.trim().toLowerCase(), vault);
  const member = id === null ? undefined : await reader.first(findMember, { id });
  if (member === undefined || member.until !== null) throw new StaffError("staff-unknown");
  return { kind: "staff", id: member.id };
}
