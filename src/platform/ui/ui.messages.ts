import { defineMessages } from "../i18n/index.ts";

/** The design system's own words. */
export const uiWords = defineMessages({
  skip: { en: "Skip to the content", ru: "Перейти к содержанию" },
  pages: { en: "Pages", ru: "Страницы" },
  menu: { en: "Menu", ru: "Меню" },
  close: { en: "Close", ru: "Закрыть" },
  listPages: { en: "Pages of the list", ru: "Страницы списка" },
  newest: { en: "Newest", ru: "Самые новые" },
  older: { en: "Older", ru: "Более ранние" },
  removed: { en: "removed:", ru: "удалено:" },
  added: { en: "added:", ru: "добавлено:" },
  languages: { en: "Language", ru: "Язык" },
  required: { en: "required", ru: "обязательно" },
  optional: { en: "optional", ru: "необязательно" },
  errorTitle: { en: "Error: {title}", ru: "Ошибка: {title}" },
  problems: {
    en: "{count, plural, one {There is a problem with one field} other {There are problems with # fields}}",
    ru: "{count, plural, one {Нужно исправить # поле} few {Нужно исправить # поля} many {Нужно исправить # полей} other {Нужно исправить # поля}}",
  },
  proofWorking: {
    en: "Checking that this is not sent by a program. It takes a moment; nobody else is asked.",
    ru: "Проверяем, что форму отправляет не программа. Это займёт мгновение; никого другого мы не спрашиваем.",
  },
  proofDone: { en: "The check is done.", ru: "Проверка пройдена." },
  proofSending: {
    en: "One moment: the form goes as soon as the check is done.",
    ru: "Минуту: форма уйдёт, как только закончится проверка.",
  },
  info: { en: "Note", ru: "К сведению" },
  success: { en: "Done", ru: "Готово" },
  warning: { en: "Warning", ru: "Внимание" },
  error: { en: "Problem", ru: "Ошибка" },
  request: { en: "Request number", ru: "Номер запроса" },
  code: { en: "Error code", ru: "Код ошибки" },
  kept: { en: "What was kept", ru: "Что сохранено" },
  next: { en: "What to do now", ru: "Что делать" },
  home: { en: "To the home page", ru: "На главную" },
});
