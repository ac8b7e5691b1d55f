import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const offer = defineSection<FactsOf<typeof promise>>({
  id: "1",
  title: { en: "The offer", ru: "Оферта" },
  clauses: [
    {
      id: "1.1",
      text: {
        en: ({ operator, products, list }) =>
          `${operator.legalName} (the Licensor) offers everybody this agreement on the use of its programs: ${list(products)} (the Products). The text is a public offer. Whoever activates a Product with a registration key, or goes on using it after the trial, accepts the offer and becomes the Licensee.`,
        ru: ({ operator, products, list }) =>
          `${operator.legalName} (далее — Лицензиар) предлагает каждому заключить настоящий договор об использовании программ: ${list(products)} (далее — Продукты). Настоящий текст является публичной офертой. Тот, кто активирует Продукт регистрационным ключом или продолжает пользоваться им после пробного срока, принимает оферту и становится Лицензиатом.`,
      },
      says: {
        en: "This is an offer to everybody. You accept it by activating a product with your key.",
        ru: "Это предложение каждому. Вы принимаете его, активируя продукт своим ключом.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "1.2",
      text: {
        en: ({ document }) =>
          `The “Key” is the row of characters that identifies a licence. A “Copy” is a Product installed on one device. The “Policy” is the privacy policy of the Licensor, ${document("privacy-policy").link}.`,
        ru: ({ document }) =>
          `«Ключ» — последовательность знаков, обозначающая лицензию. «Экземпляр» — Продукт, установленный на одном устройстве. «Политика» — политика конфиденциальности Лицензиара, ${document("privacy-policy").link}.`,
      },
      says: {
        en: "The words that this agreement uses, explained.",
        ru: "Здесь объяснены слова, которые используются в договоре.",
      },
      kind: "definition",
      enforceability: "declarative",
      kept: { declared: true },
    },
    {
      id: "1.3",
      text: {
        en: ({ document, list }) =>
          `These documents are part of this agreement: ${list(document("licence-agreement").incorporates)}. They apply together with it and cannot be accepted or refused apart from it.`,
        ru: ({ document, list }) =>
          `Частью настоящего договора являются: ${list(document("licence-agreement").incorporates)}. Они применяются вместе с договором; принять их или отказаться от них отдельно нельзя.`,
      },
      says: {
        en: "The product terms belong to this agreement. Accepting one is accepting both.",
        ru: "Условия использования продуктов — часть договора. Принимая договор, вы принимаете и их.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["incorporation"] },
    },
  ],
});
