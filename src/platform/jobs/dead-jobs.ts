import { prepare, type Pseudonym, type Reader, type Transaction } from "../store/index.ts";
import type { JobTables } from "./job.table.ts";

/** A job that failed too often, or for ever. */
export interface DeadJob {
  readonly id: string;
  readonly shardKey: Pseudonym;
  readonly kind: string;
  readonly attempts: number;
  /** The code of its last failure; `lease-expired` when the process died under it each time. */
  readonly error: string;
  /** ms. */
  readonly createdAt: number;
  readonly diedAt: number;
}

/** Which dead job is meant. */
export type DeadJobReference = Pick<DeadJob, "id" | "shardKey">;

const deadJobs = prepare<JobTables, { limit: number }>()((db, param) =>
  db
    .selectFrom("job")
    .select(["id", "shard_key", "kind", "attempts", "last_error", "created_at", "due_at"])
    .where("state", "=", "dead")
    .orderBy("due_at", "desc")
    .orderBy("id")
    .limit(param("limit")),
);

const revive = prepare<JobTables, DeadJobReference & { now: number }>()((db, param) =>
  db
    .updateTable("job")
    .set({ state: "queued", due_at: param("now"), stamped_at: param("now"), attempts: 0 })
    .where("shard_key", "=", param("shardKey"))
    .where("id", "=", param("id"))
    .where("state", "=", "dead"),
);

const discard = prepare<JobTables, DeadJobReference>()((db, param) =>
  db
    .deleteFrom("job")
    .where("shard_key", "=", param("shardKey"))
    .where("id", "=", param("id"))
    .where("state", "=", "dead"),
);

/** The dead-letter list, newest first. */
export async function listDeadJobs(reader: Reader, limit = 100): Promise<DeadJob[]> {
  const rows = await reader.all(deadJobs, { limit });
  return rows.map((row) => ({
    id: row.id,
    shardKey: row.shard_key,
    kind: row.kind,
    attempts: row.attempts,
    error: row.last_error ?? "",
    createdAt: row.created_at,
    diedAt: row.due_at,
  }));
}

/** Gives a dead job all its attempts again. False when it is not there, or not dead. */
export async function retryDeadJob(tx: Transaction, { id, shardKey }: DeadJobReference): Promise<boolean> {
  return (await tx.change(revive, { id, shardKey, now: tx.at })) === 1;
}

/** Gives a dead job up. False when it is not there, or not dead. */
export async function discardDeadJob(tx: Transaction, { id, shardKey }: DeadJobReference): Promise<boolean> {
  return (await tx.change(discard, { id, shardKey })) === 1;
}
