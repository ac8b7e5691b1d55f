import { expect, test } from "vitest";
import { formatDate, formatMoment } from "./format-date.ts";
import { negotiateLanguage } from "./negotiate-language.ts";

test.each([
  [undefined, "ru"],
  ["", "ru"],
  ["en", "en"],
  ["en-GB,en;q=0.9,ru;q=0.8", "en"],
  ["de, ru;q=0.4, en;q=0.5", "en"],
  ["EN-us", "en"],
  ["de, fr", "ru"],
  ["*;q=0.1, en;q=0.2", "en"],
  ["en;q=0, ru;q=0.1", "ru"],
  ["en;q=nonsense", "ru"],
  ["english", "ru"],
  [`en,${"x".repeat(600)}`, "ru"],
] as const)("Accept-Language %j is answered in %s", (header, language) => {
  expect(negotiateLanguage(header, ["ru", "en"])).toBe(language);
});

test("a date is the day in the operator's time zone", () => {
  const lateInLondon = Date.UTC(2026, 10, 22, 22, 30);
  expect(formatDate(lateInLondon, "en", "Europe/London")).toBe("22 November 2026");
  expect(formatDate(lateInLondon, "en", "Europe/Moscow")).toBe("23 November 2026");
  expect(formatDate(lateInLondon, "ru", "Europe/Moscow")).toBe("23 ноября 2026 г.");
  expect(formatMoment(lateInLondon, "en", "Europe/Moscow")).toBe("23 November 2026 at 01:30");
});
