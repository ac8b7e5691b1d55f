import type { CompiledPolicy, RetentionRule } from "./compiled.ts";
import { heldRules } from "./precedence.ts";

/** For how long data are kept, in calendar days from what starts the rule, and which clause says so. */
export interface RetainedFor {
  /** Null: until an end event. */
  readonly days: number | null;
  readonly clause: string;
  /** True where the version of collection kept them for less than the one in force would. */
  readonly older: boolean;
}

/**
 * For how long data under a rule are kept that were collected under another version (tension T13): a longer term that a
 * newer version gives is for what comes under it; a shorter one is for all. A term that the law demands at least is kept
 * in any case. Null when the policy in force has no such rule. Pure.
 */
export function retainedFor(
  rule: string,
  { inForce, collectedUnder }: { readonly inForce: CompiledPolicy; readonly collectedUnder: CompiledPolicy },
): RetainedFor | null {
  const now = ruleOf(inForce, rule);
  const then = ruleOf(collectedUnder, rule);
  if (now === undefined) return null;
  const older = then !== undefined && isShorter(then, now);
  const { days, clause } = older ? then : now;
  const least = now.minimumDays ?? 0;
  return { days: days === null ? null : Math.max(days, least), clause, older };
}

function isShorter(then: RetentionRule, now: RetentionRule): boolean {
  return then.days !== null && (now.days === null || then.days < now.days);
}

function ruleOf(policy: CompiledPolicy, code: string): RetentionRule | undefined {
  return heldRules(policy).policy.retention.find((rule) => rule.code === code);
}
