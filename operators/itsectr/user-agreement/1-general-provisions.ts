import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const generalProvisions = defineSection<FactsOf<typeof promise>>({
  id: "1",
  title: { en: "General provisions", ru: "Общие положения" },
  clauses: [
    {
      id: "1.1",
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["separate-documents"] },
      says: {
        en: "These are the rules between us and everyone who uses our site. Personal data has a document of its own, which comes first.",
        ru: "Это правила отношений между нами и каждым, кто пользуется нашим сайтом. О персональных данных есть отдельный документ, и он важнее.",
      },
      text: {
        en: ({ operator, host, document }) =>
          `This user agreement (the Agreement) governs the relations between ${operator.legalName} (the Operator) and anyone who uses the website ${host} (the Site). How personal data are processed is laid down in a document of its own, the Privacy policy, ${document("privacy-policy").link}; on that it comes before the Agreement.`,
        ru: ({ operator, host, document }) =>
          `Настоящее пользовательское соглашение (далее — Соглашение) регулирует отношения между следующим лицом: ${operator.legalName} (далее — Оператор) — и любым лицом, использующим сайт ${host} (далее — Сайт). Порядок обработки персональных данных установлен отдельным документом — Политикой конфиденциальности, ${document("privacy-policy").link}; в этой части она имеет преимущество перед Соглашением.`,
      },
    },
    {
      id: "1.2",
      kind: "definition",
      enforceability: "evidencable",
      kept: { evidence: ["operator-profile"] },
      says: {
        en: ({ operator }) =>
          `We are ${operator.activity}, and work through this site and what belongs to it.`,
        ru: ({ operator }) =>
          `Мы — ${operator.activity}; работаем через этот сайт и связанные с ним ресурсы.`,
      },
      text: {
        en: ({
          operator,
          services,
          host,
          products,
          list,
          bullets,
        }) => `The Operator is ${operator.activity}. It acts through the Site, ${host}, and through its programs and products (${list(products)}). It offers these services:
${bullets(services)}`,
        ru: ({
          operator,
          services,
          host,
          products,
          list,
          bullets,
        }) => `Оператор — ${operator.activity}. Оператор действует через Сайт ${host}, а также через свои программы и продукты (${list(products)}). Оператор предлагает услуги:
${bullets(services)}`,
      },
    },
    {
      id: "1.3",
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["acceptance-at-first-trace", "acceptance-is-no-consent", "declining"] },
      says: {
        en: "By using the site you accept this agreement as it is. If you do not agree, stop using it.",
        ru: "Пользуясь сайтом, вы принимаете это соглашение целиком. Если не согласны — прекратите им пользоваться.",
      },
      text: {
        en: "By using the Site the User accepts the Agreement in full and without reservations. A User who does not agree with the Agreement must stop using the Site. The documents of the Site, its contacts and the exercise of a data subject’s rights stay open to that User. Accepting the Agreement is not consent to the processing of personal data.",
        ru: "Использование Сайта означает безоговорочное принятие Пользователем Соглашения в полном объёме. При несогласии с Соглашением Пользователь должен прекратить использование Сайта. Документы Сайта, его контакты и осуществление прав субъекта персональных данных остаются такому Пользователю доступны. Принятие Соглашения не является согласием на обработку персональных данных.",
      },
      keptBy: {
        en: "The acceptance is recorded with the first form that is sent, apart from that of the Privacy policy and from every consent. Disagreement can be declared with one button.",
        ru: "Принятие записывается с первой отправленной формой — отдельно от принятия Политики и от любого согласия. О несогласии можно заявить одной кнопкой.",
      },
    },
    {
      id: "1.4",
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["change-notice", "change-log"] },
      says: {
        en: "We may change this agreement at any time without asking or notifying you. If you go on using the site, the new version applies to you.",
        ru: "Мы вправе изменить соглашение в любое время, не предупреждая вас. Если вы продолжаете пользоваться сайтом, действует новая редакция.",
      },
      text: {
        en: "The Operator may at any time, and without notifying the User individually, change clauses of the Agreement, add to them and remove them. A new version takes effect when it is posted on the Site, unless it states a later day. By going on using the Site thereafter the User accepts the new version. What it has changed is shown on the Site.",
        ru: "Оператор вправе в любое время без персонального уведомления Пользователя изменять, дополнять и исключать условия Соглашения. Новая редакция вступает в силу с момента её размещения на Сайте, если ею не установлен более поздний день. Продолжая после этого использовать Сайт, Пользователь принимает новую редакцию. На Сайте показано, что она изменила.",
      },
      keptBy: {
        en: "The Site says that a new version is in force and what it has changed. The next form that is sent records its acceptance.",
        ru: "Сайт сообщает, что действует новая редакция и что она изменила. Её принятие записывается со следующей отправленной формой.",
      },
    },
    {
      id: "1.5",
      kind: "liability/declarative",
      enforceability: "evidencable",
      kept: { evidence: ["change-log"] },
      says: {
        en: "It is for you to look in here from time to time. The list of changes tells you what is new.",
        ru: "Следить за изменениями нужно вам самим. Что нового, показывает журнал изменений.",
      },
      text: {
        en: ({ document }) =>
          `The User undertakes to re-read the Agreement regularly. The version in force is at ${document("user-agreement").link}; the earlier ones and a log of changes are kept beside it.`,
        ru: ({ document }) =>
          `Пользователь обязуется регулярно знакомиться с Соглашением. Действующая редакция размещена по адресу ${document("user-agreement").link}; там же доступны прежние редакции и журнал изменений.`,
      },
    },
  ],
});
