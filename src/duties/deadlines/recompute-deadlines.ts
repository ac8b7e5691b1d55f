import { z } from "zod";
import { type BoundHandler, defineJob, handle, type JobQueue } from "../../platform/jobs/index.ts";
import { prepare, type Row, type Store, type Transaction } from "../../platform/store/index.ts";
import {
  calendarFor,
  type CompiledPolicy,
  endTerm,
  type RulePack,
  type TermEnd,
} from "../../policy/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { Publication } from "../../trust/publication/index.ts";
import { DEADLINES } from "./deadlines-actor.ts";
import type { DeadlineTables, deadlineTable } from "./deadline.table.ts";

/** Queued at each start, since packs of rules are read then: what rested on a calendar that was replaced is counted again. */
const RECOMPUTE = defineJob("recompute-provisional-deadlines", z.strictObject({}));

/** Rows that one unit looks at. */
const BATCH = 200;

const provisionalAfter = prepare<DeadlineTables, { after: string; limit: number; yes: boolean }>()(
  (db, param) =>
    db
      .selectFrom("deadline")
      .selectAll()
      .where("provisional", "=", param("yes"))
      .where("stopped_at", "is", null)
      .where("id", ">", param("after"))
      .orderBy("id")
      .limit(param("limit")),
);

const markMoved = prepare<
  DeadlineTables,
  { id: string; on: string; endsAt: number; provisional: boolean; was: number }
>()((db, param) =>
  db
    .updateTable("deadline")
    .set({ due_on: param("on"), ends_at: param("endsAt"), provisional: param("provisional") })
    .where("id", "=", param("id"))
    .where("ends_at", "=", param("was")),
);

export interface RecomputingParts {
  readonly rules: readonly RulePack[];
  readonly journal: Pick<Journal, "append">;
  readonly publication: Pick<Publication, "inForce">;
}

/** Queues the look at what rests on provisional calendars. A second one finds nothing to do. */
export function queueRecomputing(
  store: Store,
  { jobs }: { readonly jobs: JobQueue },
): Promise<string | null> {
  return store.transaction((tx) => jobs.enqueue(tx, RECOMPUTE, { payload: {} }));
}

/**
 * Counts again every running clock that rests on a provisional calendar. What comes out otherwise is stored and
 * journalled, with the date before and after; a date that a person was told stays beside it, and goes on to hold where
 * it is the earlier one.
 */
export function recomputeDeadlines(parts: RecomputingParts): BoundHandler {
  return handle(RECOMPUTE, async ({ store, done, signal }) => {
    let after = FIRST;
    while (!signal.aborted) {
      const next = await store.transaction(async (tx) => {
        const version = await parts.publication.inForce(tx, tx.at);
        const rows = version === null ? [] : await provisionalRows(tx, after);
        if (version !== null) for (const row of rows) await recompute(tx, row, version.compiled, parts);
        const last = rows.at(-1);
        if (rows.length < BATCH || last === undefined) {
          await done(tx);
          return null;
        }
        return last.id;
      });
      if (next === null) return;
      after = next;
    }
  });
}

/** Before every id. */
const FIRST = "00000000-0000-0000-0000-000000000000";

type DeadlineRow = Row<typeof deadlineTable>;

function provisionalRows(tx: Transaction, after: string): Promise<DeadlineRow[]> {
  return tx.all(provisionalAfter, { after, limit: BATCH, yes: true });
}

async function recompute(
  tx: Transaction,
  row: DeadlineRow,
  policy: CompiledPolicy,
  { rules, journal }: RecomputingParts,
): Promise<void> {
  // A regime that the operator has left has no pack here any more; what it laid down stays as it was counted.
  if (row.regime !== null && !rules.some(({ regime }) => regime === row.regime)) return;
  const calendar = calendarFor(rules, policy, row.regime);
  const now = endTerm(row, row.started_at, { timeZone: policy.operator.timeZone, calendar });
  if (isSame(row, now)) return;
  const { date: on, endsAt, provisional } = now;
  const moved = await tx.change(markMoved, { id: row.id, on, endsAt, provisional, was: row.ends_at });
  if (moved === 0) return;
  await journal.append(
    tx,
    {
      event: "deadline-recomputed",
      actor: DEADLINES,
      subjects: [row.subject],
      details: {
        case: row.case_id,
        clock: row.clock,
        before: row.due_on,
        after: on,
        provisional,
        ...(row.announced_on === null ? {} : { announced: row.announced_on }),
        calendars: calendar.years.map(({ version }) => version).join(" "),
      },
    },
    row.shard_key,
  );
}

function isSame(row: DeadlineRow, { endsAt, provisional }: TermEnd): boolean {
  return row.ends_at === endsAt && row.provisional === provisional;
}
