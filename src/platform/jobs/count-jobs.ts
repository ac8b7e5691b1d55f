import { prepare, type Reader } from "../store/index.ts";
import type { JobTables } from "./job.table.ts";

/** How much work of one kind is owed. */
export interface OwedJobs {
  readonly kind: string;
  /** Queued: due now, or at a later time of its own. */
  readonly waiting: number;
  /** When the first of them falls due, ms; null when none waits. */
  readonly firstDue: number | null;
  /** Of the waiting, those that have failed before. */
  readonly failing: number;
  readonly dead: number;
}

const counted = prepare<JobTables>()((db) =>
  db
    .selectFrom("job")
    .select((eb) => [
      "kind",
      "state",
      eb.fn.countAll<number>().as("count"),
      eb.fn.min("due_at").as("first"),
      eb.fn.count<number>("last_error").as("failed"),
    ])
    .groupBy(["kind", "state"])
    .orderBy("kind"),
);

/** What is owed, by kind. */
export async function countJobs(reader: Reader): Promise<OwedJobs[]> {
  const kinds = new Map<string, OwedJobs>();
  for (const { kind, state, count, first, failed } of await reader.all(counted, {})) {
    const before = kinds.get(kind) ?? { kind, waiting: 0, firstDue: null, failing: 0, dead: 0 };
    kinds.set(
      kind,
      state === "dead"
        ? { ...before, dead: Number(count) }
        : { ...before, waiting: Number(count), firstDue: Number(first), failing: Number(failed) },
    );
  }
  return [...kinds.values()];
}
