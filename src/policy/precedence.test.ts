import { describe, expect, test } from "vitest";
import { keeps, removes } from "../../test/keeps.ts";
import { smallPolicy } from "../../test/small-policy.ts";
import type { CompiledPolicy, PolicyDocument, Purpose, Recipient, RetentionRule } from "./compiled.ts";
import { heldRules } from "./precedence.ts";

const small = smallPolicy();
const [policyDocument] = small.documents as [PolicyDocument];
const [purpose] = small.purposes as [Purpose];
const [rule] = small.retention as [RetentionRule];
const words = { en: "x", ru: "х" };

/** A privacy policy and a licence agreement that rule the same things differently, in this order. */
function pair(precedence: readonly string[], changed: Partial<CompiledPolicy> = {}): CompiledPolicy {
  const licence = { ...policyDocument, code: "licence-agreement", kind: "licence-agreement" as const };
  const recipient = (
    code: string,
    clause: string,
    overrides: string | null,
    ground: Recipient["ground"],
  ) => ({
    code,
    label: words,
    ground,
    overrides,
    clause,
  });
  return {
    ...small,
    settings: { ...small.settings, documents: { precedence } },
    documents: [policyDocument, { ...licence, registeredAs: "small-licence" }],
    retention: [
      { ...rule, days: 30 },
      { ...rule, code: "licence-data", days: 90, clause: "licence-agreement/1.2", overrides: rule.code },
    ],
    purposes: [
      purpose,
      {
        ...purpose,
        code: "licence-support",
        operations: ["collect", "extract", "use"],
        retention: "licence-data",
        clause: "licence-agreement/1.1",
        overrides: purpose.code,
      },
    ],
    recipients: [
      recipient("dealer", "1.1", null, "order-fulfilment"),
      recipient("licence-dealer", "licence-agreement/1.1", "dealer", "product-delivery"),
    ],
    ...changed,
  };
}

describe("itserw-privacy/6.precedence: where documents differ, the one that comes first holds", () => {
  test(
    "the licence first: its term, its purpose and its ground, under the codes that both rule",
    keeps("precedence", "itserw-privacy/6.precedence"),
    () => {
      const { policy, rulings } = heldRules(pair(["licence-agreement", "privacy-policy"]));
      expect(policy.retention).toMatchObject([
        { code: rule.code, days: 90, clause: "licence-agreement/1.2" },
      ]);
      expect(policy.purposes).toMatchObject([
        { code: purpose.code, operations: ["collect", "extract", "use"], retention: rule.code },
      ]);
      expect(policy.recipients).toMatchObject([{ code: "dealer", ground: "product-delivery" }]);
      const clauses = { holds: "licence-agreement/1.1", yields: "1.1", by: "precedence" };
      expect(rulings).toEqual([
        { about: "purpose", code: purpose.code, ...clauses },
        { about: "recipient", code: "dealer", ...clauses },
        { about: "retention", code: rule.code, ...clauses, holds: "licence-agreement/1.2", yields: "1.2" },
      ]);
    },
  );

  test(
    "the policy first: the licence's rules yield, and what named them names what holds",
    keeps("precedence"),
    () => {
      const before = pair(["privacy-policy", "licence-agreement"]);
      const forms = before.forms.map((form) => ({ ...form, purpose: "licence-support" }));
      const { policy, rulings } = heldRules({ ...before, forms });
      expect(policy.retention).toMatchObject([{ code: rule.code, days: 30 }]);
      expect(policy.purposes).toMatchObject([{ code: purpose.code, operations: purpose.operations }]);
      expect(policy.forms.map((form) => form.purpose)).toEqual([purpose.code]);
      expect(rulings.map(({ holds }) => holds)).toEqual(["1.1", "1.1", "1.2"]);
    },
  );

  test("in no order, which no check lets through, what allows less holds", removes("precedence"), () => {
    const { policy, rulings } = heldRules(pair([]));
    expect(policy.retention).toMatchObject([{ days: 30 }]);
    expect(policy.purposes).toMatchObject([{ operations: ["collect", "extract"] }]);
    expect(policy.recipients).toEqual([]);
    expect(rulings.every(({ by }) => by === null)).toBe(true);
  });

  test("a policy in which nothing differs is the same object", keeps("precedence"), () => {
    expect(heldRules(small)).toEqual({ policy: small, rulings: [] });
    expect(heldRules(small).policy).toBe(small);
  });
});

describe("T15: no precedence beats the law", () => {
  const first = ["licence-agreement", "privacy-policy"];

  test(
    "a term that must be kept at least is kept, however short the document that holds",
    keeps("precedence"),
    () => {
      const retention = [
        { ...rule, days: 400, minimumDays: 365 },
        { ...rule, code: "licence-data", days: 10, clause: "licence-agreement/1.2", overrides: rule.code },
      ];
      expect(heldRules(pair(first, { retention })).policy.retention).toMatchObject([
        { days: 365, minimumDays: 365 },
      ]);
    },
  );

  test("whom the law gives data to goes on getting it", keeps("precedence"), () => {
    const recipients = pair(first).recipients.map((one) =>
      one.code === "dealer" ? { ...one, ground: "law" as const } : one,
    );
    const { policy, rulings } = heldRules(pair(first, { recipients }));
    expect(policy.recipients).toMatchObject([{ code: "dealer", ground: "law" }]);
    expect(rulings).toContainEqual(expect.objectContaining({ about: "recipient", holds: "1.1", by: "law" }));
  });
});
