import { keepRows, prepare, type Tables } from "../../platform/store/index.ts";
import type { FactSource, SubjectFact } from "../../trust/gate/index.ts";
import type { subjectTable } from "./subjects.table.ts";

const findSubject = prepare<Tables<typeof subjectTable>, { id: string }>()((db, param, engine) =>
  db.selectFrom("subject").select("blocked").where("id", "=", param("id")).$call(keepRows(engine)),
);

/**
 * What the gate asks of persons, kept as it is until the unit that asked has ended: whether they are held, and what of theirs is blocked. No purpose of the present
 * policy rests on consent through this room, so no consent is ever in force here.
 */
export const subjectFacts: FactSource<"subjects"> = {
  supplies: "subjects",
  async load(tx, request) {
    const facts = new Map<string, SubjectFact>();
    for (const id of new Set(request.subjects)) {
      const row = await tx.first(findSubject, { id });
      facts.set(id, { exists: row !== undefined, blocked: row?.blocked ?? [], consents: [] });
    }
    return facts;
  },
};
