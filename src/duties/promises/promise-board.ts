import { sql } from "kysely";
import { prepare, type Reader } from "../../platform/store/index.ts";
import type { Localised } from "../../policy/index.ts";
import { CHECK_CODES, type CheckCode } from "./check-codes.ts";
import type { CheckOutcome } from "./clause-state.ts";
import type { PromiseTables } from "./promises.table.ts";

/** Changes of outcome that are shown of all checks together, the newest. */
const MOST_CHANGES = 1000;

/** What a check found at one time. */
export interface CheckResult {
  readonly id: string;
  readonly outcome: CheckOutcome;
  readonly at: number;
  readonly examined: number;
  readonly broken: number;
  /** Why nothing could be said. */
  readonly reason: string | null;
}

/** What staff said about a check, for everybody. */
export interface PublicNote {
  readonly at: number;
  readonly note: Localised;
  readonly post: Localised;
}

export interface CheckRecord {
  readonly code: CheckCode;
  /** Null before it was made for the first time. */
  readonly newest: CheckResult | null;
  /** Since when the outcome is what it is, and what it was before: newest first, failures included. */
  readonly history: readonly CheckResult[];
  readonly notes: readonly PublicNote[];
}

/** Everything that was counted on an installation, as it stands now. */
export interface PromiseBoard {
  /** Another one for other content. */
  readonly key: string;
  /** When the newest result was written, ms; null before the first. */
  readonly at: number | null;
  readonly records: ReadonlyMap<CheckCode, CheckRecord>;
}

const RESULT = ["id", "check_code", "outcome", "at", "examined", "broken", "reason"] as const;

const newestOf = prepare<PromiseTables, { code: CheckCode }>()((db, param) =>
  db
    .selectFrom("promise_result")
    .select(RESULT)
    .where("check_code", "=", param("code"))
    .orderBy("id", "desc")
    .limit(1),
);

const changes = prepare<PromiseTables>()((db) =>
  db
    .selectFrom("promise_result")
    .select(RESULT)
    // As a literal: the index of these alone is used by no parameter.
    .where(sql<boolean>`changed`)
    .orderBy("id", "desc")
    .limit(MOST_CHANGES),
);

const allNotes = prepare<PromiseTables>()((db) =>
  db.selectFrom("promise_note").select(["check_code", "at", "note", "post"]).orderBy("id", "desc"),
);

const newestResult = prepare<PromiseTables>()((db) =>
  db.selectFrom("promise_result").select("id").orderBy("id", "desc").limit(1),
);
const newestNote = prepare<PromiseTables>()((db) =>
  db.selectFrom("promise_note").select("id").orderBy("id", "desc").limit(1),
);

/** Changes whenever something was counted or said. Two look-ups by key. */
export async function boardKey(reader: Reader): Promise<string> {
  const result = await reader.first(newestResult, {});
  const note = await reader.first(newestNote, {});
  return `${result?.id ?? "none"} ${note?.id ?? "none"}`;
}

/** Reads what was counted, and what was said of it. */
export async function readBoard(reader: Reader): Promise<PromiseBoard> {
  const key = await boardKey(reader);
  const changed = await reader.all(changes, {});
  const notes = await reader.all(allNotes, {});
  const records = new Map<CheckCode, CheckRecord>();
  for (const code of CHECK_CODES) {
    const newest = (await reader.first(newestOf, { code })) ?? null;
    records.set(code, {
      code,
      newest,
      history: changed.filter(({ check_code }) => check_code === code),
      notes: notes.filter(({ check_code }) => check_code === code),
    });
  }
  const times = [...records.values()].flatMap(({ newest }) => (newest === null ? [] : [newest.at]));
  return { key, at: times.length === 0 ? null : Math.max(...times), records };
}
