import {
  type CompiledPolicy,
  compileOperator,
  defineOperator,
  definePromise,
  type OperatorDefinition,
  type RulePack,
  WorkingCalendar,
} from "../src/policy/index.ts";

const tested = {
  source: "A test's own.",
  validFrom: "2026-01-01",
  verifiedOn: "2026-01-01",
  provenance: "primary",
  verifyBeforeUse: false,
} as const;

/** Rules of an invented regime, for tests that must not depend on a real one. */
export const smallRules: readonly RulePack[] = [
  {
    folder: "test",
    name: { en: "A test's own law", ru: "Закон теста" },
    country: "RU",
    clocks: [
      {
        id: "test.erasure",
        kind: "duty",
        rights: ["erasure"],
        trigger: "request-received",
        when: { en: "receipt", ru: "получение" },
        label: { en: "erase", ru: "удалить" },
        length: 30,
        unit: "working-day",
        extension: null,
        effect: { en: "It is gone.", ru: "Его нет." },
        ...tested,
      },
    ],
    calendar: new WorkingCalendar([]),
    countries: { transfers: "assessed", collection: { where: "home", ...tested }, lists: [] },
    limits: [
      {
        setting: "research.source",
        label: { en: "depersonalised data alone", ru: "только обезличенные данные" },
        allowed: ["depersonalised"],
        least: null,
        ...tested,
      },
      {
        setting: "evidence.destructionYears",
        label: { en: "three years", ru: "три года" },
        allowed: null,
        least: 3,
        ...tested,
      },
    ],
    documents: [
      {
        code: "privacy-policy",
        title: { en: "policy", ru: "политика" },
        of: "privacy-policy",
        fields: [
          {
            code: "terms",
            label: { en: "how long", ru: "сроки" },
            source: "1-FZ 3",
            needed: "always",
            evidence: { facts: ["retention"], rights: [], states: [], kinds: ["retention"] },
          },
          {
            code: "operator",
            label: { en: "who", ru: "кто" },
            source: "1-FZ 4",
            needed: "always",
            evidence: { facts: [], rights: [], states: ["operator.legalName"], kinds: [] },
          },
        ],
        ...tested,
      },
    ],
    regime: "TEST",
    version: "1",
    validFrom: "2026-01-01",
    source: "A test's own.",
    verifiedOn: "2026-01-01",
    purposes: [
      {
        code: "rights",
        label: { en: "carrying out rights", ru: "осуществление прав" },
        statute: "1-FZ 2",
        basis: "legalObligation",
        operations: ["extract", "provide", "destroy"],
        attributes: "*",
      },
    ],
  },
];

export const smallPromise = definePromise({
  operator: {
    id: "small",
    legalName: { en: "Small Ltd", ru: "ООО «Малое»" },
    shortName: { en: "Small", ru: "Малое" },
    address: { en: "1 Test Street", ru: "ул. Тестовая, 1" },
    inn: "0012345673",
    ogrn: "1260000123459",
    email: "privacy@small.example",
    phone: "+7 200 555-01-00",
    country: "RU",
    timeZone: "Europe/Moscow",
    languages: ["en", "ru"],
    regimes: ["TEST"],
    governingLaw: "RU",
  },
  hosts: ["small.example"],
  products: {},
  channels: { feedback: { label: { en: "feedback form", ru: "форма связи" }, clause: "1.1" } },
  attributes: {
    email: {
      category: "email",
      identifiability: "direct",
      kind: "email",
      maxLength: 254,
      label: { en: "E-mail", ru: "Почта" },
      clause: "1.1",
    },
  },
  retention: {
    enquiries: {
      clause: "1.2",
      from: "case-closed",
      days: 30,
      endEvents: ["destruction-demanded"],
      label: { en: "enquiries", ru: "обращения" },
    },
  },
  deadlines: {
    erasure: {
      clause: "1.2",
      from: "receipt",
      length: 21,
      unit: "working-day",
      label: { en: "erasure", ru: "удаление" },
    },
  },
  purposes: {
    "inquiry-handling": {
      label: { en: "handling of enquiries", ru: "обработка обращений" },
      basis: "legitimateInterest",
      clause: "1.1",
      operations: ["collect", "store", "extract"],
      attributes: ["email"],
      channels: ["feedback"],
      retention: "enquiries",
    },
  },
  forms: {
    feedback: {
      path: "/feedback/",
      title: { en: "Write to us", ru: "Напишите нам" },
      intro: { en: "Write.", ru: "Пишите." },
      clause: "1.1",
      purpose: "inquiry-handling",
      furtherPurposes: [],
      fields: [{ attribute: "email", required: true, hint: null }],
      document: "privacy-policy",
      consents: [],
      whenDeclined: "closed",
    },
  },
  consents: {},
  rights: {},
  measures: {},
  freeText: "allow-with-scan",
  automatic: {},
  statistics: { providers: {}, purposes: {} },
  recipients: {},
  documents: {
    "privacy-policy": {
      path: "/privacy-policy/",
      title: { en: "Privacy policy", ru: "Политика" },
      updatedOn: "2026-11-20",
    },
  },
});

export const smallDefinition: OperatorDefinition = defineOperator({
  promise: smallPromise,
  texts: {
    "privacy-policy": [
      {
        id: "1",
        title: { en: "All", ru: "Всё" },
        clauses: [
          {
            id: "1.1",
            text: {
              en: ({ operator, form, list }) =>
                `${operator.legalName} asks for ${list(form("feedback").required)}.`,
              ru: ({ operator, form, list }) => `${operator.legalName}: ${list(form("feedback").required)}.`,
            },
            keptBy: { en: "Sealed.", ru: "Зашифровано." },
          },
          {
            id: "1.2",
            text: {
              en: ({ deadline, retention }) =>
                `Erased ${deadline("erasure").within}, forgotten ${retention("enquiries").within}.`,
              ru: ({ deadline, retention }) =>
                `Удаляем ${deadline("erasure").within}, забываем ${retention("enquiries").within}.`,
            },
            keptBy: null,
          },
        ],
      },
    ],
  },
  site: {
    home: {
      title: { en: "Small", ru: "Малое" },
      lead: { en: "Small.", ru: "Малое." },
      body: { en: "Small.", ru: "Малое." },
    },
  },
});

/** A small valid policy, compiled, with what a test changes in it. */
export function smallPolicy(changes: Partial<CompiledPolicy> = {}): CompiledPolicy {
  return { ...compileOperator(smallDefinition, smallRules), ...changes };
}
