import { definePromise } from "upheld/policy";
import { services } from "./services.ts";
import { settingClauses, settings } from "./settings.ts";
import { waivers } from "./waivers.ts";

/**
 * What ITSECTR promises. ITSECTR, its address, numbers and contacts are invented: the region code 00 of its
 * registration numbers and of its bank and the dialling code 200 are not assigned to anyone, the host names are
 * reserved.
 */
export const promise = definePromise({
  operator: {
    id: "itsectr",
    legalName: {
      en: "ITSECTR Studio Limited Liability Company",
      ru: "Общество с ограниченной ответственностью «Студия ИТСЕКТР»",
    },
    shortName: { en: "ITSECTR", ru: "ИТСЕКТР" },
    kind: "organisation",
    activity: {
      en: "a studio that develops websites and mobile applications",
      ru: "студия разработки сайтов и мобильных приложений",
    },
    address: {
      en: "office 4, 12 Primernaya ulitsa, Obraztsovsk, 000000, Russia",
      ru: "000000, Россия, г. Образцовск, ул. Примерная, д. 12, офис 4",
    },
    inn: "0012345673",
    ogrn: "1260000123459",
    bank: {
      name: {
        en: "Obraztsovsk Commercial Bank",
        ru: "Образцовский коммерческий банк",
      },
      bic: "040000417",
      account: "40702810500000000126",
      correspondentAccount: "30101810600000000417",
    },
    publicRequisites: ["inn", "ogrn", "address", "phone", "email", "bank"],
    responsible: { en: "the operations manager", ru: "руководитель операционного отдела" },
    email: "privacy@itsectr.example",
    phone: "+7 200 555-01-42",
    country: "RU",
    timeZone: "Europe/Moscow",
    languages: ["ru", "en"],
    regimes: ["RU-152FZ"],
    governingLaw: "RU",
  },
  hosts: ["itsectr.example", "*.itsectr.example", "itsectr.localhost", "*.itsectr.localhost"],
  settings,
  settingClauses,
  products: {
    "client-panel": {
      name: { en: "ITSECTR Client Panel", ru: "Панель заказчика ИТСЕКТР" },
      clause: "preamble.scope",
    },
    "build-watch": {
      name: { en: "ITSECTR Build Watch", ru: "Наблюдатель сборок ИТСЕКТР" },
      clause: "preamble.scope",
    },
  },
  channels: {
    feedback: { label: { en: "feedback forms", ru: "формы обратной связи" }, clause: "3.1.feedback" },
    order: { label: { en: "service order forms", ru: "формы заказа услуг" }, clause: "3.1.order" },
    newsletter: {
      label: { en: "newsletter subscription forms", ru: "формы подписки на рассылку" },
      clause: "3.1.newsletter",
    },
    registration: {
      label: { en: "registration forms", ru: "формы регистрации" },
      clause: "3.1.registration",
    },
  },
  attributes: {
    name: {
      category: "name",
      identifiability: "direct",
      kind: "text",
      maxLength: 200,
      label: { en: "Name", ru: "Имя" },
      clause: "3.2.1",
    },
    phone: {
      category: "phone",
      identifiability: "direct",
      kind: "phone",
      maxLength: 40,
      label: { en: "Contact telephone number", ru: "Контактный телефон" },
      clause: "3.2.2",
    },
    email: {
      category: "email",
      identifiability: "direct",
      kind: "email",
      maxLength: 254,
      label: { en: "E-mail address", ru: "Адрес электронной почты" },
      clause: "3.2.3",
    },
    company: {
      category: "company",
      identifiability: "indirect",
      kind: "text",
      maxLength: 200,
      label: { en: "Company", ru: "Компания" },
      clause: "3.2.4",
    },
    message: {
      category: "message",
      identifiability: "indirect",
      kind: "free-text",
      maxLength: 4000,
      label: { en: "Message", ru: "Сообщение" },
      clause: "3.2.5",
    },
  },
  retention: {
    enquiries: {
      clause: "5.1.term",
      from: "case-closed",
      days: 30,
      endEvents: ["purpose-achieved", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: {
        en: "data of an enquiry",
        ru: "данные обращения",
      },
    },
    mailings: {
      clause: "5.1.term",
      from: "withdrawal",
      days: 10,
      endEvents: ["consent-withdrawn", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: {
        en: "data of a recipient of mailings",
        ru: "данные получателя рассылок",
      },
    },
    contracts: {
      clause: "5.1.term",
      from: "case-closed",
      days: 1825,
      endEvents: ["contract-ended"],
      label: {
        en: "data without which a contract cannot be accounted for",
        ru: "данные, без которых нельзя вести учёт по договору",
      },
    },
    security: {
      clause: "5.1.term",
      from: "receipt",
      days: 180,
      endEvents: ["purpose-achieved"],
      label: {
        en: "data recorded for the security of the Site",
        ru: "данные, записанные для безопасности Сайта",
      },
    },
    depersonalised: {
      clause: "5.1.term",
      from: "receipt",
      days: null,
      reviewDays: 365,
      endEvents: ["purpose-achieved", "operator-closed"],
      label: { en: "depersonalised data", ru: "обезличенные данные" },
    },
  },
  deadlines: {
    "claim-answer": {
      clause: "8.2",
      from: "receipt",
      length: 30,
      unit: "calendar-day",
      label: { en: "answer to a claim", ru: "ответ на претензию" },
    },
    "claim-review": {
      clause: "user-agreement/8.2",
      from: "receipt",
      length: 30,
      unit: "calendar-day",
      label: { en: "consideration of a claim", ru: "рассмотрение претензии" },
    },
    erasure: {
      clause: "10.2.deadline",
      from: "receipt",
      length: 30,
      unit: "working-day",
      label: { en: "deletion of data on request", ru: "удаление данных по запросу" },
    },
  },
  purposes: {
    "inquiry-handling": {
      label: {
        en: "handling of enquiries sent through feedback forms",
        ru: "обработка обращений, направленных через формы обратной связи",
      },
      basis: "legitimateInterest",
      clause: "4.1.1",
      operations: [
        "collect",
        "record",
        "systematise",
        "accumulate",
        "store",
        "clarify",
        "extract",
        "use",
        "delete",
        "destroy",
      ],
      attributes: ["name", "phone", "email", "company", "message"],
      channels: ["feedback"],
      retention: "enquiries",
    },
    offers: {
      label: {
        en: "information about services, offers and promotions",
        ru: "информирование об услугах, предложениях и акциях",
      },
      basis: "consent",
      clause: "4.1.2",
      operations: ["collect", "record", "store", "clarify", "extract", "use", "delete", "destroy"],
      attributes: ["name", "email"],
      channels: ["newsletter"],
      retention: "mailings",
    },
    "service-communication": {
      label: {
        en: "two-way contact with the User, including service notices and queries about the use of the Site",
        ru: "обратная связь с Пользователем, включая служебные уведомления и запросы об использовании Сайта",
      },
      basis: "legitimateInterest",
      clause: "4.1.3",
      operations: ["record", "store", "clarify", "extract", "use", "delete", "destroy"],
      attributes: ["name", "phone", "email", "message"],
      channels: ["feedback", "order", "registration"],
      retention: "enquiries",
    },
    "pre-contract": {
      label: {
        en: "preparation of contracts for development and other services",
        ru: "подготовка договоров на разработку и иные услуги",
      },
      basis: "preContract",
      clause: "4.1.4",
      operations: ["collect", "record", "store", "clarify", "extract", "use", "delete", "destroy"],
      attributes: ["name", "phone", "email", "company", "message"],
      channels: ["order"],
      retention: "enquiries",
    },
    contract: {
      label: {
        en: "conclusion and performance of contracts for development and other services",
        ru: "заключение и исполнение договоров на разработку и иные услуги",
      },
      basis: "contract",
      clause: "4.1.4",
      operations: [
        "record",
        "store",
        "clarify",
        "extract",
        "use",
        "transfer",
        "provide",
        "delete",
        "destroy",
      ],
      attributes: ["name", "phone", "email", "company"],
      channels: ["order"],
      retention: "contracts",
    },
    research: {
      label: {
        en: "statistics, market research and analysis of behaviour in order to raise quality",
        ru: "статистика, исследования рынка и анализ поведения для повышения качества",
      },
      basis: "statistics",
      clause: "4.1.5",
      operations: ["systematise", "store", "extract", "use"],
      attributes: [],
      channels: [],
      retention: "depersonalised",
    },
    "fraud-prevention": {
      label: {
        en: "security of the Site and prevention of fraud",
        ru: "безопасность Сайта и предотвращение мошенничества",
      },
      basis: "legitimateInterest",
      clause: "4.1.6",
      operations: ["record", "store", "extract", "use", "delete", "destroy"],
      attributes: ["email", "phone"],
      channels: [],
      retention: "security",
    },
    newsletter: {
      label: {
        en: "informational and news mailings",
        ru: "информационные и новостные рассылки",
      },
      basis: "consent",
      clause: "4.1.7",
      operations: ["collect", "record", "store", "clarify", "extract", "use", "delete", "destroy"],
      attributes: ["name", "email"],
      channels: ["newsletter"],
      retention: "mailings",
    },
  },
  forms: {
    feedback: {
      kind: "feedback",
      path: "/feedback/",
      title: { en: "Write to us", ru: "Напишите нам" },
      intro: {
        en: "Tell us what you need. A person reads every message and answers by e-mail. Please leave out anything about you that the answer does not need.",
        ru: "Расскажите, что вам нужно. Каждое сообщение читает человек и отвечает по электронной почте. Не пишите о себе, пожалуйста, того, что не нужно для ответа.",
      },
      clause: "3.1.feedback",
      purpose: "inquiry-handling",
      furtherPurposes: ["service-communication"],
      fields: [
        { attribute: "name", required: true, hint: null },
        {
          attribute: "email",
          required: true,
          hint: { en: "The answer goes to this address.", ru: "На этот адрес придёт ответ." },
        },
        {
          attribute: "phone",
          required: false,
          hint: {
            en: "Only if you would rather be called.",
            ru: "Только если удобнее, чтобы вам позвонили.",
          },
        },
        { attribute: "company", required: false, hint: null },
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
      consents: ["offers"],
      whenDeclined: "closed",
    },
    order: {
      kind: "order",
      path: "/order/",
      title: { en: "Order a service", ru: "Заказать услугу" },
      intro: {
        en: "Tell us what is to be made and how we reach you. We answer by e-mail with questions, then with terms and a price. Nothing is ordered until both of us have agreed to a contract.",
        ru: "Расскажите, что нужно сделать и как с вами связаться. Мы ответим по электронной почте вопросами, а потом предложим условия и цену. Заказ не считается сделанным, пока обе стороны не согласовали договор.",
      },
      clause: "3.1.order",
      purpose: "pre-contract",
      furtherPurposes: ["service-communication"],
      fields: [
        { attribute: "name", required: true, hint: null },
        {
          attribute: "email",
          required: true,
          hint: {
            en: "Our questions and the offer go to this address.",
            ru: "На этот адрес придут наши вопросы и предложение.",
          },
        },
        {
          attribute: "phone",
          required: false,
          hint: {
            en: "If some things are better said than written.",
            ru: "Если что-то проще обсудить голосом.",
          },
        },
        {
          attribute: "company",
          required: false,
          hint: { en: "If you order on behalf of one.", ru: "Если заказываете от её имени." },
        },
        {
          attribute: "message",
          required: true,
          hint: {
            en: "What is to be made, for whom and by when. Please no passport, card or health details.",
            ru: "Что нужно сделать, для кого и к какому сроку. Пожалуйста, без паспортных и банковских данных и сведений о здоровье.",
          },
        },
      ],
      document: "privacy-policy",
      consents: [],
      whenDeclined: "closed",
    },
  },
  services,
  topics: {
    services: {
      label: { en: "Services", ru: "Услуги" },
      clause: "user-agreement/4.2.3",
      form: "feedback",
    },
    cooperation: {
      label: { en: "Cooperation", ru: "Сотрудничество" },
      clause: "user-agreement/4.2.3",
      form: "feedback",
    },
    other: {
      label: { en: "Something else", ru: "Другое" },
      clause: "user-agreement/4.2.3",
      form: "feedback",
    },
  },
  consents: {
    offers: {
      purpose: "offers",
      document: "consent-offers",
      label: {
        en: "I consent to receiving information about services, offers and promotions by e-mail.",
        ru: "Я даю согласие на получение по электронной почте информации об услугах, предложениях и акциях.",
      },
      attributes: ["name", "email"],
      clause: "4.1.2",
    },
  },
  freeText: "allow-with-scan",
  rights: {
    access: {
      label: {
        en: "a statement of whether and how the User’s data are processed, with the data themselves",
        ru: "получение сведений о том, обрабатываются ли данные Пользователя и как, вместе с самими данными",
      },
      clause: "6.1.2",
    },
    rectification: {
      label: {
        en: "correction and completion of data that are inaccurate, incomplete or out of date",
        ru: "уточнение и дополнение неточных, неполных или устаревших данных",
      },
      clause: "6.1.2",
    },
    restriction: {
      label: {
        en: "blocking of data that are inaccurate or unlawfully processed, while this is checked",
        ru: "блокирование недостоверных или неправомерно обрабатываемых данных на время проверки",
      },
      clause: "6.2.4.block",
    },
    erasure: { label: { en: "deletion of the data", ru: "удаление данных" }, clause: "10.2.channel" },
    stopProcessing: {
      label: { en: "an end to the processing", ru: "прекращение обработки" },
      clause: "5.1.term",
    },
    withdrawal: {
      label: { en: "an end to what rests on a consent, by withdrawing it", ru: "отзыв данного согласия" },
      clause: "4.1.2",
    },
  },
  measures: {
    encryption: {
      label: {
        en: "encryption of every item of personal data, under keys that serve one person alone",
        ru: "шифрование каждого элемента персональных данных на ключах, относящихся только к одному лицу",
      },
      clause: "5.5",
    },
    "separate-keys": {
      label: {
        en: "storage of the keys apart from the data",
        ru: "хранение ключей отдельно от данных",
      },
      clause: "5.5",
    },
    "purpose-control": {
      label: {
        en: "a check of purpose, ground and authorisation before every operation",
        ru: "проверка цели, основания и полномочий перед каждой операцией",
      },
      clause: "5.5",
    },
    "named-access": {
      label: {
        en: "access for staff by name and for particular purposes only",
        ru: "доступ сотрудников только поимённо и только для определённых целей",
      },
      clause: "5.5",
    },
    journal: {
      label: {
        en: "a journal of all operations that cannot be altered without notice",
        ru: "журнал всех операций, который нельзя незаметно изменить",
      },
      clause: "5.5",
    },
    "durable-storage": {
      label: {
        en: "storage that keeps what has been acknowledged through a failure of a program or of power",
        ru: "хранение, при котором подтверждённые данные не теряются при сбое программы или отключении питания",
      },
      clause: "5.5",
    },
  },
  automatic: {
    ip: {
      label: { en: "the IP address of the visitor", ru: "IP-адрес посетителя" },
      clause: "3.3.ip",
    },
    cookie: {
      label: { en: "the content of cookies", ru: "содержимое файлов cookie" },
      clause: "3.3.cookie",
    },
    userAgent: {
      label: {
        en: "information about the browser and the device",
        ru: "сведения о браузере и устройстве",
      },
      clause: "3.3.ua",
    },
    time: { label: { en: "the time of access", ru: "время доступа" }, clause: "3.3.time" },
    page: {
      label: { en: "the address of the page opened", ru: "адрес открытой страницы" },
      clause: "3.3.page",
    },
    referrer: {
      label: {
        en: "the address of the page visited before",
        ru: "адрес предыдущей страницы (реферер)",
      },
      clause: "3.3.referrer",
    },
  },
  statistics: {
    providers: {
      "yandex-metrica": {
        name: { en: "Yandex.Metrica", ru: "Яндекс.Метрика" },
        country: "RU",
        connected: false,
      },
      "google-analytics": {
        name: { en: "Google Analytics", ru: "Google Analytics" },
        country: "US",
        connected: false,
      },
    },
    purposes: {
      analytics: {
        en: "analysis of how visitors behave on the Site",
        ru: "анализ поведения посетителей на Сайте",
      },
      optimisation: { en: "improvement of its performance", ru: "улучшение его работы" },
      diagnostics: { en: "search for faults", ru: "поиск неисправностей" },
    },
  },
  connectors: {
    "yandex-metrica": {
      name: { en: "Yandex.Metrica", ru: "Яндекс.Метрика" },
      country: "RU",
      role: "processor",
      purpose: "research",
      attributes: [],
      live: false,
      clause: "3.3.2.providers",
    },
    "google-analytics": {
      name: { en: "Google Analytics", ru: "Google Analytics" },
      country: "US",
      role: "processor",
      purpose: "research",
      attributes: [],
      live: false,
      clause: "3.3.2.providers",
    },
  },
  recipients: {
    telecom: {
      label: { en: "telecommunications carriers", ru: "операторы связи" },
      ground: "order-fulfilment",
      clause: "5.2",
    },
    delivery: {
      label: { en: "couriers", ru: "службы доставки" },
      ground: "order-fulfilment",
      clause: "5.2",
    },
    authorities: {
      label: { en: "authorised state bodies", ru: "уполномоченные органы государственной власти" },
      ground: "law",
      clause: "5.3",
    },
  },
  documents: {
    "privacy-policy": {
      path: "/privacy-policy/",
      title: { en: "Privacy policy", ru: "Политика конфиденциальности" },
      updatedOn: "2026-11-22",
      kind: "privacy-policy",
      registeredAs: "itsectr-privacy",
      scope: {
        en: "The Site with all its pages and subdomains, its programs and its products. It ends where a link leads to a website of somebody else.",
        ru: "Сайт со всеми страницами и поддоменами, его программы и продукты. Действие заканчивается там, где ссылка ведёт на сайт другого лица.",
      },
    },
    "user-agreement": {
      path: "/user-agreement/",
      title: { en: "User agreement", ru: "Пользовательское соглашение" },
      updatedOn: "2026-11-22",
      kind: "user-agreement",
      registeredAs: "itsectr-agreement",
      offerStatus: "public-offer",
      governingLaw: "RU",
      scope: {
        en: "The use of the Site. Contracts for services have terms of their own; the processing of personal data has the Privacy policy.",
        ru: "Использование Сайта. Для договоров об услугах действуют их собственные условия, для обработки персональных данных — Политика конфиденциальности.",
      },
    },
    "consent-offers": {
      path: "/consents/offers/",
      title: {
        en: "Consent to receive information and offers",
        ru: "Согласие на получение информации и предложений",
      },
      updatedOn: "2026-11-22",
    },
  },
  waivers,
});
