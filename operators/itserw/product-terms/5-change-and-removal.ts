import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const changeAndRemoval = defineSection<FactsOf<typeof promise>>({
  id: "5",
  title: { en: "Changing and removing", ru: "Изменение и удаление" },
  clauses: [
    {
      id: "5.1",
      text: {
        en: ({ letterLink, emailLink, cite }) =>
          `The data of a registration are changed or deleted on request, through the form ${letterLink} or by e-mail to ${emailLink}. Deleting them does not end the licence; only what registration is needed for stops (${cite("product-terms/2.1")}, ${cite("product-terms/2.2")}).`,
        ru: ({ letterLink, emailLink, cite }) =>
          `Данные регистрации изменяются или удаляются по запросу, направленному через форму ${letterLink} или по электронной почте ${emailLink}. Удаление не прекращает лицензию; перестаёт действовать только то, для чего нужна регистрация (${cite("product-terms/2.1")}, ${cite("product-terms/2.2")}).`,
      },
      says: {
        en: "Ask us, and we change or delete your registration. Your licence stays.",
        ru: "По вашей просьбе мы изменим или удалим регистрацию. Лицензия останется.",
      },
      kind: "subject-right",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "5.2",
      text: {
        en: "Every Product has a function that removes all its components and what it kept on the device, and that says what it removed. Documents of the User are removed only if the User asks for that.",
        ru: "В каждом Продукте есть функция, которая удаляет все его компоненты и всё, что он хранил на устройстве, и сообщает, что удалено. Документы Пользователя удаляются, только если он сам об этом попросит.",
      },
      says: {
        en: "A product removes itself completely when you ask. Your documents stay unless you say otherwise.",
        ru: "По вашей команде продукт удаляет себя целиком. Документы остаются, если вы не решите иначе.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
  ],
});
