import type { Localised } from "./compiled.ts";
import type { LegalBasis } from "./vocabulary/legal-basis.ts";
import type { ProcessingOperation } from "./vocabulary/operations.ts";

/**
 * A purpose that the law lays on the operator beside the policy's own (tensions T41; clause itsectr-privacy/6.2.1).
 * The set is closed; no policy can add to it or widen it.
 */
export interface StatutoryPurpose {
  /** `rights`, `security`, `claims`, `legal-compliance`. */
  readonly code: string;
  readonly label: Localised;
  /** What the gate cites: `152-FZ 14, 20, 21`. */
  readonly statute: string;
  readonly basis: LegalBasis;
  readonly operations: readonly ProcessingOperation[];
  /** Categories of attributes that it may open, or `*` for all. */
  readonly attributes: readonly string[] | "*";
}

/** A regime's closed set, with where it was read and when. */
export interface StatutorySet {
  /** `RU-152FZ`. */
  readonly regime: string;
  readonly version: string;
  /** ISO date from which the rule holds. */
  readonly validFrom: string;
  readonly source: string;
  /** ISO date on which somebody last compared it with its source. */
  readonly verifiedOn: string;
  readonly purposes: readonly StatutoryPurpose[];
}

/**
 * What the law lays on an operator under its regimes. Where two regimes lay down one purpose it is one, with what either
 * allows it and the statutes of both. A regime without a set adds nothing; `checkPolicy` reports it.
 */
export function statutoryPurposesOf(
  sets: readonly StatutorySet[],
  regimes: readonly string[],
): StatutoryPurpose[] {
  const joined = new Map<string, StatutoryPurpose>();
  for (const { regime, purposes } of sets) {
    if (!regimes.includes(regime)) continue;
    for (const purpose of purposes) {
      const earlier = joined.get(purpose.code);
      joined.set(purpose.code, earlier === undefined ? purpose : join(earlier, purpose));
    }
  }
  return [...joined.values()];
}

function join(one: StatutoryPurpose, other: StatutoryPurpose): StatutoryPurpose {
  const attributes =
    one.attributes === "*" || other.attributes === "*"
      ? "*"
      : [...new Set([...one.attributes, ...other.attributes])];
  const operations = [...new Set([...one.operations, ...other.operations])];
  return { ...one, statute: `${one.statute}; ${other.statute}`, operations, attributes };
}
