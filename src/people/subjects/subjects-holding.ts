import { prepare, type Tables } from "../../platform/store/index.ts";
import { type Holding, removeRowsOf } from "../../trust/holdings/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { readSubject } from "./read-subject.ts";
import {
  type subjectCollectionTable,
  type subjectIdentifierTable,
  type subjectTable,
  type subjectValueTable,
  subjectsSchema,
} from "./subjects.table.ts";

type SubjectsTables = Tables<
  | typeof subjectTable
  | typeof subjectValueTable
  | typeof subjectCollectionTable
  | typeof subjectIdentifierTable
>;

const attributesOf = prepare<SubjectsTables, { subject: string }>()((db, param) =>
  db.selectFrom("subject_value").select("attribute").distinct().where("subject", "=", param("subject")),
);

/** What this room holds of a person: values with their collections, identifiers, and the person's own row. */
export function subjectsHolding(vault: Vault): Holding {
  return {
    name: "subjects",
    tables: subjectsSchema.tables.map((table) => table.name),

    async list(tx, permit, subject) {
      const held = await tx.all(attributesOf, { subject });
      const values = await readSubject(
        tx,
        permit,
        subject,
        held.map((row) => row.attribute),
        vault,
      );
      return values.map((value) => ({
        attribute: value.attribute,
        value: value.value,
        purpose: value.purpose,
        source: value.channel,
        at: value.receivedAt,
      }));
    },

    async remove(tx, permit, subject, limit) {
      permit.require(tx, { operation: ["destroy", "delete"], subject });
      for (const table of ["subject_identifier", "subject_value", "subject_collection"]) {
        const removed = await removeRowsOf(tx, table, "subject", subject, limit);
        if (removed > 0) return removed;
      }
      return removeRowsOf(tx, "subject", "id", subject, limit);
    },
  };
}
