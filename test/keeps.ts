import type { TestOptions } from "vitest";
import type { ControlCode } from "../src/policy/index.ts";

/**
 * How a test cites what it keeps, as the second argument of `test`:
 *
 *     test("a form takes no field that its policy does not list", keeps("permitted-fields"), async () => { … });
 *     test("without the check of fields an unlisted one is noticed", removes("permitted-fields"), async () => { … });
 *
 * - `keeps` names controls (src/policy/vocabulary/controls.ts) that the test shows at work. A clause of one operator's
 *   that a test shows by itself may stand among them: `keeps("topics", "itsectr-agreement/3.2.forms")`.
 * - `removes` names the controls that the test switches off, or goes behind, and sees noticed. Each control needs one.
 *   Such a citation keeps as well; nobody writes both.
 *
 * The arguments are literals, so that a reader of the source finds them: `test/clauses.test.ts` compares what is
 * written with `src/duties/promises/evidence.json`. A citation counts once every test of its name in its file ran and
 * passed (on both engines, with every row of `test.each`); test/setup/citations.ts sees to it after each run, and
 * `npm run clauses` writes down what it saw. A full run fails when what is written down is not what it saw.
 */
export function keeps(...cited: readonly [Citable, ...Citable[]]): TestOptions {
  return { meta: { keeps: cited } };
}

/** @see keeps */
export function removes(...cited: readonly [ControlCode, ...ControlCode[]]): TestOptions {
  return { meta: { keeps: cited, removes: cited } };
}

/** `sealed-at-rest`, or `itsectr-privacy/3.2.1`. */
export type Citable = ControlCode | ClauseId;
type ClauseId = `${string}/${string}`;

declare module "vitest" {
  interface TaskMeta {
    readonly keeps?: readonly Citable[];
    readonly removes?: readonly ControlCode[];
  }
}
