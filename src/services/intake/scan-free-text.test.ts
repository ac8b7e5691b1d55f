import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shippedFreeTextRules } from "./free-text-rules.ts";
import { createFreeTextScan } from "./scan-free-text.ts";

const scan = createFreeTextScan(shippedFreeTextRules());
const kinds = (text: string) => scan(text).map(({ kind }) => kind);

describe("itsectr-privacy/3.2.5: numbers of documents are found", () => {
  test.each([
    ["passport", "Мой паспорт 45 09 123456, выдан давно"],
    ["passport", "паспорт серия 4509 № 123456"],
    ["passport", "Passport: 4509 123456."],
    ["driving-licence", "водительское удостоверение 77 АА 123456"],
    ["driving-licence", "my driving licence is 7711 123456"],
    ["snils", "112-233-445 95"],
    ["snils", "СНИЛС 11223344595"],
    ["inn", "ИНН 500100732259"],
    ["oms", "полис ОМС 7712345678901234"],
    ["payment-card", "карта 4111 1111 1111 1111"],
    ["payment-card", "5555555555554444"],
    ["payment-card", "amex 3782 822463 10005"],
    ["payment-card", "МИР 2200 0000 0000 0004"],
    ["iban", "IBAN GB29 NWBK 6016 1331 9268 19"],
    ["iban", "DE89370400440532013000"],
  ])("%s: %s", (kind, text) => {
    expect(kinds(text)).toContain(kind);
  });

  test("a number whose check digit is wrong is not one", () => {
    for (const text of [
      "112-233-445 96",
      "ИНН 500100732258",
      "4111 1111 1111 1112",
      "GB28 NWBK 6016 1331 9268 19",
      "DE8937040044053201300",
    ]) {
      expect(scan(text), text).toEqual([]);
    }
  });

  test("a company's own taxpayer number is no person's", () => {
    expect(scan("ИНН 7707083893, ОГРН 1027700132195")).toEqual([]);
  });
});

describe("itsectr-privacy/3.2.5: words of the special categories are found, in their forms (152-FZ 10, GDPR 9)", () => {
  test.each([
    ["health", "у меня обнаружили заболевание"],
    ["health", "Диагнозом я делиться не хочу"],
    ["health", "о состоянии моего здоровья"],
    ["health", "I was diagnosed with something"],
    ["belief", "по религиозным причинам"],
    ["race-or-nation", "моей национальности"],
    ["politics", "из-за политических убеждений"],
    ["politics", "я член правящей партии"],
    ["intimate-life", "о сексуальной ориентации"],
    ["criminal-record", "есть ли судимость или нет"],
    ["criminal-record", "он осуждён"],
    ["trade-union", "a trade union member"],
    ["biometrics-or-genes", "сдал отпечатки пальцев"],
  ])("%s: %s", (kind, text) => {
    expect(kinds(text)).toContain(kind);
  });

  test("the spot is the words themselves, so that staff see what to look at", () => {
    const text = "Ещё: мой диагноз известен.";
    const [spot] = scan(text);
    expect(text.slice(spot?.start, spot?.end)).toBe("диагноз");
  });
});

test("what enquiries are full of is no hit", () => {
  for (const text of [
    "Здравствуйте! Сколько стоит сайт на 200 страниц? Бюджет 1 500 000 ₽, срок до 22.11.2026.",
    "Нужна диагностика сервера и партия из 50 терминалов. Вера Петрова, права на код у нас.",
    "The button is disabled and the token is invalid; browser fingerprint attached.",
    "Заказ № 20241122-000123, счёт 40702810900000012345, договор 2026/11-7.",
    "Call +7 (916) 123-45-67 or 8 800 555 35 35, order 1234567890.",
    "Версия 10.15.7, адрес 192.168.100.200, UUID 0192f0c4-7a3e-7c11-8d2e-123456789012",
    "Доброго здоровья вам, спасибо за партию товара.",
  ]) {
    expect(scan(text), text).toEqual([]);
  }
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

test("telephone numbers, dates and order numbers are never taken for a document's", () => {
  const phone = fc
    .tuple(fc.constantFrom("+7", "8"), digits(3), digits(3), digits(2), digits(2), fc.constantFrom(" ", "-"))
    .chain(([a, b, c, d, e, s]) =>
      fc.constantFrom(`${a}${b}${c}${d}${e}`, `${a} (${b}) ${c}-${d}-${e}`, [a, b, c, d, e].join(s)),
    );
  const date = fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
    .chain((at) =>
      fc.constantFrom(
        at.toISOString(),
        at.toISOString().slice(0, 10),
        at.toISOString().slice(0, 10).split("-").reverse().join("."),
      ),
    );
  const order = fc.integer({ min: 1, max: 12 }).chain(digits);
  fc.assert(
    fc.property(
      fc.constantFrom("", "Заказ № ", "order ", "тел. "),
      fc.oneof(phone, date, order),
      (word, number) => {
        expect(scan(`${word}${number}, спасибо`)).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

test("any text is looked through, and every spot lies within it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      for (const { start, end } of scan(text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
