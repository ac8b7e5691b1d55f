import type { CompiledPolicy } from "./compiled.ts";
import { heldRules, type PrecedenceRuling } from "./precedence.ts";
import { standing } from "./standing.ts";

/** What of a published policy is done at a date. */
export interface PolicyInEffect {
  /** Without what hangs on invalidated clauses, and with one rule for each thing. */
  readonly policy: CompiledPolicy;
  readonly rulings: readonly PrecedenceRuling[];
  /** ISO date of the next day on which a clause ceases to hold; null: none is announced. */
  readonly changesOn: string | null;
}

/**
 * What is done under a policy on `on`, an ISO date where the operator is: what still stands of it (clause
 * itsectr-agreement/9.3), where documents differ by their precedence (itserw-privacy/6.precedence). Pure.
 */
export function inEffect(policy: CompiledPolicy, on: string): PolicyInEffect {
  const known = REMEMBERED.get(policy);
  if (
    known !== undefined &&
    known.from <= on &&
    (known.answer.changesOn === null || on < known.answer.changesOn)
  ) {
    return known.answer;
  }
  const dates = policy.documents
    .flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses))
    .flatMap(({ invalidated }) => (invalidated === null ? [] : [invalidated.on]))
    .sort();
  const answer = {
    ...heldRules(standing(policy, on)),
    changesOn: dates.find((date) => date > on) ?? null,
  };
  REMEMBERED.set(policy, { from: dates.findLast((date) => date <= on) ?? "", answer });
  return answer;
}

/** Nothing but a saving of work: the answer follows from the object, which nobody changes, and the date. */
const REMEMBERED = new WeakMap<CompiledPolicy, { readonly from: string; readonly answer: PolicyInEffect }>();
