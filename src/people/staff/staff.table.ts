import type { ProcessingOperation } from "../../policy/index.ts";
import { defineTable, operational, pseudonym, type Schema } from "../../platform/store/index.ts";
import type { StaffRight } from "./staff-right.ts";

/** A member of the operator's staff. Name, login and address are values of the same person in people/subjects. */
export const staffMemberTable = defineTable(
  "staff_member",
  {
    /** The person, as in `subject`. */
    id: pseudonym(),
    shard_key: pseudonym(),
    /** Whether an address is held to which links can be mailed. */
    has_address: operational.boolean(),
    /** Codes of the topics that reach them; empty: every one (clause itsectr-agreement/4.2.3). */
    topics: operational.json<readonly string[]>(),
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

/** What a member of staff may do with the installation itself; never a leave to touch personal data. */
export const staffRightTable = defineTable(
  "staff_right",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    staff: pseudonym(),
    right: operational.text<StaffRight>(),
    granted_by: operational.text(),
    since: operational.integer(),
    until: operational.integer().orNull(),
  },
  { primaryKey: ["id"], indexes: [{ columns: ["staff"] }], holding: { by: "staff" } },
);

/**
 * A link by which somebody signs in once. The secret in it is made of the id by a key of the operator's, so that this
 * table opens nothing.
 */
export const signInLinkTable = defineTable(
  "sign_in_link",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    /** Null for the link that makes the first member of staff. */
    staff: pseudonym().orNull(),
    made_by: operational.text(),
    /** The mailbox that it was mailed to, which using it proves; null for one that was shown, which proves nothing. */
    mailbox: operational.uuid().orNull(),
    made_at: operational.integer(),
    expires_at: operational.integer(),
    used_at: operational.integer().orNull(),
  },
  { primaryKey: ["id"], indexes: [{ columns: ["staff"] }], holding: { by: "staff" } },
);

/** Somebody asked for a link. Answered and removed by a job, so that asking costs the same for everybody. */
export const signInRequestTable = defineTable(
  "sign_in_request",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    /** Null when nobody has the login or address that was typed. */
    staff: pseudonym().orNull(),
    asked_at: operational.integer(),
  },
  { primaryKey: ["id"], indexes: [{ columns: ["staff"] }], holding: { by: "staff" } },
);

/** One signed-in browser. What it shows is hashed here: a copy of the table signs nobody in. */
export const staffSessionTable = defineTable(
  "staff_session",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    staff: pseudonym(),
    /** SHA-256 of the cookie's value, 256 random bits. */
    token_hash: operational.bytes(),
    since: operational.integer(),
    /** Written at most once a minute. */
    last_seen: operational.integer(),
    expires_at: operational.integer(),
    ended_at: operational.integer().orNull(),
  },
  {
    primaryKey: ["id"],
    indexes: [{ columns: ["token_hash"], unique: true }, { columns: ["staff"] }],
    holding: { by: "staff" },
  },
);

/** A program that may act for the operator, within purposes and operations of its own. */
export const apiKeyTable = defineTable(
  "api_key",
  {
    id: operational.uuid(),
    label: operational.text(),
    /** SHA-256 of the secret, which holds 256 random bits. */
    secret_hash: operational.bytes(),
    /** Who was shown it: with them it leaves. */
    secret_of: operational.text(),
    /** The secret before the last rotation, and until when it is still good. */
    earlier_hash: operational.bytes().orNull(),
    earlier_of: operational.text().orNull(),
    earlier_until: operational.integer().orNull(),
    authorisations: operational.json<readonly KeyAuthorisation[]>(),
    created_by: operational.text(),
    since: operational.integer(),
    expires_at: operational.integer(),
    /** Written at most once a minute. */
    last_used_at: operational.integer().orNull(),
    rotated_at: operational.integer().orNull(),
    revoked_at: operational.integer().orNull(),
  },
  {
    primaryKey: ["id"],
    indexes: [
      { columns: ["secret_hash"], unique: true },
      { columns: ["earlier_hash"], unique: true, where: "earlier_hash is not null" },
    ],
    holding: { none: "A program is not a person." },
  },
);

export interface KeyAuthorisation {
  readonly purpose: string;
  readonly operations: readonly ProcessingOperation[];
}

export const staffSchema: Schema = {
  room: "people/staff",
  tables: [
    staffMemberTable,
    staffAuthorisationTable,
    staffRightTable,
    signInLinkTable,
    signInRequestTable,
    staffSessionTable,
    apiKeyTable,
  ],
  steps: [
    {
      id: "0001-staff",
      async up(editor) {
        await editor.create(staffMemberTable);
        await editor.create(staffAuthorisationTable);
        await editor.create(staffRightTable);
        await editor.create(signInLinkTable);
        await editor.create(signInRequestTable);
        await editor.create(staffSessionTable);
        await editor.create(apiKeyTable);
      },
    },
  ],
};
