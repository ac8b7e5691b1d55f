import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const purposes = defineSection<FactsOf<typeof promise>>({
  id: "2",
  title: { en: "What the information is for", ru: "Для чего используется информация" },
  clauses: [
    {
      id: "2.0",
      text: {
        en: ({ purposes, statutory, bullets }) =>
          `The Operator collects, keeps and processes the User’s information solely for the following purposes:
${bullets(purposes)}

Beside them stand only the purposes that the law itself lays on the Operator:
${bullets(statutory)}

The information is processed in information systems, with automated means, and by hand where a person has to read it.`,
        ru: ({ purposes, statutory, bullets }) =>
          `Оператор собирает, хранит и обрабатывает информацию о Пользователе исключительно для следующих целей:
${bullets(purposes)}

Наряду с ними действуют только цели, возложенные на Оператора законом:
${bullets(statutory)}

Информация обрабатывается в информационных системах с использованием средств автоматизации, а если её должен прочитать человек — и без их использования.`,
      },
      says: {
        en: "We use your data for four purposes, and for what the law itself demands. Nothing else.",
        ru: "Мы используем ваши данные для четырёх целей и для того, чего требует сам закон. Больше ни для чего.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { by: ["closed-purposes", "statutory-purposes", "old-data-old-scope"] },
    },
    {
      id: "2.1",
      text: {
        en: ({ purpose, sentence, list }) => {
          const { label, basis, attributes, operations } = purpose("identification");
          return `${sentence(label)}. Data: ${list(attributes)}. Operations: ${list(operations)}. Ground: ${basis}.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const { label, basis, attributes, operations } = purpose("identification");
          return `${sentence(label)}. Данные: ${list(attributes)}. Действия: ${list(operations)}. Основание: ${basis}.`;
        },
      },
      says: {
        en: "We use your data so that a product knows that it is you.",
        ru: "Мы используем данные, чтобы продукт мог вас узнать.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "2.2.personalise",
      text: {
        en: ({ purpose, sentence }) => {
          const { label, basis } = purpose("personalisation");
          return `${sentence(label)}. Cookies make the User’s visits and services personal: they remember the language, the products and the materials that were read last. Ground: ${basis}. Without it the Site shows its general pages, and nothing is remembered.`;
        },
        ru: ({ purpose, sentence }) => {
          const { label, basis } = purpose("personalisation");
          return `${sentence(label)}. Файлы cookie делают посещения и услуги личными: сохраняют язык, продукты и материалы, прочитанные последними. Основание: ${basis}. Без него Сайт показывает общие страницы и ничего не запоминает.`;
        },
      },
      says: {
        en: "If you allow it, cookies fit the site to you. If you do not, nothing is remembered.",
        ru: "Если вы разрешите, файлы cookie подстроят сайт под вас. Если нет, ничего не запоминается.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
    {
      id: "2.2.actionlog",
      text: {
        en: ({ purpose, retention }) =>
          `Cookies also serve to record the User’s actions in the products and on the Site. This takes the same choice as above, is limited to actions that are named beforehand, and ends with the choice; records are destroyed ${retention("preferences").term}. Purpose: ${purpose("personalisation").label}.`,
        ru: ({ purpose, retention }) =>
          `Файлы cookie служат также для регистрации действий Пользователя в продуктах и на Сайте. Для этого нужен тот же выбор; записываются только заранее названные действия; с отменой выбора запись прекращается. Записи уничтожаются ${retention("preferences").term}. Цель: ${purpose("personalisation").label}.`,
      },
      says: {
        en: "With your permission we also record what you do on the site, to learn which parts are used.",
        ru: "С вашего разрешения мы также записываем действия на сайте, чтобы понять, чем пользуются.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
    {
      id: "2.3",
      text: {
        en: ({ purpose, sentence, list }) => {
          const { label, basis, attributes, operations } = purpose("contract");
          return `${sentence(label)}. It includes the conclusion of a contract at the User’s initiative. Data: ${list(attributes)}. Operations: ${list(operations)}. Ground: ${basis}.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const { label, basis, attributes, operations } = purpose("contract");
          return `${sentence(label)}. Сюда относится и заключение договора по инициативе Пользователя. Данные: ${list(attributes)}. Действия: ${list(operations)}. Основание: ${basis}.`;
        },
      },
      says: {
        en: "We use your data to conclude our contract with you and to do what it says, support included.",
        ru: "Мы используем данные, чтобы заключить с вами договор и исполнять его, включая поддержку.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "services" },
    },
    {
      id: "2.4",
      text: {
        en: ({ purpose, sentence }) => {
          const { label, basis } = purpose("research");
          return `${sentence(label)}. Ground: ${basis}. Data from which a User can be recognised are not used for it.`;
        },
        ru: ({ purpose, sentence }) => {
          const { label, basis } = purpose("research");
          return `${sentence(label)}. Основание: ${basis}. Данные, по которым можно узнать Пользователя, для этого не используются.`;
        },
      },
      says: {
        en: "Statistics and research use data that no longer show who you are, and no other.",
        ru: "Для статистики и исследований используются только данные, по которым вас уже нельзя узнать.",
      },
      kind: "depersonalisation",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
    {
      id: "2.4.opinion",
      text: {
        en: ({ cite }) =>
          `Within such research (${cite("2.4")}) the Operator may ask what Users think of its products and services. Answering is voluntary, and answers are parted from the person before anybody evaluates them.`,
        ru: ({ cite }) =>
          `В рамках таких исследований (${cite("2.4")}) Оператор может узнавать мнение Пользователей о своих продуктах и услугах. Отвечать необязательно, а ответы отделяются от личности до того, как их начнут изучать.`,
      },
      says: {
        en: "We may ask what you think of our products. Answers are cut off from your name before anybody studies them.",
        ru: "Мы можем спросить, что вы думаете о наших продуктах. Ответы отделяются от имени до их изучения.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
  ],
});
