import { localDate } from "../../platform/clock/index.ts";
import type { CompiledPolicy, ControlCode } from "../../policy/index.ts";
import type { CheckCode } from "./check-codes.ts";
import { checksOf, type ClauseState, clauseState } from "./clause-state.ts";
import type { Evidence } from "./evidence.ts";
import type { PromiseBoard } from "./promise-board.ts";
import { controlsOf, type RegisteredClause, registeredClauses } from "./registered-clause.ts";

/** A clause, how it stands, and what that rests on. */
export interface ClauseStanding {
  readonly clause: RegisteredClause;
  readonly state: ClauseState;
  readonly controls: readonly ControlCode[];
  readonly checks: readonly CheckCode[];
  /** Test files of its controls, and those that show the clause by itself. */
  readonly tests: readonly string[];
  /** Test files in which one of its controls was taken away, and that was noticed. */
  readonly removedBy: readonly string[];
}

/**
 * How every clause of a policy stands, in the order of its documents.
 * @param board what was counted on this installation; null where there is none to look at
 */
export function clauseStandings(
  policy: CompiledPolicy,
  evidence: Evidence,
  board: PromiseBoard | null,
  now: number,
): ClauseStanding[] {
  const standings = new Map(
    [...(board?.records ?? [])].flatMap(([code, { newest }]) => (newest === null ? [] : [[code, newest]])),
  );
  const checked = board === null ? null : { standings, now };
  const today = localDate(now, policy.operator.timeZone);
  return registeredClauses(policy).map((clause) => {
    const controls = controlsOf(clause);
    const shown = controls.map((code) => evidence.controls[code]);
    return {
      clause,
      state: holds(clause, today) ? clauseState(clause, evidence, checked) : "invalidated",
      controls,
      checks: checksOf(clause),
      tests: unique([...shown.flatMap((one) => one?.tests ?? []), ...(evidence.clauses[clause.id] ?? [])]),
      removedBy: unique(shown.flatMap((one) => one?.removedBy.map(({ file }) => file) ?? [])),
    };
  });
}

/** Whether a clause holds on the operator's day: it stops on the day that its invalidation names. */
function holds({ invalidated }: RegisteredClause, today: string): boolean {
  return invalidated === null || invalidated.on > today;
}

function unique(files: readonly string[]): string[] {
  return [...new Set(files)].sort();
}
