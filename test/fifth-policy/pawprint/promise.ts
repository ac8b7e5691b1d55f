import { definePromise } from "upheld/policy";

/**
 * What a veterinary clinic promises, written from docs/language.md alone. The clinic, its address, numbers and contacts
 * are invented: the region code 00 and the dialling code 200 are nobody's, the host names are reserved.
 */
export const promise = definePromise({
  operator: {
    id: "pawprint",
    kind: "sole-trader",
    legalName: {
      en: "Sole Trader Polina Obraztsova",
      ru: "Индивидуальный предприниматель Образцова Полина Примеровна",
    },
    shortName: { en: "Pawprint", ru: "Лапа" },
    activity: { en: "veterinary care", ru: "ветеринарная помощь" },
    responsible: { en: "the senior veterinary surgeon", ru: "старший ветеринарный врач" },
    address: {
      en: "7 Sobachya ulitsa, Obraztsovsk, 000000, Russia",
      ru: "000000, Россия, г. Образцовск, ул. Собачья, д. 7",
    },
    inn: "001234567887",
    ogrn: "326000000012343",
    bank: {
      name: { en: "Primer Bank", ru: "Банк «Пример»" },
      bic: "040000612",
      account: "40802810900000000216",
      correspondentAccount: "30101810900000000612",
    },
    publicRequisites: ["inn", "ogrn", "phone", "address", "email"],
    email: "privacy@pawprint.example",
    phone: "+7 200 555-01-77",
    country: "RU",
    timeZone: "Asia/Yekaterinburg",
    languages: ["ru", "en"],
    regimes: ["RU-152FZ"],
    governingLaw: "RU",
  },
  hosts: ["pawprint.example", "*.pawprint.example", "pawprint.localhost"],
  settings: {
    disclosure: { posture: "grounds-list", grounds: ["consent", "contract", "law"] },
    versioning: { notice: "e-mail" },
    documents: { precedence: ["privacy-policy", "service-agreement"] },
    logs: { days: 90 },
    sources: ["form", "partner"],
    parties: ["natural-person", "organisation"],
    verification: "on-doubt",
  },
  settingClauses: { "logs.days": "4.1" },
  products: {
    diary: { name: { en: "Pawprint Diary", ru: "Дневник Лапы" }, clause: "1.1" },
  },
  channels: {
    appointment: { label: { en: "the appointment form", ru: "форма записи на приём" }, clause: "2.2" },
  },
  attributes: {
    owner: {
      category: "name",
      identifiability: "direct",
      kind: "text",
      maxLength: 120,
      parts: ["family", "given", "patronymic"],
      label: { en: "The owner’s name", ru: "Имя владельца" },
      necessity: { en: "for making an appointment", ru: "для записи на приём" },
      clause: "2.1",
    },
    phone: {
      category: "phone",
      identifiability: "direct",
      kind: "phone",
      maxLength: 40,
      many: 2,
      label: { en: "Telephone", ru: "Телефон" },
      necessity: { en: "for a call about the appointment", ru: "для звонка о приёме" },
      clause: "2.1",
    },
    email: {
      category: "email",
      identifiability: "direct",
      kind: "email",
      maxLength: 254,
      label: { en: "E-mail address", ru: "Адрес электронной почты" },
      necessity: { en: "for confirmation and reminders", ru: "для подтверждения и напоминаний" },
      clause: "2.1",
    },
    animal: {
      category: "interest",
      identifiability: "indirect",
      kind: "text",
      maxLength: 200,
      label: { en: "The animal", ru: "Животное" },
      necessity: { en: "for preparing the appointment", ru: "для подготовки к приёму" },
      clause: "2.1",
    },
    note: {
      category: "message",
      identifiability: "indirect",
      kind: "free-text",
      maxLength: 2000,
      label: { en: "What is the matter", ru: "Что случилось" },
      necessity: { en: "for preparing the appointment", ru: "для подготовки к приёму" },
      clause: "2.1",
    },
  },
  purposes: {
    appointments: {
      label: { en: "making and keeping appointments", ru: "запись на приём и его проведение" },
      basis: "preContract",
      clause: "3.1",
      operations: ["collect", "record", "store", "clarify", "extract", "use", "provide", "delete", "destroy"],
      attributes: ["owner", "phone", "email", "animal", "note"],
      channels: ["appointment"],
      retention: "appointments",
    },
    reminders: {
      label: {
        en: "reminders of vaccinations and check-ups",
        ru: "напоминания о прививках и осмотрах",
      },
      basis: "consent",
      clause: "3.2",
      operations: ["record", "store", "extract", "use", "delete", "destroy"],
      attributes: ["owner", "email", "animal"],
      channels: [],
      retention: "reminders",
    },
  },
  forms: {
    appointment: {
      kind: "application",
      path: "/appointment/",
      title: { en: "Make an appointment", ru: "Записаться на приём" },
      intro: {
        en: "Say who you are and whom you bring. We call back within the day.",
        ru: "Напишите, кто вы и кого приведёте. Мы перезвоним в тот же день.",
      },
      clause: "2.2",
      purpose: "appointments",
      furtherPurposes: [],
      fields: [
        { attribute: "owner", required: true, hint: null },
        {
          attribute: "phone",
          required: true,
          hint: { en: "We call the day before.", ru: "Мы позвоним накануне." },
        },
        { attribute: "email", required: true, hint: null },
        { attribute: "animal", required: true, hint: null },
        {
          attribute: "note",
          required: false,
          hint: {
            en: "About the animal; nothing about your own health.",
            ru: "О животном; о собственном здоровье писать не нужно.",
          },
        },
      ],
      document: "privacy-policy",
      consents: ["reminders"],
      whenDeclined: "closed",
    },
  },
  freeText: "allow-with-scan",
  topics: {
    "check-up": { label: { en: "Check-up", ru: "Осмотр" }, clause: "2.2", form: "appointment" },
    surgery: { label: { en: "Surgery", ru: "Операция" }, clause: "2.2", form: "appointment" },
  },
  services: {
    vaccination: {
      path: "/services/vaccination/",
      title: { en: "Vaccination", ru: "Вакцинация" },
      summary: {
        en: "An examination, the vaccine and an entry in the passport of the animal.",
        ru: "Осмотр, прививка и запись в паспорте животного.",
      },
      body: {
        en: "Bring the animal rested and fed. Whoever is ill is vaccinated later.",
        ru: "Приводите животное отдохнувшим и сытым. Больных прививаем позже.",
      },
      clause: "service-agreement/1.1",
      offerStatus: "informational",
      forms: ["appointment"],
    },
  },
  consents: {
    reminders: {
      purpose: "reminders",
      document: "consent-reminders",
      label: {
        en: "I consent to reminders of vaccinations and check-ups by e-mail.",
        ru: "Я даю согласие на напоминания о прививках и осмотрах по электронной почте.",
      },
      attributes: ["owner", "email", "animal"],
      clause: "3.2",
    },
  },
  retention: {
    appointments: {
      clause: "4.1",
      from: "case-closed",
      days: 90,
      endEvents: ["purpose-achieved", "stop-demanded", "destruction-demanded", "operator-closed"],
      label: { en: "data of an appointment", ru: "данные записи на приём" },
    },
    reminders: {
      clause: "4.1",
      from: "withdrawal",
      days: 10,
      endEvents: ["consent-withdrawn", "destruction-demanded", "operator-closed"],
      label: { en: "data for reminders", ru: "данные для напоминаний" },
    },
  },
  deadlines: {
    erasure: {
      clause: "4.2",
      from: "receipt",
      length: 7,
      unit: "working-day",
      label: { en: "deletion of data on request", ru: "удаление данных по запросу" },
    },
  },
  rights: {
    access: {
      label: {
        en: "a statement of what is held about the owner",
        ru: "получение сведений о том, какие данные хранятся",
      },
      clause: "4.2",
    },
    rectification: {
      label: { en: "correction of what is wrong", ru: "исправление неверных данных" },
      clause: "4.2",
    },
    erasure: { label: { en: "deletion of the data", ru: "удаление данных" }, clause: "4.2" },
    withdrawal: {
      label: { en: "withdrawal of a consent", ru: "отзыв данного согласия" },
      clause: "4.2",
    },
    stopProcessing: {
      label: { en: "an end to the processing", ru: "прекращение обработки" },
      clause: "4.2",
    },
  },
  measures: {
    encryption: {
      label: {
        en: "encryption of every item under a key of one person alone",
        ru: "шифрование каждого элемента данных на ключе, относящемся к одному человеку",
      },
      clause: "5.2",
    },
    journal: {
      label: {
        en: "a journal of all operations that cannot be altered unseen",
        ru: "журнал всех действий, который нельзя незаметно изменить",
      },
      clause: "5.2",
    },
  },
  automatic: {
    ip: {
      label: { en: "the network address of the visitor", ru: "сетевой адрес посетителя" },
      clause: "2.3",
    },
    time: { label: { en: "the time of the visit", ru: "время посещения" }, clause: "2.3" },
  },
  statistics: { providers: {}, purposes: {} },
  recipients: {
    laboratory: {
      label: {
        en: "the laboratory that examines the samples of the animal",
        ru: "лаборатория, исследующая пробы, взятые у животного",
      },
      ground: "contract",
      clause: "5.1",
    },
    authorities: {
      label: {
        en: "bodies of veterinary supervision and others that the law names",
        ru: "органы ветеринарного надзора и иные органы, названные в законе",
      },
      ground: "law",
      clause: "5.1",
    },
  },
  connectors: {
    "mail-service": {
      name: { en: "Postbox", ru: "Почтовик" },
      country: "KZ",
      role: "processor",
      purpose: "reminders",
      attributes: ["email"],
      live: false,
      clause: "5.1",
    },
  },
  assessments: {
    KZ: {
      assessedOn: "2026-11-02",
      ground: "adequacy",
      note: {
        en: "looked at before anything was switched on",
        ru: "рассмотрено до подключения",
      },
    },
  },
  dataSources: {
    shelters: {
      label: { en: "animal shelters", ru: "приюты для животных" },
      kind: "partner",
      purpose: "appointments",
      ground: "legitimateInterest",
      evidenceOfNotice: {
        en: "the shelter’s form, signed by the owner",
        ru: "бланк приюта, подписанный владельцем",
      },
      attributes: ["owner", "phone"],
      clause: "2.4",
    },
  },
  documents: {
    "privacy-policy": {
      path: "/privacy-policy/",
      title: { en: "Privacy policy", ru: "Политика конфиденциальности" },
      updatedOn: "2026-11-20",
      registeredAs: "pawprint-privacy",
      scope: {
        en: "It covers the site and the diary, and not what the clinic writes on paper.",
        ru: "Она распространяется на сайт и дневник и не касается бумажных записей клиники.",
      },
    },
    "service-agreement": {
      path: "/agreement/",
      title: { en: "Agreement on veterinary care", ru: "Договор о ветеринарной помощи" },
      updatedOn: "2026-11-20",
      offerStatus: "public-offer",
      governingLaw: "RU",
      incorporates: ["privacy-policy"],
      registeredAs: "pawprint-agreement",
    },
    "consent-reminders": {
      path: "/consents/reminders/",
      title: { en: "Consent to reminders", ru: "Согласие на напоминания" },
      updatedOn: "2026-11-20",
    },
  },
});
