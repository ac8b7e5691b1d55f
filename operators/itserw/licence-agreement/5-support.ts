import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const support = defineSection<FactsOf<typeof promise>>({
  id: "5",
  title: { en: "Support and updates", ru: "Поддержка и обновления" },
  clauses: [
    {
      id: "5.1",
      text: {
        en: ({ form }) =>
          `The Licensee may ask about the Products at ${form("support").link}. Every question gets a number, by which its state can be looked up, and is answered by a person.`,
        ru: ({ form }) =>
          `Вопросы о Продуктах Лицензиат направляет по адресу ${form("support").link}. Каждому вопросу присваивается номер, по которому можно узнать, как он рассматривается; отвечает на вопрос человек.`,
      },
      says: {
        en: "Ask us about the product through the support form. You get a number and a human answer.",
        ru: "Спросить о продукте можно через форму поддержки. Вы получите номер, а ответит вам человек.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["feedback-channel", "enquiry-case"] },
    },
    {
      id: "5.2",
      text: {
        en: "Updates that the Licensor publishes for everybody while the licence lasts are part of it. The Licensee decides whether to install them.",
        ru: "Обновления, которые Лицензиар в течение срока лицензии выпускает для всех, входят в неё. Устанавливать ли их, решает Лицензиат.",
      },
      says: {
        en: "Updates belong to the licence. You decide whether to install them.",
        ru: "Обновления входят в лицензию. Устанавливать ли их, решаете вы.",
      },
      kind: "service-feature",
      enforceability: "declarative",
      kept: { declared: true },
    },
  ],
});
