import { definePromise } from "upheld/policy";

/**
 * What ITSERW promises. ITSERW, its address, numbers, bank and contacts are invented: the region code 00 of its
 * registration numbers and of its bank and the dialling code 200 are not assigned to anyone, the host names are
 * reserved.
 *
 * Where the licence agreement says otherwise than the privacy policy, both say so here, the one that gives way first;
 * `overrides` names it, and the order of the documents decides (clause 6.precedence).
 */
export const promise = definePromise({
  operator: {
    id: "itserw",
    kind: "organisation",
    legalName: {
      en: "ITSERW Workshop Limited Liability Company",
      ru: "Общество с ограниченной ответственностью «Мастерская ИТСЕРВ»",
    },
    shortName: { en: "ITSERW", ru: "ИТСЕРВ" },
    activity: {
      en: "development of computer programs, granting of licences to use them, and their technical support",
      ru: "разработка программ для ЭВМ, предоставление лицензий на их использование и техническая поддержка",
    },
    address: {
      en: "office 21, 7 Probnaya ulitsa, Vymyslovsk, 000000, Russia",
      ru: "000000, Россия, г. Вымысловск, ул. Пробная, д. 7, офис 21",
    },
    inn: "0077004128",
    ogrn: "1250000045173",
    bank: {
      name: { en: "Vymyslovsk Commercial Bank", ru: "Вымысловский коммерческий банк" },
      bic: "040000318",
      account: "40702810800000004127",
      correspondentAccount: "30101810000000000318",
    },
    publicRequisites: ["inn", "ogrn", "address", "bank", "phone", "email"],
    responsible: {
      en: "the Head of Licensing",
      ru: "руководитель отдела лицензирования",
    },
    email: "privacy@itserw.example",
    phone: "+7 200 555-02-18",
    country: "RU",
    timeZone: "Europe/Moscow",
    languages: ["ru", "en"],
    regimes: ["RU-152FZ"],
    governingLaw: "RU",
  },
  settings: {
    disclosure: {
      posture: "grounds-list",
      processors: "allowed-declared",
      grounds: ["consent", "contract", "rights-defence", "law"],
      authorities: ["RF"],
    },
    cookies: { mode: "opt-in", underChoice: ["personalisation", "analytics", "advertising"] },
    versioning: { notice: "banner" },
    documents: { precedence: ["licence-agreement", "product-terms", "privacy-policy"] },
    research: { source: "depersonalised" },
    mfa: { policy: "staff", foreignIdentityProviders: false },
    crypto: { profile: "rsa-3072-aes-256-gcm" },
    residency: { home: "RU" },
    treatAnonymousAsPersonal: "always",
    thirdPartyData: "attest",
    distribution: "with-consent",
    parties: ["natural-person", "sole-trader", "organisation"],
    sources: ["form", "account", "product", "import"],
    verification: "on-doubt",
  },
  settingClauses: {
    "disclosure.posture": "3.2",
    "disclosure.processors": "preamble.affiliates",
    "disclosure.grounds": "3.2",
    "disclosure.authorities": "3.2.4",
    "cookies.underChoice": "2.2.personalise",
    "versioning.notice": "6.change",
    "documents.precedence": "6.precedence",
    "research.source": "2.4",
    "mfa.policy": "5.2fa",
    "crypto.profile": "5.rsa",
    thirdPartyData: "4.2",
    distribution: "4.3",
    parties: "preamble.scope-legal-entities",
    sources: "1.4",
    verification: "4.1.verify",
  },
  hosts: ["itserw.example", "itserw.localhost"],
  products: {
    archive: {
      name: { en: "ITSERW Archive", ru: "«ИТСЕРВ Архив»" },
      clause: "preamble.scope",
    },
    relay: {
      name: { en: "ITSERW Relay", ru: "«ИТСЕРВ Эстафета»" },
      clause: "preamble.scope",
    },
  },
  channels: {
    registration: {
      label: { en: "the product registration form", ru: "форму регистрации продукта" },
      clause: "1.1.channel",
    },
    activation: {
      label: { en: "activation in the product itself", ru: "активацию в самом продукте" },
      clause: "1.1.channel",
    },
    account: {
      label: { en: "the opening and use of an account", ru: "открытие и использование учётной записи" },
      clause: "1.1.channel",
    },
    support: {
      label: { en: "the support form", ru: "форму обращения в поддержку" },
      clause: "1.1.channel",
    },
    promotion: {
      label: { en: "the entry form of a promotion", ru: "форму участия в акции" },
      clause: "preamble.promotions",
    },
  },
  attributes: {
    licenceKey: {
      category: "login",
      identifiability: "indirect",
      kind: "text",
      maxLength: 64,
      label: { en: "Registration key", ru: "Регистрационный ключ" },
      necessity: {
        en: "the licence agreement: it shows which licence the copy is used under",
        ru: "лицензионный договор: ключ показывает, по какой лицензии используется экземпляр",
      },
      clause: "1.1.channel",
    },
    name: {
      category: "name",
      identifiability: "direct",
      kind: "text",
      maxLength: 200,
      label: { en: "Name", ru: "Имя" },
      clause: "1.1.channel",
    },
    email: {
      category: "email",
      identifiability: "direct",
      kind: "email",
      maxLength: 254,
      label: { en: "E-mail address", ru: "Адрес электронной почты" },
      necessity: {
        en: "registration and support: answers and notices about the licence go there",
        ru: "регистрация и поддержка: на него приходят ответы и уведомления о лицензии",
      },
      clause: "1.1.channel",
    },
    phone: {
      category: "phone",
      identifiability: "direct",
      kind: "phone",
      maxLength: 40,
      label: { en: "Telephone number", ru: "Номер телефона" },
      clause: "1.1.channel",
    },
    company: {
      category: "company",
      identifiability: "indirect",
      kind: "text",
      maxLength: 200,
      label: { en: "Organisation", ru: "Организация" },
      clause: "1.1.channel",
    },
    device: {
      category: "device",
      identifiability: "indirect",
      kind: "text",
      maxLength: 100,
      label: { en: "Name of the device", ru: "Название устройства" },
      clause: "1.1.channel",
    },
    message: {
      category: "message",
      identifiability: "indirect",
      kind: "free-text",
      maxLength: 8000,
      label: { en: "Question", ru: "Вопрос" },
      necessity: {
        en: "support: without the question there is nothing to answer",
        ru: "поддержка: без вопроса не на что отвечать",
      },
      clause: "1.1.channel",
    },
  },
  retention: {
    registrations: {
      clause: "3.1",
      from: "case-closed",
      days: 365,
      endEvents: ["purpose-achieved", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: {
        en: "data of a product’s registration",
        ru: "данные регистрации продукта",
      },
    },
    "archive-registrations": {
      clause: "product-terms/3.1",
      overrides: "registrations",
      product: "archive",
      from: "case-closed",
      days: 90,
      endEvents: ["purpose-achieved", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: {
        en: "data of a registration of ITSERW Archive",
        ru: "данные регистрации программы «ИТСЕРВ Архив»",
      },
    },
    "relay-registrations": {
      clause: "product-terms/3.2",
      overrides: "registrations",
      product: "relay",
      from: "case-closed",
      days: 180,
      endEvents: ["purpose-achieved", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: {
        en: "data of a registration of ITSERW Relay",
        ru: "данные регистрации программы «ИТСЕРВ Эстафета»",
      },
    },
    support: {
      clause: "3.1",
      from: "case-closed",
      days: 365,
      endEvents: ["purpose-achieved", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: {
        en: "correspondence with support",
        ru: "переписка со службой поддержки",
      },
    },
    "licence-support": {
      clause: "licence-agreement/6.4",
      overrides: "support",
      from: "case-closed",
      days: 180,
      endEvents: ["purpose-achieved", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: {
        en: "correspondence with support under a licence",
        ru: "переписка со службой поддержки по лицензии",
      },
    },
    preferences: {
      clause: "3.1",
      from: "receipt",
      days: 180,
      endEvents: ["consent-withdrawn", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: {
        en: "what cookies record under the User’s choice",
        ru: "сведения, записываемые с помощью файлов cookie по выбору Пользователя",
      },
    },
    depersonalised: {
      clause: "3.1",
      from: "receipt",
      days: 1095,
      endEvents: ["purpose-achieved", "operator-closed"],
      label: { en: "depersonalised data", ru: "обезличенные данные" },
    },
  },
  deadlines: {
    "claim-answer": {
      clause: "licence-agreement/9.2",
      from: "receipt",
      length: 20,
      unit: "calendar-day",
      label: { en: "answer to a claim", ru: "ответ на претензию" },
    },
    trial: {
      clause: "product-terms/2.3",
      from: "receipt",
      length: 30,
      unit: "calendar-day",
      label: { en: "trial of a product", ru: "пробное использование продукта" },
    },
  },
  purposes: {
    identification: {
      label: {
        en: "identification of the User in the products",
        ru: "идентификация Пользователя в продуктах",
      },
      basis: "contract",
      clause: "2.1",
      operations: [
        "collect",
        "record",
        "systematise",
        "store",
        "clarify",
        "extract",
        "use",
        "block",
        "delete",
        "destroy",
      ],
      attributes: ["licenceKey", "name", "email", "phone", "company", "device"],
      channels: ["registration", "activation", "account"],
      retention: "registrations",
    },
    "licence-identification": {
      label: {
        en: "identification of the Licensee in the products",
        ru: "идентификация Лицензиата в продуктах",
      },
      basis: "contract",
      clause: "licence-agreement/6.2",
      overrides: "identification",
      operations: [
        "collect",
        "record",
        "systematise",
        "store",
        "clarify",
        "extract",
        "use",
        "block",
        "delete",
        "destroy",
      ],
      attributes: ["licenceKey", "name", "email", "company", "device"],
      channels: ["registration", "activation", "account"],
      retention: "registrations",
    },
    personalisation: {
      label: {
        en: "fitting of visits and services to the User, and recording of the User’s actions, by cookies",
        ru: "персонализация посещений и услуг и регистрация действий Пользователя с помощью файлов cookie",
      },
      basis: "consent",
      clause: "2.2.personalise",
      operations: ["record", "store", "extract", "use", "delete", "destroy"],
      attributes: [],
      channels: [],
      retention: "preferences",
    },
    contract: {
      label: {
        en: "dealings with the User under contracts with the Operator, support included",
        ru: "взаимодействие с Пользователем по договорам с Оператором, включая поддержку",
      },
      basis: "contract",
      clause: "2.3",
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
        "block",
        "delete",
        "destroy",
      ],
      attributes: ["licenceKey", "name", "email", "phone", "company", "message"],
      channels: ["support", "registration"],
      retention: "support",
    },
    research: {
      label: {
        en: "statistical and other research on depersonalised data",
        ru: "статистические и иные исследования на основе обезличенных данных",
      },
      basis: "statistics",
      clause: "2.4",
      operations: ["systematise", "store", "extract", "use", "delete", "destroy"],
      attributes: [],
      channels: [],
      retention: "depersonalised",
    },
  },
  forms: {
    registration: {
      kind: "registration",
      path: "/registration/",
      title: { en: "Register a product", ru: "Регистрация продукта" },
      intro: {
        en: "Registration ties your key to you: with it you can get the key back if you lose it, and hear when an update closes a fault. Only the key and an address are needed; what else you tell us is for you to decide.",
        ru: "Регистрация связывает ключ с вами: утерянный ключ можно будет восстановить, а о важном исправлении вы узнаете сразу. Нужны только ключ и адрес; всё остальное — по вашему желанию.",
      },
      clause: "1.1.channel",
      purpose: "identification",
      furtherPurposes: ["contract"],
      fields: [
        {
          attribute: "licenceKey",
          required: true,
          hint: {
            en: "It came with the product, in the letter or on the box.",
            ru: "Ключ прислан вместе с продуктом: в письме или на упаковке.",
          },
        },
        {
          attribute: "email",
          required: true,
          hint: {
            en: "A lost key is sent to this address and to no other.",
            ru: "Утерянный ключ мы вышлем только на этот адрес.",
          },
        },
        { attribute: "name", required: false, hint: null },
        {
          attribute: "company",
          required: false,
          hint: {
            en: "If the licence belongs to an organisation.",
            ru: "Если лицензия принадлежит организации.",
          },
        },
        {
          attribute: "device",
          required: false,
          hint: {
            en: "A name that tells you which computer it is; any word will do.",
            ru: "Любое слово, по которому вы узнаете компьютер.",
          },
        },
      ],
      document: "privacy-policy",
      consents: [],
      whenDeclined: "closed",
    },
    support: {
      kind: "feedback",
      path: "/support/",
      title: { en: "Ask support", ru: "Вопрос в поддержку" },
      intro: {
        en: "Write what happens and what you expected instead. An engineer reads every question and answers by e-mail.",
        ru: "Напишите, что происходит и чего вы ожидали. Каждый вопрос читает инженер и отвечает по электронной почте.",
      },
      clause: "1.1.channel",
      purpose: "contract",
      furtherPurposes: [],
      fields: [
        {
          attribute: "email",
          required: true,
          hint: { en: "The answer goes to this address.", ru: "На этот адрес придёт ответ." },
        },
        {
          attribute: "message",
          required: true,
          hint: {
            en: "Please no passport, card or health details, and no data about other people.",
            ru: "Пожалуйста, без паспортных и банковских данных, сведений о здоровье и данных других людей.",
          },
        },
        { attribute: "name", required: false, hint: null },
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
          attribute: "licenceKey",
          required: false,
          hint: {
            en: "Speeds up a question about a licence.",
            ru: "С ним быстрее ответить на вопрос о лицензии.",
          },
        },
      ],
      document: "privacy-policy",
      consents: [],
      whenDeclined: "closed",
    },
  },
  topics: {
    product: {
      label: { en: "How a product works", ru: "Работа продукта" },
      clause: "1.1.channel",
      form: "support",
    },
    licence: {
      label: { en: "Licences and keys", ru: "Лицензии и ключи" },
      clause: "1.1.channel",
      form: "support",
    },
    other: {
      label: { en: "Something else", ru: "Другое" },
      clause: "1.1.channel",
      form: "support",
    },
  },
  services: {
    archive: {
      path: "/archive/",
      title: { en: "ITSERW Archive", ru: "ИТСЕРВ Архив" },
      summary: {
        en: "Scanned papers that can be found again, on your own computer.",
        ru: "Отсканированные бумаги, которые можно найти, — на вашем компьютере.",
      },
      body: {
        en: `The program reads scanned papers, recognises their text and lets you search all of them at once. Documents and the index of words stay on your computer; the program sends neither to us.

- Windows and Linux, no server needed
- One key for one person, on all of their computers
- Updates are part of the licence`,
        ru: `Программа распознаёт отсканированные бумаги и ищет сразу по всем. Документы и указатель слов остаются на вашем компьютере: программа их нам не отправляет.

- Windows и Linux, сервер не нужен
- Один ключ — одному человеку, на все его компьютеры
- Обновления входят в лицензию`,
      },
      clause: "preamble.scope",
      offerStatus: "informational",
      forms: ["registration", "support"],
    },
    relay: {
      path: "/relay/",
      title: { en: "ITSERW Relay", ru: "ИТСЕРВ Эстафета" },
      summary: {
        en: "Large files between offices, encrypted on the way, on your own server.",
        ru: "Большие файлы между офисами, зашифрованные в пути, — на вашем сервере.",
      },
      body: {
        en: `The program carries files between the offices of one organisation. It goes on where a broken connection left off and tells both sides when a file has arrived whole.

- Runs on the organisation’s own server
- One key for one organisation, with a list of its administrators
- Support on working days is part of the licence`,
        ru: `Программа передаёт файлы между офисами одной организации. После обрыва связи передача продолжается с того же места, а о доставке файла целиком узнают обе стороны.

- Работает на сервере самой организации
- Один ключ — одной организации, со списком её администраторов
- Поддержка в рабочие дни входит в лицензию`,
      },
      clause: "preamble.scope",
      offerStatus: "informational",
      forms: ["registration", "support"],
    },
  },
  consents: {},
  freeText: "allow-with-scan",
  rights: {
    access: {
      label: {
        en: "a statement of whether and how the User’s data are processed, with the data themselves",
        ru: "предоставление сведений о том, обрабатываются ли данные Пользователя и как, вместе с самими данными",
      },
      clause: "3.1",
    },
    rectification: {
      label: {
        en: "correction and completion of data that are inaccurate, incomplete or out of date",
        ru: "уточнение и дополнение неточных, неполных или устаревших данных",
      },
      clause: "3.1",
    },
    restriction: {
      label: {
        en: "blocking of data that are inaccurate or unlawfully processed, while this is checked",
        ru: "блокирование недостоверных или неправомерно обрабатываемых данных на время проверки",
      },
      clause: "3.1",
    },
    erasure: { label: { en: "deletion of the data", ru: "удаление данных" }, clause: "3.1" },
    stopProcessing: {
      label: { en: "an end to the processing", ru: "прекращение обработки" },
      clause: "3.1",
    },
    withdrawal: {
      label: {
        en: "an end to what rests on a consent, when the User withdraws it",
        ru: "прекращение того, что основано на согласии, при его отзыве",
      },
      clause: "3.1",
    },
  },
  measures: {
    "rules-for-staff": {
      label: {
        en: "legal: internal rules on personal data, and undertakings of staff and contractors to keep them secret",
        ru: "правовые: внутренние правила работы с персональными данными и обязательства сотрудников и подрядчиков хранить их в тайне",
      },
      clause: "5",
    },
    "named-access": {
      label: {
        en: "organisational: access for staff by name and for particular purposes only",
        ru: "организационные: доступ сотрудников только поимённо и только для определённых целей",
      },
      clause: "5",
    },
    encryption: {
      label: {
        en: "technical: encryption of every item of personal data, with the keys stored apart from the data",
        ru: "технические: шифрование каждого элемента персональных данных, с хранением ключей отдельно от данных",
      },
      clause: "5",
    },
    "purpose-control": {
      label: {
        en: "technical: a check of purpose, ground and authorisation before every operation",
        ru: "технические: проверка цели, основания и полномочий перед каждой операцией",
      },
      clause: "5",
    },
    journal: {
      label: {
        en: "technical: a journal of all operations that cannot be altered without notice",
        ru: "технические: журнал всех операций, который нельзя незаметно изменить",
      },
      clause: "5",
    },
  },
  automatic: {
    ip: {
      label: { en: "the IP address of the visitor", ru: "IP-адрес посетителя" },
      clause: "1.2.auto",
    },
    cookie: {
      label: { en: "the content of cookies", ru: "содержимое файлов cookie" },
      clause: "1.2.auto",
    },
    userAgent: {
      label: {
        en: "information about the browser",
        ru: "сведения о браузере",
      },
      clause: "1.2.auto",
    },
    time: { label: { en: "the time of access", ru: "время доступа" }, clause: "1.2.auto" },
    page: {
      label: { en: "the address of the page opened", ru: "адрес открытой страницы" },
      clause: "1.2.auto",
    },
    os: {
      label: {
        en: "the kind and version of the operating system",
        ru: "вид и версия операционной системы",
      },
      clause: "1.2.download",
    },
  },
  statistics: { providers: {}, purposes: {} },
  recipients: {
    "consent-named": {
      label: {
        en: "those whom the consent names",
        ru: "названные в согласии лица",
      },
      ground: "consent",
      clause: "3.2.1",
    },
    banks: {
      label: {
        en: "the banks through which a payment goes",
        ru: "банки (для проведения платежа)",
      },
      ground: "contract",
      clause: "3.2.2",
    },
    resellers: {
      label: {
        en: "the reseller of the licence",
        ru: "продавец лицензии",
      },
      ground: "contract",
      clause: "3.2.2",
    },
    "licence-resellers": {
      label: {
        en: "the reseller of the licence (where the User has consented)",
        ru: "продавец лицензии (если Пользователь согласился)",
      },
      ground: "consent",
      clause: "licence-agreement/6.3",
      overrides: "resellers",
    },
    "rights-defenders": {
      label: {
        en: "courts, and the representatives who act in them for those whose rights were infringed",
        ru: "суды и представители, действующие в них за лиц, чьи права нарушены",
      },
      ground: "rights-defence",
      clause: "3.2.3",
    },
    authorities: {
      label: {
        en: "courts, bailiffs and authorised state bodies",
        ru: "суды, судебные приставы и уполномоченные государственные органы",
      },
      ground: "law",
      clause: "3.2.4",
    },
  },
  connectors: {
    "support-desk": {
      name: { en: "ITSERW Support Limited Liability Company", ru: "ООО «ИТСЕРВ Поддержка»" },
      country: "RU",
      role: "processor",
      purpose: "contract",
      attributes: ["name", "email", "phone", "company", "message", "licenceKey"],
      live: false,
      clause: "preamble.affiliates",
    },
  },
  dataSources: {
    resellers: {
      label: {
        en: "lists of the licences that resellers have sold",
        ru: "списки проданных лицензий, полученные от их продавцов",
      },
      kind: "import",
      purpose: "contract",
      ground: "contract",
      evidenceOfNotice: {
        en: "the order that the buyer placed with the reseller, in which it is said that these data go to the Operator and why",
        ru: "заказ, оформленный покупателем у продавца, в котором сказано, что эти данные передаются Оператору и зачем",
      },
      attributes: ["licenceKey", "name", "email", "company"],
      clause: "1.4",
    },
  },
  documents: {
    "privacy-policy": {
      kind: "privacy-policy",
      registeredAs: "itserw-privacy",
      path: "/privacy-policy/",
      title: { en: "Privacy policy", ru: "Политика конфиденциальности" },
      updatedOn: "2026-11-22",
    },
    "licence-agreement": {
      kind: "licence-agreement",
      registeredAs: "itserw-licence",
      path: "/licence-agreement/",
      title: { en: "Licence agreement", ru: "Лицензионный договор" },
      updatedOn: "2026-11-22",
      offerStatus: "public-offer",
      incorporates: ["product-terms"],
    },
    "product-terms": {
      kind: "product-terms",
      registeredAs: "itserw-product-terms",
      path: "/product-terms/",
      title: { en: "Product terms", ru: "Условия использования продуктов" },
      updatedOn: "2026-11-22",
    },
  },
  waivers: [
    {
      finding: "purpose-without-consent",
      where: "purposes.personalisation",
      reason: {
        en: "This consent is the visitor’s choice of cookies on the Site itself. Until the Site offers that choice nothing opens this purpose, and no such cookie is set.",
        ru: "Такое согласие — выбор файлов cookie на самом Сайте. Пока Сайт такого выбора не предлагает, эта цель ничем не открывается и такие файлы не устанавливаются.",
      },
      on: "2026-11-22",
    },
  ],
});
