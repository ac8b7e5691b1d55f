import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

/** A further condition of every transfer, never a permission: what clause 6.2 closes stays closed (tension T01). */
export const crossBorder = defineSection<FactsOf<typeof promise>>({
  id: "7",
  title: { en: "Transfer across a border", ru: "Трансграничная передача персональных данных" },
  clauses: [
    {
      id: "7.1",
      text: {
        en: ({ cite }) =>
          `Before any transfer across a border the Operator makes sure that the foreign state protects the rights of data subjects reliably, and records on what that conclusion rests and on what day it was reached. This section adds to ${cite("6.2")} and permits nothing that is forbidden there.`,
        ru: ({ cite }) =>
          `До любой трансграничной передачи Оператор обязан убедиться, что иностранное государство обеспечивает надёжную защиту прав субъектов персональных данных, и записать, на чём основан этот вывод и в какой день он сделан. Настоящий раздел дополняет ${cite("6.2")} и не разрешает ничего из того, что там запрещено.`,
      },
      says: {
        en: "Nothing crosses a border before we have checked that the country protects people’s data.",
        ru: "Ничего не уходит за границу, пока мы не проверили, что там защищают данные людей.",
      },
      kind: "cross-border",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "7.2",
      text: {
        en: ({ cite }) =>
          `To a state that does not meet that demand personal data may go only with the written consent of the data subject to this very transfer, signed by them, or in order to perform a contract to which the data subject is a party; and only if ${cite("6.2")} allows the transfer at all. A mark in a form is no signature.`,
        ru: ({ cite }) =>
          `В государство, которое этому требованию не отвечает, персональные данные могут быть переданы только с письменного согласия субъекта именно на такую передачу, подписанного им самим, либо для исполнения договора, стороной которого он является, и только если передачу вообще допускает ${cite("6.2")}. Отметка в форме подписью не является.`,
      },
      says: {
        en: "To a country that protects data badly nothing goes without your signature or your contract. Even then, only if a law demands it.",
        ru: "В страну, где данные защищены плохо, — только с вашей подписью или по вашему договору. И даже тогда — только если этого требует закон.",
      },
      kind: "cross-border",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
  ],
});
