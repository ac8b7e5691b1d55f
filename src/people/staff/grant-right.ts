import { type Random, uuidv7 } from "../../platform/random/index.ts";
import {
  lockRows,
  prepare,
  type Pseudonym,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { Actor } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import { requireMember } from "./require-member.ts";
import { requireActorRight, rightsOf } from "./require-right.ts";
import { StaffError } from "./staff.errors.ts";
import { journalActor, nameOf, type StaffParts } from "./staff-parts.ts";
import { isStaffRight, type StaffRight } from "./staff-right.ts";
import { staffRightTable } from "./staff.table.ts";

type RightTables = Tables<typeof staffRightTable>;

/**
 * Gives a member of staff a right; nothing when they have it. Who works here gives only what they have
 * themselves (clause itsectr-privacy/1.1.1).
 * @throws StaffError `right-missing`, `right-unknown`, `beyond-own`, `staff-unknown`
 */
export async function grantRight(
  tx: Transaction,
  by: Actor,
  granted: { readonly staff: Pseudonym; readonly right: StaffRight },
  parts: StaffParts,
): Promise<void> {
  const { staff, right } = granted;
  await requireActorRight(tx, by, "manage-staff", tx.at);
  await requireOwnRights(tx, by, [right]);
  const { shardKey } = await requireMember(tx, staff);
  if ((await rightsOf(tx, staff, tx.at)).includes(right)) return;
  await writeRight(tx, by, { staff, shardKey, right }, parts);
}

/** @throws StaffError `right-unknown`, `beyond-own` */
export async function requireOwnRights(
  tx: Transaction,
  by: Actor,
  rights: readonly StaffRight[],
): Promise<void> {
  if (!rights.every(isStaffRight)) throw new StaffError("right-unknown");
  if (by.kind !== "staff") return;
  const own = await rightsOf(tx, by.id, tx.at);
  if (!rights.every((right) => own.includes(right))) throw new StaffError("beyond-own");
}

/** Writes a right that has been found good, and its entry in the journal. */
export async function writeRight(
  tx: Transaction,
  by: Actor,
  granted: { readonly staff: Pseudonym; readonly shardKey: Pseudonym; readonly right: StaffRight },
  parts: { readonly journal: Journal; readonly random: Random },
): Promise<void> {
  const { staff, shardKey, right } = granted;
  await tx.insert(staffRightTable, [
    {
      id: uuidv7(tx.at, parts.random),
      shard_key: shardKey,
      staff,
      right,
      granted_by: nameOf(by),
      since: tx.at,
      until: null,
    },
  ]);
  await parts.journal.append(tx, {
    event: "staff-authorised",
    actor: journalActor(by),
    subjects: [staff],
    details: { right },
  });
}

const endRight = prepare<RightTables, { staff: string; right: StaffRight; at: number }>()((db, param) =>
  db
    .updateTable("staff_right")
    .set({ until: param("at") })
    .where("staff", "=", param("staff"))
    .where("right", "=", param("right"))
    .where((where) => where.or([where("until", "is", null), where("until", ">", param("at"))])),
);

/**
 * Takes a right away. In force from the next request on.
 * @throws StaffError `right-missing`, `not-held`, `last-manager`
 */
export async function revokeRight(
  tx: Transaction,
  by: Actor,
  revoked: { readonly staff: Pseudonym; readonly right: StaffRight },
  parts: Pick<StaffParts, "journal">,
): Promise<void> {
  const { staff, right } = revoked;
  await requireActorRight(tx, by, "manage-staff", tx.at);
  if (right === "manage-staff") await requireOtherManager(tx, staff);
  if ((await tx.change(endRight, { staff, right, at: tx.at })) === 0) throw new StaffError("not-held");
  await parts.journal.append(tx, {
    event: "staff-revoked",
    actor: journalActor(by),
    subjects: [staff],
    details: { right },
  });
}

const managers = prepare<RightTables, { at: number }>()((db, param, engine) =>
  db
    .selectFrom("staff_right")
    .select("staff")
    .where("right", "=", "manage-staff")
    .where((where) => where.or([where("until", "is", null), where("until", ">", param("at"))]))
    .orderBy("id")
    .$call(lockRows(engine)),
);

/**
 * Passes when somebody is left to manage staff without this one. Locks their rows: of two managers who take the right
 * from each other at once, one keeps it.
 * @throws StaffError `last-manager`
 */
export async function requireOtherManager(tx: Transaction, staff: Pseudonym): Promise<void> {
  const holders = new Set((await tx.all(managers, { at: tx.at })).map((row) => row.staff));
  if (holders.has(staff) && holders.size === 1) throw new StaffError("last-manager");
}
