import type { Language, Localised } from "./localised.ts";

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  ru: [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
  ],
};

/**
 * An ISO date in words: `20 November 2026`, `20 ноября 2026 г.`. From tables of our own, since published bytes must
 * not depend on the machine's locale data. No line ends between a day and its month, or a year and its `г.`.
 */
export function dateInWords(iso: string, language: Language): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  const name = MONTHS[language][Number(month) - 1] ?? month;
  const dayOfMonth = `${Number(day)}\u00a0${name}`;
  return language === "ru" ? `${dayOfMonth} ${year}\u00a0г.` : `${dayOfMonth} ${year}`;
}

export type DayUnit = "calendar-day" | "working-day";

const DAYS: Readonly<Record<DayUnit, { en: [string, string]; ru: [string, string] }>> = {
  "calendar-day": {
    en: ["calendar day", "calendar days"],
    ru: ["календарного дня", "календарных дней"],
  },
  "working-day": { en: ["working day", "working days"], ru: ["рабочего дня", "рабочих дней"] },
};

/** `within 30 working days`, `в течение 30 рабочих дней`, `в течение 21 рабочего дня`. */
export function withinDays(length: number, unit: DayUnit, language: Language): string {
  const [one, many] = DAYS[unit][language];
  if (language === "en") return `within ${length} ${length === 1 ? one : many}`;
  const singular = length % 10 === 1 && length % 100 !== 11;
  return `в течение ${length} ${singular ? one : many}`;
}

/** Days in the form that a number has after a preposition without case of its own: `365 календарных дней`. */
function calendarDays(length: number, language: Language): string {
  if (language === "en") return `${length} calendar ${length === 1 ? "day" : "days"}`;
  const [tens, ones] = [length % 100, length % 10];
  if (ones === 1 && tens !== 11) return `${length} календарный день`;
  const few = ones >= 2 && ones <= 4 && (tens < 12 || tens > 14);
  return `${length} ${few ? "календарных дня" : "календарных дней"}`;
}

/** `for at least 1825 calendar days`, `не менее 1825 календарных дней`. */
export function atLeastDays(length: number, language: Language): string {
  if (language === "en") return `for at least ${calendarDays(length, "en")}`;
  const singular = length % 10 === 1 && length % 100 !== 11;
  return `не менее ${length} ${singular ? "календарного дня" : "календарных дней"}`;
}

/** `every 365 calendar days`, `каждые 365 календарных дней`. */
export function everyDays(length: number, language: Language): string {
  if (language === "en") return length === 1 ? "every calendar day" : `every ${calendarDays(length, "en")}`;
  const singular = length % 10 === 1 && length % 100 !== 11;
  return `${singular ? "каждый" : "каждые"} ${calendarDays(length, "ru")}`;
}

/** `3 years`, `3 года`. */
export function yearsOf(length: number, language: Language): string {
  if (language === "en") return `${length} ${length === 1 ? "year" : "years"}`;
  const [tens, ones] = [length % 100, length % 10];
  if (ones === 1 && tens !== 11) return `${length} год`;
  const few = ones >= 2 && ones <= 4 && (tens < 12 || tens > 14);
  return `${length} ${few ? "года" : "лет"}`;
}

/** `a, b and c`, `а, б и в`. Empty for none. */
export function inlineList(items: readonly string[], language: Language): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  if (items.length === 1) return last;
  return `${items.slice(0, -1).join(", ")} ${language === "ru" ? "и" : "and"} ${last}`;
}

/** One item a line, as render-document reads a list; items end with `;`, the last with a full stop. */
export function bulletList(items: readonly string[]): string {
  return items.map((item, i) => `- ${item}${i === items.length - 1 ? "." : ";"}`).join("\n");
}

const FROM: Readonly<Record<"receipt" | "case-closed" | "withdrawal", Localised>> = {
  receipt: { en: "of their receipt", ru: "со дня их получения" },
  "case-closed": {
    en: "of the closing of the enquiry or contract",
    ru: "со дня закрытия обращения или договора",
  },
  withdrawal: { en: "of the withdrawal of consent", ru: "со дня отзыва согласия" },
};

/** What a period is counted from, to stand after `withinDays`. */
export function countedFrom(event: keyof typeof FROM, language: Language): string {
  return FROM[event][language];
}

/** How Russian sources are cited in Russian. */
const RUSSIAN_SOURCES: readonly (readonly [RegExp, string])[] = [
  [/-FZ\b/gu, "-ФЗ"],
  [/\bRKN order (\d+) of ([\d.]+\d)/gu, "приказ Роскомнадзора от $2 № $1"],
  [/\bGovernment decree of ([\d.]+\d)/gu, "постановление Правительства от $1"],
  [/\bLabour Code (\d+)/gu, "ТК РФ, статья $1"],
  [/\bCivil Code of Russia\b/gu, "ГК РФ"],
  [/, part (\d+)/gu, ", часть $1"],
];

/** A statute as it is cited: `152-FZ 14`, `152-ФЗ 14`; `RKN order 179 of 28.10.2022`, `приказ Роскомнадзора от …`. */
export function citation(statute: string, language: Language): string {
  if (language === "en") return statute;
  return RUSSIAN_SOURCES.reduce((text, [written, cited]) => text.replaceAll(written, cited), statute);
}

/** With its first letter as at the start of a sentence. */
export function sentenceCase(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** A label as it stands inside a sentence. */
export function midSentence(text: string): string {
  const [first = ""] = text;
  return first.toLowerCase() + text.slice(first.length);
}
