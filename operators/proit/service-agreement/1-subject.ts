import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const subject = defineSection<FactsOf<typeof promise>>({
  id: "1",
  title: { en: "What the agreement is about", ru: "Предмет соглашения" },
  clauses: [
    {
      id: "1.1",
      text: {
        en: ({ operator, service, host }) =>
          `By this agreement ${operator.legalName} (the Administration) gives a person who has registered (the User) the use of the online service ${service("inventory").title} at ${host} (the Service): a place to keep account of equipment, licences and repairs, to be reminded of terms, and to print lists.`,
        ru: ({ operator, service, host }) =>
          `По настоящему соглашению ${operator.legalName} (далее — Администрация) предоставляет зарегистрировавшемуся лицу (далее — Пользователь) возможность пользоваться онлайн-сервисом ${service("inventory").title} по адресу ${host} (далее — Сервис): вести учёт техники, лицензий и ремонтов, получать напоминания о сроках и печатать перечни.`,
      },
      says: {
        en: "This is the agreement under which you use the service.",
        ru: "По этому соглашению вы пользуетесь сервисом.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "1.2",
      text: {
        en: ({ form }) =>
          `This text is a public offer. Whoever registers and thereby declares acceptance concludes the agreement on the terms of the version that was shown. An application sent through the form ${form("application").link} concludes nothing and obliges neither side. What the site says about the Service beside this text is information and no offer.`,
        ru: ({ form }) =>
          `Настоящий текст является публичной офертой. Соглашение заключает тот, кто регистрируется и при этом заявляет об акцепте, — на условиях показанной ему редакции. Заявка, направленная через форму ${form("application").link}, соглашения не заключает и ни одну из сторон не обязывает. Прочие сведения о Сервисе на сайте носят информационный характер и офертой не являются.`,
      },
      says: {
        en: "You conclude the agreement by registering. An application binds nobody.",
        ru: "Соглашение заключается при регистрации. Заявка никого ни к чему не обязывает.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["offer-status"] },
    },
    {
      id: "1.3",
      text: {
        en: ({ document, list }) =>
          `A part of this agreement is the document ${list(document("service-agreement").incorporates)}: whoever accepts the one accepts the other. In everything that concerns personal data that document decides; in everything else, this agreement. Acceptance of either is no consent to the processing of personal data.`,
        ru: ({ document, list }) =>
          `Частью соглашения является документ ${list(document("service-agreement").incorporates)}: принимая соглашение, Пользователь принимает и его. Во всём, что касается персональных данных, преимущество имеет этот документ, в остальном — настоящее соглашение. Принятие того и другого не является согласием на обработку персональных данных.`,
      },
      says: {
        en: "The privacy policy is a part of this agreement. On personal data it comes first.",
        ru: "Политика конфиденциальности — часть соглашения. О персональных данных главное слово за ней.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["incorporation", "precedence"] },
    },
    {
      id: "1.4",
      text: {
        en: "The Service is free of charge. A function that costs money is switched on only after its price has been shown and the User has ordered it expressly; nothing becomes payable by silence.",
        ru: "Сервис бесплатный. Платная возможность включается только после того, как показана её цена и Пользователь прямо её заказал; молчание обязанности платить не создаёт.",
      },
      says: {
        en: "The service costs nothing. You pay only for what you expressly order.",
        ru: "Сервис бесплатный. Платите вы только за то, что прямо заказали.",
      },
      kind: "service-feature",
      enforceability: "declarative",
      kept: { declared: true },
    },
  ],
});
