import {
  blindIndex,
  defineTable,
  operational,
  pseudonym,
  type Schema,
  sealed,
} from "../../platform/store/index.ts";

/** A person, or one sending of an unproven person (design: "An unverified address is not a person"). */
export const subjectTable = defineTable(
  "subject",
  {
    id: pseudonym(),
    shard_key: pseudonym(),
    /** `provisional` until an address of theirs is verified; of staff, who are known by their login, `verified`. */
    standing: operational.text<"provisional" | "verified">(),
    language: operational.text(),
    created_at: operational.integer(),
    /** Attributes that are blocked, as a JSON list; `*` for all (152-FZ 21(1)). */
    blocked: operational.json<readonly string[]>(),
  },
  { primaryKey: ["id"], holding: { by: "subjects" } },
);

/**
 * One act of collection: purpose, basis, channel, shown text and retention rule stand here once and values refer to
 * it, so that a change of any of them is one row.
 */
export const subjectCollectionTable = defineTable(
  "subject_collection",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    subject: pseudonym(),
    scope: pseudonym(),
    purpose: operational.text(),
    basis: operational.text(),
    channel: operational.text(),
    /** Retention rule of the policy. */
    rule: operational.text(),
    /** Hash of the policy version that was shown and was in force. */
    policy: operational.text(),
    /** In which it was shown. */
    language: operational.text(),
    received_at: operational.integer(),
  },
  {
    primaryKey: ["id"],
    indexes: [{ columns: ["subject"] }],
    holding: { by: "subjects" },
  },
);

export const subjectValueTable = defineTable(
  "subject_value",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    subject: pseudonym(),
    collection: operational.uuid(),
    scope: pseudonym(),
    attribute: operational.text(),
    /** Which of several of one attribute: a part of a name, the kind of a telephone (clauses img-privacy/3.1, 3.3). */
    qualifier: operational.text().orNull(),
    /** Clause itsectr-privacy/2.4: what a person gave is unverified until something proves it. */
    verification_status: operational.text<"unverified" | "verified">(),
    value: sealed(),
  },
  {
    primaryKey: ["id"],
    indexes: [{ columns: ["subject"] }],
    holding: { by: "subjects" },
  },
);

/**
 * What a person can be found by. `staff-email` is a mailbox at work: it is no visitor's, whoever confirms the same. One
 * human being who works here and writes here stays two persons, so that neither what they may do as staff nor what they
 * are asked as a visitor ever passes from one to the other.
 */
export type IdentifierKind = "email" | "phone" | "login" | "staff-email";

/** By what a person can be found. Unique among verified ones alone. */
export const subjectIdentifierTable = defineTable(
  "subject_identifier",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    subject: pseudonym(),
    kind: operational.text<IdentifierKind>(),
    value_index: blindIndex(),
    verified_at: operational.integer().orNull(),
  },
  {
    primaryKey: ["id"],
    indexes: [
      { columns: ["subject"] },
      { columns: ["kind", "value_index"], unique: true, where: "verified_at is not null" },
      { columns: ["value_index"], where: "kind = 'staff-email'" },
    ],
    holding: { by: "subjects" },
  },
);

/**
 * A link that was mailed to prove an address (clause itsectr-privacy/3.2.3). The token is made of `id` when the mail is
 * written; nothing here opens anything.
 */
export const addressConfirmationTable = defineTable(
  "address_confirmation",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    subject: pseudonym(),
    kind: operational.text<"email">(),
    /** The identifier that it proves: one that has been corrected since is another, and is proven by another link. */
    identifier: operational.uuid(),
    made_at: operational.integer(),
    expires_at: operational.integer(),
    /** When it was first used; using it again changes nothing. */
    used_at: operational.integer().orNull(),
  },
  { primaryKey: ["id"], indexes: [{ columns: ["subject"] }], holding: { by: "subjects" } },
);

/**
 * Who turned out to be one person with whom, by an address that both have proven (design: "A merge is a row in a
 * group"). Nothing of either moves; ending the row undoes it (clause itsectr-privacy/1.1.5).
 */
export const subjectGroupTable = defineTable(
  "subject_group",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    member: pseudonym(),
    /** The person to whom the verified identifier belongs. */
    leader: pseudonym(),
    since: operational.integer(),
    /** When the two were separated again; null while they are one. */
    until: operational.integer().orNull(),
  },
  {
    primaryKey: ["id"],
    indexes: [{ columns: ["member"], unique: true, where: "until is null" }, { columns: ["leader"] }],
    holding: { by: "subjects" },
  },
);

export const subjectsSchema: Schema = {
  room: "people/subjects",
  tables: [
    subjectTable,
    subjectCollectionTable,
    subjectValueTable,
    subjectIdentifierTable,
    addressConfirmationTable,
    subjectGroupTable,
  ],
  steps: [
    {
      id: "0001-subjects",
      async up(editor) {
        await editor.create(subjectTable);
        await editor.create(subjectCollectionTable);
        await editor.create(subjectValueTable);
        await editor.create(subjectIdentifierTable);
        await editor.create(addressConfirmationTable);
        await editor.create(subjectGroupTable);
      },
    },
  ],
};
