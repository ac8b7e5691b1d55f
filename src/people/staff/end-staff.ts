import { prepare, type Pseudonym, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { Actor } from "../../trust/gate/index.ts";
import { requireOtherManager } from "./grant-right.ts";
import { type NamedKey, revokeKeysOf } from "./keys-of-leaver.ts";
import { requireMember } from "./require-member.ts";
import { requireActorRight } from "./require-right.ts";
import { journalActor, type StaffParts } from "./staff-parts.ts";
import type {
  staffAuthorisationTable,
  staffMemberTable,
  staffRightTable,
  staffSessionTable,
} from "./staff.table.ts";

type StaffTables = Tables<
  typeof staffAuthorisationTable | typeof staffMemberTable | typeof staffRightTable | typeof staffSessionTable
>;
interface Ending extends Record<string, unknown> {
  readonly staff: string;
  readonly at: number;
}

const endMember = prepare<StaffTables, Ending>()((db, param) =>
  db
    .updateTable("staff_member")
    .set({ until: param("at") })
    .where("id", "=", param("staff")),
);
const endRights = prepare<StaffTables, Ending>()((db, param) =>
  db
    .updateTable("staff_right")
    .set({ until: param("at") })
    .where("staff", "=", param("staff"))
    .where((where) => where.or([where("until", "is", null), where("until", ">", param("at"))])),
);
const endAuthorisations = prepare<StaffTables, Ending>()((db, param) =>
  db
    .updateTable("staff_authorisation")
    .set({ until: param("at") })
    .where("staff", "=", param("staff"))
    .where((where) => where.or([where("until", "is", null), where("until", ">", param("at"))])),
);
const openSessions = prepare<StaffTables, { staff: string }>()((db, param) =>
  db
    .selectFrom("staff_session")
    .select("id")
    .where("staff", "=", param("staff"))
    .where("ended_at", "is", null),
);
const endSessions = prepare<StaffTables, Ending>()((db, param) =>
  db
    .updateTable("staff_session")
    .set({ ended_at: param("at") })
    .where("staff", "=", param("staff"))
    .where("ended_at", "is", null),
);

/**
 * Somebody leaves: their sessions, links, rights and authorisations end with this unit (clause itsectr-privacy/1.1.1), and
 * so do the keys whose secret they were shown last, unless they are to be kept: whoever leaves may have kept the secret.
 * What they did stays on record. Resolves with the keys that were revoked.
 * @throws StaffError `right-missing`, `staff-unknown`, `last-manager`
 */
export async function endStaff(
  tx: Transaction,
  by: Actor,
  staff: Pseudonym,
  parts: Pick<StaffParts, "journal" | "names">,
  { keepKeys = false }: { readonly keepKeys?: boolean } = {},
): Promise<NamedKey[]> {
  await requireActorRight(tx, by, "manage-staff", tx.at);
  await requireOtherManager(tx, staff);
  await requireMember(tx, staff);
  const ending = { staff, at: tx.at };
  const sessions = (await tx.all(openSessions, { staff })).map(({ id }) => id);
  for (const end of [endSessions, endAuthorisations, endRights, endMember]) await tx.change(end, ending);
  const keys = keepKeys ? [] : await revokeKeysOf(tx, by, staff, parts);
  await parts.journal.append(tx, {
    event: "staff-ended",
    actor: journalActor(by),
    subjects: [staff],
    details: { sessions: sessions.length, keys: keys.length, keysKept: keepKeys },
  });
  tx.afterCommit(() => parts.names.forget(sessions));
  return keys;
}
