import { defineMessages } from "../../platform/i18n/index.ts";

/** The words around what an operator offers. What it says of its services comes from its policy. */
export const serviceWords = defineMessages({
  title: { en: "What we offer", ru: "Что мы предлагаем" },
  menu: { en: "Services", ru: "Услуги" },
  none: {
    en: "There is nothing on offer here at the moment. Write to us about what you need.",
    ru: "Сейчас здесь ничего не предлагается. Напишите нам о том, что вам нужно.",
  },
  informational: {
    en: "This page informs. It is not a public offer: terms and price are agreed for each order.",
    ru: "Эта страница носит справочный характер и не является публичной офертой: условия и цену согласуют для каждого заказа.",
  },
  "public-offer": {
    en: "This page is a public offer, on the terms that stand here.",
    ru: "Эта страница является публичной офертой на указанных здесь условиях.",
  },
});
