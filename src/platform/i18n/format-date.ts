import type { Language } from "./language.ts";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", ru: "ru-RU" };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(language: Language, timeZone: string, style: "date" | "moment"): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${style}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(LOCALES[language], {
      timeZone,
      dateStyle: "long",
      ...(style === "moment" ? { timeStyle: "short" } : {}),
    });
    formats.set(key, format);
  }
  return format;
}

/**
 * The calendar day of an instant: `22 November 2026`, `22 ноября 2026 г.`.
 * `at` in ms since 1970; `timeZone` an IANA name. Throws RangeError on an unknown zone.
 */
export function formatDate(at: number, language: Language, timeZone: string): string {
  return formatFor(language, timeZone, "date").format(at);
}

/** The day and the minute of an instant, in the operator's time zone. As `formatDate` otherwise. */
export function formatMoment(at: number, language: Language, timeZone: string): string {
  return formatFor(language, timeZone, "moment").format(at);
}
