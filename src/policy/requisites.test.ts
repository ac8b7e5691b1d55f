import fc from "fast-check";
import { expect, test } from "vitest";
import { isBankAccount, isInn, isOgrn } from "./requisites.ts";

const valid = { inn: "0012345673", ogrn: "1260000123459" };

test("control digits of each length are checked", () => {
  expect(isInn(valid.inn)).toBe(true);
  expect(isOgrn(valid.ogrn)).toBe(true);
  for (const wrong of ["", "123", "001234567x", "00123456789012"]) {
    expect(isInn(wrong)).toBe(false);
    expect(isOgrn(wrong)).toBe(false);
  }
});

test("a company number with one digit mistyped in its last place is refused", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), (step) => {
      const mistype = (text: string) => `${text.slice(0, -1)}${(Number(text.at(-1)) + step) % 10}`;
      expect(isInn(mistype(valid.inn))).toBe(false);
      expect(isOgrn(mistype(valid.ogrn))).toBe(false);
    }),
  );
});

test("numbers of persons and sole traders are checked by their own rules", () => {
  const withEnding = (start: string, digits: number, check: (text: string) => boolean) =>
    Array.from({ length: 10 ** digits }, (_, i) => start + String(i).padStart(digits, "0")).filter(check);
  expect(withEnding("0012345678", 2, isInn)).toHaveLength(1);
  expect(withEnding("32600000001234", 1, isOgrn)).toHaveLength(1);
});

test("an account belongs to its bank: any digit mistyped in either is noticed", () => {
  const [bic, account, correspondent] = ["040000721", "40702810500000000041", "30101810600000000721"];
  expect(isBankAccount("settlement", account, bic)).toBe(true);
  expect(isBankAccount("correspondent", correspondent, bic)).toBe(true);
  expect(isBankAccount("settlement", correspondent, bic)).toBe(false);
  fc.assert(
    fc.property(fc.nat({ max: 19 }), fc.integer({ min: 1, max: 9 }), (at, step) => {
      const mistyped = account.replace(/\d/g, (digit, i: number) =>
        i === at ? String((Number(digit) + step) % 10) : digit,
      );
      expect(isBankAccount("settlement", mistyped, bic)).toBe(false);
    }),
  );
});
