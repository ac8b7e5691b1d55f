import { expect, test } from "vitest";
import { keeps } from "../../test/keeps.ts";
import { smallDefinition, smallPolicy, smallRules } from "../../test/small-policy.ts";
import {
  canonicalJson,
  parseCompiledPolicy,
  checkPolicy,
  compileOperator,
  type CompiledPolicy,
  type Consent,
  type FindingCode,
  findingWords,
  FINDINGS,
} from "./index.ts";
import { LEGAL_MISTAKES, type Mistake } from "./legal-findings.fixture.ts";

/** The policy with a purpose that rests on consent, the consent to it with its document, and the form that asks. */
function withConsent(policy: CompiledPolicy, changes: Partial<Consent> = {}) {
  const label = { en: "offers", ru: "предложения" };
  const code = "offers";
  const offers = {
    code,
    purpose: code,
    document: "consent-offers",
    label,
    attributes: ["email"],
    clause: "1.1",
  };
  const text = policy.documents.map((document) => ({
    ...document,
    code: "consent-offers",
    path: "/consents/offers/",
  }));
  return {
    ...policy,
    purposes: policy.purposes.flatMap((purpose) => [
      purpose,
      { ...purpose, code, label, basis: "consent" as const, channels: [] },
    ]),
    consents: [{ ...offers, ...changes }],
    documents: [...policy.documents, ...text],
    forms: policy.forms.map((form) => ({ ...form, consents: [code] })),
  };
}

function saidOf(code: FindingCode) {
  const { severity, message, remedy } = FINDINGS[code];
  return { severity, message, remedy };
}

/** One planted mistake for every kind of finding, and where it is to be found. */
const MISTAKES: Record<FindingCode, readonly [string, Mistake]> = {
  ...LEGAL_MISTAKES,
  "unknown-attribute": [
    "purposes.inquiry-handling.attributes.salary",
    ({ purposes }) => ({
      purposes: purposes.map((purpose) => ({ ...purpose, attributes: ["email", "salary"] })),
    }),
  ],
  "unknown-category": [
    "attributes.email.category",
    ({ attributes }) => ({ attributes: attributes.map((item) => ({ ...item, category: "shoe-size" })) }),
  ],
  "attribute-without-purpose": [
    "attributes.salary",
    ({ attributes }) => ({
      attributes: [...attributes, ...attributes.map((item) => ({ ...item, code: "salary" }))],
    }),
  ],
  "field-outside-purpose": [
    "forms.feedback.fields.email",
    ({ purposes }) => ({ purposes: purposes.map((purpose) => ({ ...purpose, attributes: [] })) }),
  ],
  "unknown-purpose": [
    "forms.feedback.purpose.profiling",
    ({ forms }) => ({ forms: forms.map((form) => ({ ...form, purpose: "profiling" })) }),
  ],
  "statutory-code": [
    "purposes.rights",
    ({ purposes }) => ({
      purposes: [...purposes, ...purposes.map((purpose) => ({ ...purpose, code: "rights" }))],
    }),
  ],
  "purpose-without-basis": [
    "purposes.inquiry-handling",
    ({ purposes }) => ({ purposes: purposes.map((purpose) => ({ ...purpose, basis: null })) }),
  ],
  "unknown-retention": [
    "purposes.inquiry-handling.retention.never",
    ({ purposes }) => ({ purposes: purposes.map((purpose) => ({ ...purpose, retention: "never" })) }),
  ],
  "endless-retention": [
    "retention.enquiries",
    ({ retention }) => ({ retention: retention.map((rule) => ({ ...rule, days: null, endEvents: [] })) }),
  ],
  "no-inactivity-review": [
    "retention.enquiries",
    ({ retention }) => ({ retention: retention.map((rule) => ({ ...rule, days: null })) }),
  ],
  "purpose-without-operation": [
    "purposes.inquiry-handling",
    ({ purposes }) => ({ purposes: purposes.map((purpose) => ({ ...purpose, operations: [] })) }),
  ],
  "unknown-channel": ["forms.feedback", () => ({ channels: [] })],
  "channel-outside-purpose": [
    "forms.feedback",
    ({ purposes }) => ({ purposes: purposes.map((purpose) => ({ ...purpose, channels: [] })) }),
  ],
  "unknown-document": [
    "forms.feedback.document.terms",
    ({ forms }) => ({ forms: forms.map((form) => ({ ...form, document: "terms" })) }),
  ],
  "unknown-form": [
    "topics.offers.form.contact",
    ({ channels }) => ({
      topics: channels.map(({ label, clause }) => ({ code: "offers", label, clause, form: "contact" })),
    }),
  ],
  "unknown-product": [
    "retention.enquiries.product.archive",
    ({ retention }) => ({ retention: retention.map((rule) => ({ ...rule, product: "archive" })) }),
  ],
  "unknown-overridden": [
    "purposes.inquiry-handling.overrides.sales",
    ({ purposes }) => ({ purposes: purposes.map((purpose) => ({ ...purpose, overrides: "sales" })) }),
  ],
  "unknown-consent": [
    "forms.feedback.consents.offers",
    ({ forms }) => ({ forms: forms.map((form) => ({ ...form, consents: ["offers"] })) }),
  ],
  "consent-without-need": [
    "consents.offers.purpose",
    (policy) => withConsent(policy, { purpose: "inquiry-handling" }),
  ],
  "consent-document-shared": [
    "consents.offers.document",
    (policy) => withConsent(policy, { document: "privacy-policy" }),
  ],
  "consent-outside-purpose": [
    "consents.offers.attributes.email",
    (policy) => {
      const asked = withConsent(policy);
      return {
        ...asked,
        purposes: asked.purposes.map((purpose) =>
          purpose.code === "offers" ? { ...purpose, attributes: [] } : purpose,
        ),
      };
    },
  ],
  "consent-outside-form": [
    "consents.offers.attributes.phone",
    (policy) => {
      const asked = withConsent(policy, { attributes: ["email", "phone"] });
      const attributes = asked.attributes.flatMap((item) => [item, { ...item, code: "phone" }]);
      const purposes = asked.purposes.map((purpose) => ({ ...purpose, attributes: ["email", "phone"] }));
      return { ...asked, attributes, purposes };
    },
  ],
  "consent-not-asked": [
    "forms.feedback.consents.offers",
    (policy) => {
      const asked = withConsent(policy);
      return {
        ...asked,
        forms: asked.forms.map((form) => ({ ...form, furtherPurposes: ["offers"], consents: [] })),
      };
    },
  ],
  "free-text-closed": [
    "forms.feedback.fields.email",
    ({ attributes }) => ({
      freeText: "off",
      attributes: attributes.map((item) => ({ ...item, kind: "free-text" as const })),
    }),
  ],
  "unknown-clause": [
    "retention.enquiries",
    ({ retention }) => ({ retention: retention.map((rule) => ({ ...rule, clause: "9.9" })) }),
  ],
  "empty-document": [
    "documents.privacy-policy",
    ({ documents }) => ({ documents: documents.map((document) => ({ ...document, sections: [] })) }),
  ],
  "missing-language": [
    "forms.feedback.title.ru",
    ({ forms }) => ({ forms: forms.map((form) => ({ ...form, title: { en: "Write", ru: " " } })) }),
  ],
  "unresolved-placeholder": [
    "site.home.body.ru",
    ({ site }) => ({ site: { home: { ...site.home, body: { en: "Small.", ru: "Пишите: {{address}}" } } } }),
  ],
  "host-outside-scope": [
    "site.home.body.en",
    ({ site }) => ({
      site: { home: { ...site.home, body: { en: "See https://shop.small.example/a.", ru: "Малое." } } },
    }),
  ],
  "wrong-requisite": ["operator.inn", ({ operator }) => ({ operator: { ...operator, inn: "0012345674" } })],
  "unknown-regime": [
    "operator.regimes.MARS",
    ({ operator }) => ({ operator: { ...operator, regimes: ["TEST", "MARS"] } }),
  ],
  "another-mail-address": [
    "attributes.email",
    ({ attributes }) => ({
      attributes: attributes.map((one) => (one.code === "email" ? { ...one, many: 2 } : one)),
    }),
  ],
  "same-path": [
    "/feedback/",
    ({ forms }) => ({ forms: forms.flatMap((form) => [form, { ...form, code: "other" }]) }),
  ],
  "duplicate-clause": [
    "documents.privacy-policy",
    ({ documents }) => ({
      documents: documents.map((document) => ({
        ...document,
        sections: [...document.sections, ...document.sections],
      })),
    }),
  ],
  "typed-number": [
    "documents.privacy-policy.sections.1.clauses.1.1.text.en",
    ({ documents }) => ({
      documents: documents.map((document) => ({
        ...document,
        sections: document.sections.map((section) => ({
          ...section,
          clauses: section.clauses.map((clause) => ({
            ...clause,
            text: { en: "Erased within 31 days.", ru: "Удаляем." },
          })),
        })),
      })),
    }),
  ],
  "duplicate-code": [
    "attributes.email",
    ({ attributes }) => ({ attributes: [...attributes, ...attributes] }),
  ],
};

test("every finding is worded in both languages, and names the same members", () => {
  const members = (text: string) => [...text.matchAll(/`([^`]+)`/gu)].map(([, name]) => name);
  for (const code of Object.keys(FINDINGS) as FindingCode[]) {
    const { message, remedy } = findingWords(code, "ru");
    expect(`${message} ${remedy}`).toMatch(/[а-яё]{3}/u);
    expect(members(remedy), code).toEqual(members(FINDINGS[code].remedy));
    expect(findingWords(code, "en")).toMatchObject({ message: FINDINGS[code].message });
  }
});

test("a policy without mistakes has no findings", () => {
  expect(checkPolicy(smallPolicy(), smallRules)).toEqual([]);
});

test.each(Object.keys(FINDINGS) as FindingCode[])("a planted %s is found where it stands", (code) => {
  const [where, mistake] = MISTAKES[code];
  const found = checkPolicy(smallPolicy(mistake(smallPolicy())), smallRules);
  expect(found).toContainEqual(expect.objectContaining({ code, where, ...saidOf(code) }));
});

test("a form that asks for a consent with a document of its own has no findings", () => {
  expect(checkPolicy(withConsent(smallPolicy()), smallRules)).toEqual([]);
});

test("each shape of placeholder is found in a clause, and what only looks like one is not", () => {
  const said = (en: string) => {
    const [section] = smallPolicy().documents.flatMap(({ sections }) => sections);
    if (section === undefined) throw new Error("no section");
    const clauses = section.clauses.map((clause) => ({ ...clause, text: { ...clause.text, en } }));
    const documents = smallPolicy().documents.map((document) => ({
      ...document,
      sections: [{ ...section, clauses }],
    }));
    return checkPolicy(smallPolicy({ documents }), smallRules)
      .filter(({ code }) => code === "unresolved-placeholder")
      .map(({ code, clause }) => `${code} ${clause}`);
  };
  const found = ["unresolved-placeholder 1.1", "unresolved-placeholder 1.2"];
  for (const text of [
    "… is the Operator.",
    "The Operator is ….",
    "The Operator is “…”.",
    "The Operator is ____.",
    "The Operator is {{ name }}.",
    "The Operator is ${name}.",
    "The Operator is [name].",
    "The Operator is […].",
    "The Operator is TODO.",
    "Call XXX-XX-XX.",
  ]) {
    expect(said(text), text).toEqual(found);
  }
  for (const text of ["Wait… and see.", "See [the form](/feedback/).", "A todo list, 20 % off, a_b."]) {
    expect(said(text), text).toEqual([]);
  }
});

test("hosts of others, e-mail addresses and paths of the site are nobody's scope", () => {
  const body = (en: string, hosts: CompiledPolicy["hosts"] = ["small.example"]) =>
    checkPolicy(
      smallPolicy({ hosts, site: { home: { ...smallPolicy().site.home, body: { en, ru: "Малое." } } } }),
      smallRules,
    )
      .filter(({ code }) => code === "host-outside-scope")
      .map(({ code, where }) => `${code} ${where}`);
  const outside = ["host-outside-scope site.home.body.en"];
  expect(
    body("small.example, privacy@mail.small.example, [form](/feedback/), https://other.example"),
  ).toEqual([]);
  expect(body("Shop.Small.Example has more.")).toEqual(outside);
  expect(body("[more](https://old.small.example:8080/x)")).toEqual(outside);
  expect(body("Also small.example.", ["www.small.example"])).toEqual(outside);
  expect(body("Also other.co.uk and shop.small.co.uk.", ["small.co.uk"])).toEqual(outside);
  expect(body("Only other.co.uk.", ["small.co.uk"])).toEqual([]);
});

test("a purpose whose author wrote no basis compiles, and the check names it", () => {
  const { promise } = smallDefinition;
  const { basis: _, ...without } = promise.purposes["inquiry-handling"] ?? {};
  const untyped = JSON.parse(JSON.stringify({ "inquiry-handling": without })) as typeof promise.purposes;
  const compiled = compileOperator(
    { ...smallDefinition, promise: { ...promise, purposes: untyped } },
    smallRules,
  );
  expect(checkPolicy(parseCompiledPolicy(canonicalJson(compiled)), smallRules)).toEqual([
    expect.objectContaining({ code: "purpose-without-basis", clause: "1.1" }),
  ]);
});

test("a clause written in one language only is named by its number", () => {
  const [section] = smallDefinition.texts["privacy-policy"] ?? [];
  if (section === undefined) throw new Error("no section");
  const oneLanguage = { id: "1.3", text: { en: "Only English.", ru: "" }, keptBy: null };
  const texts = { "privacy-policy": [{ ...section, clauses: [...section.clauses, oneLanguage] }] };
  const found = checkPolicy(compileOperator({ ...smallDefinition, texts }, smallRules), smallRules);
  expect(found).toEqual([expect.objectContaining({ code: "missing-language", clause: "1.3" })]);
});

const label = { en: "a", ru: "а" };

test.each<[string, string, Mistake]>([
  [
    "unknown-form",
    "services.audit.forms.order",
    () => ({
      services: [
        {
          code: "audit",
          path: "/audit/",
          title: label,
          summary: label,
          body: label,
          clause: "1.1",
          offerStatus: "informational",
          forms: ["order"],
        },
      ],
    }),
  ],
  [
    "unknown-purpose",
    "connectors.metrics.purpose.sales",
    () => ({
      connectors: [
        {
          code: "metrics",
          name: label,
          country: "RU",
          role: "processor",
          purpose: "sales",
          attributes: ["email"],
          live: false,
          clause: "1.1",
        },
      ],
    }),
  ],
  [
    "unknown-attribute",
    "dataSources.resellers.attributes.salary",
    () => ({
      dataSources: [
        {
          code: "resellers",
          label,
          kind: "partner",
          purpose: null,
          ground: null,
          evidenceOfNotice: label,
          attributes: ["salary"],
          clause: "1.1",
        },
      ],
    }),
  ],
  [
    "unknown-document",
    "settings.documents.precedence.licence",
    ({ settings }) => ({ settings: { ...settings, documents: { precedence: ["licence"] } } }),
  ],
  [
    "unknown-document",
    "documents.privacy-policy.incorporates.terms",
    ({ documents }) => ({
      documents: documents.map((document) => ({ ...document, incorporates: ["terms"] })),
    }),
  ],
  [
    "unknown-clause",
    "settingClauses.logs.days",
    () => ({ settingClauses: [{ code: "logs.days", clause: "5.3" }] }),
  ],
  ["unknown-clause", "rights.access", () => ({ rights: [{ code: "access", label, clause: "terms/1.1" }] })],
])("a reference that leads nowhere is found: %s at %s", (code, where, mistake) => {
  const found = checkPolicy(smallPolicy(mistake(smallPolicy())), smallRules);
  expect(found).toContainEqual(expect.objectContaining({ code, where }));
});

test("a reference to a clause of another document leads there, and nowhere without its document", () => {
  const { documents } = smallPolicy();
  const terms = documents.map((document) => ({
    ...document,
    code: "terms",
    path: "/terms/",
    sections: document.sections.map((section) => ({
      ...section,
      clauses: section.clauses.map((clause) => ({ ...clause, id: `2.${clause.id}` })),
    })),
  }));
  const found = (clause: string) =>
    checkPolicy(
      smallPolicy({
        documents: [...documents, ...terms],
        rights: [{ code: "access", label, clause }],
      }),
      smallRules,
    ).map(({ code }) => code);
  expect(found("terms/2.1.1")).toEqual([]);
  expect(found("2.1.1")).toEqual(["unknown-clause"]);
});

test(
  "a sole trader has the numbers of one, and a bank account the digits of its bank",
  keeps("requisites"),
  () => {
    const { operator } = smallPolicy();
    const found = (changes: Partial<CompiledPolicy["operator"]>) =>
      checkPolicy(smallPolicy({ operator: { ...operator, ...changes } }), smallRules).map(
        ({ where }) => where,
      );
    expect(found({ kind: "sole-trader" })).toEqual(["operator.inn", "operator.ogrn"]);
    const bank = {
      name: label,
      bic: "040000721",
      account: "40702810500000000041",
      correspondentAccount: "30101810600000000721",
    };
    expect(found({ bank })).toEqual([]);
    expect(found({ bank: { ...bank, bic: "040010722" } })).toEqual([
      "operator.bank.account",
      "operator.bank.correspondentAccount",
    ]);
  },
);

test("data that is reviewed is not kept for ever unnoticed", () => {
  const { retention } = smallPolicy();
  const found = (reviewDays: number | null) =>
    checkPolicy(
      smallPolicy({ retention: retention.map((rule) => ({ ...rule, days: null, reviewDays })) }),
      smallRules,
    ).map(({ code }) => code);
  expect(found(null)).toContain("no-inactivity-review");
  expect(found(365)).not.toContain("no-inactivity-review");
});

test("numbers of facts, of clauses and of laws are stated rightly; typed ones and periods in words are not", () => {
  const [document] = smallPolicy().documents;
  const [section] = document?.sections ?? [];
  const [clause] = section?.clauses ?? [];
  if (!document || !section || !clause) throw new Error("the small policy has one clause");
  const found = (en: string, ru = "Текст.") =>
    checkPolicy(
      smallPolicy({
        documents: [
          {
            ...document,
            sections: [
              {
                ...section,
                clauses: [
                  { ...clause, text: { en, ru } },
                  { ...clause, id: "1.2" },
                ],
              },
            ],
          },
        ],
      }),
      smallRules,
    ).map(({ code, where }) => `${code} ${where.split(".").at(-1)}`);
  for (const right of [
    "Kept for 30 days, as clause 1.2 has it; call +7 200 555-01-00.",
    "Updated on 20 November 2026 under 152-FZ, article 9, and 1-FZ 2.",
    "One year is a year, and all of the days are counted.",
  ]) {
    expect(found(right), right).toEqual([]);
  }
  for (const wrong of ["Kept for 31 days.", "See clause 4.2.", "Within three working days."]) {
    expect(found(wrong), wrong).toEqual(["typed-number en"]);
  }
  expect(found("Text.", "В течение десяти рабочих дней.")).toEqual(["typed-number ru"]);
  expect(found("Text.", "Трое суток, пять пунктов и три часовых пояса, два должника.")).toEqual([]);
});
