import type { Reader } from "../../platform/store/index.ts";
import type { CountedTables } from "./counted-tables.ts";
import { type LeafEntry, readLeaf } from "./journal-leaf.ts";
import { BATCH, type Batch } from "./live-check.ts";

/**
 * Counts entries of one event in the log's order. Pruned ones cannot be read any more and are passed over; one that is
 * there and cannot be read is broken.
 */
export async function countEntries(
  reader: Reader,
  after: string | null,
  events: readonly string[] | null,
  judge: (entries: readonly LeafEntry[]) => Promise<{ readonly examined: number; readonly broken: number }>,
): Promise<Batch> {
  let query = reader
    .query<CountedTables>()
    .selectFrom("journal_entry")
    .select(["position", "leaf"])
    .where("position", ">", after === null ? -1 : Number(after))
    .orderBy("position")
    .limit(BATCH);
  if (events !== null) query = query.where("event", "in", events);
  const rows = await query.execute();
  const written = rows.filter(({ leaf }) => leaf !== null);
  const entries = written.map(({ leaf }) => readLeaf(leaf)).filter((entry) => entry !== null);
  const { examined, broken } = await judge(entries);
  const unreadable = written.length - entries.length;
  return {
    examined: examined + unreadable,
    broken: broken + unreadable,
    next: rows.length < BATCH ? null : String(rows.at(-1)?.position),
  };
}

/** Splits what was looked at into good and bad. */
export function judged<T>(things: readonly T[], isBroken: (thing: T) => boolean) {
  return { examined: things.length, broken: things.filter(isBroken).length };
}
