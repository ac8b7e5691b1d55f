import type { CompiledPolicy } from "./compiled.ts";
import { heldRules, type PrecedenceRuling } from "./precedence.ts";
import { standing } from "./standing.ts";

/** What of a published policy is done at a date. */
export interface PolicyInEffect {
  /** Without what hangs on invalidated clauses, and with one rule for each thing. */
  readonly policy: CompiledPolicy;
  readonly rulings: readonly PrecedenceRuling[];
  /** ISO date of the last day on which a clause ceased to hold; null: none did. */
  readonly changedOn: string | null;
  /** Of the next one; null: none is announced. The answer is the same for every day between the two. */
  readonly changesOn: string | null;
}

/**
 * What is done under a policy on `on`, an ISO date where the operator is: what still stands of it (clause
 * itsectr-agreement/9.3), where documents differ by their precedence (itserw-privacy/6.precedence). Pure.
 */
export function inEffect(policy: CompiledPolicy, on: string): PolicyInEffect {
  const known = REMEMBERED.get(policy);
  if (known !== undefined && covers(known, on)) return known;
  const dates = policy.documents
    .flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses))
    .flatMap(({ invalidated }) => (invalidated === null ? [] : [invalidated.on]))
    .sort();
  const answer = {
    ...heldRules(standing(policy, on)),
    changedOn: dates.findLast((date) => date <= on) ?? null,
    changesOn: dates.find((date) => date > on) ?? null,
  };
  REMEMBERED.set(policy, answer);
  return answer;
}

function covers({ changedOn, changesOn }: PolicyInEffect, on: string): boolean {
  return (changedOn === null || changedOn <= on) && (changesOn === null || on < changesOn);
}

/** Nothing but a saving of work: the answer follows from the object, which nobody changes, and the date. */
const REMEMBERED = new WeakMap<CompiledPolicy, PolicyInEffect>();
