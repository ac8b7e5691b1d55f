import type { ClockDue } from "./clock-due.ts";

/** Of the clocks of one case, which one rules, and what stands beside it. */
export interface RulingClocks<Clock extends ClockDue = ClockDue> {
  /** The duty that ends first: a policy's promise shortens the law's clock and never lengthens it (T05). */
  readonly duty: Clock | null;
  /** The term of keeping that ends last. */
  readonly keepUntil: Clock | null;
  /** What may not be done before, each by itself. */
  readonly notBefore: readonly Clock[];
  /** Last ways out of a duty that cannot be met, each by itself. They never move it. */
  readonly fallback: readonly Clock[];
}

/**
 * Weighs the clocks of one case. Of two that end at one moment the law's comes before the policy's, and then the one
 * that stands first.
 */
export function rulingClock<Clock extends ClockDue>(clocks: readonly Clock[]): RulingClocks<Clock> {
  const of = (kind: ClockDue["kind"]) => clocks.filter((clock) => clock.kind === kind);
  const lawFirst = (clock: Clock) => (clock.regime === null ? 1 : 0);
  const duties = of("duty").toSorted(
    (one, other) => one.endsAt - other.endsAt || lawFirst(one) - lawFirst(other),
  );
  const keeping = of("keep-at-least").toSorted(
    (one, other) => other.endsAt - one.endsAt || lawFirst(one) - lawFirst(other),
  );
  return {
    duty: duties[0] ?? null,
    keepUntil: keeping[0] ?? null,
    notBefore: of("not-before"),
    fallback: of("fallback"),
  };
}
