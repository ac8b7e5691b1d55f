import type { Pseudonym, Tables, Transaction } from "../../platform/store/index.ts";
import type { ProcessingOperation } from "../../policy/index.ts";
import type { Actor, Refusal } from "../../trust/gate/index.ts";
import { readSubject } from "../subjects/index.ts";
import { requireActorRight } from "./require-right.ts";
import { StaffError } from "./staff.errors.ts";
import type { StaffParts } from "./staff-parts.ts";
import type { StaffRight } from "./staff-right.ts";
import type {
  staffAuthorisationTable,
  staffMemberTable,
  staffRightTable,
  staffSessionTable,
} from "./staff.table.ts";

/** What a member of staff may do, and nothing of who they are (clause itsectr-privacy/1.1.1). */
interface StaffStanding {
  readonly staff: Pseudonym;
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

/** A member of staff as whoever manages staff sees them. */
export interface ListedStaff extends StaffStanding {
  /** Null when they cannot be shown: blocked, or erased. */
  readonly name: string | null;
  readonly login: string | null;
  readonly email: string | null;
  /** Whether a link that was mailed there was used. */
  readonly emailProven: boolean;
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
  const listed: ListedStaff[] = [];
  for (const standing of await standings(tx, null)) {
    const opened = await openStanding(tx, by, standing, parts);
    if ("refusal" in opened) return opened;
    listed.push(opened.member);
  }
  return { staff: listed };
}

/**
 * One of them; nobody else's name is opened.
 * @throws StaffError `right-missing`, `staff-unknown`
 */
export async function openStaff(
  tx: Transaction,
  by: Actor,
  staff: Pseudonym,
  parts: Pick<StaffParts, "gate" | "vault">,
): Promise<{ readonly member: ListedStaff } | { readonly refusal: Refusal }> {
  return openStanding(tx, by, await standingOf(tx, by, staff), parts);
}

/**
 * The same without a name, for who acts on what they hold: nothing is opened.
 * @throws StaffError `right-missing`, `staff-unknown`
 */
export async function standingOf(tx: Transaction, by: Actor, staff: Pseudonym): Promise<StaffStanding> {
  await requireActorRight(tx, by, "manage-staff", tx.at);
  const [standing] = await standings(tx, staff);
  if (standing === undefined) throw new StaffError("staff-unknown");
  return standing;
}

/** How `only` stands, or everybody. */
async function standings(tx: Transaction, only: Pseudonym | null): Promise<StaffStanding[]> {
  const members = await tx
    .query<StaffTables>()
    .selectFrom("staff_member")
    .select(["id", "since", "until"])
    .$if(only !== null, (query) => query.where("id", "=", only))
    .orderBy("id")
    .execute();
  const rights = await tx
    .query<StaffTables>()
    .selectFrom("staff_right")
    .select(["staff", "right"])
    .$if(only !== null, (query) => query.where("staff", "=", only))
    .where((where) => where.or([where("until", "is", null), where("until", ">", tx.at)]))
    .orderBy("id")
    .execute();
  const authorisations = await tx
    .query<StaffTables>()
    .selectFrom("staff_authorisation")
    .select(["staff", "purpose", "operations", "since", "until"])
    .$if(only !== null, (query) => query.where("staff", "=", only))
    .where((where) => where.or([where("until", "is", null), where("until", ">", tx.at)]))
    .orderBy("id")
    .execute();
  const sessions = await tx
    .query<StaffTables>()
    .selectFrom("staff_session")
    .select(["staff", (column) => column.fn.max("last_seen").as("seen")])
    .$if(only !== null, (query) => query.where("staff", "=", only))
    .groupBy("staff")
    .execute();
  return members.map(({ id, since, until }) => {
    const seen = sessions.find(({ staff }) => staff === id)?.seen;
    return {
      staff: id,
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
    };
  });
}

/** Opens who somebody is. Who is blocked or erased stands in the list without a name. */
async function openStanding(
  tx: Transaction,
  by: Actor,
  standing: StaffStanding,
  { gate, vault }: Pick<StaffParts, "gate" | "vault">,
): Promise<{ readonly member: ListedStaff } | { readonly refusal: Refusal }> {
  const { staff } = standing;
  const ruling = await gate.ask(tx, {
    actor: by,
    purpose: "security",
    operation: "extract",
    subjects: [staff],
    attributes: SHOWN,
  });
  if (!ruling.allowed && ruling.refusal.code !== "blocked") return ruling;
  const values = ruling.allowed ? await readSubject(tx, ruling.permit, staff, SHOWN, vault) : [];
  const shown = (attribute: string) => values.find((value) => value.attribute === attribute)?.value ?? null;
  return {
    member: {
      ...standing,
      name: shown("name"),
      login: shown("login"),
      email: shown("email"),
      emailProven: values.some(
        ({ attribute, verificationStatus }) => attribute === "email" && verificationStatus === "verified",
      ),
    },
  };
}
