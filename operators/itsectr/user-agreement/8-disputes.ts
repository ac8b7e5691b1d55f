import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const disputes = defineSection<FactsOf<typeof promise>>({
  id: "8",
  title: { en: "Settlement of disputes", ru: "Разрешение споров" },
  clauses: [
    {
      id: "8.1",
      kind: "dispute",
      enforceability: "enforceable",
      kept: { pending: "rights" },
      says: {
        en: "If there is a quarrel, we talk first, and a written claim comes before a court. Requests about your data need neither.",
        ru: "Если возник спор, сначала переговоры и письменная претензия, потом суд. Для запросов о ваших данных ни то ни другое не нужно.",
      },
      text: {
        en: "The parties settle disputes by negotiation. Before a dispute is taken to court, a written claim must be presented. The exercise of a data subject’s rights requires neither.",
        ru: "Споры стороны разрешают путём переговоров. До обращения в суд обязательно предъявление письменной претензии. Для осуществления прав субъекта персональных данных ни переговоры, ни претензия не требуются.",
      },
    },
    {
      id: "8.2",
      kind: "deadline",
      enforceability: "enforceable",
      kept: { pending: "rights" },
      says: {
        en: ({ deadline }) => `We deal with a claim ${deadline("claim-review").within}.`,
        ru: ({ deadline }) => `Претензию мы рассматриваем ${deadline("claim-review").within}.`,
      },
      text: {
        en: ({ deadline }) =>
          `A claim is considered ${deadline("claim-review").within} of its receipt, and the claimant is told the outcome in writing.`,
        ru: ({ deadline }) =>
          `Претензия рассматривается ${deadline("claim-review").within} со дня её получения; о результате заявителю сообщают письменно.`,
      },
    },
    {
      id: "8.3",
      kind: "dispute",
      enforceability: "enforceable",
      kept: { pending: "rights" },
      says: {
        en: "If we cannot agree, a court decides.",
        ru: "Если договориться не удалось, спор решает суд.",
      },
      text: {
        en: ({ operator }) =>
          `A dispute that has not been settled is referred to a court. Jurisdiction is determined by ${operator.law}.`,
        ru: ({ operator }) =>
          `Неурегулированный спор передаётся на рассмотрение в суд. Подсудность определяет ${operator.law}.`,
      },
    },
  ],
});
