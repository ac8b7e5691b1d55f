import type { OperatorAnswers } from "../answers.ts";
import { localised, quoted } from "./source-text.ts";

/**
 * `promise.ts`: what is promised, as data. `today` is the ISO date that the documents bear.
 */
export function promiseFile(answers: OperatorAnswers, today: string): string {
  return `import { definePromise } from "upheld/policy";

/** What is promised. The gate enforces this object, and the texts take every fact from it. */
export const promise = definePromise({
${operator(answers)}
${attributes(answers)}
${retention(answers)}
${purposes(answers)}
${form(answers)}
${RIGHTS}
${MEASURES}
${documents(answers, today)}
});
`;
}

function operator(answers: OperatorAnswers): string {
  const { name, languages, shortName, legalName, address, inn, ogrn, email, phone, timeZone, host } = answers;
  const local = `${name}.localhost`;
  const hosts = host === local ? [host] : [host, local];
  return `  operator: {
    id: ${quoted(name)},
    kind: ${quoted(ogrn.length === 15 ? "sole-trader" : "organisation")},
    legalName: ${localised(legalName, 4)},
    shortName: ${localised(shortName, 4)},
    address: ${localised(address, 4)},
    inn: ${quoted(inn)},
    ogrn: ${quoted(ogrn)},
    email: ${quoted(email)},
    phone: ${quoted(phone)},
    country: "RU",
    timeZone: ${quoted(timeZone)},
    languages: [${languages.map(quoted).join(", ")}],
    regimes: ["RU-152FZ"],
    governingLaw: "RU",
  },
  hosts: [${hosts.map(quoted).join(", ")}],
  products: {},
  channels: {
    feedback: { label: { en: "the feedback form", ru: "форма обратной связи" }, clause: "2.1" },
  },`;
}

function attributes({ takesPhone, takesCompany }: OperatorAnswers): string {
  return `  attributes: {
    name: {
      category: "name",
      identifiability: "direct",
      kind: "text",
      maxLength: 200,
      label: { en: "Name", ru: "Имя" },
      clause: "2.1",
    },
    email: {
      category: "email",
      identifiability: "direct",
      kind: "email",
      maxLength: 254,
      label: { en: "E-mail address", ru: "Адрес электронной почты" },
      clause: "2.1",
    },${takesPhone ? PHONE : ""}${takesCompany ? COMPANY : ""}
    message: {
      category: "message",
      identifiability: "indirect",
      kind: "free-text",
      maxLength: 4000,
      label: { en: "Message", ru: "Сообщение" },
      clause: "2.3",
    },
  },`;
}

const PHONE = `
    phone: {
      category: "phone",
      identifiability: "direct",
      kind: "phone",
      maxLength: 40,
      label: { en: "Telephone number", ru: "Номер телефона" },
      clause: "2.2",
    },`;

const COMPANY = `
    company: {
      category: "company",
      identifiability: "indirect",
      kind: "text",
      maxLength: 200,
      label: { en: "Company", ru: "Компания" },
      clause: "2.2",
    },`;

function retention({ retentionDays, asksForOffers }: OperatorAnswers): string {
  return `  retention: {
    enquiries: {
      clause: "4.2",
      from: "case-closed",
      days: ${retentionDays},
      endEvents: ["purpose-achieved", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: { en: "data of an enquiry", ru: "данные обращения" },
    },${asksForOffers ? MAILINGS : ""}
  },
  deadlines: {
    answer: {
      clause: "5.2",
      from: "receipt",
      length: 10,
      unit: "working-day",
      label: { en: "answer to a request about one’s own data", ru: "ответ на требование о своих данных" },
    },
  },`;
}

const MAILINGS = `
    offers: {
      clause: "4.2",
      from: "withdrawal",
      days: 10,
      endEvents: ["consent-withdrawn", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: { en: "data of a recipient of offers", ru: "данные получателя предложений" },
    },`;

function purposes(answers: OperatorAnswers): string {
  return `  purposes: {
    "inquiry-handling": {
      label: { en: "answering of enquiries", ru: "ответы на обращения" },
      basis: "legitimateInterest",
      clause: "3.1",
      operations: ["collect", "record", "store", "clarify", "extract", "use", "delete", "destroy"],
      attributes: [${fieldsOf(answers).map(quoted).join(", ")}],
      channels: ["feedback"],
      retention: "enquiries",
    },${answers.asksForOffers ? OFFERS : ""}
  },`;
}

const OFFERS = `
    offers: {
      label: {
        en: "information about services and offers, sent by e-mail",
        ru: "информирование об услугах и предложениях по электронной почте",
      },
      basis: "consent",
      clause: "3.2",
      operations: ["collect", "record", "store", "clarify", "extract", "use", "delete", "destroy"],
      attributes: ["name", "email"],
      channels: ["feedback"],
      retention: "offers",
    },`;

function fieldsOf({ takesPhone, takesCompany }: OperatorAnswers): string[] {
  const optional = [...(takesPhone ? ["phone"] : []), ...(takesCompany ? ["company"] : [])];
  return ["name", "email", ...optional, "message"];
}

function form(answers: OperatorAnswers): string {
  const { takesPhone, takesCompany, asksForOffers } = answers;
  const phone = takesPhone
    ? `
        {
          attribute: "phone",
          required: false,
          hint: {
            en: "Only if you would rather be called.",
            ru: "Только если удобнее, чтобы вам позвонили.",
          },
        },`
    : "";
  const company = takesCompany ? '\n        { attribute: "company", required: false, hint: null },' : "";
  return `  forms: {
    feedback: {
      kind: "feedback",
      path: "/feedback/",
      title: { en: "Write to us", ru: "Напишите нам" },
      intro: {
        en: "A person reads every message and answers by e-mail. Please leave out anything about you that the answer does not need.",
        ru: "Каждое сообщение читает человек и отвечает по электронной почте. Не пишите, пожалуйста, о себе того, что не нужно для ответа.",
      },
      clause: "2.1",
      purpose: "inquiry-handling",
      furtherPurposes: [],
      fields: [
        { attribute: "name", required: true, hint: null },
        {
          attribute: "email",
          required: true,
          hint: { en: "The answer goes to this address.", ru: "На этот адрес придёт ответ." },
        },${phone}${company}
        {
          attribute: "message",
          required: true,
          hint: {
            en: "Please no passport, card or health details.",
            ru: "Пожалуйста, без паспортных и банковских данных и сведений о здоровье.",
          },
        },
      ],
      document: "privacy-policy",
      consents: [${asksForOffers ? '"offers"' : ""}],
      whenDeclined: "closed",
    },
  },
  consents: {${asksForOffers ? CONSENT : ""}},
  freeText: "allow-with-scan",
  automatic: {},
  statistics: { providers: {}, purposes: {} },
  recipients: {},`;
}

const CONSENT = `
    offers: {
      purpose: "offers",
      document: "consent-offers",
      label: {
        en: "I consent to receiving information about services and offers by e-mail.",
        ru: "Я даю согласие на получение по электронной почте информации об услугах и предложениях.",
      },
      attributes: ["name", "email"],
      clause: "3.2",
    },
  `;

const RIGHTS = `  rights: {
    access: {
      label: {
        en: "a statement of whether and how the User’s data are processed, with the data themselves",
        ru: "сведений о том, обрабатываются ли данные Пользователя и как, вместе с самими данными",
      },
      clause: "5.1",
    },
    rectification: {
      label: {
        en: "correction of data that are inaccurate, incomplete or out of date",
        ru: "уточнения неточных, неполных или устаревших данных",
      },
      clause: "5.1",
    },
    restriction: {
      label: {
        en: "blocking of data that are inaccurate or unlawfully processed, while this is checked",
        ru: "блокирования недостоверных или неправомерно обрабатываемых данных на время проверки",
      },
      clause: "5.1",
    },
    erasure: { label: { en: "deletion of the data", ru: "удаления данных" }, clause: "5.1" },
    stopProcessing: { label: { en: "an end to the processing", ru: "прекращения обработки" }, clause: "5.1" },
    withdrawal: {
      label: {
        en: "an end to what rests on a consent, by withdrawing it",
        ru: "прекращения того, что основано на согласии, — отозвав его",
      },
      clause: "5.1",
    },
  },`;

const MEASURES = `  measures: {
    encryption: {
      label: {
        en: "encryption of every item of personal data, under keys that serve one person alone",
        ru: "шифрование каждого элемента персональных данных на ключах, относящихся только к одному лицу",
      },
      clause: "4.4",
    },
    "separate-keys": {
      label: { en: "storage of the keys apart from the data", ru: "хранение ключей отдельно от данных" },
      clause: "4.4",
    },
    "purpose-control": {
      label: {
        en: "a check of purpose, ground and authorisation before every operation",
        ru: "проверка цели, основания и полномочий перед каждой операцией",
      },
      clause: "4.4",
    },
    journal: {
      label: {
        en: "a journal of operations that cannot be altered without notice",
        ru: "журнал операций, который нельзя незаметно изменить",
      },
      clause: "4.4",
    },
  },`;

function documents({ asksForOffers }: OperatorAnswers, today: string): string {
  const consent = `
    "consent-offers": {
      kind: "consent",
      path: "/consents/offers/",
      title: { en: "Consent to receive offers", ru: "Согласие на получение предложений" },
      updatedOn: ${quoted(today)},
    },`;
  return `  documents: {
    "privacy-policy": {
      kind: "privacy-policy",
      path: "/privacy-policy/",
      title: { en: "Privacy policy", ru: "Политика конфиденциальности" },
      updatedOn: ${quoted(today)},
    },${asksForOffers ? consent : ""}
  },`;
}
