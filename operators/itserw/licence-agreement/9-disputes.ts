import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const disputes = defineSection<FactsOf<typeof promise>>({
  id: "9",
  title: { en: "Disputes", ru: "Споры" },
  clauses: [
    {
      id: "9.1",
      text: {
        en: ({ operator, sentence }) =>
          `${sentence(operator.law)} governs this agreement. A consumer chooses among the courts that the law allows.`,
        ru: ({ operator }) =>
          `К настоящему договору применяется ${operator.law}. Потребитель вправе выбрать суд в пределах, установленных законом.`,
      },
      says: {
        en: "Russian law governs this agreement. As a consumer you choose among the courts that it allows.",
        ru: "К договору применяется российское право. Потребитель выбирает суд так, как позволяет закон.",
      },
      kind: "dispute",
      enforceability: "declarative",
      kept: { declared: true },
    },
    {
      id: "9.2",
      text: {
        en: ({ deadline }) =>
          `A dispute begins with a written claim. The recipient answers it ${deadline("claim-answer").within} of receiving it. No claim is needed for a request about one’s own data.`,
        ru: ({ deadline }) =>
          `Спор начинается с письменной претензии. Получатель отвечает на неё ${deadline("claim-answer").within} со дня получения. Для запроса о своих данных претензия не нужна.`,
      },
      says: {
        en: ({ deadline }) => `Write to us first. We answer a claim ${deadline("claim-answer").within}.`,
        ru: ({ deadline }) =>
          `Сначала напишите нам. Мы ответим на претензию ${deadline("claim-answer").within}.`,
      },
      kind: "deadline",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
  ],
});
