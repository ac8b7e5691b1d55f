import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of the draft's pages, which only who writes the policy sees. */
export const draftWords = defineMessages({
  title: { en: "Draft of the policy", ru: "Черновик политики" },
  notInForce: {
    en: "This is a draft: it is not in force",
    ru: "Это черновик: он не действует",
  },
  howToPublish: {
    en: "Saving a file changes what is shown here and nothing else. To publish it, use the console, or:",
    ru: "Сохранение файла меняет только эту страницу. Опубликовать можно в консоли или командой:",
  },
  broken: { en: "The policy does not compile", ru: "Политика не компилируется" },
  why: { en: "Why", ru: "Причина" },
  documents: { en: "Its documents", ru: "Документы" },
  findings: { en: "What the check found", ru: "Что нашла проверка" },
  error: { en: "error", ru: "ошибка" },
  waived: { en: "accepted in public", ru: "принято публично" },
  warning: { en: "warning", ru: "предупреждение" },
  nothing: { en: "Nothing differs", ru: "Отличий нет" },
});
