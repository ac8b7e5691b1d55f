import { cancelJobsOf } from "../../platform/jobs/index.ts";
import { prepare, type Tables } from "../../platform/store/index.ts";
import type { Holding } from "../../trust/holdings/index.ts";
import type { subjectTable } from "./subjects.table.ts";

const shardOf = prepare<Tables<typeof subjectTable>, { subject: string }>()((db, param) =>
  db.selectFrom("subject").select("shard_key").where("id", "=", param("subject")),
);

/**
 * Work that is queued for a person. It holds nothing of them but the key by which it is found, so there is nothing to
 * list; removing it cancels it. It is removed before the person's own row, which knows that key.
 */
export const queuedWorkHolding: Holding = {
  name: "jobs",
  tables: ["job"],

  async list(tx, permit, subject) {
    permit.require(tx, { operation: ["provide", "extract"], subject });
    return [];
  },

  async remove(tx, permit, subject) {
    permit.require(tx, { operation: ["destroy", "delete"], subject });
    const row = await tx.first(shardOf, { subject });
    return row === undefined ? 0 : cancelJobsOf(tx, row.shard_key);
  },
};
