import { expect, test } from "vitest";
import { keeps, removes } from "../../test/keeps.ts";
import { smallPolicy } from "../../test/small-policy.ts";
import type { CompiledPolicy } from "./compiled.ts";
import { inEffect } from "./in-effect.ts";

const small = smallPolicy();

/** The small policy with a clause that ceases to hold on a day. */
function invalidating(id: string, on: string): CompiledPolicy {
  const reason = { en: "A court said so.", ru: "Так решил суд." };
  return {
    ...small,
    documents: small.documents.map((document) => ({
      ...document,
      sections: document.sections.map((section) => ({
        ...section,
        clauses: section.clauses.map((clause) =>
          clause.id === id ? { ...clause, invalidated: { on, reason } } : clause,
        ),
      })),
    })),
  };
}

test(
  "itsectr-agreement/9.3: a clause holds until its day, and what hangs on it stops then, and nothing else",
  keeps("clause-invalidation", "itsectr-agreement/9.3"),
  () => {
    const policy = invalidating("1.1", "2026-12-01");
    const before = inEffect(policy, "2026-11-30");
    expect(before).toMatchObject({ changesOn: "2026-12-01" });
    expect(before.policy.forms).toEqual(small.forms);
    const after = inEffect(policy, "2026-12-01");
    expect(after).toMatchObject({ changedOn: "2026-12-01", changesOn: null });
    expect([after.policy.forms, after.policy.purposes]).toEqual([[], []]);
    expect(after.policy.retention).toEqual(small.retention);
    expect(after.policy.documents).toEqual(policy.documents);
    // Asked for the earlier day again, it answers for that day.
    expect(inEffect(policy, "2026-11-30").policy.forms).toEqual(small.forms);
  },
);

test("without the mark everything goes on", removes("clause-invalidation"), () => {
  expect(inEffect(small, "2026-12-01")).toEqual({
    policy: small,
    rulings: [],
    changedOn: null,
    changesOn: null,
  });
});
