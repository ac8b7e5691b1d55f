import type { ProcessingOperation } from "../../policy/index.ts";
import { defineTable, operational, pseudonym, type Schema } from "../../platform/store/index.ts";

/** A member of the operator's staff. Name and login are values of the same person in people/subjects. */
export const staffMemberTable = defineTable(
  "staff_member",
  {
    /** The person, as in `subject`. */
    id: pseudonym(),
    shard_key: pseudonym(),
    since: operational.integer(),
    /** From when on nothing is authorised any more; null while they are here. */
    until: operational.integer().orNull(),
  },
  { primaryKey: ["id"], holding: { by: "staff" } },
);

/** Clause itsectr-privacy/1.1.1: who granted it, from and until when, which operations and purposes. */
export const staffAuthorisationTable = defineTable(
  "staff_authorisation",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    staff: pseudonym(),
    purpose: operational.text(),
    operations: operational.json<readonly ProcessingOperation[]>(),
    granted_by: operational.text(),
    since: operational.integer(),
    until: operational.integer().orNull(),
  },
  { primaryKey: ["id"], indexes: [{ columns: ["staff"] }], holding: { by: "staff" } },
);

export const staffSchema: Schema = {
  room: "people/staff",
  tables: [staffMemberTable, staffAuthorisationTable],
  steps: [
    {
      id: "0001-staff",
      async up(editor) {
        await editor.create(staffMemberTable);
        await editor.create(staffAuthorisationTable);
      },
    },
  ],
};
