import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const subject = defineSection<FactsOf<typeof promise>>({
  id: "3",
  title: { en: "Subject of the Agreement", ru: "Предмет Соглашения" },
  clauses: [
    {
      id: "3.1",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "On the site you can see what we do and have done, ask, apply, and conclude a contract.",
        ru: "На сайте можно узнать, что мы делаем и что уже сделали, задать вопрос, подать заявку и заключить договор.",
      },
      text: {
        en: "The Operator gives the User the possibility of learning about the Services, of viewing the portfolio, of sending enquiries and applications, and of concluding contracts with the Operator.",
        ru: "Оператор предоставляет Пользователю возможность узнать об Услугах, ознакомиться с портфолио, направить обращение или заявку и заключить с Оператором договор.",
      },
    },
    {
      id: "3.2.info",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "You can read here about our services and our work.",
        ru: "Здесь можно прочитать о наших услугах и работах.",
      },
      text: {
        en: "The Site gives access to information about the Services and the portfolio.",
        ru: "Сайт предоставляет доступ к информации об Услугах и портфолио.",
      },
    },
    {
      id: "3.2.forms",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["service-enquiries"] },
      says: {
        en: "You can ask us something or apply for a service by form, also right from the service’s page.",
        ru: "Задать вопрос или подать заявку можно через форму, в том числе прямо со страницы услуги.",
      },
      text: {
        en: ({ form }) =>
          `The Site takes enquiries through the form ${form("feedback").link} and applications through the form ${form("order").link}. Either can be reached from the page of the service that it concerns.`,
        ru: ({ form }) =>
          `Сайт принимает обращения через форму ${form("feedback").link} и заявки через форму ${form("order").link}. Обе доступны и со страницы услуги, к которой они относятся.`,
      },
    },
    {
      id: "3.2.materials",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "Articles and analyses can be read here or taken away.",
        ru: "Статьи и обзоры можно читать здесь или скачать.",
      },
      text: {
        en: "The Site makes informational and analytical materials available for reading and for downloading. If something is asked for before a material is given, the Site says beforehand what and why.",
        ru: "Сайт предоставляет информационные и аналитические материалы для чтения и скачивания. Если перед получением материала что-либо запрашивается, на Сайте заранее указано, что и зачем.",
      },
    },
    {
      id: "3.2.newsletter",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "You can subscribe to our newsletter, and leave it in one step.",
        ru: "Можно подписаться на нашу рассылку — и отписаться от неё одним действием.",
      },
      text: {
        en: ({ purpose }) =>
          `The Site offers a subscription to ${purpose("newsletter").label}. It takes effect once the User has consented to it and confirmed the address, and can be ended at any time without signing in.`,
        ru: ({ purpose }) =>
          `Сайт предоставляет возможность подписаться на ${purpose("newsletter").label}. Подписка действует после того, как Пользователь дал на неё согласие и подтвердил адрес; отказаться от неё можно в любое время без входа на Сайт.`,
      },
    },
    {
      id: "3.2.other",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "There may be other services on our pages.",
        ru: "На страницах сайта могут появиться и другие сервисы.",
      },
      text: {
        en: "The Site may offer other services on its pages. Before such a service collects personal data, the Operator declares which.",
        ru: "На страницах Сайта могут предлагаться и другие сервисы. До того как такой сервис начнёт собирать персональные данные, Оператор объявляет, какие именно.",
      },
    },
    {
      id: "3.3",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "The site costs nothing, unless a service has a price that is stated.",
        ru: "Сайт бесплатный, если только для какого-то сервиса не указана цена.",
      },
      text: {
        en: "Access to the Site is free of charge, unless the tariff of a particular service provides otherwise. Refusing a consent that the User is free to give never makes access subject to a charge.",
        ru: "Доступ к Сайту предоставляется бесплатно, если иное не установлено тарифом отдельного сервиса. Отказ от согласия, которое Пользователь вправе не давать, не делает доступ платным.",
      },
    },
    {
      id: "3.4",
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["offer-status", "acceptance-at-first-trace"] },
      says: {
        en: "This agreement is an offer to everybody; you join it by entering the site. Merely looking at pages is put down nowhere.",
        ru: "Это соглашение — предложение всем; вы присоединяетесь к нему, заходя на сайт. Простой просмотр страниц нигде не отмечается.",
      },
      text: {
        en: ({ cite }) =>
          `The Agreement is a public offer to use the Site on its terms. The User joins it by accessing the Site. The joining is recorded at the first act of the User that leaves a trace on the Site in any case, such as the sending of a form; merely viewing pages is not recorded as joining. What is said on the Site about the Services is another matter: ${cite("user-agreement/5.1")}.`,
        ru: ({ cite }) =>
          `Соглашение является публичной офертой об использовании Сайта на его условиях. Пользователь присоединяется к Соглашению, получая доступ к Сайту. Присоединение записывается при первом действии Пользователя, которое в любом случае оставляет на Сайте след, например при отправке формы; при простом просмотре страниц такая запись не делается. Об информации об Услугах, размещённой на Сайте, говорится отдельно: ${cite("user-agreement/5.1")}.`,
      },
      keptBy: {
        en: "The Agreement is marked as an offer, the page of each service as information. Viewing a page records nothing.",
        ru: "Соглашение отмечено как оферта, страница каждой услуги — как справочная информация. Просмотр страницы ничего не записывает.",
      },
    },
    {
      id: "3.5",
      kind: "liability/declarative",
      enforceability: "evidencable",
      kept: { evidence: ["regimes"] },
      says: {
        en: ({ operator, sentence }) =>
          `${sentence(operator.law)} applies to the use of what is on the site.`,
        ru: ({ operator }) => `К использованию всего, что есть на сайте, применяется ${operator.law}.`,
      },
      text: {
        en: ({ operator }) =>
          `The use of the materials and services of the Site is governed by ${operator.law}.`,
        ru: ({ operator }) => `Использование материалов и сервисов Сайта регулирует ${operator.law}.`,
      },
    },
  ],
});
