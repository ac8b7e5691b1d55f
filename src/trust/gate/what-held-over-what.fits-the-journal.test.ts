import { expect, test } from "vitest";
import { smallPolicy } from "../../../test/small-policy.ts";
import type { PrecedenceRuling } from "../../policy/index.ts";
import { decide } from "./decide.ts";

const ANNA = "0190a0a0-0000-7000-8000-000000000001";

function ruledBy(count: number) {
  const rulings: PrecedenceRuling[] = Array.from({ length: count }, (_, i) => ({
    about: "purpose",
    code: "inquiry-handling",
    holds: `3.2.forms-and-letters-${i}`,
    yields: `5.7.forms-and-letters-${i}`,
    by: "precedence",
  }));
  return decide(
    {
      actor: { kind: "staff", id: ANNA },
      purpose: "inquiry-handling",
      operation: "use",
      subjects: [ANNA],
      attributes: ["email"],
    },
    { policy: { compiled: smallPolicy(), hash: "p1", version: 1, rulings } },
    [],
  ).over;
}

test("however many documents differ, what is said of it fits into the journal: 200 characters", () => {
  expect(ruledBy(0)).toBeUndefined();
  expect(ruledBy(1)).toMatch(/^purpose: \S+ over \S+$/u);
  for (const count of [2, 3, 6, 40]) {
    const over = ruledBy(count) ?? "";
    expect(over.length).toBeLessThanOrEqual(200);
    expect(over).toMatch(/^purpose: \S+ over \S+; /u);
  }
  expect(ruledBy(40)).toMatch(/; and \d+ more$/u);
});
