import { blindIndex, defineTable, operational, pseudonym, type Schema } from "../../platform/store/index.ts";

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
    status: operational.text<"open" | "answered" | "closed">(),
    received_at: operational.integer(),
    /** SHA-256 of the shown-version token: the same sending made twice is one enquiry. */
    token_hash: operational.bytes(),
    /** Keyed digest of token, form and what was sent: another body or form under the same token is a conflict. */
    body_index: blindIndex(),
  },
  {
    primaryKey: ["id"],
    indexes: [
      { columns: ["reference"], unique: true },
      { columns: ["token_hash"], unique: true },
      { columns: ["subject"] },
    ],
    holding: { by: "enquiries" },
  },
);

export const intakeSchema: Schema = {
  room: "services/intake",
  tables: [enquiryTable],
  steps: [{ id: "0001-enquiries", up: (editor) => editor.create(enquiryTable) }],
};
