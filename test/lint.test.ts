import { beforeAll, describe, expect, test } from "vitest";
import {
  checkPolicy,
  type CompiledPolicy,
  type FindingCode,
  type PolicyDocument,
  type RulePack,
  type Settings,
} from "../src/policy/index.ts";
import { compileOperatorFolder, prepareEdition, readRulePacks } from "../src/trust/publication/index.ts";
import { keeps, removes } from "./keeps.ts";

const OPERATORS = ["itsectr", "itserw", "img", "proit"] as const;

let rules: RulePack[];
const policies = new Map<string, CompiledPolicy>();
beforeAll(async () => {
  rules = await readRulePacks("rules");
  for (const id of OPERATORS) policies.set(id, await compileOperatorFolder(`operators/${id}`, rules));
});

const policyOf = (id: (typeof OPERATORS)[number]): CompiledPolicy => {
  const policy = policies.get(id);
  if (policy === undefined) throw new Error(id);
  return policy;
};
const found = (policy: CompiledPolicy, code: FindingCode) =>
  checkPolicy(policy, rules).filter((finding) => finding.code === code);
const publish = (policy: CompiledPolicy) =>
  prepareEdition(policy, rules, { effectiveFrom: 0, publishedBy: "installation" });

/** The policy with one clause's text replaced in both languages. */
function rewritten(policy: CompiledPolicy, document: string, id: string, text: PolicyDocument["title"]) {
  return {
    ...policy,
    documents: policy.documents.map((one) =>
      one.code !== document
        ? one
        : {
            ...one,
            sections: one.sections.map((section) => ({
              ...section,
              clauses: section.clauses.map((clause) => (clause.id === id ? { ...clause, text } : clause)),
            })),
          },
    ),
  };
}

test.each(OPERATORS)("%s has no error, and whatever it is warned of is accepted in public", (id) => {
  const open = checkPolicy(policyOf(id), rules).filter(({ waived }) => waived === null);
  expect(open).toEqual([]);
});

test("a text copied from another company is not published (T16)", removes("names-in-text"), () => {
  const copied = rewritten(policyOf("itserw"), "privacy-policy", "3.3", {
    en: "Vendor Software Ltd processes personal data under the law of the Russian Federation.",
    ru: "ООО «Чужие программы» обрабатывает персональные данные по законодательству Российской Федерации.",
  });
  expect(found(copied, "another-company").map(({ clause }) => clause)).toEqual(["3.3", "3.3"]);
  expect(() => publish(copied)).toThrow(/another company/u);
});

test("an error that was found by reading may be waived with a public reason, and then stops nothing", () => {
  const copied = rewritten(policyOf("itserw"), "privacy-policy", "3.3", {
    en: "Vendor Software Ltd is mentioned by way of example.",
    ru: policyOf("itserw").operator.legalName.ru,
  });
  const [finding] = found(copied, "another-company");
  const waiver = {
    finding: "another-company" as const,
    where: finding?.where ?? "",
    reason: { en: "It is an example.", ru: "Это пример." },
    on: "2026-11-22",
  };
  const waived = { ...copied, waivers: [...copied.waivers, waiver] };
  expect(found(waived, "another-company")).toMatchObject([
    { severity: "warning", waived: { reason: waiver.reason } },
  ]);
  expect(publish(waived).warnings).toEqual([]);
});

test("a policy without a section that 152-FZ demands is not published", removes("required-sections"), () => {
  const { rights, ...policy } = policyOf("itsectr");
  const without = {
    ...policy,
    rights: rights.slice(0, 0),
    documents: policy.documents.map((document) => ({
      ...document,
      sections: document.sections.map((section) => ({
        ...section,
        clauses: section.clauses.map((clause) =>
          clause.kind === "subject-right" ? { ...clause, kind: null } : clause,
        ),
      })),
    })),
  };
  const missing = found(without, "required-section-missing");
  expect(missing.map(({ where }) => where)).toContain("documents.privacy-policy.rights");
  expect(missing[0]?.rule).toContain("152-FZ 18.1");
  expect(() => publish(without)).toThrow(/what people may demand/u);
});

test(
  "what GDPR 13 demands beside it is looked for where the operator stands under it",
  keeps("required-sections"),
  () => {
    const proit = policyOf("proit");
    const rights = proit.rights.filter(({ code }) => code !== "complaint");
    const missing = found({ ...proit, rights }, "required-section-missing");
    expect(missing.map(({ where, rule }) => [where, rule])).toEqual([
      ["documents.privacy-policy.complaint", "GDPR 13(2)(d)"],
    ]);
    const russian = { ...proit, rights, operator: { ...proit.operator, regimes: ["RU-152FZ"] } };
    expect(found(russian, "required-section-missing")).toEqual([]);
  },
);

test(
  "proit-privacy/3.1: an item of which nobody says what needs it is not published",
  removes("necessity"),
  () => {
    const proit = policyOf("proit");
    const attributes = proit.attributes.map((one) =>
      one.code === "phone" ? { ...one, necessity: null } : one,
    );
    expect(() => publish({ ...proit, attributes })).toThrow(/attributes\.phone/u);
    expect(found(proit, "attribute-without-necessity")).toEqual([]);
  },
);

test(
  "clauses preamble.scope and 2.3 of itsectr differ, until the document says where it ends",
  keeps("declared-scope"),
  () => {
    const itsectr = policyOf("itsectr");
    const silent = {
      ...itsectr,
      documents: itsectr.documents.map((document) => ({ ...document, scope: null })),
    };
    expect(found(silent, "scopes-differ").length).toBeGreaterThan(0);
    expect(found(itsectr, "scopes-differ")).toEqual([]);
  },
);

describe("under Russian law", () => {
  const closed: [string, (settings: Settings) => Settings, string][] = [
    [
      "a foreign identity provider (T37)",
      (all) => ({ ...all, mfa: { ...all.mfa, foreignIdentityProviders: true } }),
      "149-FZ 8(10)",
    ],
    [
      "research on raw data (T26)",
      (all) => ({ ...all, research: { source: "raw-with-basis" } }),
      "152-FZ 6(1)(9)",
    ],
    [
      "a soft opt-in (T09)",
      (all) => ({ ...all, marketing: { ...all.marketing, softOptIn: true } }),
      "38-FZ 18(1); 152-FZ 15",
    ],
    ["a store abroad (T40)", (all) => ({ ...all, residency: { home: "DE" } }), "152-FZ 18(5)"],
    [
      "evidence that is kept for two years (T33)",
      (all) => ({ ...all, evidence: { destructionYears: 2 } }),
      "RKN order 179 of 28.10.2022",
    ],
  ];
  test.each(closed)("%s cannot be published", (_, change, rule) => {
    const itsectr = policyOf("itsectr");
    const changed = { ...itsectr, settings: change(itsectr.settings) };
    expect(found(changed, "setting-against-law")).toMatchObject([{ rule }]);
    expect(() => publish(changed)).toThrow(/does not leave this setting open/u);
  });

  test("Google Analytics cannot be switched on, whatever is assessed (T11)", () => {
    const itsectr = policyOf("itsectr");
    const connectors = itsectr.connectors.map((one) =>
      one.code === "google-analytics" ? { ...one, live: true } : one,
    );
    const wrong = checkPolicy({ ...itsectr, connectors }, rules).map(({ code, where, rule }) => [
      code,
      where,
      rule,
    ]);
    expect(wrong).toContainEqual(["connector-abroad", "connectors.google-analytics", "152-FZ 18(5)"]);
    expect(wrong).toContainEqual([
      "country-without-assessment",
      "connectors.google-analytics.US",
      "152-FZ 12; GDPR 44-49",
    ]);
  });

  test("a system of others cannot be switched on where data go to nobody but by law (T01)", () => {
    const img = policyOf("img");
    const [metrica] = img.connectors;
    if (metrica === undefined) throw new Error("img has no connector");
    const connectors = [{ ...metrica, live: true, role: "recipient" as const }];
    expect(found({ ...img, connectors }, "connector-against-posture")).toHaveLength(1);
  });
});

test(
  "thirty working days are later than the law's ten, and it is said of which clock (T05)",
  keeps("regimes"),
  () => {
    expect(found(policyOf("itsectr"), "promise-later-than-law")).toMatchObject([
      { where: "deadlines.erasure", clause: "10.2.deadline", rule: expect.stringContaining("(ru.") },
    ]);
  },
);

test(
  "without the regime's pack nothing of its law is known, and nothing is published",
  removes("regimes"),
  () => {
    const others = rules.filter(({ regime }) => regime !== "RU-152FZ");
    const codes = checkPolicy(policyOf("itsectr"), others).map(({ code }) => code);
    expect(codes).toContain("unknown-regime");
    expect(() =>
      prepareEdition(policyOf("itsectr"), others, { effectiveFrom: 0, publishedBy: "installation" }),
    ).toThrow(/no rules for this regime/u);
  },
);

test("two terms for one thing without an order between their documents are not published (T15)", () => {
  const itserw = policyOf("itserw");
  const [rule] = itserw.retention;
  if (rule === undefined) throw new Error("itserw keeps nothing");
  const settings = { ...itserw.settings, documents: { precedence: [] } };
  const retention = [...itserw.retention, { ...rule, code: "other", days: 1, overrides: rule.code }];
  expect(found({ ...itserw, settings, retention }, "conflict-without-precedence").length).toBeGreaterThan(0);
});
