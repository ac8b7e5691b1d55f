import {
  keepRows,
  prepare,
  type Pseudonym,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { FactSource, SubjectFact } from "../../trust/gate/index.ts";
import type { subjectTable } from "./subjects.table.ts";

const findSubject = prepare<Tables<typeof subjectTable>, { id: string }>()((db, param, engine) =>
  db.selectFrom("subject").select("blocked").where("id", "=", param("id")).$call(keepRows(engine)),
);

/**
 * The purposes for which a person's consent is in force, as far as `purpose`, which is asked about, rests on consent.
 * Implemented by people/consents.
 */
export type ConsentSource = (
  tx: Transaction,
  subject: Pseudonym,
  purpose: string,
) => Promise<readonly string[]>;

/**
 * What the gate asks of persons, kept as it is until the unit that asked has ended: whether they are held, what of
 * theirs is blocked, and what they have consented to. Consents are read after the person's row is kept, which whoever
 * withdraws one has to lock: so a withdrawal is seen, or waits.
 */
export function subjectFacts(consents: ConsentSource): FactSource<"subjects"> {
  return {
    supplies: "subjects",
    async load(tx, request) {
      const facts = new Map<string, SubjectFact>();
      for (const id of new Set(request.subjects)) {
        const row = await tx.first(findSubject, { id });
        facts.set(
          id,
          row === undefined
            ? { exists: false, blocked: [], consents: [] }
            : { exists: true, blocked: row.blocked, consents: await consents(tx, id, request.purpose) },
        );
      }
      return facts;
    },
  };
}
