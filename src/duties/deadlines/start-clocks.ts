import { type Random, uuidv7 } from "../../platform/random/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import {
  calendarFor,
  clockDue,
  type CompiledPolicy,
  packsFor,
  type RulePack,
  type RunningClock,
} from "../../policy/index.ts";
import { type CaseKind, deadlineTable } from "./deadline.table.ts";

/** The case for which clocks run, and whose it is. */
export interface ClockedCase {
  readonly kind: CaseKind;
  readonly id: string;
  readonly subject: Pseudonym;
  readonly shardKey: Pseudonym;
  /** When what starts the clocks happened, ms. */
  readonly startedAt: number;
}

export interface ClockParts {
  readonly rules: readonly RulePack[];
  readonly random: Random;
  /** The policy under which the case stands, and its hash. */
  readonly policy: CompiledPolicy;
  readonly version: string;
}

/**
 * Starts clocks for a case, in the unit that records what starts them. Each is counted in the operator's time zone, by
 * the working days of its own law.
 * @throws PolicyError `unknown-rule-pack`
 */
export async function startClocks(
  tx: Transaction,
  { kind, id, subject, shardKey, startedAt }: ClockedCase,
  clocks: readonly RunningClock[],
  { rules, random, policy, version }: ClockParts,
): Promise<void> {
  if (clocks.length === 0) return;
  await tx.insert(
    deadlineTable,
    clocks.map((clock) => {
      const counting = {
        timeZone: policy.operator.timeZone,
        calendar: calendarFor(rules, policy, clock.regime),
      };
      const { date, endsAt, provisional } = clockDue(clock, startedAt, counting);
      const pack = clock.regime === null ? undefined : packsFor(rules, [clock.regime])[0];
      return {
        id: uuidv7(tx.at, random),
        shard_key: shardKey,
        subject,
        case_kind: kind,
        case_id: id,
        clock: clock.id,
        regime: clock.regime,
        kind: clock.kind,
        length: clock.length,
        unit: clock.unit,
        rule_version: pack?.version ?? version,
        started_at: startedAt,
        due_on: date,
        ends_at: endsAt,
        provisional,
        announced_on: null,
        announced_ends_at: null,
        stopped_at: null,
      };
    }),
  );
}
