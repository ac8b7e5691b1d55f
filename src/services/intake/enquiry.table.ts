import type { Language } from "../../platform/i18n/index.ts";
import {
  blindIndex,
  defineTable,
  operational,
  pseudonym,
  type Schema,
  sealed,
} from "../../platform/store/index.ts";
import type { FreeTextFlag } from "./free-text-rules.ts";
import type { AdvertisingReason } from "./weigh-advertising.ts";

/** How far an enquiry has been worked (clause itsectr-privacy/4.1.1). */
export type EnquiryStatus = "open" | "answered" | "closed";

/**
 * What a sending is about: `general`, a topic of the policy's (clause itsectr-agreement/4.2.3), or of a letter `my-data` or
 * `policy` (clauses itsectr-privacy/9.2, 10.1).
 */
export type Topic = string;

/** One sending of a form: the case that staff work (clause itsectr-privacy/4.1.1). Its values are the subject's. */
export const enquiryTable = defineTable(
  "enquiry",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    subject: pseudonym(),
    collection: operational.uuid(),
    /** What both sides quote: `7K4Q-X9M2`. Random. */
    reference: operational.text(),
    form: operational.text(),
    purpose: operational.text(),
    topic: operational.text<Topic>(),
    /** What was being read, `privacy-policy/3`, or which service it is about; null for neither. */
    about: operational.text().orNull(),
    /** In which its sender is written to. */
    language: operational.text<Language>(),
    status: operational.text<EnquiryStatus>(),
    received_at: operational.integer(),
    /** SHA-256 of the shown-version token: the same sending made twice is one enquiry. */
    token_hash: operational.bytes(),
    /** Keyed digest of token, form and what was sent: another body or form under the same token is a conflict. */
    body_index: blindIndex(),
    /** The journal entry of its collection, which its receipts prove. */
    entry: operational.uuid(),
    /** Codes of what the scan of free text met; nothing of the text (clause itsectr-privacy/3.2.5). */
    flags: operational.json<readonly FreeTextFlag[]>(),
    /** The confirmation that was mailed with it; null when no address was given. */
    confirmation: operational.uuid().orNull(),
    /** True until the address is confirmed, when it came without a proof of work: staff are not troubled with it. */
    held: operational.boolean(),
    confirmed_at: operational.integer().orNull(),
    /** Why it looked like advertising; empty for what did not (clause itsectr-agreement/4.3.5). */
    suspicion: operational.json<readonly AdvertisingReason[]>(),
    /** True while it is held for that; released in one step. */
    advertising: operational.boolean(),
    /** The entry of the register of advertisers that covers it once the address is proven. */
    advertising_leave: operational.uuid().orNull(),
    /** Keyed digest of its text's normal form, by which the same text sent again is known. */
    likeness: blindIndex().orNull(),
    /** Who has taken it on; null for nobody yet. */
    owner: pseudonym().orNull(),
    /** Starts the retention clock (clause itsectr-privacy/4.1.1); null while it is worked. */
    closed_at: operational.integer().orNull(),
  },
  {
    primaryKey: ["id"],
    indexes: [
      { columns: ["reference"], unique: true },
      { columns: ["token_hash"], unique: true },
      { columns: ["subject"] },
      { columns: ["confirmation"], where: "confirmation is not null" },
      { columns: ["likeness", "received_at"], where: "likeness is not null" },
    ],
    holding: { by: "enquiries" },
  },
);

/** What staff wrote to the person: sealed under the same key as the enquiry, so that it ends with it. */
export const enquiryAnswerTable = defineTable(
  "enquiry_answer",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    subject: pseudonym(),
    enquiry: operational.uuid(),
    scope: pseudonym(),
    /** The attribute of the policy whose rules the text follows. */
    attribute: operational.text(),
    text: sealed(),
    answered_by: pseudonym(),
    answered_at: operational.integer(),
  },
  {
    primaryKey: ["id"],
    indexes: [{ columns: ["subject"] }, { columns: ["enquiry"] }],
    references: [{ columns: ["enquiry"], table: "enquiry", to: ["id"] }],
    holding: { by: "enquiries" },
  },
);

/** What the sender added by the link that was mailed to them: sealed under the same key as the enquiry. */
export const enquiryReplyTable = defineTable(
  "enquiry_reply",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    subject: pseudonym(),
    enquiry: operational.uuid(),
    scope: pseudonym(),
    attribute: operational.text(),
    text: sealed(),
    /** Keyed digest of the page and its words: the same page sent twice is one reply. */
    body_index: blindIndex(),
    received_at: operational.integer(),
  },
  {
    primaryKey: ["id"],
    indexes: [{ columns: ["subject"] }, { columns: ["enquiry"] }, { columns: ["body_index"], unique: true }],
    references: [{ columns: ["enquiry"], table: "enquiry", to: ["id"] }],
    holding: { by: "enquiries" },
  },
);

/** What a person can have done against a clause that forbids it. Closed. */
export const VIOLATION_REASONS = ["false-data", "advertising", "impersonation", "other"] as const;
export type ViolationReason = (typeof VIOLATION_REASONS)[number];

/** That staff found a clause broken in an enquiry (clause itsectr-agreement/4.3.1); nothing of what was written. */
export const violationTable = defineTable(
  "violation",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    subject: pseudonym(),
    enquiry: operational.uuid(),
    /** As the register names it: `itsectr-agreement/4.3.1`. */
    clause: operational.text(),
    reason: operational.text<ViolationReason>(),
    recorded_by: pseudonym(),
    recorded_at: operational.integer(),
  },
  {
    primaryKey: ["id"],
    indexes: [{ columns: ["subject"] }, { columns: ["enquiry", "clause"], unique: true }],
    references: [{ columns: ["enquiry"], table: "enquiry", to: ["id"] }],
    holding: { by: "enquiries" },
  },
);

/**
 * How soon the next sending from somewhere or with some address may be accepted, or the next asking for a sign-in link.
 * A row says nothing of a person: a keyed digest of the day and a network or mailbox, gone within two hours of the last.
 */
export const formAllowanceTable = defineTable(
  "form_allowance",
  {
    network: blindIndex(),
    /** When the allowance will be whole again, ms (the "theoretical arrival time" of a leaky bucket). */
    whole_at: operational.integer(),
  },
  { primaryKey: ["network"], holding: { by: "form-allowances" } },
);

/**
 * Who may advertise by the operator's forms (clause itsectr-agreement/4.3.5). Who that is stands here as a keyed digest
 * of an address or a domain, under a name of the operator's own for them.
 */
export const advertiserTable = defineTable(
  "advertiser",
  {
    id: operational.uuid(),
    name: operational.text(),
    kind: operational.text<"address" | "domain">(),
    value_index: blindIndex(),
    /** Code of the form on which they may; `*` for all. */
    form: operational.text(),
    since: operational.integer(),
    until: operational.integer().orNull(),
    granted_by: operational.text(),
  },
  {
    primaryKey: ["id"],
    indexes: [{ columns: ["value_index"] }],
    holding: { by: "advertisers" },
  },
);

export const intakeSchema: Schema = {
  room: "services/intake",
  tables: [
    enquiryTable,
    enquiryAnswerTable,
    enquiryReplyTable,
    violationTable,
    formAllowanceTable,
    advertiserTable,
  ],
  steps: [
    {
      id: "0001-enquiries",
      async up(editor) {
        await editor.create(enquiryTable);
        await editor.create(enquiryAnswerTable);
        await editor.create(enquiryReplyTable);
        await editor.create(violationTable);
        await editor.create(formAllowanceTable);
        await editor.create(advertiserTable);
      },
    },
  ],
};
