import { defineTable, operational, pseudonym, type Schema, type Tables } from "../../platform/store/index.ts";
import type { ClockKind, TermUnit } from "../../policy/index.ts";

/** What a clock may run for. */
export type CaseKind = "enquiry";

/** One clock that runs for one case: what it counts, and when it runs out as far as is known. */
export const deadlineTable = defineTable(
  "deadline",
  {
    id: operational.uuid(),
    shard_key: pseudonym(),
    subject: pseudonym(),
    case_kind: operational.text<CaseKind>(),
    case_id: operational.uuid(),
    /** `ru.access`, or the code of a deadline of the policy. */
    clock: operational.text(),
    /** Of whose law it is; null for the policy's own promise. */
    regime: operational.text().orNull(),
    kind: operational.text<ClockKind>(),
    length: operational.integer(),
    unit: operational.text<TermUnit>(),
    /** Version of the pack, or hash of the policy, by which it was started. */
    rule_version: operational.text(),
    started_at: operational.integer(),
    /** The last day, ISO, in the operator's time zone. */
    due_on: operational.text(),
    /** ms */
    ends_at: operational.integer(),
    /** True while it rests on a calendar that may change. */
    provisional: operational.boolean(),
    /** The last day that the person was told; never moved later. */
    announced_on: operational.text().orNull(),
    announced_ends_at: operational.integer().orNull(),
    /** When what was owed was done; null while it runs. */
    stopped_at: operational.integer().orNull(),
  },
  {
    primaryKey: ["id"],
    indexes: [
      { columns: ["case_id"] },
      { columns: ["subject"] },
      { columns: ["id"], where: "provisional and stopped_at is null" },
    ],
    holding: { by: "deadlines" },
  },
);

export type DeadlineTables = Tables<typeof deadlineTable>;

export const deadlinesSchema: Schema = {
  room: "duties/deadlines",
  tables: [deadlineTable],
  steps: [
    {
      id: "0001-deadlines",
      async up(editor) {
        await editor.create(deadlineTable);
      },
    },
  ],
};
