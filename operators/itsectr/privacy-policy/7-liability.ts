import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const liability = defineSection<FactsOf<typeof promise>>({
  id: "7",
  title: { en: "Liability", ru: "Ответственность сторон" },
  clauses: [
    {
      id: "7.1",
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
      text: {
        en: "The Operator is not liable for the loss or disclosure of information that had become public before it was lost or disclosed.",
        ru: "Оператор не несёт ответственности за утрату или разглашение информации, если она стала публичным достоянием до её утраты или разглашения.",
      },
      keptBy: null,
    },
    {
      id: "7.2.2",
      text: {
        en: "The Operator is not liable for the loss or disclosure of information that a third party had supplied before the Operator received it.",
        ru: "Оператор не несёт ответственности за утрату или разглашение информации, если она была получена от третьей стороны до момента её получения Оператором.",
      },
      keptBy: null,
    },
    {
      id: "7.2.3",
      text: {
        en: "The Operator is not liable for information that was disclosed with the User’s consent.",
        ru: "Оператор не несёт ответственности за информацию, разглашённую с согласия Пользователя.",
      },
      keptBy: null,
    },
  ],
});
