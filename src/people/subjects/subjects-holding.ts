import { type Holding, removeRowsOf } from "../../trust/holdings/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { readWholeSubject } from "./read-subject.ts";
import { subjectsSchema } from "./subjects.table.ts";

/** What this room holds of a person: values with their collections, identifiers, and the person's own row. */
export function subjectsHolding(vault: Vault): Holding {
  return {
    name: "subjects",
    tables: subjectsSchema.tables.map((table) => table.name),

    async list(tx, permit, subject) {
      const values = await readWholeSubject(tx, permit, subject, vault);
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
