import fc from "fast-check";
import { expect, test } from "vitest";
import { smallPolicy } from "../../test/small-policy.ts";
import { canonicalJson, type CompiledPolicy, diffPolicies } from "./index.ts";

const small = smallPolicy();

function changed(change: Partial<CompiledPolicy>) {
  return diffPolicies(small, { ...small, ...change });
}

const [purpose] = small.purposes;
const [attribute] = small.attributes;
const [rule] = small.retention;
const [form] = small.forms;
const [document] = small.documents;
const [section] = document?.sections ?? [];
const [clause] = section?.clauses ?? [];
if (!purpose || !attribute || !rule || !form || !document || !section || !clause) {
  throw new Error("the small policy has one of each");
}

test("the same policy has no changes", () => {
  expect(diffPolicies(small, smallPolicy())).toEqual([]);
});

/** T13: what a consent was given to. */
const MATERIAL: readonly (readonly [string, string, Partial<CompiledPolicy>])[] = [
  ["added", "purposes.offers", { purposes: [purpose, { ...purpose, code: "offers" }] }],
  ["removed", "purposes.inquiry-handling", { purposes: [] }],
  ["changed", "purposes.inquiry-handling.basis", { purposes: [{ ...purpose, basis: "contract" }] }],
  [
    "added",
    "purposes.inquiry-handling.operations.transfer",
    { purposes: [{ ...purpose, operations: [...purpose.operations, "transfer"] }] },
  ],
  ["removed", "purposes.inquiry-handling.attributes.email", { purposes: [{ ...purpose, attributes: [] }] }],
  ["changed", "purposes.inquiry-handling.retention", { purposes: [{ ...purpose, retention: "long" }] }],
  ["added", "attributes.phone", { attributes: [attribute, { ...attribute, code: "phone" }] }],
  ["changed", "attributes.email.category", { attributes: [{ ...attribute, category: "login" }] }],
  ["changed", "retention.enquiries.days", { retention: [{ ...rule, days: 31 }] }],
  ["changed", "operator.country", { operator: { ...small.operator, country: "KZ" } }],
  ["changed", "freeText", { freeText: "allow" }],
  [
    "added",
    "recipients.delivery",
    {
      recipients: [
        { code: "delivery", label: rule.label, ground: "order-fulfilment", overrides: null, clause: "1.1" },
      ],
    },
  ],
  [
    "added",
    "statistics.providers.metrics",
    {
      statistics: {
        providers: [{ code: "metrics", name: rule.label, country: "US", connected: true }],
        purposes: [],
      },
    },
  ],
  [
    "added",
    "consents.offers",
    {
      consents: [
        {
          code: "offers",
          purpose: "offers",
          document: "offers",
          label: rule.label,
          attributes: [],
          clause: "1.1",
        },
      ],
    },
  ],
];

const connector = {
  code: "metrics",
  name: rule.label,
  country: "RU",
  role: "processor" as const,
  purpose: "inquiry-handling",
  attributes: ["email"],
  live: false,
  clause: "1.1",
};
const source = {
  code: "resellers",
  label: rule.label,
  kind: "partner" as const,
  purpose: "inquiry-handling",
  ground: "legitimateInterest" as const,
  evidenceOfNotice: rule.label,
  attributes: ["email"],
  clause: "1.1",
};
const assessment = {
  country: "KZ",
  assessedOn: "2026-11-02",
  ground: "adequacy" as const,
  note: rule.label,
};
const withOthers: CompiledPolicy = {
  ...small,
  connectors: [connector],
  dataSources: [source],
  assessments: [assessment],
};

test.each<[string, boolean, Partial<CompiledPolicy>]>([
  ["connectors.metrics.country", true, { connectors: [{ ...connector, country: "US" }] }],
  ["connectors.metrics.live", true, { connectors: [{ ...connector, live: true }] }],
  ["connectors.metrics.role", true, { connectors: [{ ...connector, role: "recipient" }] }],
  [
    "connectors.metrics.attributes.phone",
    true,
    { connectors: [{ ...connector, attributes: ["email", "phone"] }] },
  ],
  ["connectors.metrics.name", false, { connectors: [{ ...connector, name: document.title }] }],
  ["dataSources.resellers", true, { dataSources: [] }],
  ["dataSources.resellers.ground", true, { dataSources: [{ ...source, ground: "contract" }] }],
  ["dataSources.resellers.label", false, { dataSources: [{ ...source, label: document.title }] }],
  ["assessments.KZ.ground", true, { assessments: [{ ...assessment, ground: "derogation" }] }],
  ["assessments.KZ.assessedOn", false, { assessments: [{ ...assessment, assessedOn: "2026-11-03" }] }],
  ["retention.enquiries.days", true, { retention: [{ ...rule, days: 31 }] }],
  ["retention.enquiries.days", true, { retention: [{ ...rule, days: null }] }],
  ["retention.enquiries.days", false, { retention: [{ ...rule, days: 29 }] }],
  ["retention.enquiries.minimumDays", true, { retention: [{ ...rule, minimumDays: 365 }] }],
  ["retention.enquiries.reviewDays", false, { retention: [{ ...rule, reviewDays: 365 }] }],
  [
    "settings.disclosure.posture",
    true,
    {
      settings: { ...small.settings, disclosure: { ...small.settings.disclosure, posture: "grounds-list" } },
    },
  ],
  [
    "settings.logs.days",
    true,
    { settings: { ...small.settings, logs: { ...small.settings.logs, days: 365 } } },
  ],
  ["settings.versioning.notice", false, { settings: { ...small.settings, versioning: { notice: "none" } } }],
  [
    "settings.parties.organisation",
    false,
    { settings: { ...small.settings, parties: ["natural-person", "organisation"] } },
  ],
])("what others get, from whom data come, and every setting is listed: %s", (where, material, change) => {
  expect(diffPolicies(withOthers, { ...withOthers, ...change })).toEqual([
    expect.objectContaining({ where, material }),
  ]);
});

test("what is said beside a clause of a consent is none of its words", () => {
  const consent = {
    code: "offers",
    purpose: "offers",
    document: document.code,
    label: rule.label,
    attributes: [],
    clause: "1.1",
  };
  const before = { ...small, consents: [consent] };
  const changedBy = (beside: Partial<typeof clause>) => {
    const clauses = section.clauses.map((one) => (one.id === clause.id ? { ...one, ...beside } : one));
    const after = { ...before, documents: [{ ...document, sections: [{ ...section, clauses }] }] };
    return diffPolicies(before, after).map(({ material }) => material);
  };
  expect(changedBy({ says: rule.label })).toEqual([false]);
  expect(changedBy({ kept: { by: ["topics"] } })).toEqual([false]);
  expect(changedBy({ kind: "purpose", enforceability: "declarative" })).toEqual([false, false]);
  expect(changedBy({ text: rule.label })).toEqual([true]);
});

test("what rests on a clause of another document is listed under that document", () => {
  const terms = { ...document, code: "terms", path: "/terms/" };
  const before = { ...small, documents: [document, terms], retention: [{ ...rule, clause: "terms/1.2" }] };
  const after = { ...before, retention: [{ ...rule, clause: "terms/1.2", days: 31 }] };
  expect(diffPolicies(before, after)).toEqual([
    expect.objectContaining({ clause: "1.2", document: "terms", cited: { en: "1.2", ru: "1.2" } }),
  ]);
});

test.each(MATERIAL)("T13: %s %s is material", (kind, where, change) => {
  expect(changed(change)).toEqual([expect.objectContaining({ kind, where, material: true, before: null })]);
});

const FORMAL: readonly (readonly [string, Partial<CompiledPolicy>])[] = [
  ["purposes.inquiry-handling.clause", { purposes: [{ ...purpose, clause: "1.2" }] }],
  ["attributes.email.label", { attributes: [{ ...attribute, label: { en: "Mail", ru: "Адрес" } }] }],
  ["attributes.email.maxLength", { attributes: [{ ...attribute, maxLength: 100 }] }],
  ["forms.feedback.title", { forms: [{ ...form, title: { en: "Hello", ru: "Привет" } }] }],
  ["hosts.other.example", { hosts: [...small.hosts, "other.example"] }],
  ["operator.phone", { operator: { ...small.operator, phone: "+7 200 555-01-98" } }],
];

test.each(FORMAL)("%s is not", (where, change) => {
  expect(changed(change)).toEqual([expect.objectContaining({ where, material: false })]);
});

test("what is enforced names the clause on which it rests, and the document that has it", () => {
  expect(changed({ retention: [{ ...rule, days: 31 }] })).toEqual([
    expect.objectContaining({ clause: "1.2", document: "privacy-policy", before: null, after: null }),
  ]);
});

test("a clause carries its text as it was and as it is; one inserted is one change", () => {
  const text = { en: "New.", ru: "Новое." };
  const rewritten = { ...section, clauses: [{ ...clause, text }, ...section.clauses.slice(1)] };
  expect(changed({ documents: [{ ...document, sections: [rewritten] }] })).toEqual([
    {
      kind: "changed",
      where: "documents.privacy-policy.sections.1.clauses.1.1.text",
      clause: "1.1",
      cited: { en: "1.1", ru: "1.1" },
      document: "privacy-policy",
      material: false,
      before: clause.text,
      after: text,
    },
  ]);
  const inserted = { ...section, clauses: [{ ...clause, id: "1.0", text }, ...section.clauses] };
  expect(changed({ documents: [{ ...document, sections: [inserted] }] })).toEqual([
    expect.objectContaining({ kind: "added", clause: "1.0", before: null, after: text }),
  ]);
  const gone = { ...section, clauses: section.clauses.slice(1) };
  expect(changed({ documents: [{ ...document, sections: [gone] }] })).toEqual([
    expect.objectContaining({ kind: "removed", clause: "1.1", before: clause.text, after: null }),
  ]);
});

test("a change is cited by the number that the document shows, not by an id with a word in it", () => {
  const text = { en: "Text.", ru: "Текст." };
  const lettered = ["1.1.first", "1.1.second"].map((id) => ({ ...clause, id, text }));
  const clauses = [...lettered, { ...clause, id: "closing", text }];
  const cited = changed({ documents: [{ ...document, sections: [{ ...section, clauses }] }] })
    .filter(({ kind }) => kind === "added")
    .map((change) => [change.clause, change.cited]);
  expect(cited).toEqual([
    ["1.1.first", { en: "1.1(a)", ru: "1.1(а)" }],
    ["1.1.second", { en: "1.1(b)", ru: "1.1(б)" }],
    ["closing", null],
  ]);
});

test("T03: the text of a consent is what was consented to: every change of it is material", () => {
  const consent = {
    code: "offers",
    purpose: "inquiry-handling",
    document: "privacy-policy",
    label: rule.label,
    attributes: [],
    clause: "1.1",
  };
  const before = { ...small, consents: [consent] };
  const text = { en: "New.", ru: "Новое." };
  const rewritten = { ...section, clauses: [{ ...clause, text }, ...section.clauses.slice(1)] };
  const after = { ...before, documents: [{ ...document, sections: [rewritten] }] };
  expect(diffPolicies(before, after)).toEqual([expect.objectContaining({ clause: "1.1", material: true })]);
});

test("no difference is left out: any part changed, dropped, doubled or moved is found, and found again the same", () => {
  const parts = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...parts(inner, [...path, key])])
      : [];
  const disturb = (value: unknown, [key = "", ...rest]: readonly string[], how: number): unknown => {
    if (Array.isArray(value)) {
      const items: unknown[] = value;
      const at = Number(key);
      if (rest.length > 0) return items.map((item, i) => (i === at ? disturb(item, rest, how) : item));
      if (how === 0) return items.filter((_, i) => i !== at);
      if (how === 1) return [...items, items[at]];
      return items.toReversed();
    }
    const members = value as Record<string, unknown>;
    const inner = members[key];
    const other = typeof inner === "string" ? `${inner}x` : typeof inner === "number" ? inner + 1 : inner;
    return { ...members, [key]: rest.length > 0 ? disturb(inner, rest, how) : other };
  };
  fc.assert(
    fc.property(fc.constantFrom(...parts(small)), fc.integer({ min: 0, max: 2 }), (path, how) => {
      const other = disturb(small, path, how) as CompiledPolicy;
      const changes = diffPolicies(small, other);
      expect(changes.length > 0).toBe(canonicalJson(other) !== canonicalJson(small));
      expect(diffPolicies(small, other)).toEqual(changes);
      expect(diffPolicies(other, small).length).toBe(changes.length);
    }),
  );
});
