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
        en: "Before a dispute goes to court there has to be a written claim. A request about your data needs none.",
        ru: "Прежде чем идти в суд, нужно направить письменную претензию. Для запросов о ваших данных она не нужна.",
      },
      text: {
        en: "Before a dispute between the User and the Operator is taken to court, a claim must be presented: a written proposal to settle the dispute voluntarily. The exercise of a data subject’s rights requires no claim.",
        ru: "До обращения в суд по спорам между Пользователем и Оператором обязательно предъявление претензии — письменного предложения о добровольном урегулировании спора. Для осуществления прав субъекта персональных данных претензия не требуется.",
      },
      keptBy: null,
    },
    {
      id: "8.2",
      kind: "deadline",
      enforceability: "enforceable",
      kept: { pending: "rights" },
      says: {
        en: ({ deadline }) => `A claim is answered in writing ${deadline("claim-answer").within}.`,
        ru: ({ deadline }) => `На претензию отвечают письменно ${deadline("claim-answer").within}.`,
      },
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
      kind: "dispute",
      enforceability: "enforceable",
      kept: { pending: "rights" },
      says: {
        en: "If we cannot agree, a court decides.",
        ru: "Если договориться не удалось, спор решает суд.",
      },
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
      kind: "liability/declarative",
      enforceability: "evidencable",
      kept: { evidence: ["regimes"] },
      says: {
        en: ({ operator, sentence }) =>
          `${sentence(operator.law)} applies to this policy and to everything between you and us under it.`,
        ru: ({ operator }) =>
          `К политике и ко всему, что между нами по ней происходит, применяется ${operator.law}.`,
      },
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
