import { definePromise } from "upheld/policy";

/**
 * What IMG promises. IMG, its address, numbers, bank and contacts are invented: the region code 00 of its registration
 * numbers and the dialling code 200 are not assigned to anyone, the host names are reserved.
 */
export const promise = definePromise({
  operator: {
    id: "img",
    kind: "organisation",
    legalName: {
      en: "IMG Archive Limited Liability Company",
      ru: "Общество с ограниченной ответственностью «ИМГ Архив»",
    },
    shortName: { en: "IMG", ru: "ИМГ" },
    activity: {
      en: "scanning and text recognition of paper archives",
      ru: "сканирование и распознавание бумажных архивов",
    },
    address: {
      en: "3 Arkhivnaya ulitsa, Obraztsovsk, 000000, Russia",
      ru: "000000, Россия, г. Образцовск, ул. Архивная, д. 3",
    },
    inn: "0023456784",
    ogrn: "1260000234560",
    bank: {
      name: { en: "Obraztsovsk Settlement Bank", ru: "Образцовский расчётный банк" },
      bic: "040000721",
      account: "40702810500000000041",
      correspondentAccount: "30101810600000000721",
    },
    publicRequisites: ["inn", "ogrn", "address", "email", "phone"],
    email: "office@img.example",
    phone: "+7 200 555-02-10",
    responsible: { en: "the keeper of records", ru: "хранитель фондов" },
    country: "RU",
    timeZone: "Europe/Moscow",
    languages: ["ru", "en"],
    regimes: ["RU-152FZ"],
    governingLaw: "RU",
  },
  hosts: ["img.example", "img.localhost"],
  settings: {
    // Section 7 is a further condition and opens nothing that clause 6.2 closes (T01).
    disclosure: {
      posture: "never-except-law",
      processors: "allowed-declared",
      grounds: ["law"],
      authorities: ["RF"],
    },
    cookies: { mode: "opt-in", underChoice: ["personalisation", "analytics", "advertising"] },
    versioning: { notice: "banner" },
    requests: {
      mailIntake: {
        address: "data@img.example",
        titles: [
          { title: { en: "No more news", ru: "Отказ от новостей" }, type: "opt-out" },
          { title: { en: "Correct my data", ru: "Исправить мои данные" }, type: "rectification" },
          { title: { en: "I withdraw my consent", ru: "Отзываю согласие" }, type: "withdrawal" },
        ],
      },
    },
    marketing: { mode: "opt-in", softOptIn: false },
    signatures: { writtenConsent: "simple" },
    residency: { home: "RU" },
    treatAnonymousAsPersonal: "always",
    thirdPartyData: "forbid",
    distribution: "off",
    parties: ["natural-person"],
    sources: ["form"],
  },
  settingClauses: {
    "disclosure.posture": "6.2",
    "disclosure.processors": "6.2",
    "disclosure.grounds": "6.2",
    "disclosure.authorities": "6.2",
    "cookies.mode": "5.2",
    "cookies.underChoice": "5.2",
    "versioning.notice": "8.2",
    "requests.mailIntake": "4.2.optout",
    "marketing.mode": "4.2.marketing",
    "marketing.softOptIn": "4.2.marketing",
    "signatures.writtenConsent": "7.2",
    "residency.home": "2.4",
    treatAnonymousAsPersonal: "3.post",
    distribution: "2.11",
    sources: "5.1.channel",
  },
  products: {},
  channels: {
    materials: {
      label: { en: "the form for access to materials", ru: "форма доступа к материалам" },
      clause: "5.1.channel",
    },
  },
  attributes: {
    name: {
      category: "name",
      identifiability: "direct",
      kind: "text",
      maxLength: 200,
      parts: ["family", "given", "patronymic"],
      label: { en: "Full name", ru: "Полное имя" },
      clause: "3.1",
    },
    email: {
      category: "email",
      identifiability: "direct",
      kind: "email",
      maxLength: 254,
      label: { en: "E-mail address", ru: "Адрес электронной почты" },
      clause: "3.2",
    },
    phone: {
      category: "phone",
      identifiability: "direct",
      kind: "phone",
      maxLength: 40,
      many: 3,
      label: { en: "Telephone number", ru: "Номер телефона" },
      clause: "3.3",
    },
  },
  freeText: "off",
  retention: {
    materials: {
      clause: "6.4.term",
      from: "receipt",
      days: null,
      reviewDays: 730,
      endEvents: [
        "purpose-achieved",
        "consent-withdrawn",
        "stop-demanded",
        "destruction-demanded",
        "operator-closed",
      ],
      label: { en: "data given for access to materials", ru: "данные, указанные для доступа к материалам" },
    },
    news: {
      clause: "6.4.revoke",
      from: "withdrawal",
      days: 10,
      endEvents: ["consent-withdrawn", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: { en: "data of a reader of the news", ru: "данные читателя новостей" },
    },
    statistics: {
      clause: "6.4.term",
      from: "receipt",
      days: null,
      reviewDays: 730,
      endEvents: ["purpose-achieved", "consent-withdrawn", "destruction-demanded", "operator-closed"],
      label: { en: "data of the statistics", ru: "данные статистики" },
    },
  },
  deadlines: {
    rectification: {
      clause: "6.3",
      from: "receipt",
      length: 5,
      unit: "working-day",
      label: { en: "correction of data on request", ru: "исправление данных по запросу" },
    },
  },
  purposes: {
    "inform-by-email": {
      label: {
        en: "informing the User by e-mail of what concerns the request made and the access given",
        ru: "информирование Пользователя по электронной почте о том, что касается его запроса и открытого доступа",
      },
      basis: "legitimateInterest",
      clause: "4.1.inform",
      operations: ["record", "store", "clarify", "extract", "use", "delete", "destroy"],
      attributes: ["name", "email"],
      channels: ["materials"],
      retention: "materials",
    },
    "service-provision": {
      label: {
        en: "giving the User access to the services, information and materials of the Site",
        ru: "предоставление Пользователю доступа к сервисам, информации и материалам Сайта",
      },
      basis: "contract",
      clause: "4.1.access",
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
      attributes: ["name", "email", "phone"],
      channels: ["materials"],
      retention: "materials",
    },
    newsletter: {
      label: {
        en: "news of products and services, special offers and events",
        ru: "уведомление о новых продуктах и услугах, специальных предложениях и событиях",
      },
      basis: "consent",
      clause: "4.2.marketing",
      operations: ["record", "store", "clarify", "extract", "use", "delete", "destroy"],
      attributes: ["name", "email"],
      channels: [],
      retention: "news",
    },
    analytics: {
      label: {
        en: "learning what visitors do on the Site, and improving the Site and its content",
        ru: "изучение действий посетителей на Сайте, улучшение Сайта и его содержания",
      },
      basis: "consent",
      clause: "4.3",
      operations: ["collect", "record", "systematise", "store", "extract", "use", "depersonalise", "destroy"],
      attributes: [],
      channels: [],
      retention: "statistics",
    },
  },
  forms: {
    materials: {
      kind: "application",
      path: "/materials/request/",
      title: { en: "Ask for access", ru: "Запросить доступ" },
      intro: {
        en: "Leave an address, and our keeper sends the key to the reading room to it. The name and the telephone are for those who would rather be addressed by name or be called. There is nothing else to fill in.",
        ru: "Оставьте адрес — хранитель пришлёт на него ключ от читального зала. Имя и телефон — для тех, кому удобнее, чтобы к ним обращались по имени или звонили. Больше заполнять нечего.",
      },
      clause: "5.1.channel",
      purpose: "service-provision",
      furtherPurposes: ["inform-by-email"],
      fields: [
        { attribute: "name", required: false, hint: null },
        {
          attribute: "email",
          required: true,
          hint: { en: "The key is sent to this address.", ru: "Ключ придёт на этот адрес." },
        },
        {
          attribute: "phone",
          required: false,
          hint: {
            en: "Only if you would rather be called.",
            ru: "Только если удобнее, чтобы вам позвонили.",
          },
        },
      ],
      document: "privacy-policy",
      consents: ["newsletter"],
      whenDeclined: "closed",
    },
  },
  services: {
    "reading-room": {
      path: "/materials/",
      title: { en: "The reading room", ru: "Читальный зал" },
      summary: {
        en: "Scanned collections whose owners let anyone read them, with search through the recognised text.",
        ru: "Оцифрованные собрания, открытые владельцами для чтения, с поиском по распознанному тексту.",
      },
      body: {
        en: `Factory ledgers, letters of a provincial doctor, four decades of a school's class registers: what their owners have opened for reading is here, page by page, and every word of it can be searched.

Access is free. It asks for an address to send the key to, and for nothing else that you would rather not give.`,
        ru: `Заводские книги учёта, письма уездного врача, классные журналы одной школы за сорок лет: всё, что владельцы открыли для чтения, — постранично и с поиском по каждому слову.

Доступ бесплатный. Нужен адрес, на который придёт ключ; всё остальное — только если сами захотите.`,
      },
      clause: "4.1.access",
      offerStatus: "informational",
      forms: ["materials"],
    },
  },
  consents: {
    newsletter: {
      purpose: "newsletter",
      document: "consent-news",
      label: {
        en: "I consent to being sent news of products and services, special offers and events by e-mail.",
        ru: "Я даю согласие на получение по электронной почте новостей о продуктах и услугах, специальных предложениях и событиях.",
      },
      attributes: ["name", "email"],
      clause: "4.2.marketing",
    },
  },
  rights: {
    access: {
      label: {
        en: "to be told whether and how the User’s data are processed, and be given the data themselves",
        ru: "получение сведений о том, обрабатываются ли данные Пользователя и как, и самих данных",
      },
      clause: "8.1",
    },
    rectification: {
      label: {
        en: "to have data corrected that are inaccurate, incomplete or out of date",
        ru: "исправление неточных, неполных или устаревших данных",
      },
      clause: "6.3",
    },
    restriction: {
      label: {
        en: "to have data blocked while it is checked whether they are accurate and lawfully processed",
        ru: "блокирование данных на время проверки их точности и законности их обработки",
      },
      clause: "2.2",
    },
    erasure: {
      label: { en: "to have the data destroyed", ru: "уничтожение данных" },
      clause: "6.4.term",
    },
    stopProcessing: {
      label: { en: "to have the processing stopped", ru: "прекращение обработки" },
      clause: "6.4.term",
    },
    withdrawal: {
      label: { en: "to withdraw a consent", ru: "отзыв согласия" },
      clause: "6.4.revoke",
    },
    objection: {
      label: { en: "to refuse news and advertising", ru: "отказ от новостей и рекламы" },
      clause: "4.2.optout",
    },
  },
  measures: {
    "responsible-person": {
      label: {
        en: "a person responsible for the processing of personal data is appointed",
        ru: "назначено лицо, ответственное за организацию обработки персональных данных",
      },
      clause: "6.0",
    },
    encryption: {
      label: {
        en: "every item of personal data is encrypted under keys that serve one person alone",
        ru: "каждый элемент персональных данных зашифрован на ключах, относящихся только к одному лицу",
      },
      clause: "6.0",
    },
    "separate-keys": {
      label: { en: "the keys are kept apart from the data", ru: "ключи хранятся отдельно от данных" },
      clause: "6.0",
    },
    "purpose-control": {
      label: {
        en: "before every operation its purpose, ground and authorisation are checked",
        ru: "перед каждой операцией проверяются её цель, основание и полномочия",
      },
      clause: "6.0",
    },
    "named-access": {
      label: {
        en: "staff have access by name and for particular purposes only",
        ru: "сотрудники получают доступ только поимённо и только для определённых целей",
      },
      clause: "6.1",
    },
    journal: {
      label: {
        en: "all operations, and all refusals, are kept in a journal that cannot be altered without notice",
        ru: "все операции и все отказы записываются в журнал, который нельзя незаметно изменить",
      },
      clause: "6.1",
    },
  },
  automatic: {
    cookie: {
      label: { en: "the content of cookies", ru: "содержимое файлов cookie" },
      clause: "3.4",
    },
    userAgent: {
      label: { en: "information about the browser and the device", ru: "сведения о браузере и устройстве" },
      clause: "3.4",
    },
    page: { label: { en: "the pages opened", ru: "открытые страницы" }, clause: "3.4" },
    time: { label: { en: "the time of access", ru: "время доступа" }, clause: "3.4" },
  },
  statistics: {
    providers: {
      metrica: { name: { en: "Yandex.Metrica", ru: "Яндекс.Метрика" }, country: "RU", connected: false },
    },
    purposes: {
      actions: {
        en: "learning what visitors do on the Site",
        ru: "изучение действий посетителей на Сайте",
      },
      improvement: {
        en: "improving the Site and its content",
        ru: "улучшение Сайта и его содержания",
      },
    },
  },
  connectors: {
    metrica: {
      name: { en: "Yandex.Metrica", ru: "Яндекс.Метрика" },
      country: "RU",
      role: "processor",
      purpose: "analytics",
      attributes: [],
      live: false,
      clause: "3.4",
    },
  },
  recipients: {
    authorities: {
      label: { en: "authorised state bodies", ru: "уполномоченные государственные органы" },
      ground: "law",
      clause: "6.2",
    },
  },
  documents: {
    "privacy-policy": {
      path: "/privacy-policy/",
      title: {
        en: "Policy on the processing of personal data",
        ru: "Политика в отношении обработки персональных данных",
      },
      updatedOn: "2026-11-20",
      kind: "privacy-policy",
      governingLaw: "RU",
      registeredAs: "img-privacy",
    },
    "consent-news": {
      path: "/consents/news/",
      title: { en: "Consent to receive news", ru: "Согласие на получение новостей" },
      updatedOn: "2026-11-20",
      kind: "consent",
    },
  },
  waivers: [
    {
      finding: "purpose-without-consent",
      where: "purposes.analytics",
      reason: {
        en: "This consent is the visitor’s choice on the Site itself (clause 5.2). Until the Site offers it, nothing opens this purpose, and no visit is counted.",
        ru: "Такое согласие — выбор посетителя на самом Сайте (пункт 5.2). Пока Сайт его не предлагает, эта цель ничем не открывается и посещения не подсчитываются.",
      },
      on: "2026-11-22",
    },
  ],
});
