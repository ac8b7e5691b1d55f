import {
  lockRows,
  prepare,
  type Pseudonym,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { subjectTable } from "./subjects.table.ts";

/** What a room needs to write rows beside a person's other rows. */
export interface LockedSubject {
  readonly shardKey: Pseudonym;
  readonly language: string;
}

const lock = prepare<Tables<typeof subjectTable>, { id: string }>()((db, param, engine) =>
  db
    .selectFrom("subject")
    .select(["shard_key", "language"])
    .where("id", "=", param("id"))
    .$call(lockRows(engine)),
);

/**
 * Keeps a person's facts from changing beside this unit: whoever decides on them waits until it has ended, or has
 * ended before it begins. Null when nobody is held under this identifier.
 */
export async function lockSubject(tx: Transaction, subject: Pseudonym): Promise<LockedSubject | null> {
  const row = await tx.first(lock, { id: subject });
  return row === undefined ? null : { shardKey: row.shard_key, language: row.language };
}
