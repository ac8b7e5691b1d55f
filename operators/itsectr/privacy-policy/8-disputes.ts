import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const disputes = defineSection<FactsOf<typeof promise>>({
  id: "8",
  title: { en: "Settlement of disputes", ru: "Разрешение споров" },
  clauses: [
    {
      id: "8.1",
      text: {
        en: "Before a dispute between the User and the Operator is taken to court, a claim must be presented: a written proposal to settle the dispute voluntarily. The exercise of a data subject’s rights requires no claim.",
        ru: "До обращения в суд по спорам между Пользователем и Оператором обязательно предъявление претензии — письменного предложения о добровольном урегулировании спора. Для осуществления прав субъекта персональных данных претензия не требуется.",
      },
      keptBy: null,
    },
    {
      id: "8.2",
      text: {
        en: ({ deadline }) =>
          `The recipient of a claim notifies the claimant in writing of the outcome of its consideration ${deadline("claim-answer").within} of receiving it.`,
        ru: ({ deadline }) =>
          `Получатель претензии ${deadline("claim-answer").within} со дня её получения письменно уведомляет заявителя о результатах её рассмотрения.`,
      },
      keptBy: null,
    },
    {
      id: "8.3",
      text: {
        en: ({ operator }) =>
          `If no agreement is reached, the dispute is referred to a court. Jurisdiction is determined by ${operator.law}.`,
        ru: ({ operator }) =>
          `При недостижении соглашения спор передаётся на рассмотрение в суд. Подсудность определяет ${operator.law}.`,
      },
      keptBy: null,
    },
    {
      id: "8.4",
      text: {
        en: ({ operator, sentence }) =>
          `${sentence(operator.law)} applies to this Policy and to the relations between the User and the Operator.`,
        ru: ({ operator }) =>
          `К настоящей Политике и отношениям между Пользователем и Оператором применяется ${operator.law}.`,
      },
      keptBy: null,
    },
  ],
});
