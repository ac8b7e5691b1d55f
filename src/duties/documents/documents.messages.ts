import { defineMessages } from "../../platform/i18n/index.ts";

/** The words that stand around a document's text on paper and in plain files. */
export const paperWords = defineMessages({
  contents: { en: "Contents", ru: "Содержание" },
  version: { en: "Version {number}", ru: "Версия {number}" },
  updated: { en: "Updated {day}", ru: "Обновлено {day}" },
  published: { en: "Published {moment}", ru: "Опубликовано {moment}" },
  effective: { en: "Takes effect {moment}", ru: "Вступает в силу {moment}" },
  address: { en: "This version on the Web: {address}", ru: "Эта версия в сети: {address}" },
  fingerprint: { en: "SHA-256 of the policy: {hash}", ru: "SHA-256 политики: {hash}" },
  page: { en: "{page} of {pages}", ru: "{page} из {pages}" },
  invalidated: { en: "Invalid since {day}: {reason}", ru: "Недействителен с {day}: {reason}" },
});
