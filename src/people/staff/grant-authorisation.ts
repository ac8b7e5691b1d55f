import type { ProcessingOperation } from "../../policy/index.ts";
import { type Random, uuidv7 } from "../../platform/random/index.ts";
import { prepare, type Pseudonym, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { Actor } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import { requireKnownPurposes } from "./known-purposes.ts";
import { requireMember } from "./require-member.ts";
import { requireActorRight } from "./require-right.ts";
import { StaffError } from "./staff.errors.ts";
import { journalActor, nameOf, type StaffParts } from "./staff-parts.ts";
import { staffAuthorisationTable } from "./staff.table.ts";

export interface Authorised {
  readonly staff: Pseudonym;
  readonly purpose: string;
  readonly operations: readonly ProcessingOperation[];
  /** From when on, ms; left out, at once. */
  readonly since?: number;
  /** Until when, ms; left out, until it is revoked. */
  readonly until?: number;
}

/**
 * Authorises a member of staff for a purpose (clause itsectr-privacy/1.1.1). In force from the next request on.
 * Nobody who works here authorises themselves.
 * @throws StaffError `right-missing`, `own-authorisation`, `staff-unknown`, `purpose-unknown`, `operation-unknown`,
 * `period-malformed`
 */
export async function grantAuthorisation(
  tx: Transaction,
  by: Actor,
  granted: Authorised,
  parts: StaffParts,
): Promise<void> {
  const { staff, purpose, operations, since = tx.at, until = null } = granted;
  await requireActorRight(tx, by, "manage-staff", tx.at);
  if (by.kind === "staff" && by.id === staff) throw new StaffError("own-authorisation");
  if (until !== null && (until <= since || until <= tx.at)) throw new StaffError("period-malformed");
  const { shardKey } = await requireMember(tx, staff);
  await requireKnownPurposes(tx, [{ purpose, operations }], parts);
  await writeAuthorisation(tx, by, { staff, shardKey, purpose, operations, since, until }, parts);
}

interface NewAuthorisation {
  readonly staff: Pseudonym;
  readonly shardKey: Pseudonym;
  readonly purpose: string;
  readonly operations: readonly ProcessingOperation[];
  readonly since: number;
  readonly until: number | null;
}

/** Writes an authorisation that has been found good, and its entry in the journal. */
export async function writeAuthorisation(
  tx: Transaction,
  by: Actor,
  granted: NewAuthorisation,
  parts: { readonly journal: Journal; readonly random: Random },
): Promise<void> {
  const { staff, shardKey, purpose, since, until } = granted;
  const operations = [...new Set(granted.operations)];
  await tx.insert(staffAuthorisationTable, [
    {
      id: uuidv7(tx.at, parts.random),
      shard_key: shardKey,
      staff,
      purpose,
      operations,
      granted_by: nameOf(by),
      since,
      until,
    },
  ]);
  await parts.journal.append(tx, {
    event: "staff-authorised",
    actor: journalActor(by),
    subjects: [staff],
    purpose,
    details: { operations: operations.join(" "), since, ...(until === null ? {} : { until }) },
  });
}

const endPurpose = prepare<
  Tables<typeof staffAuthorisationTable>,
  { staff: string; purpose: string; at: number }
>()((db, param) =>
  db
    .updateTable("staff_authorisation")
    .set({ until: param("at") })
    .where("staff", "=", param("staff"))
    .where("purpose", "=", param("purpose"))
    .where((where) => where.or([where("until", "is", null), where("until", ">", param("at"))])),
);

/**
 * Takes every authorisation for a purpose away, those to come included. In force from the next request on.
 * @throws StaffError `right-missing`, `not-held`
 */
export async function revokeAuthorisation(
  tx: Transaction,
  by: Actor,
  revoked: { readonly staff: Pseudonym; readonly purpose: string },
  parts: Pick<StaffParts, "journal">,
): Promise<void> {
  const { staff, purpose } = revoked;
  await requireActorRight(tx, by, "manage-staff", tx.at);
  if ((await tx.change(endPurpose, { staff, purpose, at: tx.at })) === 0) throw new StaffError("not-held");
  await parts.journal.append(tx, {
    event: "staff-revoked",
    actor: journalActor(by),
    subjects: [staff],
    purpose,
  });
}
