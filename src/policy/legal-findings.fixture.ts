import type { Clause, CompiledPolicy, Connector, DataSource, Form, PolicyDocument } from "./compiled.ts";
import type { LEGAL_FINDINGS } from "./legal-findings.ts";

/** Makes a mistake in a policy that has none. */
export type Mistake = (policy: CompiledPolicy) => Partial<CompiledPolicy>;

/** The policy with its first clause changed. */
function clause(change: Partial<Clause>): Mistake {
  return ({ documents }) => ({
    documents: documents.map((document) => ({
      ...document,
      sections: document.sections.map((section) => ({
        ...section,
        clauses: section.clauses.map((one) => (one.id === "1.1" ? { ...one, ...change } : one)),
      })),
    })),
  });
}

/** The policy with its first clause in other words; it still names the operator. */
function saying(en: string): Mistake {
  return clause({ text: { en: `Small Ltd. ${en}`, ru: "ООО «Малое»." } });
}

const desk: Connector = {
  code: "desk",
  name: { en: "Desk", ru: "Стол" },
  country: "RU",
  role: "processor",
  purpose: "inquiry-handling",
  attributes: ["email"],
  live: true,
  clause: "1.1",
};
const partner: DataSource = {
  code: "partner",
  label: { en: "a partner", ru: "партнёр" },
  kind: "partner",
  purpose: "inquiry-handling",
  ground: "legitimateInterest",
  evidenceOfNotice: { en: "A letter.", ru: "Письмо." },
  attributes: ["email"],
  clause: "1.1",
};

/** A live system of somebody else's, where processors are allowed. */
function connected(change: Partial<Connector>): Mistake {
  return ({ settings }) => ({
    settings: { ...settings, disclosure: { ...settings.disclosure, processors: "allowed-declared" } },
    connectors: [{ ...desk, ...change }],
  });
}

function form(change: Partial<Form>): Mistake {
  return ({ forms }) => ({ forms: forms.map((one) => ({ ...one, ...change })) });
}

const agreement = (documents: readonly PolicyDocument[]): PolicyDocument[] =>
  documents.slice(0, 1).map((document) => ({ ...document, code: "agreement", path: "/agreement/" }));

const TEXT = "documents.privacy-policy.sections.1.clauses.1.1.text.en";

/** One planted mistake for every finding against a law or between two texts, and where it is to be found. */
export const LEGAL_MISTAKES: Record<keyof typeof LEGAL_FINDINGS, readonly [string, Mistake]> = {
  "blank-address": [TEXT, saying("Write to the address: .")],
  "another-company": [TEXT, saying("Great Works Limited answers for it.")],
  "another-host": [TEXT, saying("Write to privacy@great.example.")],
  "connector-against-posture": ["connectors.desk", () => ({ connectors: [desk] })],
  "connector-without-purpose": ["connectors.desk", connected({ purpose: null })],
  "connector-abroad": [
    "connectors.desk",
    (policy) => ({
      ...connected({ country: "US", attributes: [] })(policy),
      assessments: [
        {
          country: "US",
          assessedOn: "2026-11-20",
          ground: "safeguards",
          note: { en: "A contract.", ru: "Договор." },
        },
      ],
    }),
  ],
  "country-without-assessment": ["connectors.desk.KZ", connected({ country: "KZ" })],
  "adequacy-not-listed": [
    "assessments.US",
    () => ({
      assessments: [
        {
          country: "US",
          assessedOn: "2026-11-20",
          ground: "adequacy",
          note: { en: "Surely.", ru: "Конечно." },
        },
      ],
    }),
  ],
  "source-without-purpose": ["dataSources.partner", () => ({ dataSources: [{ ...partner, purpose: null }] })],
  "source-without-notice": [
    "dataSources.partner",
    () => ({ dataSources: [{ ...partner, evidenceOfNotice: null }] }),
  ],
  "purpose-without-consent": [
    "purposes.inquiry-handling",
    ({ purposes }) => ({ purposes: purposes.map((purpose) => ({ ...purpose, basis: "consent" as const })) }),
  ],
  "form-implies-consent": [
    "forms.feedback.intro.en",
    form({
      intro: { en: "By sending this you consent to the processing of your data.", ru: "Пишите." },
    }),
  ],
  "text-implies-consent": [TEXT, saying("By using the Site the User consents to the processing of data.")],
  "opt-out-marketing": [TEXT, saying("Newsletters are sent until the User unsubscribes.")],
  "promise-later-than-law": [
    "deadlines.erasure",
    ({ deadlines }) => ({ deadlines: deadlines.map((deadline) => ({ ...deadline, length: 31 })) }),
  ],
  "required-section-missing": [
    "documents.privacy-policy.terms",
    ({ documents, retention }) => ({
      documents: [
        ...documents,
        ...agreement(documents).map((one) => ({ ...one, kind: "user-agreement" as const })),
      ],
      retention: retention.map((rule) => ({ ...rule, clause: "agreement/1.2" })),
    }),
  ],
  "setting-against-law": [
    "settings.research.source",
    ({ settings }) => ({ settings: { ...settings, research: { source: "raw-with-basis" } } }),
  ],
  "conflict-without-precedence": [
    "retention.enquiries",
    ({ retention }) => ({
      retention: retention.flatMap((rule) => [
        rule,
        { ...rule, code: "longer", days: 60, overrides: "enquiries" },
      ]),
    }),
  ],
  "scopes-differ": [
    "documents.privacy-policy.sections.1.clauses.1.2.text.en",
    ({ documents }) => ({
      hosts: ["small.example", "shop.small.example"],
      documents: documents.map((document) => ({
        ...document,
        sections: document.sections.map((section) => ({
          ...section,
          clauses: section.clauses.map((one) => ({
            ...one,
            text: {
              en:
                one.id === "1.1"
                  ? "The policy of Small Ltd covers small.example."
                  : "It applies to shop.small.example.",
              ru: "ООО «Малое».",
            },
          })),
        })),
      })),
    }),
  ],
  "unused-attribute": [
    "attributes.phone",
    ({ attributes, purposes }) => ({
      attributes: attributes.flatMap((one) => [one, { ...one, code: "phone", category: "phone" }]),
      purposes: purposes.map((purpose) => ({ ...purpose, attributes: ["email", "phone"] })),
    }),
  ],
  "unused-purpose": [
    "purposes.profiling",
    ({ attributes, purposes }) => ({
      attributes: attributes.flatMap((one) => [one, { ...one, code: "phone", category: "phone" }]),
      purposes: purposes.flatMap((purpose) => [
        purpose,
        { ...purpose, code: "profiling", attributes: ["phone"], channels: [] },
      ]),
    }),
  ],
  "unused-retention": [
    "retention.years",
    ({ retention }) => ({ retention: retention.flatMap((rule) => [rule, { ...rule, code: "years" }]) }),
  ],
  "unused-setting": [
    "settings.documents.precedence",
    ({ settings }) => ({ settings: { ...settings, documents: { precedence: ["privacy-policy"] } } }),
  ],
  "clause-without-control": [
    "documents.privacy-policy.sections.1.clauses.1.2",
    clause({ kept: { declared: true } }),
  ],
  "attribute-without-necessity": ["attributes.email", clause({ kept: { by: ["necessity"] } })],
  "waived-error": [
    "waivers.wrong-requisite.operator.inn",
    () => ({
      waivers: [
        {
          finding: "wrong-requisite",
          where: "operator.inn",
          reason: { en: "Who reads it.", ru: "Кто это читает." },
          on: "2026-11-20",
        },
      ],
    }),
  ],
  "waiver-without-finding": [
    "waivers.another-host.site.home.body.en",
    () => ({
      waivers: [
        {
          finding: "another-host",
          where: "site.home.body.en",
          reason: { en: "It is ours too.", ru: "Он тоже наш." },
          on: "2026-11-20",
        },
      ],
    }),
  ],
};
