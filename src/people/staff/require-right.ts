import { prepare, type Pseudonym, type Reader, type Tables } from "../../platform/store/index.ts";
import type { Actor } from "../../trust/gate/index.ts";
import { StaffError } from "./staff.errors.ts";
import { CLI, DOOR } from "./staff-parts.ts";
import type { StaffRight } from "./staff-right.ts";
import type { staffMemberTable, staffRightTable } from "./staff.table.ts";

type RightTables = Tables<typeof staffRightTable | typeof staffMemberTable>;

const rightsInForce = prepare<RightTables, { staff: string; at: number }>()((db, param) =>
  db
    .selectFrom("staff_right as held")
    .innerJoin("staff_member as member", "member.id", "held.staff")
    .select("held.right")
    .where("held.staff", "=", param("staff"))
    .where("held.since", "<=", param("at"))
    .where((where) => where.or([where("held.until", "is", null), where("held.until", ">", param("at"))]))
    .where((where) => where.or([where("member.until", "is", null), where("member.until", ">", param("at"))])),
);

/** The rights of a member of staff at this instant; none when they have left. */
export async function rightsOf(reader: Reader, staff: Pseudonym, at: number): Promise<StaffRight[]> {
  const rows = await reader.all(rightsInForce, { staff, at });
  return [...new Set(rows.map(({ right }) => right))];
}

/**
 * Passes a member of staff who has the right now (clause itsectr-privacy/1.1.1).
 * @throws StaffError `right-missing`
 */
export async function requireRight(
  reader: Reader,
  staff: Pseudonym,
  right: StaffRight,
  at: number,
): Promise<void> {
  if (!(await rightsOf(reader, staff, at)).includes(right)) throw new StaffError("right-missing");
}

/**
 * The same for whoever acts: the command and the door may manage staff, since who has the machine has the keys; any
 * other actor that is no member of staff may not.
 * @throws StaffError `right-missing`
 */
export async function requireActorRight(
  reader: Reader,
  by: Actor,
  right: StaffRight,
  at: number,
): Promise<void> {
  if (by.kind === "staff") return requireRight(reader, by.id, right, at);
  const ours = by.kind === "system" && (by.id === CLI.id || by.id === DOOR.id);
  if (!ours || right !== "manage-staff") throw new StaffError("right-missing");
}
