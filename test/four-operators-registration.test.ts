import { beforeAll, describe, expect, test } from "vitest";
import definition from "../operators/itserw/policy.ts";
import { compileOperator, type CompiledPolicy, heldRules, statutoryPurposesOf } from "../src/policy/index.ts";
import { decide, type GateRequest } from "../src/trust/gate/index.ts";
import { readRulePacks } from "../src/trust/publication/index.ts";
import { keeps, removes } from "./keeps.ts";

const ANNA = "0190a0a0-0000-7000-8000-000000000001";

let policy: CompiledPolicy;
let statutory: ReturnType<typeof statutoryPurposesOf>;

beforeAll(async () => {
  const rules = await readRulePacks("rules");
  policy = heldRules(compileOperator(definition, rules)).policy;
  statutory = statutoryPurposesOf(rules, policy.operator.regimes);
});

/** What the gate answers a visitor who sends the form of registration while this policy is in force, or none is. */
function registering(inForce: CompiledPolicy | null): string {
  const form = policy.forms.find(({ kind }) => kind === "registration");
  if (form === undefined) throw new Error("Nobody can register here.");
  const request: GateRequest = {
    actor: { kind: "visitor" },
    purpose: form.purpose,
    operation: "collect",
    subjects: [ANNA],
    attributes: form.fields.filter(({ required }) => required).map(({ attribute }) => attribute),
    channel: form.code,
  };
  const shown = { policy: "p1", document: form.document, language: "en", form: form.code, at: 0 } as const;
  const decision = decide(
    request,
    {
      policy: inForce === null ? null : { compiled: inForce, hash: "p1", version: 1 },
      shown: { ...shown, version: 1, expired: false },
      subjects: new Map([[ANNA, { exists: false, blocked: [], consents: [] }]]),
    },
    statutory,
  );
  return decision.allowed ? "allowed" : decision.code;
}

describe("proit-privacy/1.1: nobody registers while no policy is in force", () => {
  test(
    "the form is refused, whatever version it says it was shown",
    keeps("registration-needs-policy", "proit-privacy/1.1"),
    () => {
      expect(registering(null)).toBe("no-policy");
    },
  );

  test("with one passed off as in force it would be taken", removes("registration-needs-policy"), () => {
    expect(registering(policy)).toBe("allowed");
  });

  test("nor does one in force help that lacks the form", keeps("registration-needs-policy"), () => {
    expect(registering({ ...policy, forms: [] })).toBe("channel-outside-purpose");
  });
});
