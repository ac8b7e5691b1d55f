import { prepare, type Pseudonym, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { Actor, Gate, Refusal } from "../../trust/gate/index.ts";
import type { subjectGroupTable } from "./subjects.table.ts";

const endMembership = prepare<Tables<typeof subjectGroupTable>, { member: Pseudonym; at: number }>()(
  (db, param) =>
    db
      .updateTable("subject_group")
      .set({ until: param("at") })
      .where("member", "=", param("member"))
      .where("until", "is", null),
);

/**
 * Undoes a merge: the member stands for itself again, with all that was always its own (clause itsectr-privacy/1.1.5).
 * The gate's decision is the journal's entry. Resolves with whether there was anything to undo.
 */
export async function separateSubjects(
  tx: Transaction,
  by: Actor,
  member: Pseudonym,
  { gate }: { readonly gate: Gate },
): Promise<{ readonly separated: boolean } | { readonly refusal: Refusal }> {
  const ruling = await gate.ask(tx, {
    actor: by,
    purpose: "rights",
    operation: "unlink",
    subjects: [member],
    attributes: ["email"],
  });
  if (!ruling.allowed) return { refusal: ruling.refusal };
  return { separated: (await tx.change(endMembership, { member, at: tx.at })) > 0 };
}
