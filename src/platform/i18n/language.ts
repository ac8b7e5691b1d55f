/** The languages that the product speaks. A missing one is a compile error in every room's words. */
export const LANGUAGES = ["en", "ru"] as const;

export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Localised = Readonly<Record<Language, string>>;

/** What each language calls itself. */
export const LANGUAGE_NAMES: Localised = { en: "English", ru: "Русский" };

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
