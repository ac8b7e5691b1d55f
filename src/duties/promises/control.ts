import type { Localised } from "../../policy/index.ts";
import type { CheckCode } from "./check-codes.ts";

/**
 * What stops a breach of the clause: a type that does not compile or validate, a rule that the gate or a publication
 * asks, work that runs by itself, a screen that people meet, or a query that finds what is recorded.
 */
export const CONTROL_KINDS = ["type", "gate-rule", "job", "screen", "evidence-query"] as const;
export type ControlKind = (typeof CONTROL_KINDS)[number];

/** A control, as the margin of a policy and the page of promises show it. */
export interface Control {
  readonly kind: ControlKind;
  /** The room of the code that keeps it, below `src/`. */
  readonly home: string;
  /** One calm sentence. */
  readonly how: Localised;
  /** What recounts it on a running installation, if anything can be counted. */
  readonly checks: readonly CheckCode[];
}
