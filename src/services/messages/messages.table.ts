import { defineTable, operational, pseudonym, type Schema } from "../../platform/store/index.ts";

/** What a template may be filled with: codes, references and times, never a value of a person. */
export type MessageFacts = Readonly<Record<string, string | number | boolean>>;

/**
 * A message to a person, waiting or gone. It holds no address and no text: both are made at the moment of sending,
 * under the gate's permit, so that a queue read by a stranger tells nothing.
 */
export const messageTable = defineTable(
  "message",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    subject: pseudonym(),
    template: operational.text(),
    purpose: operational.text(),
    language: operational.text(),
    facts: operational.json<MessageFacts>(),
    queued_at: operational.integer(),
    sent_at: operational.integer().orNull(),
    failed_at: operational.integer().orNull(),
  },
  { primaryKey: ["id"], indexes: [{ columns: ["subject"] }], holding: { by: "messages" } },
);

export const messagesSchema: Schema = {
  room: "services/messages",
  tables: [messageTable],
  steps: [{ id: "0001-messages", up: (editor) => editor.create(messageTable) }],
};
