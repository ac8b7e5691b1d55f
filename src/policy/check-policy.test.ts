import { expect, test } from "vitest";
import { smallDefinition, smallPolicy, smallRules } from "../../test/small-policy.ts";
import { checkPolicy, compileOperator, type CompiledPolicy, type FindingCode, FINDINGS } from "./index.ts";

type Mistake = (policy: CompiledPolicy) => Partial<CompiledPolicy>;

/** One planted mistake for every kind of finding, and where it is to be found. */
const MISTAKES: Record<FindingCode, readonly [string, Mistake]> = {
  "unknown-attribute": [
    "purposes.inquiry-handling.attributes.salary",
    ({ purposes }) => ({
      purposes: purposes.map((purpose) => ({ ...purpose, attributes: ["email", "salary"] })),
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
  "wrong-requisite": ["operator.inn", ({ operator }) => ({ operator: { ...operator, inn: "0012345674" } })],
  "unknown-regime": [
    "operator.regimes.MARS",
    ({ operator }) => ({ operator: { ...operator, regimes: ["TEST", "MARS"] } }),
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
  "duplicate-code": [
    "attributes.email",
    ({ attributes }) => ({ attributes: [...attributes, ...attributes] }),
  ],
};

test("a policy without mistakes has no findings", () => {
  expect(checkPolicy(smallPolicy(), smallRules)).toEqual([]);
});

test.each(Object.keys(FINDINGS) as FindingCode[])("a planted %s is found where it stands", (code) => {
  const [where, mistake] = MISTAKES[code];
  const found = checkPolicy(smallPolicy(mistake(smallPolicy())), smallRules);
  expect(found).toContainEqual(expect.objectContaining({ code, where, ...FINDINGS[code] }));
});

test("a clause written in one language only is named by its number", () => {
  const [section] = smallDefinition.texts["privacy-policy"] ?? [];
  if (section === undefined) throw new Error("no section");
  const oneLanguage = { id: "1.3", text: { en: "Only English.", ru: "" }, keptBy: null };
  const texts = { "privacy-policy": [{ ...section, clauses: [...section.clauses, oneLanguage] }] };
  const found = checkPolicy(compileOperator({ ...smallDefinition, texts }, smallRules), smallRules);
  expect(found).toEqual([expect.objectContaining({ code: "missing-language", clause: "1.3" })]);
});
