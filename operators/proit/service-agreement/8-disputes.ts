import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const disputes = defineSection<FactsOf<typeof promise>>({
  id: "8",
  title: { en: "Disputes", ru: "Споры" },
  clauses: [
    {
      id: "8.1",
      text: {
        en: ({ deadline }) =>
          `Whoever has a claim writes to the other side, and is answered ${deadline("claim-answer").within} of its receipt. To exercise a right to one’s personal data no claim is needed, and a consumer may go to court without one.`,
        ru: ({ deadline }) =>
          `Тот, у кого есть претензия, пишет другой стороне и получает ответ ${deadline("claim-answer").within} со дня её получения. Чтобы осуществить права на персональные данные, претензия не нужна; потребитель вправе обратиться в суд и без неё.`,
      },
      says: {
        en: "Write to us first, and you get an answer in time. For your data rights no claim is needed.",
        ru: "Сначала напишите нам — ответим в срок. Для прав на ваши данные претензия не нужна.",
      },
      kind: "dispute",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "8.2",
      text: {
        en: ({ operator, sentence }) =>
          `${sentence(operator.law)} applies to this agreement. A consumer keeps the protection of the mandatory rules of the place where they live, and may sue there.`,
        ru: ({ operator }) =>
          `К соглашению применяется ${operator.law}. Потребитель сохраняет защиту императивных норм места своего жительства и вправе обратиться в суд там.`,
      },
      says: {
        en: "Russian law applies. Where you live, you keep the protection that consumers have there.",
        ru: "Действует российское право. Защита потребителя по месту вашего жительства сохраняется.",
      },
      kind: "dispute",
      enforceability: "declarative",
      kept: { declared: true },
    },
  ],
});
