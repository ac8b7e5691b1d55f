import { defineMessages } from "../../platform/i18n/index.ts";

export const startWords = defineMessages({
  title: { en: "Upheld is running", ru: "Upheld работает" },
  lead: {
    en: "Each operator has a site of its own, at an address of its own. This page is here while developing, and only on this machine.",
    ru: "У каждого оператора свой сайт по своему адресу. Эта страница есть только при разработке и только на этом компьютере.",
  },
  site: { en: "Site", ru: "Сайт" },
  console: { en: "Console", ru: "Консоль" },
  mailbox: { en: "Mail that went out", ru: "Отправленная почта" },
});
