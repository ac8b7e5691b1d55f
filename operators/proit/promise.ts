import { definePromise } from "upheld/policy";
import { waivers } from "./waivers.ts";

/**
 * What PROIT promises. PROIT, its address, numbers, bank and contacts are invented: the region code 00 of its
 * registration numbers and the dialling code 200 are not assigned to anyone, the host names are reserved.
 */
export const promise = definePromise({
  operator: {
    id: "proit",
    kind: "organisation",
    legalName: {
      en: "PROIT Service Limited Liability Company",
      ru: "Общество с ограниченной ответственностью «ПроИТ Сервис»",
    },
    shortName: { en: "PROIT", ru: "ПроИТ" },
    activity: {
      en: "an online service for keeping account of computers, licences and repairs",
      ru: "онлайн-сервис для учёта компьютеров, лицензий и ремонтов",
    },
    address: {
      en: "unit 7, 40 Masterovaya ulitsa, Obraztsovsk, 000000, Russia",
      ru: "000000, Россия, г. Образцовск, ул. Мастеровая, д. 40, помещ. 7",
    },
    inn: "0034567895",
    ogrn: "1260000345670",
    bank: {
      name: { en: "Bank of the Obraztsovsk Workshops", ru: "Банк образцовских мастерских" },
      bic: "040000733",
      account: "40702810400000000157",
      correspondentAccount: "30101810300000000733",
    },
    publicRequisites: ["inn", "ogrn", "address", "bank", "email", "phone"],
    email: "help@proit.example",
    phone: "+7 200 555-03-40",
    responsible: { en: "the service’s data officer", ru: "ответственный за данные сервиса" },
    country: "RU",
    timeZone: "Europe/Moscow",
    languages: ["ru", "en"],
    // The service is offered in English as well, to whoever lives wherever: clause 4.4 speaks of the law that applies.
    regimes: ["RU-152FZ", "EU-GDPR"],
    governingLaw: "RU",
  },
  hosts: ["proit.example", "proit.localhost"],
  settings: {
    // Exactly the six cases of clause 4.5, in the order in which it names them (T23, T24, T25).
    disclosure: {
      posture: "grounds-list",
      processors: "allowed-declared",
      grounds: ["consent", "contract", "law", "rights-defence", "succession", "depersonalised"],
      authorities: ["RF", "residence", "treaty"],
    },
    cookies: { mode: "opt-in", underChoice: ["personalisation", "analytics", "advertising"] },
    // To use the service is to accept the Policy (clause 1.2), so that a new version is put before each user (T13).
    versioning: { notice: "re-accept" },
    // The Policy is a part of the agreement; on personal data it is the part that decides (T15).
    documents: { precedence: ["privacy-policy", "service-agreement"] },
    marketing: { mode: "opt-in", softOptIn: false, smallestCohort: 20 },
    logs: { days: 365, onErasure: "unlink" },
    research: { source: "depersonalised" },
    residency: { home: "RU" },
    treatAnonymousAsPersonal: "when-combined",
    thirdPartyData: "forbid",
    distribution: "off",
    ageGate: "off",
    parties: ["natural-person"],
    sources: ["form", "account"],
    verification: "none",
  },
  settingClauses: {
    "disclosure.posture": "4.5",
    "disclosure.processors": "4.5",
    "disclosure.grounds": "4.5",
    "disclosure.authorities": "4.5.3",
    "versioning.notice": "6.1",
    "documents.precedence": "1.5",
    "marketing.mode": "3.2.5",
    "marketing.smallestCohort": "3.2.5",
    "logs.days": "5.3.year",
    "logs.onErasure": "5.3.year",
    "research.source": "3.2.6",
    "residency.home": "4.4",
    treatAnonymousAsPersonal: "2.2.combination",
    thirdPartyData: "5.2",
    ageGate: "2.3.noverify",
    sources: "2.1.1",
    verification: "2.3.noverify",
  },
  products: {},
  channels: {
    application: {
      label: { en: "the application to use the service", ru: "заявка на подключение к сервису" },
      clause: "2.1.1",
    },
    registration: { label: { en: "registration", ru: "регистрация" }, clause: "2.1.1" },
    "sign-in": { label: { en: "signing in", ru: "вход в сервис" }, clause: "2.1.1" },
    "in-service": { label: { en: "use of the service", ru: "использование сервиса" }, clause: "2.1.1" },
  },
  attributes: {
    name: {
      category: "name",
      identifiability: "direct",
      kind: "text",
      maxLength: 200,
      label: { en: "Name", ru: "Имя" },
      necessity: {
        en: "for the service agreement, to know with whom it is concluded",
        ru: "для соглашения об использовании сервиса: чтобы знать, с кем оно заключено",
      },
      clause: "2.1.1",
    },
    email: {
      category: "email",
      identifiability: "direct",
      kind: "email",
      maxLength: 254,
      label: { en: "E-mail address", ru: "Адрес электронной почты" },
      necessity: {
        en: "for the service, where it is the login, and the way to answer and to warn",
        ru: "для сервиса: это имя для входа и способ ответить или предупредить",
      },
      clause: "2.1.1",
    },
    phone: {
      category: "phone",
      identifiability: "direct",
      kind: "phone",
      maxLength: 40,
      label: { en: "Telephone number", ru: "Номер телефона" },
      necessity: {
        en: "for the service, to help those by telephone who prefer it",
        ru: "для сервиса: чтобы помочь по телефону тем, кому так удобнее",
      },
      clause: "2.1.1",
    },
    task: {
      category: "message",
      identifiability: "indirect",
      kind: "free-text",
      maxLength: 2000,
      label: { en: "Intended use of the workspace", ru: "Назначение рабочего места" },
      necessity: {
        en: "for the service, to prepare the workspace that is asked for",
        ru: "для сервиса: чтобы подготовить нужное рабочее место",
      },
      clause: "2.1.1",
    },
    region: {
      category: "geo",
      identifiability: "depersonalised",
      kind: "text",
      maxLength: 80,
      label: { en: "Region", ru: "Регион" },
      necessity: {
        en: "for the service, to develop it where it is used, by counts alone",
        ru: "для сервиса: чтобы развивать его там, где им пользуются, — только по подсчётам",
      },
      clause: "2.2.attrs",
    },
    interests: {
      category: "interest",
      identifiability: "depersonalised",
      kind: "text",
      maxLength: 80,
      label: { en: "Group of interests", ru: "Группа интересов" },
      necessity: {
        en: "for the service, to know which of its functions are wanted, by counts alone",
        ru: "для сервиса: чтобы знать, какие его возможности нужны, — только по подсчётам",
      },
      clause: "2.2.attrs",
    },
    profession: {
      category: "profession",
      identifiability: "depersonalised",
      kind: "text",
      maxLength: 80,
      label: { en: "Profession", ru: "Профессия" },
      necessity: {
        en: "for the service, to know for whose work it is fit, by counts alone",
        ru: "для сервиса: чтобы знать, для чьей работы он пригоден, — только по подсчётам",
      },
      clause: "2.2.attrs",
    },
    sex: {
      category: "sex",
      identifiability: "depersonalised",
      kind: "text",
      maxLength: 20,
      label: { en: "Sex", ru: "Пол" },
      necessity: {
        en: "for the service, to find whom it serves worse than others, by counts alone",
        ru: "для сервиса: чтобы заметить, кому он служит хуже, чем другим, — только по подсчётам",
      },
      clause: "2.2.attrs",
    },
    age: {
      category: "age",
      identifiability: "depersonalised",
      kind: "text",
      maxLength: 20,
      label: { en: "Age band", ru: "Возрастная группа" },
      necessity: {
        en: "for the service, to find whom it serves worse than others, by counts alone",
        ru: "для сервиса: чтобы заметить, кому он служит хуже, чем другим, — только по подсчётам",
      },
      clause: "2.2.attrs",
    },
  },
  freeText: "allow-with-scan",
  retention: {
    requests: {
      clause: "4.2",
      from: "case-closed",
      days: 60,
      endEvents: ["purpose-achieved", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: { en: "data of a request", ru: "данные обращения" },
    },
    placed: {
      clause: "4.2",
      from: "receipt",
      days: null,
      reviewDays: 365,
      endEvents: ["destruction-demanded", "stop-demanded", "account-closed", "operator-closed"],
      label: { en: "what is placed in the service", ru: "размещённое в сервисе" },
    },
    contracts: {
      clause: "4.2",
      from: "case-closed",
      days: 1825,
      endEvents: ["contract-ended"],
      label: {
        en: "data without which an agreement cannot be accounted for",
        ru: "данные, без которых нельзя вести учёт по соглашению",
      },
    },
    logs: {
      clause: "5.3.year",
      from: "receipt",
      days: 365,
      endEvents: ["purpose-achieved", "operator-closed"],
      label: { en: "records of actions", ru: "записи о действиях" },
    },
    depersonalised: {
      clause: "4.2",
      from: "receipt",
      days: null,
      reviewDays: 365,
      endEvents: ["purpose-achieved", "operator-closed"],
      label: { en: "depersonalised data", ru: "обезличенные данные" },
    },
  },
  deadlines: {
    "policy-comment": {
      clause: "6.3",
      from: "receipt",
      length: 15,
      unit: "working-day",
      label: { en: "answer to a comment on the Policy", ru: "ответ на замечание к Политике" },
    },
    "data-correction": {
      clause: "service-agreement/4.2",
      from: "receipt",
      length: 10,
      unit: "working-day",
      label: { en: "time to correct unreliable data", ru: "время на исправление недостоверных данных" },
    },
    "end-of-service": {
      clause: "service-agreement/7.2",
      from: "receipt",
      length: 60,
      unit: "calendar-day",
      label: {
        en: "time to take one’s records away when the agreement is ended",
        ru: "время, чтобы забрать свои записи при прекращении соглашения",
      },
    },
    "claim-answer": {
      clause: "service-agreement/8.1",
      from: "receipt",
      length: 20,
      unit: "calendar-day",
      label: { en: "answer to a claim", ru: "ответ на претензию" },
    },
  },
  purposes: {
    identification: {
      label: {
        en: "identification of the User in the service and in agreements",
        ru: "идентификация Пользователя в сервисе и в соглашениях",
      },
      basis: "contract",
      clause: "3.2.1",
      operations: ["collect", "record", "store", "clarify", "extract", "use", "delete", "destroy"],
      attributes: ["name", "email", "phone"],
      channels: ["registration", "sign-in"],
      retention: "placed",
    },
    contract: {
      label: {
        en: "performance of obligations to the User and provision of services",
        ru: "исполнение обязательств перед Пользователем и оказание ему услуг",
      },
      basis: "contract",
      clause: "3.2.2",
      operations: [
        "collect",
        "record",
        "systematise",
        "accumulate",
        "store",
        "clarify",
        "extract",
        "use",
        "transfer",
        "provide",
        "delete",
        "destroy",
      ],
      attributes: ["name", "email", "phone"],
      channels: ["in-service"],
      retention: "contracts",
    },
    "service-communication": {
      label: {
        en: "contact with the User for information about the service and for the handling of requests",
        ru: "связь с Пользователем для информационного обслуживания и обработки обращений",
      },
      basis: "legitimateInterest",
      clause: "3.2.3",
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
      attributes: ["name", "email", "phone", "task"],
      channels: ["application", "in-service"],
      retention: "requests",
    },
    improvement: {
      label: {
        en: "improvement of the quality of the service",
        ru: "повышение качества работы сервиса",
      },
      basis: "legitimateInterest",
      clause: "3.2.4",
      operations: ["record", "store", "extract", "use", "depersonalise", "delete", "destroy"],
      attributes: [],
      channels: [],
      retention: "logs",
    },
    targeting: {
      label: {
        en: "choice of promotional material for groups of users by depersonalised data",
        ru: "подбор рекламных материалов для групп пользователей по обезличенным данным",
      },
      basis: "legitimateInterest",
      clause: "3.2.5",
      operations: ["systematise", "store", "extract", "use", "destroy"],
      attributes: ["region", "interests", "profession", "sex", "age"],
      channels: [],
      retention: "depersonalised",
    },
    research: {
      label: {
        en: "marketing, statistical and other research on depersonalised data",
        ru: "маркетинговые, статистические и иные исследования на обезличенных данных",
      },
      basis: "statistics",
      clause: "3.2.6",
      operations: ["systematise", "store", "extract", "use", "provide", "destroy"],
      attributes: ["region", "interests", "profession", "sex", "age"],
      channels: [],
      retention: "depersonalised",
    },
  },
  forms: {
    application: {
      kind: "application",
      path: "/application/",
      title: { en: "Apply for a workspace", ru: "Подключиться" },
      intro: {
        en: "Tell us who you are and what you keep account of. We prepare a workspace, and write to you when it is ready. This is not yet the agreement: you will read that, and decide, when you register.",
        ru: "Расскажите, кто вы и что учитываете. Мы подготовим рабочее место и напишем, когда оно будет готово. Это ещё не соглашение: его вы прочтёте и примете (или нет) при регистрации.",
      },
      clause: "2.1.1",
      purpose: "service-communication",
      furtherPurposes: [],
      fields: [
        {
          attribute: "name",
          required: true,
          hint: {
            en: "So that we know with whom the agreement will be concluded.",
            ru: "Чтобы знать, с кем будет заключено соглашение.",
          },
        },
        {
          attribute: "email",
          required: true,
          hint: {
            en: "It will be your login, and the address for answers and warnings.",
            ru: "Он станет именем для входа и адресом для ответов и предупреждений.",
          },
        },
        {
          attribute: "phone",
          required: false,
          hint: {
            en: "If you would like to be helped by telephone.",
            ru: "Если удобнее помощь по телефону.",
          },
        },
        {
          attribute: "task",
          required: true,
          hint: {
            en: "So that we can prepare it: machines, licences, repairs, and roughly how many. Please nothing about other people.",
            ru: "Чтобы его подготовить: техника, лицензии, ремонты и примерно сколько их. Пожалуйста, ничего о других людях.",
          },
        },
      ],
      document: "privacy-policy",
      consents: [],
      whenDeclined: "closed",
    },
  },
  services: {
    inventory: {
      path: "/inventory/",
      title: { en: "PROIT Inventory", ru: "ПроИТ Инвентарь" },
      summary: {
        en: "One place for what stands on the desks, what runs on it, and what was done to it.",
        ru: "Одно место для того, что стоит на столах, что на этом работает и что с этим делали.",
      },
      body: {
        en: `Each machine has a card: where it stands, what is installed, when the licence ends, who repaired it and what that cost. The service reminds you a month before something runs out, and prints the list that the accountant asks for.

It knows machines, not people. A card has no field for who sits at the desk.`,
        ru: `У каждой машины есть карточка: где стоит, что установлено, когда кончается лицензия, кто и за сколько чинил. За месяц до окончания срока сервис напомнит, а для бухгалтерии распечатает перечень.

Он знает машины, а не людей. Поля «кто за ней сидит» в карточке нет.`,
      },
      clause: "service-agreement/1.1",
      offerStatus: "informational",
      forms: ["application"],
    },
  },
  consents: {},
  rights: {
    access: {
      label: {
        en: "to learn whether and how the User’s data are processed, and to receive the data",
        ru: "узнать, обрабатываются ли данные Пользователя и как, и получить их",
      },
      clause: "5.1",
    },
    rectification: {
      label: {
        en: "to change any of the data, and complete them",
        ru: "изменить любые из данных и дополнить их",
      },
      clause: "5.1",
    },
    erasure: {
      label: { en: "to remove any of the data, or all", ru: "удалить любые из данных или все" },
      clause: "5.1",
    },
    restriction: {
      label: {
        en: "to have the processing limited while a dispute about the data lasts",
        ru: "ограничить обработку, пока идёт спор о данных",
      },
      clause: "5.1",
    },
    portability: {
      label: {
        en: "to take the data along in a form that programs can read",
        ru: "забрать данные в виде, который читают программы",
      },
      clause: "5.1",
    },
    objection: {
      label: {
        en: "to object to processing that rests on a legitimate interest",
        ru: "возразить против обработки, основанной на законном интересе",
      },
      clause: "5.1",
    },
    stopProcessing: {
      label: { en: "to have the processing stopped", ru: "прекратить обработку" },
      clause: "5.1",
    },
    withdrawal: { label: { en: "to withdraw a consent", ru: "отозвать согласие" }, clause: "4.5.1" },
    complaint: {
      label: {
        en: "to complain to the authority for the protection of data: in Russia to Roskomnadzor, elsewhere to that of the place where the User lives",
        ru: "пожаловаться в орган по защите данных: в России — в Роскомнадзор, в иных странах — в орган по месту проживания",
      },
      clause: "4.4",
    },
  },
  measures: {
    encryption: {
      label: {
        en: "each item of personal data is encrypted under keys of one person’s own",
        ru: "каждый элемент персональных данных зашифрован на ключах, относящихся к одному лицу",
      },
      clause: "4.1",
    },
    "separate-keys": {
      label: { en: "keys and data are kept apart", ru: "ключи и данные хранятся раздельно" },
      clause: "4.1",
    },
    "purpose-control": {
      label: {
        en: "no operation begins before its purpose, its ground and the authorisation have been checked",
        ru: "ни одна операция не начинается, пока не проверены её цель, основание и полномочия",
      },
      clause: "4.1",
    },
    "named-access": {
      label: {
        en: "staff act under their own names and for assigned purposes only",
        ru: "сотрудники действуют под своими именами и только для порученных им целей",
      },
      clause: "4.1",
    },
    journal: {
      label: {
        en: "every operation is entered in a journal in which nothing can be changed unnoticed",
        ru: "каждая операция заносится в журнал, в котором ничего нельзя незаметно изменить",
      },
      clause: "4.1",
    },
    "durable-storage": {
      label: {
        en: "what has been acknowledged survives the failure of a program or of power",
        ru: "подтверждённое не теряется при сбое программы или отключении питания",
      },
      clause: "4.1",
    },
  },
  automatic: {
    ip: { label: { en: "the IP address", ru: "IP-адрес" }, clause: "2.1.2" },
    cookie: { label: { en: "the content of cookies", ru: "содержимое файлов cookie" }, clause: "2.1.2" },
    userAgent: {
      label: { en: "information about the browser", ru: "сведения о браузере" },
      clause: "2.1.2",
    },
    time: { label: { en: "the time of access", ru: "время доступа" }, clause: "2.1.2" },
    page: {
      label: { en: "the address of the page asked for", ru: "адрес запрашиваемой страницы" },
      clause: "2.1.2",
    },
  },
  statistics: { providers: {}, purposes: {} },
  recipients: {
    named: {
      label: {
        en: "whoever the User’s own consent names",
        ru: "лица, названные в согласии самого Пользователя",
      },
      ground: "consent",
      clause: "4.5.1",
    },
    participants: {
      label: {
        en: "those who take part in a service that the User has ordered",
        ru: "участники оказания заказанной Пользователем услуги",
      },
      ground: "contract",
      clause: "4.5.2",
    },
    authorities: {
      label: { en: "authorities and courts", ru: "органы власти и суды" },
      ground: "law",
      clause: "4.5.3",
    },
    defence: {
      label: {
        en: "courts, investigators and legal advisers",
        ru: "суды, следственные органы и юридические консультанты",
      },
      ground: "rights-defence",
      clause: "4.5.4",
    },
    acquirer: {
      label: { en: "the acquirer of the business", ru: "приобретатель бизнеса" },
      ground: "succession",
      clause: "4.5.5",
    },
    researchers: {
      label: {
        en: "those who carry out research or other work by order of the service",
        ru: "исполнители исследований и иных работ по заказу сервиса",
      },
      ground: "depersonalised",
      clause: "4.5.6",
    },
  },
  assessments: {
    RU: {
      assessedOn: "2026-11-02",
      ground: "derogation",
      note: {
        en: "the service is there, and people from countries of the European Union send it their data themselves, in order to conclude the service agreement and have it performed (GDPR 49(1)(b), (c))",
        ru: "сервис находится там, и люди из стран Европейского союза передают ему данные сами, чтобы заключить соглашение об использовании сервиса и чтобы оно исполнялось (GDPR 49(1)(b), (c))",
      },
    },
  },
  documents: {
    "privacy-policy": {
      path: "/privacy-policy/",
      title: { en: "Privacy policy", ru: "Политика конфиденциальности" },
      updatedOn: "2026-11-16",
      kind: "privacy-policy",
      governingLaw: "RU",
      registeredAs: "proit-privacy",
      scope: {
        en: "It covers what is processed while the service is used, and ends where that ends.",
        ru: "Политика охватывает то, что обрабатывается при использовании сервиса, и заканчивается там, где заканчивается оно.",
      },
    },
    "service-agreement": {
      path: "/agreement/",
      title: { en: "Service agreement", ru: "Соглашение об использовании сервиса" },
      updatedOn: "2026-11-16",
      kind: "service-agreement",
      offerStatus: "public-offer",
      governingLaw: "RU",
      incorporates: ["privacy-policy"],
      registeredAs: "proit-service-agreement",
      scope: {
        en: "It concerns the online service. For repairs on site, and for anything else, there is no agreement here.",
        ru: "Соглашение касается только онлайн-сервиса. Ремонт на месте и прочее им не охвачены.",
      },
    },
  },
  waivers,
});
