import { isCardNumber, isIban, isPersonalInn, isSnils } from "./check-digits.ts";
import type { FreeTextFlag, FreeTextRules } from "./free-text-rules.ts";

/** A place in a text that staff should look at. Positions are those of the text's UTF-16 units. */
export interface FreeTextSpot {
  readonly flag: FreeTextFlag;
  /** Which number or category it looks like: `passport`, `health`. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** Looks through a text; gives the spots in the order of their places. Pure. */
export type FreeTextScan = (text: string) => readonly FreeTextSpot[];

/** How far before a number the word may stand that says what it is, in UTF-16 units. */
const NEAR = 48;

/**
 * Makes the scan of clause itsectr-privacy/3.2.5 (tension T18; 152-FZ 10, GDPR 9): numbers of identity documents,
 * insurance, taxes and payment, by their check digits or by the word before them, and words of the special categories
 * in their forms. It marks for review and decides nothing.
 */
export function createFreeTextScan(rules: FreeTextRules): FreeTextScan {
  const numbers = rules.documents.map(({ code, pattern, near, check }) => ({
    code,
    find: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "giu"),
    near: near === undefined ? null : new RegExp(`(?<!\\p{L})(?:${near})`, "iu"),
    passes: checkOf(check, rules),
  }));
  const words = rules.words.map(({ code, stems }) => ({ code, find: phrasesOf(stems) }));

  return (text) => {
    // Letters without which the same word would be spelled in two ways; the length stays.
    const plain = text.replaceAll("ё", "е").replaceAll("Ё", "Е").replaceAll("\u00a0", " ");
    const spots: FreeTextSpot[] = [];
    if (/\d{2}/.test(plain)) {
      for (const { code, find, near, passes } of numbers) {
        for (const { 0: found, index: start } of plain.matchAll(find)) {
          const before = plain.slice(Math.max(0, start - NEAR), start);
          if (near !== null && !near.test(before) && !near.test(found)) continue;
          if (passes(found)) {
            spots.push({ flag: "document-number", kind: code, start, end: start + found.length });
          }
        }
      }
    }
    for (const { code, find } of words) {
      for (const { 0: found, index: start } of plain.matchAll(find)) {
        spots.push({ flag: "special-category", kind: code, start, end: start + found.length });
      }
    }
    return spots.sort((a, b) => a.start - b.start || a.end - b.end);
  };
}

function checkOf(check: FreeTextRules["documents"][number]["check"], { ibanLengths }: FreeTextRules) {
  const digits = (text: string) => text.replaceAll(/\D/gu, "");
  switch (check) {
    case "luhn":
      return (text: string) => isCardNumber(digits(text));
    case "snils":
      return (text: string) => isSnils(digits(text));
    case "inn":
      return (text: string) => isPersonalInn(digits(text));
    case "iban":
      return (text: string) => isIban(text.toUpperCase(), ibanLengths);
    case undefined:
      return () => true;
  }
}

/** One expression for all phrases: whole words, `*` any ending or any one word, one or more blanks between. */
export function phrasesOf(stems: readonly string[]): RegExp {
  const phrase = (stem: string) =>
    stem
      .split(" ")
      .map((word) => (word === "*" ? "\\p{L}+" : word.replaceAll("*", "\\p{L}*")))
      .join("\\s+");
  return new RegExp(`(?<!\\p{L})(?:${stems.map(phrase).join("|")})(?!\\p{L})`, "giu");
}
