import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of the list of an operator's documents. */
export const documentsWords = defineMessages({
  title: { en: "Documents", ru: "Документы" },
  lead: {
    en: "Everything that we have bound ourselves to in writing, as it holds today: to read, to take away, and to compare with what held before.",
    ru: "Всё, чем мы связали себя письменно, в действующей редакции: прочитать, скачать, сравнить с прежними.",
  },
  precedence: {
    en: "Where two of them say different things, the one that stands higher holds:",
    ru: "Если два документа говорят разное, действует тот, что стоит выше:",
  },
  partOf: { en: "Part of: {titles}.", ru: "Входит в состав: {titles}." },
  updated: { en: "Updated on", ru: "Обновлён" },
  files: { en: "{title}: to take away", ru: "{title}: скачать" },
  versions: { en: "What has changed", ru: "Что изменилось" },
  "privacy-policy": { en: "Privacy policy", ru: "Политика конфиденциальности" },
  "user-agreement": { en: "User agreement", ru: "Пользовательское соглашение" },
  "licence-agreement": { en: "Licence agreement", ru: "Лицензионный договор" },
  "product-terms": { en: "Terms of a product", ru: "Условия продукта" },
  "service-agreement": { en: "Service agreement", ru: "Договор на услуги" },
  consent: { en: "Text of a consent", ru: "Текст согласия" },
  information: { en: "Information", ru: "Справочный текст" },
});
