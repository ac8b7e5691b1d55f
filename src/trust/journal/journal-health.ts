import { prepare, type Reader } from "../../platform/store/index.ts";
import { findCurrentLog } from "./current-log.ts";
import type { JournalTables } from "./journal.table.ts";

export interface JournalHealth {
  /** Entries in the current log; null before it was opened. */
  readonly size: number | null;
  /** When the newest entry that has its place was made, ms; null when there is none. */
  readonly newest: number | null;
  /** Entries that wait for their place. */
  readonly pending: number;
  /** How long the oldest of them has waited by the wall clock, ms. */
  readonly waited: number;
  /** Rows that the journal had not written, put aside instead of being signed for. */
  readonly forged: number;
  /** False when one has waited for more than 10 s, or one was forged: either is an alarm. */
  readonly healthy: boolean;
}

const waiting = prepare<JournalTables>()((db) =>
  db
    .selectFrom("journal_pending")
    .select((eb) => [eb.fn.countAll<number>().as("count"), eb.fn.min("at").as("oldest")]),
);

const newestPlaced = prepare<JournalTables>()((db) =>
  db.selectFrom("journal_entry").select("at").orderBy("position", "desc").limit(1),
);

const aside = prepare<JournalTables>()((db) =>
  db.selectFrom("journal_forged").select((eb) => eb.fn.countAll<number>().as("count")),
);

/** How the journal stands at `now`, ms. */
export async function journalHealth(reader: Reader, now: number): Promise<JournalHealth> {
  const log = await findCurrentLog(reader);
  const row = await reader.first(waiting, {});
  const waited = row === undefined || row.count === 0 ? 0 : Math.max(0, now - Number(row.oldest));
  const forged = (await reader.first(aside, {}))?.count ?? 0;
  return {
    size: log?.size ?? null,
    newest: (await reader.first(newestPlaced, {}))?.at ?? null,
    pending: row?.count ?? 0,
    waited,
    forged,
    healthy: log !== null && waited <= 10_000 && forged === 0,
  };
}
