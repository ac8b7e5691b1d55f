import { defineMessages, type Language } from "../platform/i18n/index.ts";

/** Which of several of one attribute a value is: a part of a name, the kind of a telephone (img-privacy/3.1, 3.3). */
export const qualifierWords = defineMessages({
  family: { en: "Family name", ru: "Фамилия" },
  given: { en: "Given name", ru: "Имя" },
  patronymic: { en: "Patronymic", ru: "Отчество" },
  mobile: { en: "mobile", ru: "мобильный" },
  work: { en: "work", ru: "рабочий" },
  home: { en: "home", ru: "домашний" },
});

/** The label of a value: its attribute's, and which of several it is. */
export function qualifiedLabel(label: string, qualifier: string | null, language: Language): string {
  const words = qualifierWords(language);
  const known = Object.keys(words) as (keyof typeof words)[];
  const found = known.find((word) => word === qualifier);
  return found === undefined ? label : `${label}: ${words[found].toLowerCase()}`;
}
