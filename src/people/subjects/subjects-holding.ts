import { type Holding, removeRowsOf } from "../../trust/holdings/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { readWholeSubject } from "./read-subject.ts";
import { subjectsSchema } from "./subjects.table.ts";

/** What refers to a person, and by which columns; the person's own row goes last. */
const REFERRING = [
  ["address_confirmation", "subject"],
  ["subject_group", "member"],
  ["subject_group", "leader"],
  ["subject_identifier", "subject"],
  ["subject_value", "subject"],
  ["subject_collection", "subject"],
] as const;

/**
 * What this room holds of a person: values with their collections, identifiers, links that prove an address, with whom
 * they turned out to be one, and the person's own row.
 */
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
      for (const [table, column] of REFERRING) {
        const removed = await removeRowsOf(tx, table, column, subject, limit);
        if (removed > 0) return removed;
      }
      return removeRowsOf(tx, "subject", "id", subject, limit);
    },
  };
}
