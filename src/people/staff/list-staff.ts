import type { Pseudonym, Tables, Transaction } from "../../platform/store/index.ts";
import type { ProcessingOperation } from "../../policy/index.ts";
import type { Actor, Refusal } from "../../trust/gate/index.ts";
import { readSubject } from "../subjects/index.ts";
import { requireActorRight } from "./require-right.ts";
import type { StaffParts } from "./staff-parts.ts";
import type { StaffRight } from "./staff-right.ts";
import type {
  staffAuthorisationTable,
  staffMemberTable,
  staffRightTable,
  staffSessionTable,
} from "./staff.table.ts";

/** A member of staff as whoever manages staff sees them. */
export interface ListedStaff {
  readonly staff: Pseudonym;
  /** Null when they cannot be shown: blocked, or erased. */
  readonly name: string | null;
  readonly login: string | null;
  readonly email: string | null;
  /** Whether a link that was mailed there was used. */
  readonly emailProven: boolean;
  readonly since: number;
  /** From when on they work here no more. */
  readonly until: number | null;
  /** Their last request in a session, to the minute. */
  readonly lastSeen: number | null;
  readonly rights: readonly StaffRight[];
  /** In force now, or to come. */
  readonly authorisations: readonly {
    readonly purpose: string;
    readonly operations: readonly ProcessingOperation[];
    readonly since: number;
    readonly until: number | null;
  }[];
}

type StaffTables = Tables<
  typeof staffAuthorisationTable | typeof staffMemberTable | typeof staffRightTable | typeof staffSessionTable
>;

const SHOWN = ["name", "login", "email"];

/**
 * Everybody who works or worked here, those who joined first first. Names are opened under `security`, one journal
 * entry a person.
 * @throws StaffError `right-missing`
 */
export async function listStaff(
  tx: Transaction,
  by: Actor,
  parts: Pick<StaffParts, "gate" | "vault">,
): Promise<{ readonly staff: readonly ListedStaff[] } | { readonly refusal: Refusal }> {
  await requireActorRight(tx, by, "manage-staff", tx.at);
  const members = await tx
    .query<StaffTables>()
    .selectFrom("staff_member")
    .selectAll()
    .orderBy("id")
    .execute();
  const rights = await tx
    .query<StaffTables>()
    .selectFrom("staff_right")
    .select(["staff", "right"])
    .where((where) => where.or([where("until", "is", null), where("until", ">", tx.at)]))
    .orderBy("id")
    .execute();
  const authorisations = await tx
    .query<StaffTables>()
    .selectFrom("staff_authorisation")
    .select(["staff", "purpose", "operations", "since", "until"])
    .where((where) => where.or([where("until", "is", null), where("until", ">", tx.at)]))
    .orderBy("id")
    .execute();
  const sessions = await tx
    .query<StaffTables>()
    .selectFrom("staff_session")
    .select(["staff", (column) => column.fn.max("last_seen").as("seen")])
    .groupBy("staff")
    .execute();
  const listed: ListedStaff[] = [];
  for (const { id, since, until } of members) {
    const ruling = await parts.gate.ask(tx, {
      actor: by,
      purpose: "security",
      operation: "extract",
      subjects: [id],
      attributes: SHOWN,
    });
    if (!ruling.allowed && ruling.refusal.code !== "blocked") return ruling;
    const values = ruling.allowed ? await readSubject(tx, ruling.permit, id, SHOWN, parts.vault) : [];
    const shown = (attribute: string) => values.find((value) => value.attribute === attribute)?.value ?? null;
    const seen = sessions.find(({ staff }) => staff === id)?.seen;
    listed.push({
      staff: id,
      name: shown("name"),
      login: shown("login"),
      email: shown("email"),
      emailProven: values.some(
        ({ attribute, verificationStatus }) => attribute === "email" && verificationStatus === "verified",
      ),
      since,
      until,
      lastSeen: seen === undefined || seen === null ? null : Number(seen),
      rights: rights.filter(({ staff }) => staff === id).map((row) => row.right),
      authorisations: authorisations
        .filter(({ staff }) => staff === id)
        .map((row) => ({
          purpose: row.purpose,
          operations: row.operations,
          since: row.since,
          until: row.until,
        })),
    });
  }
  return { staff: listed };
}
