import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const price = defineSection<FactsOf<typeof promise>>({
  id: "4",
  title: { en: "Price and delivery", ru: "Цена и передача" },
  clauses: [
    {
      id: "4.1",
      text: {
        en: "The price of a licence is the one that was shown when it was ordered. Descriptions of the Products on the Licensor’s site inform; they are not offers of their own.",
        ru: "Цена лицензии — та, которая была показана при заказе. Описания Продуктов на сайте Лицензиара носят справочный характер и сами по себе офертой не являются.",
      },
      says: {
        en: "You pay the price that you saw when you ordered. Product pages only inform.",
        ru: "Вы платите цену, которую видели при заказе. Страницы продуктов носят справочный характер.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["offer-status"] },
    },
    {
      id: "4.2",
      text: {
        en: "The licence is granted when the Key has been sent to the address that the Licensee named in the order. If a Product does not do what its documentation says and the fault is not put right, the Licensor returns the price.",
        ru: "Лицензия предоставлена, когда Ключ отправлен на указанный в заказе адрес Лицензиата. Если Продукт не делает того, что обещает документация, и недостаток не устранён, Лицензиар возвращает уплаченную цену.",
      },
      says: {
        en: "The licence is yours once the key has been sent. If the product fails and we do not repair it, you get your money back.",
        ru: "Лицензия ваша с отправки ключа. Если продукт не работает, как обещано, и мы этого не исправим, мы вернём деньги.",
      },
      kind: "liability/declarative",
      enforceability: "declarative",
      kept: { declared: true },
    },
  ],
});
