import type { Reader, Row } from "../../platform/store/index.ts";
import { type ClockDue, rulingClock, type RulingClocks } from "../../policy/index.ts";
import type { DeadlineTables, deadlineTable } from "./deadline.table.ts";

/** A clock of a case as it stands. Its end is what the operator is held to: the announced one, where that is earlier. */
export interface CaseClock extends ClockDue {
  readonly id: string;
  readonly caseId: string;
  readonly startedAt: number;
  /** Its last day as the rules give it now, ISO. */
  readonly dueOn: string;
  /** The last day that the person was told; null where none was. */
  readonly announcedOn: string | null;
  readonly stoppedAt: number | null;
}

/** The clocks of these cases, by case; a case without clocks is not there. The soonest first. */
export async function clocksOf(
  reader: Reader,
  cases: readonly string[],
): Promise<ReadonlyMap<string, readonly CaseClock[]>> {
  if (cases.length === 0) return new Map();
  const rows = await reader
    .query<DeadlineTables>()
    .selectFrom("deadline")
    .selectAll()
    .where("case_id", "in", cases)
    .orderBy("ends_at")
    .orderBy("clock")
    .execute();
  return Map.groupBy(rows.map(clockOf), ({ caseId }) => caseId);
}

/** Of the clocks of one case that still run, which rules, and what stands beside it. */
export function rulingOf(clocks: readonly CaseClock[]): RulingClocks<CaseClock> {
  return rulingClock(clocks.filter(({ stoppedAt }) => stoppedAt === null));
}

/** A row as a clock. What a person was told holds against the operator until it has passed, and never in its favour. */
export function clockOf(row: Row<typeof deadlineTable>): CaseClock {
  const { clock, regime, kind, due_on: dueOn, ends_at: endsAt, provisional } = row;
  const { announced_on: announcedOn, announced_ends_at: announcedEndsAt } = row;
  const told = announcedOn !== null && announcedEndsAt !== null && announcedEndsAt < endsAt;
  return {
    id: row.id,
    caseId: row.case_id,
    clock,
    regime,
    kind,
    startedAt: row.started_at,
    dueOn,
    announcedOn,
    stoppedAt: row.stopped_at,
    date: told ? announcedOn : dueOn,
    endsAt: told ? announcedEndsAt : endsAt,
    provisional,
  };
}
