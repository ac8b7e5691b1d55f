import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const end = defineSection<FactsOf<typeof promise>>({
  id: "8",
  title: { en: "How the licence ends", ru: "Как прекращается лицензия" },
  clauses: [
    {
      id: "8.1",
      text: {
        en: "The licence ends with its term. The Licensee may end it earlier at any time, without reasons, by removing the Product and saying so to support.",
        ru: "Лицензия прекращается с истечением её срока. Лицензиат может прекратить её раньше в любое время без объяснения причин, удалив Продукт и сообщив об этом в поддержку.",
      },
      says: {
        en: "You may end the licence whenever you like.",
        ru: "Отказаться от лицензии можно в любой момент.",
      },
      kind: "service-feature",
      enforceability: "declarative",
      kept: { declared: true },
    },
    {
      id: "8.2",
      text: {
        en: ({ cite }) =>
          `The Licensor may end the licence if the Licensee materially breaches ${cite("licence-agreement/3.1")} and does not put the breach right after a written warning that names it. A request about one’s own data is never a reason.`,
        ru: ({ cite }) =>
          `Лицензиар вправе прекратить лицензию, если Лицензиат существенно нарушил ${cite("licence-agreement/3.1")} и не устранил нарушение после письменного предупреждения, в котором оно названо. Запрос о своих данных поводом для этого не является.`,
      },
      says: {
        en: "We may end the licence over a serious breach, after a warning. Asking about your data is never a reason.",
        ru: "Мы можем прекратить лицензию из-за серьёзного нарушения — после предупреждения. Вопрос о своих данных поводом не бывает.",
      },
      kind: "liability/declarative",
      enforceability: "declarative",
      kept: { declared: true },
    },
    {
      id: "8.3",
      text: {
        en: "When the licence has ended, the Licensee removes all components of the Product. What the Licensee kept in it can be taken along beforehand.",
        ru: "После прекращения лицензии Лицензиат удаляет все компоненты Продукта. Хранившееся в нём можно забрать до удаления.",
      },
      says: {
        en: "When the licence ends, remove the product. You can take your documents out first.",
        ru: "Когда лицензия закончится, удалите продукт. Свои документы можно забрать заранее.",
      },
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
  ],
});
