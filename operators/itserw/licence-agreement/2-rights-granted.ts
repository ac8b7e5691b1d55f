import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const rightsGranted = defineSection<FactsOf<typeof promise>>({
  id: "2",
  title: { en: "What is granted", ru: "Что предоставляется" },
  clauses: [
    {
      id: "2.1",
      text: {
        en: "The Licensor grants the Licensee a simple (non-exclusive) licence to install a Product, to run it, and to make a copy as a reserve, everywhere in the world and for the term that is stated with the Key. Where no term is stated, the licence holds for as long as the exclusive right in the Product lasts.",
        ru: "Лицензиар предоставляет Лицензиату право использовать Продукт на условиях простой (неисключительной) лицензии: устанавливать его, запускать и изготовить резервную копию — на территории всего мира и в течение срока, указанного вместе с Ключом. Если срок не указан, лицензия действует, пока действует исключительное право на Продукт.",
      },
      says: {
        en: "You may install the product, run it and keep a spare copy, for the term stated with your key.",
        ru: "Продукт можно установить, запускать и хранить его запасную копию — в течение срока, указанного вместе с ключом.",
      },
      kind: "service-feature",
      enforceability: "declarative",
      kept: { declared: true },
    },
    {
      id: "2.2",
      text: {
        en: ({ document }) =>
          `How many Copies a Key allows, and for whom, is stated with the Key and in the product terms (${document("product-terms").link}). Within that number the Licensee may move a Copy from one device to another.`,
        ru: ({ document }) =>
          `Сколько Экземпляров и для кого допускает Ключ, указано вместе с Ключом и в условиях использования продуктов (${document("product-terms").link}). В пределах этого числа Лицензиат может переносить Экземпляр с одного устройства на другое.`,
      },
      says: {
        en: "Your key says on how many devices you may use the product. You may move it between them.",
        ru: "Ключ определяет, на скольких устройствах можно пользоваться продуктом. Переносить его между ними можно.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
  ],
});
