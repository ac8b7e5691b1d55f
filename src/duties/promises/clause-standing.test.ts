import { expect, test } from "vitest";
import { keeps } from "../../../test/keeps.ts";
import { smallPolicy } from "../../../test/small-policy.ts";
import type { CompiledPolicy, Invalidation } from "../../policy/index.ts";
import { clauseStandings } from "./clause-standing.ts";
import { EVIDENCE } from "./evidence.ts";

/** The small policy with its first clause invalidated. */
function invalidating(invalidated: Invalidation): CompiledPolicy {
  const policy = smallPolicy();
  return {
    ...policy,
    documents: policy.documents.map((document) => ({
      ...document,
      sections: document.sections.map((section) => ({
        ...section,
        clauses: section.clauses.map((clause, place) => (place === 0 ? { ...clause, invalidated } : clause)),
      })),
    })),
  };
}

test(
  "itsectr-agreement/9.3: a clause that does not hold any more is not said to be kept, from its day in the operator's zone on",
  keeps("clause-invalidation"),
  () => {
    const reason = { en: "A court said so.", ru: "Так решил суд." };
    const policy = invalidating({ on: "2026-12-01", reason });
    const statesAt = (moment: string) =>
      clauseStandings(policy, EVIDENCE, null, Date.parse(moment)).map(({ state }) => state);
    const before = statesAt("2026-11-30T20:59:59Z");
    expect(before).not.toContain("invalidated");
    // Midnight in Moscow.
    expect(statesAt("2026-11-30T21:00:00Z")).toEqual(["invalidated", ...before.slice(1)]);
  },
);
