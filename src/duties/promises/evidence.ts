import type { ControlCode } from "../../policy/index.ts";
import written from "./evidence.json" with { type: "json" };

/**
 * Which tests of this release show each control at work, and which took it away and saw it noticed: written from runs
 * in which they passed (test/setup/citations.ts), and shipped.
 */
export interface Evidence {
  readonly controls: Readonly<Partial<Record<ControlCode, ControlEvidence>>>;
  /** Clause of one operator's, as `itsectr-privacy/3.2.1`, to the test files that show it by itself. */
  readonly clauses: Readonly<Partial<Record<string, readonly string[]>>>;
}

export interface ControlEvidence {
  /** Files, from the root of the repository. */
  readonly tests: readonly string[];
  readonly removedBy: readonly { readonly file: string; readonly test: string }[];
}

export const EVIDENCE: Evidence = written;

/** A control counts as shown when tests saw it at work, and one saw its absence. */
export function isShown(control: ControlCode, { controls }: Evidence): boolean {
  const shown = controls[control];
  return shown !== undefined && shown.tests.length > 0 && shown.removedBy.length > 0;
}
