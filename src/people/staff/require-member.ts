import {
  keepRows,
  prepare,
  type Pseudonym,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import { StaffError } from "./staff.errors.ts";
import type { staffMemberTable } from "./staff.table.ts";

const findMember = prepare<Tables<typeof staffMemberTable>, { id: string }>()((db, param, engine) =>
  db
    .selectFrom("staff_member")
    .select(["shard_key", "until", "has_address"])
    .where("id", "=", param("id"))
    .$call(keepRows(engine)),
);

/**
 * Somebody who works here now.
 * @throws StaffError `staff-unknown`
 */
export async function requireMember(
  tx: Transaction,
  staff: Pseudonym,
): Promise<{ readonly shardKey: Pseudonym; readonly hasAddress: boolean }> {
  const member = await tx.first(findMember, { id: staff });
  if (member === undefined || (member.until !== null && member.until <= tx.at)) {
    throw new StaffError("staff-unknown");
  }
  return { shardKey: member.shard_key, hasAddress: member.has_address };
}
