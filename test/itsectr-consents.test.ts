import { beforeAll, describe, expect, test } from "vitest";
import definition from "../operators/itsectr/policy.ts";
import { compileOperator, type CompiledPolicy, statutoryPurposesOf } from "../src/policy/index.ts";
import { decide, type GateRequest } from "../src/trust/gate/index.ts";
import { readRulePacks } from "../src/trust/publication/index.ts";

const ANNA = "0190a0a0-0000-7000-8000-000000000001";
const BORIS = "0190a0a0-0000-7000-8000-000000000002";

let policy: CompiledPolicy;
let statutory: ReturnType<typeof statutoryPurposesOf>;

beforeAll(async () => {
  const rules = await readRulePacks("rules");
  policy = compileOperator(definition, rules);
  statutory = statutoryPurposesOf(rules, policy.operator.regimes);
});

/** What the gate answers Anna, who holds the link that was mailed to her, under ITSECTR's own policy. */
function askAs(consents: readonly string[], changed: Partial<GateRequest>): string {
  const person = { exists: true, blocked: [], consents };
  const request: GateRequest = {
    actor: { kind: "subject", id: ANNA },
    purpose: "offers",
    operation: "record",
    subjects: [ANNA],
    attributes: ["name", "email"],
    ...changed,
  };
  const facts = {
    policy: { compiled: policy, hash: "p1", version: 1 },
    subjects: new Map([
      [ANNA, person],
      [BORIS, person],
    ]),
  };
  const decision = decide(request, facts, statutory);
  return decision.allowed ? decision.clause : decision.code;
}

describe("itsectr-privacy/4.1.2: offers rest on consent, and on nothing else", () => {
  test("with it, what it names passes to the purpose, and the clause is cited", () => {
    expect(askAs(["offers"], {})).toBe("itsectr-privacy/4.1.2");
  });

  test.each<[string, readonly string[], Partial<GateRequest>, string]>([
    ["without it", [], {}, "consent-missing"],
    ["with another's purpose", ["newsletter"], {}, "consent-missing"],
    ["more than it names", ["offers"], { attributes: ["email", "message"] }, "attribute-outside-purpose"],
    ["of somebody else", ["offers"], { subjects: [BORIS] }, "not-authorised"],
    ["to a letter by their own hand", ["offers"], { operation: "use" }, "not-authorised"],
    ["to the enquiries' purpose", ["offers"], { purpose: "inquiry-handling" }, "not-authorised"],
    ["by somebody without a name", ["offers"], { actor: { kind: "visitor" } }, "not-authorised"],
  ])("%s, nothing passes", (_, consents, changed, code) => {
    expect(askAs(consents, changed)).toBe(code);
  });

  test("itsectr-privacy/3.2.3: proving and linking one's own address is a right, and of one's own alone", () => {
    for (const operation of ["clarify", "link"] as const) {
      const proving = { purpose: "rights", operation, attributes: ["email"] };
      expect(askAs([], proving)).toContain("152-FZ");
      expect(askAs([], { ...proving, subjects: [BORIS] })).toBe("not-authorised");
    }
  });

  test("every consent that the policy asks for opens a purpose that rests on consent and needs what it names", () => {
    expect(policy.consents.length).toBeGreaterThan(0);
    for (const consent of policy.consents) {
      const purpose = policy.purposes.find(({ code }) => code === consent.purpose);
      expect(purpose?.basis).toBe("consent");
      expect(purpose?.operations).toContain("record");
      expect(consent.attributes.filter((attribute) => !purpose?.attributes.includes(attribute))).toEqual([]);
    }
  });
});
