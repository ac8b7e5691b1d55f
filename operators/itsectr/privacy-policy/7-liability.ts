import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const liability = defineSection<FactsOf<typeof promise>>({
  id: "7",
  title: { en: "Liability", ru: "Ответственность сторон" },
  clauses: [
    {
      id: "7.1",
      kind: "liability/declarative",
      enforceability: "evidencable",
      kept: { pending: "rights" },
      says: {
        en: "If we use your data unlawfully and you lose by it, we answer for that under the law.",
        ru: "Если из-за незаконного использования данных вы понесли убытки, мы отвечаем за них по закону.",
      },
      text: {
        en: ({ operator }) =>
          `An Operator that has not performed its duties answers for the losses that the User has suffered through unlawful use of personal data. The liability is governed by ${operator.law}.`,
        ru: ({ operator }) =>
          `Оператор, не исполнивший свои обязательства, несёт ответственность за убытки, понесённые Пользователем в связи с неправомерным использованием персональных данных. Такую ответственность определяет ${operator.law}.`,
      },
      keptBy: null,
    },
    {
      id: "7.2.1",
      kind: "liability/declarative",
      enforceability: "evidencable",
      kept: { pending: "leaves" },
      says: {
        en: "We do not answer for the loss or leak of what had been public before.",
        ru: "Мы не отвечаем за утрату или утечку того, что уже было известно всем.",
      },
      text: {
        en: "The Operator is not liable for the loss or disclosure of information that had become public before it was lost or disclosed.",
        ru: "Оператор не несёт ответственности за утрату или разглашение информации, если она стала публичным достоянием до её утраты или разглашения.",
      },
      keptBy: null,
    },
    {
      id: "7.2.2",
      kind: "liability/declarative",
      enforceability: "evidencable",
      kept: { pending: "leaves" },
      says: {
        en: "Nor for the loss or leak of what somebody else had supplied before it came to us.",
        ru: "Не отвечаем и за утрату или утечку того, что до нас предоставил кто-то другой.",
      },
      text: {
        en: "The Operator is not liable for the loss or disclosure of information that a third party had supplied before the Operator received it.",
        ru: "Оператор не несёт ответственности за утрату или разглашение информации, если она была получена от третьей стороны до момента её получения Оператором.",
      },
      keptBy: null,
    },
    {
      id: "7.2.3",
      kind: "liability/declarative",
      enforceability: "evidencable",
      kept: { pending: "leaves" },
      says: {
        en: "Nor for what was disclosed because you agreed to it.",
        ru: "Не отвечаем и за то, что раскрыто с вашего согласия.",
      },
      text: {
        en: "The Operator is not liable for information that was disclosed with the User’s consent.",
        ru: "Оператор не несёт ответственности за информацию, разглашённую с согласия Пользователя.",
      },
      keptBy: null,
    },
  ],
});
