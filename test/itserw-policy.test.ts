import { beforeAll, describe, expect, test } from "vitest";
import definition from "../operators/itserw/policy.ts";
import {
  checkPolicy,
  type Clause,
  compileOperator,
  type CompiledPolicy,
  type OperatorDefinition,
  type RulePack,
} from "../src/policy/index.ts";
import { prepareEdition, readRulePacks } from "../src/trust/publication/index.ts";
import { keeps } from "./keeps.ts";

let rules: RulePack[];
let policy: CompiledPolicy;

beforeAll(async () => {
  rules = await readRulePacks("rules");
  policy = compileOperator(definition, rules);
});

const clausesOf = ({ documents }: CompiledPolicy, document: string): Clause[] =>
  documents
    .filter(({ code }) => code === document)
    .flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses));
const everyClause = (compiled: CompiledPolicy) =>
  compiled.documents.flatMap(({ code }) => clausesOf(compiled, code));
const words = (lines: readonly string[]) => lines.flatMap((line) => line.split(" "));

/** Every number of the register, in the order in which the policy has them. */
const POLICY = words([
  "preamble.respect preamble.scope preamble.registration preamble.promotions",
  "preamble.scope-legal-entities preamble.affiliates preamble.acceptance preamble.remove-components",
  "preamble.questions",
  "1.1.channel 1.1.optional 1.2.auto 1.2.download 1.2.messages 1.2.moderation 1.3 1.4",
  "2.0 2.1 2.2.personalise 2.2.actionlog 2.3 2.4 2.4.opinion",
  "3.1 3.2 3.2.1 3.2.2 3.2.3 3.2.4 3.3",
  "4.1.nocontrol 4.1.verify 4.2 4.3",
  "5 5.rsa 5.2fa 5.sessions 5.improve",
  "6.change 6.precedence",
  "7.requisites",
]);
const LICENCE = words([
  "1.1 1.2 1.3 2.1 2.2 3.1 4.1 4.2 5.1 5.2 6.1 6.2 6.3 6.4 6.5 7.1 8.1 8.2 8.3 9.1 9.2 10.1 10.2",
]);
const PRODUCT_TERMS = words(["1.1 1.2 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4 4.1 4.2 5.1 5.2"]);

test("the policy has the 43 clauses of the register, and the documents that it points at have theirs", () => {
  expect(POLICY).toHaveLength(43);
  expect(clausesOf(policy, "privacy-policy").map(({ id }) => id)).toEqual(POLICY);
  expect(clausesOf(policy, "licence-agreement").map(({ id }) => id)).toEqual(LICENCE);
  expect(clausesOf(policy, "product-terms").map(({ id }) => id)).toEqual(PRODUCT_TERMS);
  expect(policy.documents.map(({ kind, registeredAs }) => [kind, registeredAs])).toEqual([
    ["privacy-policy", "itserw-privacy"],
    ["licence-agreement", "itserw-licence"],
    ["product-terms", "itserw-product-terms"],
  ]);
});

test("every clause is worded in both languages, also in plain words that take a moment to read", () => {
  for (const { id, text, says } of everyClause(policy)) {
    expect(text.ru, id).toMatch(/[а-яё]{3}/i);
    expect(text.en, id).toMatch(/^[^а-яё]*$/i);
    expect(says?.ru, id).toMatch(/^[«А-ЯЁ].{8,139}\.$/u);
    expect(says?.en, id).toMatch(/^[A-Z][^а-яё]{8,139}\.$/u);
  }
});

/** What keeps the clauses that are kept now, and the room that each other one waits for. */
const KEPT: Readonly<Record<string, string>> = {
  "preamble.respect": "declared",
  "preamble.questions": "policy-questions",
  "1.1.optional": "optional-fields",
  "1.4": "other-sources",
  "2.0": "closed-purposes statutory-purposes old-data-old-scope",
  "3.3": "names-in-text regimes",
  "6.change": "version-dates one-version-in-force stable-address change-notice",
  "6.precedence": "precedence",
  "7.requisites": "requisites operator-profile",
};
const WAITING: Readonly<Record<string, readonly string[]>> = {
  accounts: words(["preamble.scope-legal-entities 2.1 4.1.verify 4.2 5.2fa 5.sessions"]),
  rights: ["3.1"],
  leaves: words(["preamble.affiliates 3.2 3.2.1 3.2.2 3.2.3 3.2.4 5 5.improve"]),
  services: words(["preamble.promotions 1.2.messages 1.2.moderation 2.3"]),
  visits: words(["1.2.auto 2.2.personalise 2.2.actionlog 2.4 2.4.opinion"]),
  products: words([
    "preamble.scope preamble.registration preamble.acceptance preamble.remove-components",
    "1.1.channel 1.2.download 1.3 4.1.nocontrol 4.3 5.rsa",
  ]),
};

test("each clause of the policy is bound to what keeps it, or to the room that it waits for", () => {
  const bound = (clause: Clause): string => {
    const kept = clause.kept ?? { pending: "nothing" };
    if ("by" in kept) return kept.by.join(" ");
    if ("evidence" in kept) return kept.evidence.join(" ");
    return "declared" in kept ? "declared" : `waits for ${kept.pending}`;
  };
  const waiting = Object.entries(WAITING).flatMap(([room, ids]) =>
    ids.map((id) => [id, `waits for ${room}`]),
  );
  expect(
    Object.fromEntries(clausesOf(policy, "privacy-policy").map((clause) => [clause.id, bound(clause)])),
  ).toEqual({
    ...KEPT,
    ...Object.fromEntries(waiting),
  });
});

test("only what the register calls declarative is declared, and every clause of every document is bound", () => {
  for (const { id, kept, kind, enforceability } of everyClause(policy)) {
    expect(kept, id).not.toBeNull();
    expect(kind, id).not.toBeNull();
    const declared = kept !== null && "declared" in kept;
    expect(enforceability === "declarative", id).toBe(declared);
  }
  const evidencable = clausesOf(policy, "privacy-policy").filter(
    (clause) => clause.enforceability === "evidencable",
  );
  expect(evidencable.map(({ id }) => id)).toEqual(["5", "5.improve"]);
});

test("it may be published: the check finds one thing, and the reason to accept it is public", () => {
  const { warnings, edition } = prepareEdition(policy, rules, {
    effectiveFrom: 0,
    publishedBy: "installation",
  });
  expect(warnings).toEqual([]);
  expect(checkPolicy(policy, rules).map(({ code, where, waived }) => [code, where, waived?.on])).toEqual([
    ["purpose-without-consent", "purposes.personalisation", "2026-11-22"],
  ]);
  expect(edition.documents.map(({ code, language }) => `${code} ${language}`)).toEqual([
    "privacy-policy ru",
    "privacy-policy en",
    "licence-agreement ru",
    "licence-agreement en",
    "product-terms ru",
    "product-terms en",
  ]);
});

/** What the policy says with a part of the promise changed. */
function saysWith(
  change: (promise: OperatorDefinition["promise"]) => Partial<OperatorDefinition["promise"]>,
): string {
  const changed = { ...definition, promise: { ...definition.promise, ...change(definition.promise) } };
  return everyClause(compileOperator(changed, rules))
    .flatMap(({ text, says }) => [text.en, text.ru, says?.en, says?.ru])
    .join("\n");
}

describe("itserw-privacy/7.requisites", () => {
  const REQUISITES = {
    inn: "0077004128",
    ogrn: "1250000045173",
    bank: "40702810800000004127",
    phone: "+7 200 555-02-18",
    address: "г. Вымысловск, ул. Пробная, д. 7, офис 21",
    email: "privacy@itserw.example",
  } as const;

  test(
    "the requisites marked public are printed, and one that is not is nowhere",
    keeps("requisites"),
    () => {
      const printed = (text: string) =>
        Object.entries(REQUISITES).filter(([, value]) => text.includes(value));
      expect(printed(saysWith(() => ({}))).map(([code]) => code)).toEqual(Object.keys(REQUISITES));
      const without = saysWith(({ operator }) => ({
        operator: { ...operator, publicRequisites: ["inn", "ogrn"] },
      }));
      expect(without).toContain(REQUISITES.inn);
      expect(without).not.toContain(REQUISITES.bank);
      expect(without).not.toContain(REQUISITES.address);
    },
  );

  test.each<[string, Partial<CompiledPolicy["operator"]>]>([
    ["a taxpayer number", { inn: "0077004129" }],
    ["a registration number", { ogrn: "1250000045174" }],
    ["a bank account", { bank: bank({ account: "40702810800000004128" }) }],
    ["a correspondent account", { bank: bank({ correspondentAccount: "30101810000000000319" }) }],
    ["a bank's number", { bank: bank({ bic: "04000031" }) }],
  ])("%s with a wrong digit stops publication", keeps("requisites"), (_, wrong) => {
    const changed = { ...policy, operator: { ...policy.operator, ...wrong } };
    expect(() => prepareEdition(changed, rules, { effectiveFrom: 0, publishedBy: "installation" })).toThrow();
  });

  function bank(wrong: Partial<NonNullable<CompiledPolicy["operator"]["bank"]>>) {
    return {
      name: { en: "Bank", ru: "Банк" },
      bic: "040000318",
      account: "40702810800000004127",
      correspondentAccount: "30101810000000000318",
      ...wrong,
    };
  }
});

test.each<[string, Parameters<typeof saysWith>[0], readonly string[], readonly string[]]>([
  [
    "the company that the law binds (3.3)",
    ({ operator }) => ({
      operator: { ...operator, legalName: { en: "Zeta Ltd", ru: "ООО «Дзета»" } },
    }),
    ["ITSERW Workshop Limited Liability Company is bound by", "«Мастерская ИТСЕРВ» руководствуется"],
    ["Zeta Ltd is bound by", "ООО «Дзета» руководствуется"],
  ],
  [
    "the order of the documents (6.precedence)",
    ({ settings }) => ({
      settings: {
        ...settings,
        documents: { precedence: ["product-terms", "licence-agreement", "privacy-policy"] },
      },
    }),
    ["the strongest first: [Licence agreement]", "начиная с главного: [Лицензионный договор]"],
    ["the strongest first: [Product terms]", "начиная с главного: [Условия использования продуктов]"],
  ],
  [
    "the closed list of purposes (2.0)",
    ({ purposes }) => ({
      purposes: Object.fromEntries(
        Object.entries(purposes).map(([code, purpose]) => [
          code,
          { ...purpose, label: { en: `zeta ${code}`, ru: `дзета ${code}` } },
        ]),
      ),
    }),
    ["- identification of the User in the products;\n- fitting", "- идентификация Пользователя в продуктах;"],
    [
      "- zeta identification;\n- zeta personalisation;\n- zeta contract;\n- zeta research.\n",
      "- дзета research.\n",
    ],
  ],
  [
    "who needs a second step (5.2fa)",
    ({ settings }) => ({
      settings: { ...settings, mfa: { policy: "all", foreignIdentityProviders: false } },
    }),
    ["for every member of the Operator’s staff", "для каждого сотрудника Оператора"],
    ["for everyone who signs in", "для каждого, кто входит"],
  ],
  [
    "the terms of the licence and of a product (licence 6.4, product terms 3.1)",
    ({ retention }) => ({
      retention: Object.fromEntries(
        Object.entries(retention).map(([code, rule]) => [code, { ...rule, days: (rule.days ?? 0) + 1 }]),
      ),
    }),
    ["within 180 calendar days", "within 90 calendar days", "в течение 365 календарных дней"],
    ["within 181 calendar days", "within 91 calendar days", "в течение 366 календарных дней"],
  ],
  [
    "whom data come from (1.4)",
    ({ dataSources }) => ({
      dataSources: {
        resellers: {
          ...dataSources?.["resellers"],
          label: { en: "zeta lists", ru: "дзета-списки" },
          evidenceOfNotice: { en: "zeta proof", ru: "дзета-подтверждение" },
          kind: "import",
          purpose: "contract",
          ground: "contract",
          attributes: ["email"],
          clause: "1.4",
        },
      },
    }),
    ["lists of the licences that resellers have sold", "списки проданных лицензий"],
    ["There is one: zeta lists. Data: e-mail address.", "Такой источник один: дзета-списки."],
  ],
])("the texts take from what is enforced: %s", (_, change, before, after) => {
  const [said, changed] = [saysWith(() => ({})), saysWith(change)];
  for (const text of before) {
    expect(said).toContain(text);
    expect(changed).not.toContain(text);
  }
  for (const text of after) {
    expect(said).not.toContain(text);
    expect(changed).toContain(text);
  }
});
