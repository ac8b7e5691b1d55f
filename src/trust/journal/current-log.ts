import { prepare, type Reader } from "../../platform/store/index.ts";
import { JournalError } from "./journal.errors.ts";
import type { JournalTables, LogRow } from "./journal.table.ts";

const newestLog = prepare<JournalTables>()((db) =>
  db.selectFrom("journal_log").selectAll().orderBy("number", "desc").limit(1),
);

/** The log that is being written; null before the first was opened. */
export async function findCurrentLog(reader: Reader): Promise<LogRow | null> {
  return (await reader.first(newestLog, {})) ?? null;
}

const logNumbered = prepare<JournalTables, { number: number }>()((db, param) =>
  db.selectFrom("journal_log").selectAll().where("number", "=", param("number")),
);

/** The n-th log of the store; null when there is none. */
export async function findLog(reader: Reader, number: number): Promise<LogRow | null> {
  return (await reader.first(logNumbered, { number })) ?? null;
}

/** @throws JournalError `log-unopened` */
export async function currentLog(reader: Reader): Promise<LogRow> {
  const log = await findCurrentLog(reader);
  if (log === null) throw new JournalError("log-unopened");
  return log;
}

/** Which log of a store has this name; null when none has. `first` is the name of the first. */
export function numberOf(origin: string, first: string): number | null {
  if (origin === first) return 1;
  const number = origin.startsWith(`${first}/`) ? Number(origin.slice(first.length + 1)) : Number.NaN;
  return Number.isSafeInteger(number) && originOf(first, number) === origin ? number : null;
}

/** The name of the n-th log of a store. A log that cannot continue another must not sign under its name. */
export function originOf(origin: string, number: number): string {
  return number === 1 ? origin : `${origin}/${number}`;
}
