import { type Pseudonym, prepare, type Transaction } from "../store/index.ts";
import type { JobTables } from "./job.table.ts";

const removeOf = prepare<JobTables, { shardKey: string }>()((db, param) =>
  db.deleteFrom("job").where("shard_key", "=", param("shardKey")),
);

/**
 * Cancels all work that is owed to a person, queued, begun or dead; resolves with how many jobs. Erasure calls it in
 * its own unit, before it queues what has still to be done. A handler at work hears its signal soon, and cannot end
 * its job any more (`lease-lost`).
 */
export function cancelJobsOf(tx: Transaction, shardKey: Pseudonym): Promise<number> {
  return tx.change(removeOf, { shardKey });
}
