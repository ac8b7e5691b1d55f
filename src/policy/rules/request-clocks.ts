import type { CompiledPolicy, Deadline } from "../compiled.ts";
import { RIGHTS_REQUEST_TYPES, type RightsRequestType } from "../vocabulary/rights.ts";
import type { WorkingCalendar } from "./calendar.ts";
import type { RunningClock } from "./clock-due.ts";
import { packsFor, type RulePack } from "./rule-pack.ts";

/** The event that starts clocks of requests in every pack. */
const RECEIPT = "request-received";

/**
 * The right that a deadline of a policy is about: the one that has its code, or that rests on its clause or on the
 * clause above it. Null where it is about something else, as an answer to a claim.
 */
export function rightOfDeadline(
  { rights }: Pick<CompiledPolicy, "rights">,
  { code, clause }: Pick<Deadline, "code" | "clause">,
): RightsRequestType | null {
  const named = RIGHTS_REQUEST_TYPES.find((type) => type === code);
  if (named !== undefined) return named;
  return (
    rights.find((right) => clause === right.clause || clause.startsWith(`${right.clause}.`))?.code ?? null
  );
}

/** A deadline of a policy as a clock: a duty that the operator laid on itself. */
export function promisedClock({ code, length, unit }: Deadline): RunningClock {
  return { id: code, kind: "duty", regime: null, length, unit };
}

/**
 * The clocks that start when a request about one's own data is received, before anybody has read which right it
 * exercises: each that its receipt may have started, of the law and of the policy. A clock of the law runs from the
 * day on which it holds; `on` is the ISO date of the receipt in the operator's time zone.
 * @throws PolicyError `unknown-rule-pack`
 */
export function requestClocks(
  packs: readonly RulePack[],
  policy: CompiledPolicy,
  on: string,
): RunningClock[] {
  const lawful = packsFor(packs, policy.operator.regimes).flatMap(({ regime, clocks }) =>
    clocks
      .filter(({ trigger, rights, validFrom }) => trigger === RECEIPT && rights.length > 0 && validFrom <= on)
      .map(({ id, kind, length, unit }): RunningClock => ({ id, kind, regime, length, unit })),
  );
  const promised = policy.deadlines
    .filter((deadline) => rightOfDeadline(policy, deadline) !== null)
    .map(promisedClock);
  return [...lawful, ...promised];
}

/**
 * By whose working days a clock is counted: its own law's; a promise of the operator's, by those of the operator's
 * country, or of its first regime.
 * @throws PolicyError `unknown-rule-pack`
 */
export function calendarFor(
  packs: readonly RulePack[],
  { operator }: Pick<CompiledPolicy, "operator">,
  regime: string | null,
): WorkingCalendar {
  if (regime !== null) return (packsFor(packs, [regime])[0] as RulePack).calendar;
  const own = packsFor(packs, operator.regimes);
  return (own.find(({ country }) => country === operator.country) ?? (own[0] as RulePack)).calendar;
}
