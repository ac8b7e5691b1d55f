import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const sending = defineSection<FactsOf<typeof promise>>({
  id: "4",
  title: { en: "What a Product sends", ru: "Что отправляет Продукт" },
  clauses: [
    {
      id: "4.1",
      text: {
        en: "When it is activated, a Product sends the Operator the Key, the name of the device and its own version, and nothing else. It shows this before it does so.",
        ru: "При активации Продукт отправляет Оператору Ключ, название устройства и сведения о своей версии — и больше ничего. Перед этим он показывает, что будет отправлено.",
      },
      says: {
        en: "To activate, a product sends the key, the device’s name and its version. It shows you first.",
        ru: "Для активации продукт отправляет ключ, название устройства и свою версию — и сначала показывает их вам.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "4.2",
      text: {
        en: "A Product looks for updates only if the User has switched that on. The enquiry carries the Product’s name and version alone.",
        ru: "Продукт проверяет наличие обновлений, только если Пользователь это включил. В запросе передаются лишь название и версия Продукта.",
      },
      says: {
        en: "Products look for updates only if you let them, and do not say who you are.",
        ru: "Продукты проверяют обновления, только если вы это включили, и не сообщают, кто вы.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
  ],
});
