import type { Tables } from "../../platform/store/index.ts";
import { type Holding, removeRowsOf } from "../../trust/holdings/index.ts";
import type { messageTable } from "./messages.table.ts";

/** What this room holds of a person: which mails went to them, and when. Not their text, which is never kept. */
export const messagesHolding: Holding = {
  name: "messages",
  tables: ["message"],

  async list(tx, permit, subject) {
    permit.require(tx, { operation: ["provide", "extract"], subject });
    const rows = await tx
      .query<Tables<typeof messageTable>>()
      .selectFrom("message")
      .select(["template", "purpose", "queued_at"])
      .where("subject", "=", subject)
      .execute();
    return rows.map(({ template, purpose, queued_at }) => ({
      attribute: "message-sent",
      value: template,
      purpose,
      source: "mail",
      at: queued_at,
    }));
  },

  async remove(tx, permit, subject, limit) {
    permit.require(tx, { operation: ["destroy", "delete"], subject });
    return removeRowsOf(tx, "message", "subject", subject, limit);
  },
};
