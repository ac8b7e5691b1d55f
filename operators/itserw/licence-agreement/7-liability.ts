import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const liability = defineSection<FactsOf<typeof promise>>({
  id: "7",
  title: { en: "Liability", ru: "Ответственность" },
  clauses: [
    {
      id: "7.1",
      text: {
        en: "The Licensor answers for losses caused by its fault up to the price of the licence. This limit does not hold for harm done on purpose, for harm to life or health, for breaches of the law on personal data, or where the law on the protection of consumers does not allow it.",
        ru: "Лицензиар отвечает за убытки, причинённые по его вине, в пределах цены лицензии. Это ограничение не действует при умышленном причинении вреда, вреде жизни или здоровью, нарушении законодательства о персональных данных, а также если его не допускает законодательство о защите прав потребителей.",
      },
      says: {
        en: "Our liability is limited to the price of the licence, except where the law does not allow a limit.",
        ru: "Наша ответственность ограничена ценой лицензии, кроме случаев, когда закон ограничения не допускает.",
      },
      kind: "liability/declarative",
      enforceability: "declarative",
      kept: { declared: true },
    },
  ],
});
