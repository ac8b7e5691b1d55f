import type { CheckCode } from "./check-codes.ts";
import { CONTROLS } from "./controls.ts";
import { type Evidence, isShown } from "./evidence.ts";
import { controlsOf, type RegisteredClause } from "./registered-clause.ts";

/**
 * How a clause stands, worst first. `broken`: a live check found a breach on this installation. `unproven`: no tests
 * of this release show it, or nobody has said what keeps it. `checked`: shown by tests, and every live check of it has
 * passed here lately. `kept`: shown by tests. `evidence`: what shows whether it is kept is recorded. `declared`: it
 * only declares something. `pending`: it waits for a room that is yet to be built. `invalidated`: it does not hold any
 * more, so that nothing is kept by it (clause itsectr-agreement/9.3).
 */
export const CLAUSE_STATES = [
  "broken",
  "unproven",
  "checked",
  "kept",
  "evidence",
  "declared",
  "pending",
  "invalidated",
] as const;
export type ClauseState = (typeof CLAUSE_STATES)[number];

export type CheckOutcome = "kept" | "broken" | "unknown";

/** The last result of a check on an installation. */
export interface CheckStanding {
  readonly outcome: CheckOutcome;
  /** When it ended, ms. */
  readonly at: number;
}

/** How long a passed check vouches for a clause, ms: a day. Later the clause stands as its tests leave it. */
export const CHECK_VOUCHES = 24 * 60 * 60 * 1000;

/** What is known of an installation; null where there is none to look at. */
export interface Checked {
  readonly standings: ReadonlyMap<CheckCode, CheckStanding>;
  /** The time of looking, ms. */
  readonly now: number;
}

/** How a clause stands by the evidence that is shipped and what was counted here. */
export function clauseState(
  clause: Pick<RegisteredClause, "kept">,
  evidence: Evidence,
  checked: Checked | null,
): ClauseState {
  const { kept } = clause;
  if (kept === null) return "unproven";
  if ("declared" in kept) return "declared";
  if ("pending" in kept) return "pending";
  const checks = checksOf(clause);
  const standings = checks.map((code) => checked?.standings.get(code));
  if (standings.some((standing) => standing?.outcome === "broken")) return "broken";
  const controls = controlsOf(clause);
  if (controls.length === 0 || !controls.every((code) => isShown(code, evidence))) return "unproven";
  if ("evidence" in kept) return "evidence";
  const vouchedFor =
    checked !== null &&
    standings.length > 0 &&
    standings.every((standing) => standing?.outcome === "kept" && checked.now - standing.at < CHECK_VOUCHES);
  return vouchedFor ? "checked" : "kept";
}

/** The live checks of the controls that a clause is bound to, each once. */
export function checksOf(clause: Pick<RegisteredClause, "kept">): CheckCode[] {
  return [...new Set(controlsOf(clause).flatMap((code) => CONTROLS[code].checks))];
}
