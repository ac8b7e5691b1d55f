import type { Localised } from "../../policy/index.ts";
import { defineTable, operational, pseudonym, type Schema, type Tables } from "../../platform/store/index.ts";
import type { CheckCode } from "./check-codes.ts";
import type { CheckOutcome } from "./clause-state.ts";

const COUNTS = "It counts, and names nobody.";

/** What each check found each time. Rows are only ever added; a change of outcome stands in the journal as well. */
export const promiseResult = defineTable(
  "promise_result",
  {
    id: operational.uuid(),
    check_code: operational.text<CheckCode>(),
    outcome: operational.text<CheckOutcome>(),
    /** Another outcome than the time before; such rows are the history of a check. */
    changed: operational.boolean(),
    /** How many things were counted, and how many of them were not as promised. */
    examined: operational.integer(),
    broken: operational.integer(),
    /** Why nothing could be said: a code. Null unless the outcome is `unknown`. */
    reason: operational.text().orNull(),
    started_at: operational.integer(),
    at: operational.integer(),
    /** How long it computed, ms. */
    took: operational.integer(),
  },
  {
    primaryKey: ["id"],
    indexes: [{ columns: ["check_code", "id"] }, { columns: ["id"], where: "changed" }],
    holding: { none: COUNTS },
  },
);

/**
 * Where a check goes on that has not come to the end yet: it counts in batches, so that no amount of data makes one
 * take long. One row a check, gone when the count is done.
 */
export const promiseCount = defineTable(
  "promise_count",
  {
    check_code: operational.text<CheckCode>(),
    /** The key of the last thing counted. */
    cursor: operational.text(),
    examined: operational.integer(),
    broken: operational.integer(),
    started_at: operational.integer(),
    took: operational.integer(),
  },
  { primaryKey: ["check_code"], holding: { none: COUNTS } },
);

/** What staff say in public about a check. Rows are only ever added, and each stands in the journal by its hash. */
export const promiseNote = defineTable(
  "promise_note",
  {
    id: operational.uuid(),
    check_code: operational.text<CheckCode>(),
    /** For everybody to read; nothing about a person. */
    note: operational.json<Localised>(),
    /** The post of whoever says it: no name. */
    post: operational.json<Localised>(),
    written_by: pseudonym(),
    at: operational.integer(),
  },
  {
    primaryKey: ["id"],
    indexes: [{ columns: ["check_code", "id"] }],
    holding: { none: "Who answers for a public note is kept as long as the note." },
  },
);

export type PromiseTables = Tables<typeof promiseResult | typeof promiseCount | typeof promiseNote>;

const tables = [promiseResult, promiseCount, promiseNote];

export const promisesSchema: Schema = {
  room: "duties/promises",
  tables,
  steps: [
    {
      id: "0001-promises",
      async up(editor) {
        for (const table of tables) await editor.create(table);
      },
    },
  ],
};
