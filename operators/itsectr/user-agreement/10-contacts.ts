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
        en: ({
          operator,
          emailLink,
          form,
          requisites,
          bullets,
        }) => `Questions about the Agreement may be put to the Operator, ${operator.legalName}, through the contacts of the Site: e-mail ${emailLink}; telephone ${operator.phone}; feedback form ${form("feedback").link}. Particulars of the Operator:
${bullets(requisites)}`,
        ru: ({
          operator,
          emailLink,
          form,
          requisites,
          bullets,
        }) => `Вопросы о Соглашении можно задать Оператору (${operator.legalName}) по контактам, указанным на Сайте: электронная почта ${emailLink}; телефон ${operator.phone}; форма обратной связи ${form("feedback").link}. Реквизиты Оператора:
${bullets(requisites)}`,
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
