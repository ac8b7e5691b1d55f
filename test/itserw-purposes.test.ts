import { beforeAll, describe, expect, test } from "vitest";
import definition from "../operators/itserw/policy.ts";
import {
  compileOperator,
  type CompiledPolicy,
  heldRules,
  PROCESSING_OPERATIONS,
  statutoryPurposesOf,
} from "../src/policy/index.ts";
import { decide, type Decision, type GateRequest } from "../src/trust/gate/index.ts";
import { readRulePacks } from "../src/trust/publication/index.ts";
import { keeps } from "./keeps.ts";

const ANNA = "0190a0a0-0000-7000-8000-000000000001";

let policy: CompiledPolicy;
let statutory: ReturnType<typeof statutoryPurposesOf>;

beforeAll(async () => {
  const rules = await readRulePacks("rules");
  policy = compileOperator(definition, rules);
  statutory = statutoryPurposesOf(rules, policy.operator.regimes);
});

/**
 * The whole of what ITSERW may do, written by hand: the four purposes of section 2, and the law's own four beside
 * them. Data that is not here, or an operation that is not here, is refused under that purpose.
 */
const ALLOWED: Readonly<Record<string, { readonly data: string; readonly operations: string }>> = {
  identification: {
    data: "licenceKey name email company device",
    operations: "collect record systematise store clarify extract use block delete destroy",
  },
  personalisation: { data: "", operations: "record store extract use delete destroy" },
  contract: {
    data: "licenceKey name email phone company message",
    operations:
      "collect record systematise accumulate store clarify extract use transfer provide block delete destroy",
  },
  research: { data: "", operations: "systematise store extract use delete destroy" },
  rights: {
    data: "licenceKey name email phone company device message",
    operations:
      "collect record store systematise clarify extract use provide block delete destroy link unlink",
  },
  security: {
    data: "licenceKey name email phone device",
    operations: "collect record store extract use provide block delete destroy",
  },
  claims: {
    data: "licenceKey name email phone company device message",
    operations: "collect record store extract use provide destroy",
  },
  "legal-compliance": {
    data: "name email phone company",
    operations: "record store systematise extract use provide delete destroy",
  },
};
const DATA = ["licenceKey", "name", "email", "phone", "company", "device", "message"];
/** What companies like to do besides; and the code under which only the licence agreement writes. */
const ELSEWHERE = ["offers", "newsletter", "analytics", "inquiry-handling", "licence-identification", ""];

/** The form through which each purpose collects, and what it asks for. */
const FORMS: Readonly<Record<string, { readonly form: string; readonly fields: string }>> = {
  identification: { form: "registration", fields: "licenceKey email name company device" },
  contract: { form: "support", fields: "email message name phone company licenceKey" },
};

const OUTWARD: readonly string[] = [
  "transfer",
  "provide",
  "distribute",
  "grantAccess",
  "crossBorderTransfer",
];

type Asked = Pick<GateRequest, "purpose" | "operation" | "attributes">;

/** What the gate answers a job that is authorised for everything. */
function answer(compiled: CompiledPolicy, changed: Asked): Decision {
  const form = FORMS[changed.purpose]?.form ?? "support";
  const request: GateRequest = {
    actor: { kind: "system", id: "job:table" },
    subjects: [ANNA],
    // What the law lays on the Operator comes by other ways than a form of the policy's.
    ...(changed.operation === "collect" && changed.purpose in FORMS ? { channel: form } : {}),
    // What lets data out to nobody named is refused by itself.
    ...(OUTWARD.includes(changed.operation) ? { recipient: "banks" } : {}),
    ...changed,
  };
  const { policy: held, rulings } = heldRules(compiled);
  return decide(
    request,
    {
      policy: { compiled: held, hash: "p1", version: 1, rulings },
      actor: {
        authorisations: [...Object.keys(ALLOWED), ...ELSEWHERE].map((purpose) => ({
          purpose,
          operations: PROCESSING_OPERATIONS,
        })),
      },
      // A consent in every purpose: the table refuses by itself.
      subjects: new Map([[ANNA, { exists: true, blocked: [], consents: Object.keys(ALLOWED) }]]),
      shown: {
        policy: "p1",
        document: "privacy-policy",
        language: "en",
        form,
        at: 0,
        version: 1,
        expired: false,
      },
    },
    statutory,
  );
}

describe("itserw-privacy/2.0: four purposes, and what the law lays on the Operator", () => {
  test(
    "the list is closed: the policy has these four, whatever the documents beside it say",
    keeps("closed-purposes", "itserw-privacy/2.0"),
    () => {
      expect(heldRules(policy).policy.purposes.map(({ code }) => code)).toEqual([
        "identification",
        "personalisation",
        "contract",
        "research",
      ]);
      expect(statutory.map(({ code }) => code)).toEqual(["rights", "security", "claims", "legal-compliance"]);
      expect(policy.attributes.map(({ code }) => code).toSorted()).toEqual(DATA.toSorted());
    },
  );

  test(
    "every operation on every item under every purpose is allowed where the table says so, and nowhere else",
    keeps("closed-purposes", "closed-operations", "statutory-purposes", "itserw-privacy/2.0"),
    () => {
      const wrong: string[] = [];
      let asked = 0;
      for (const purpose of [...Object.keys(ALLOWED), ...ELSEWHERE]) {
        const row = ALLOWED[purpose] ?? { data: "", operations: "" };
        for (const attribute of DATA) {
          for (const operation of PROCESSING_OPERATIONS) {
            const asFormAsks =
              operation !== "collect" ||
              FORMS[purpose] === undefined ||
              FORMS[purpose].fields.split(" ").includes(attribute);
            const expected =
              row.data.split(" ").includes(attribute) &&
              row.operations.split(" ").includes(operation) &&
              asFormAsks;
            asked += 1;
            if (answer(policy, { purpose, operation, attributes: [attribute] }).allowed !== expected) {
              wrong.push(`${purpose} ${operation} ${attribute}: ${expected ? "refused" : "allowed"}`);
            }
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(asked).toBe(14 * 7 * 19);
    },
  );

  test("each purpose rests on its clause and ground", () => {
    expect(
      policy.purposes
        .filter(({ overrides }) => overrides === null)
        .map(({ code, clause, basis }) => [code, clause, basis]),
    ).toEqual([
      ["identification", "2.1", "contract"],
      ["personalisation", "2.2.personalise", "consent"],
      ["contract", "2.3", "contract"],
      ["research", "2.4", "statistics"],
    ]);
  });
});

describe("itserw-privacy/6.precedence: the licence agreement prevails", () => {
  test(
    "for purpose, disclosure and retention, and each ruling names both clauses",
    keeps("precedence", "itserw-privacy/6.precedence"),
    () => {
      expect(heldRules(policy).rulings).toEqual([
        {
          about: "purpose",
          code: "identification",
          holds: "licence-agreement/6.2",
          yields: "2.1",
          by: "precedence",
        },
        {
          about: "recipient",
          code: "resellers",
          holds: "licence-agreement/6.3",
          yields: "3.2.2",
          by: "precedence",
        },
        {
          about: "retention",
          code: "support",
          holds: "licence-agreement/6.4",
          yields: "3.1",
          by: "precedence",
        },
      ]);
      const held = heldRules(policy).policy;
      expect(held.recipients.find(({ code }) => code === "resellers")?.ground).toBe("consent");
      expect(held.retention.map(({ code, days, product }) => [code, days, product])).toEqual([
        ["registrations", 365, null],
        ["archive-registrations", 90, "archive"],
        ["relay-registrations", 180, "relay"],
        ["support", 180, null],
        ["preferences", 180, null],
        ["depersonalised", 1095, null],
      ]);
    },
  );

  test(
    "a telephone number identifies nobody under the licence, and would under the policy alone",
    keeps("precedence"),
    () => {
      const phone = { purpose: "identification", operation: "use", attributes: ["phone"] } as const;
      expect(answer(policy, phone)).toEqual({
        allowed: false,
        code: "attribute-outside-purpose",
        clause: "itserw-licence/6.2",
        about: "phone",
        over: "purpose: itserw-licence/6.2 over itserw-privacy/2.1",
      });
      expect(answer(inOrder(["privacy-policy", "licence-agreement", "product-terms"]), phone)).toMatchObject({
        allowed: true,
        clause: "itserw-privacy/2.1",
      });
    },
  );

  test("with the order turned round the policy's own terms hold", keeps("precedence"), () => {
    const turned = heldRules(inOrder(["privacy-policy", "product-terms", "licence-agreement"])).policy;
    expect(turned.retention.find(({ code }) => code === "support")?.days).toBe(365);
    expect(turned.recipients.find(({ code }) => code === "resellers")?.ground).toBe("contract");
  });

  function inOrder(precedence: readonly string[]): CompiledPolicy {
    return { ...policy, settings: { ...policy.settings, documents: { precedence } } };
  }
});

describe("what each form asks for", () => {
  test(
    "itserw-privacy/1.1.optional: what is not needed is optional",
    keeps("optional-fields", "itserw-privacy/1.1.optional"),
    () => {
      expect(
        policy.forms.map(({ code, kind, fields }) => [
          code,
          kind,
          fields.map(({ attribute, required }) => `${attribute}${required ? "*" : ""}`).join(" "),
        ]),
      ).toEqual([
        ["registration", "registration", "licenceKey* email* name company device"],
        ["support", "feedback", "email* message* name phone company licenceKey"],
      ]);
    },
  );

  test(
    "itserw-privacy/1.4: the one other source has a purpose of the list, a ground, and evidence of notice",
    keeps("other-sources", "itserw-privacy/1.4"),
    () => {
      expect(policy.dataSources).toHaveLength(1);
      const [source] = policy.dataSources;
      expect(source).toMatchObject({ kind: "import", purpose: "contract", ground: "contract" });
      expect(source?.evidenceOfNotice?.en).toMatch(/order/);
      expect(policy.settings.sources).toContain(source?.kind);
    },
  );
});

test("the settings say which way holds where documents pull in two directions", () => {
  expect(policy.settings).toMatchObject({
    disclosure: {
      posture: "grounds-list",
      grounds: ["consent", "contract", "rights-defence", "law"],
      authorities: ["RF"],
    },
    cookies: { mode: "opt-in", underChoice: ["personalisation", "analytics", "advertising"] },
    documents: { precedence: ["licence-agreement", "product-terms", "privacy-policy"] },
    research: { source: "depersonalised" },
    mfa: { policy: "staff", foreignIdentityProviders: false },
    crypto: { profile: "rsa-3072-aes-256-gcm" },
    thirdPartyData: "attest",
    distribution: "with-consent",
    parties: ["natural-person", "sole-trader", "organisation"],
    verification: "on-doubt",
  });
});
