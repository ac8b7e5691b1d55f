import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const contacts = defineSection<FactsOf<typeof promise>>({
  id: "10",
  title: { en: "Contacts and date", ru: "Контакты и дата" },
  clauses: [
    {
      id: "10.1",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["policy-questions", "operator-profile"] },
      says: {
        en: "Questions about this agreement go to the contacts that stand here.",
        ru: "Вопросы о соглашении присылайте по указанным здесь контактам.",
      },
      text: {
        en: ({ operator, emailLink, letterLink, requisite, bullets }) =>
          `Questions about the Agreement may be put to the Operator through the contacts of the Site: by the form ${letterLink}, by e-mail to ${emailLink} or by telephone, ${operator.phone}. The Operator is ${operator.legalName}:
${bullets([requisite("inn"), requisite("ogrn"), requisite("address"), requisite("bank")])}`,
        ru: ({ operator, emailLink, letterLink, requisite, bullets }) =>
          `Вопросы о Соглашении можно задать Оператору по контактам, указанным на Сайте: через форму ${letterLink}, по электронной почте ${emailLink} или по телефону ${operator.phone}. Реквизиты Оператора (${operator.legalName}):
${bullets([requisite("inn"), requisite("ogrn"), requisite("address"), requisite("bank")])}`,
      },
      keptBy: {
        en: "These contacts are the Operator’s settings themselves. A question gets a reference.",
        ru: "Эти контакты взяты прямо из настроек Оператора. Вопросу присваивается номер.",
      },
    },
    {
      id: "updated",
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["version-dates"] },
      says: {
        en: "You can see when this agreement was last changed.",
        ru: "Вы видите, когда соглашение меняли в последний раз.",
      },
      text: {
        en: ({ document }) => `Last updated on ${document("user-agreement").updatedOn}.`,
        ru: ({ document }) => `Дата последнего обновления: ${document("user-agreement").updatedOn}`,
      },
    },
  ],
});
