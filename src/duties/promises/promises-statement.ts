import { canonicalJson, type CompiledPolicy, type Localised } from "../../policy/index.ts";
import type { CheckCode } from "./check-codes.ts";
import type { ClauseStanding } from "./clause-standing.ts";
import { CLAUSE_STATES, type ClauseState } from "./clause-state.ts";
import { CONTROLS } from "./controls.ts";
import type { KeyCustody } from "./key-custody.ts";
import { LIVE_CHECKS } from "./live-checks.ts";
import type { CheckResult, PromiseBoard, PublicNote } from "./promise-board.ts";

/** What is signed over: everything of `/promises.json` but its signature. Times in ms since 1970. */
export interface PromisesStatement {
  readonly format: "upheld-promises/1";
  readonly operator: string;
  /** When it was put together. */
  readonly at: number;
  readonly policy: { readonly version: number; readonly hash: string };
  readonly keys: { readonly profile: string; readonly custody: KeyCustody };
  readonly counts: Readonly<Record<ClauseState, number>>;
  readonly clauses: readonly StatedClause[];
  readonly checks: readonly StatedCheck[];
}

export interface StatedClause {
  readonly id: string;
  readonly document: string;
  readonly says: Localised | null;
  readonly kind: string | null;
  readonly enforceability: string | null;
  readonly state: ClauseState;
  /** The room that it waits for; null unless it is pending. */
  readonly pending: string | null;
  readonly control: readonly { readonly code: string; readonly kind: string; readonly how: Localised }[];
  readonly tests: readonly string[];
  readonly checks: readonly CheckCode[];
  readonly invalidated: { readonly on: string; readonly reason: Localised } | null;
}

export interface StatedCheck {
  readonly code: CheckCode;
  readonly counts: Localised;
  readonly newest: CheckResult | null;
  readonly history: readonly CheckResult[];
  readonly notes: readonly PublicNote[];
}

export interface Stated {
  readonly policy: CompiledPolicy;
  readonly version: number;
  readonly hash: string;
  readonly standings: readonly ClauseStanding[];
  readonly board: PromiseBoard;
  readonly custody: KeyCustody;
  readonly at: number;
}

/** Puts together what the operator states. */
export function promisesStatement(stated: Stated): PromisesStatement {
  const { policy, version, hash, standings, board, custody, at } = stated;
  return {
    format: "upheld-promises/1",
    operator: policy.operator.id,
    at,
    policy: { version, hash },
    keys: { profile: policy.settings.crypto.profile, custody },
    counts: countStates(standings),
    clauses: standings.map(statedClause),
    checks: [...board.records.values()].map(({ code, newest, history, notes }) => ({
      code,
      counts: LIVE_CHECKS[code].counts,
      newest: newest === null ? null : plain(newest),
      history: history.map(plain),
      notes: notes.map(({ at: said, note, post }) => ({ at: said, note, post })),
    })),
  };
}

/** How many clauses stand in each state. */
export function countStates(standings: readonly ClauseStanding[]): Record<ClauseState, number> {
  const counts = Object.fromEntries(CLAUSE_STATES.map((state) => [state, 0])) as Record<ClauseState, number>;
  for (const { state } of standings) counts[state]++;
  return counts;
}

/** The file: the statement in canonical JSON (RFC 8785) with the signed note beside it. */
export function promisesFile(
  statement: PromisesStatement,
  sign: (lines: readonly string[]) => string,
  digest: (text: string) => string,
): string {
  const signature = sign(statementLines(statement, digest));
  return `${JSON.stringify({ ...statement, signature }, null, 2)}\n`;
}

/** What the note says of a statement: when, and the hash of its canonical JSON. */
export function statementLines(statement: object, digest: (text: string) => string): string[] {
  return [`sha256 ${digest(canonicalJson(statement))}`];
}

function statedClause({ clause, state, controls, tests, checks }: ClauseStanding): StatedClause {
  const { id, document, says, kind, enforceability, kept, invalidated } = clause;
  return {
    id,
    document,
    says,
    kind,
    enforceability,
    state,
    pending: kept !== null && "pending" in kept ? kept.pending : null,
    control: controls.map((code) => ({ code, kind: CONTROLS[code].kind, how: CONTROLS[code].how })),
    tests,
    checks,
    invalidated,
  };
}

function plain({ id, outcome, at, examined, broken, reason }: CheckResult): CheckResult {
  return { id, outcome, at, examined, broken, reason };
}
