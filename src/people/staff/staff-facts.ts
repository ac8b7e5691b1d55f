import type { Kysely } from "kysely";
import type { ProcessingOperation } from "../../policy/index.ts";
import {
  keepRows,
  prepare,
  type Pseudonym,
  type Reader,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { FactSource } from "../../trust/gate/index.ts";
import { keyAuthorisations } from "./api-key-actor.ts";
import type { KeyAuthorisation, staffAuthorisationTable, staffMemberTable } from "./staff.table.ts";

/** A part of the product that acts by itself, and the little that it may do. A closed list, given at the start. */
export interface SystemActor {
  readonly id: string;
  /** `of-a-form`: whatever a form of the policy in force collects for. */
  readonly purpose: string;
  readonly operations: readonly ProcessingOperation[];
}

/** The purposes for which forms collect, as a system actor's purpose. */
export const OF_A_FORM = "of-a-form";

type StaffTables = Tables<typeof staffAuthorisationTable | typeof staffMemberTable>;
interface Moment extends Record<string, unknown> {
  readonly staff: string;
  readonly at: number;
}

const authorisations = (
  db: Kysely<StaffTables>,
  param: <K extends keyof Moment & string>(name: K) => Moment[K],
) =>
  db
    .selectFrom("staff_authorisation as held")
    .innerJoin("staff_member as member", "member.id", "held.staff")
    .select(["held.purpose", "held.operations"])
    .where("held.staff", "=", param("staff"))
    .where("held.since", "<=", param("at"))
    .where((where) => where.or([where("held.until", "is", null), where("held.until", ">", param("at"))]))
    .where((where) => where.or([where("member.until", "is", null), where("member.until", ">", param("at"))]));

const inForceNow = prepare<StaffTables, Moment>()(authorisations);
const inForce = prepare<StaffTables, Moment>()((db, param, engine) =>
  authorisations(db, param).$call(keepRows(engine)),
);

/**
 * What the gate asks of actors: authorisations in force at this instant, kept until the unit has ended (clause
 * itsectr-privacy/1.1.1). A key has those that it was made with, and none when it is revoked or past its end.
 */
export function actorFacts(
  system: readonly SystemActor[],
  formPurposes: (tx: Transaction) => Promise<readonly string[]> = () => Promise.resolve([]),
): FactSource<"actor"> {
  return {
    supplies: "actor",
    async load(tx, { actor }) {
      if (actor.kind === "system") {
        const held = system.filter(({ id }) => id === actor.id);
        if (!held.some(({ purpose }) => purpose === OF_A_FORM)) return { authorisations: held };
        const purposes = await formPurposes(tx);
        return {
          authorisations: held.flatMap((one) =>
            one.purpose === OF_A_FORM ? purposes.map((purpose) => ({ ...one, purpose })) : [one],
          ),
        };
      }
      if (actor.kind === "key") return { authorisations: await keyAuthorisations(tx, actor.id) };
      if (actor.kind !== "staff") return { authorisations: [] };
      return { authorisations: await tx.all(inForce, { staff: actor.id, at: tx.at }) };
    },
  };
}

/** What a member of staff is authorised for now. */
export async function authorisationsOf(
  reader: Reader,
  staff: Pseudonym,
  at: number,
): Promise<KeyAuthorisation[]> {
  return reader.all(inForceNow, { staff, at });
}

/** The purposes under which a member of staff may do something with personal data now. */
export async function staffPurposes(reader: Reader, staff: Pseudonym, at: number): Promise<string[]> {
  const held = await reader.all(inForceNow, { staff, at });
  return held.map(({ purpose }) => purpose);
}
