import { describe, expect, test } from "vitest";
import { normalEmail, normalPhone } from "./normal-form.ts";

describe("itsectr-privacy/3.2.3: an e-mail address is compared by its normal form", () => {
  test.each([
    ["  Anna@Example.ORG ", "anna@example.org"],
    ["почта@пример.рф", "почта@xn--e1afmkfd.xn--p1ai"],
    ["a+b@sub.example.org", "a+b@sub.example.org"],
  ])("%s becomes %s", (typed, normal) => {
    expect(normalEmail(typed)).toBe(normal);
  });

  test.each([
    "",
    "anna",
    "@example.org",
    "a@b",
    "a b@example.org",
    "a@exam ple.org",
    "a@b.org\r\nBcc: x@y.org",
  ])("%j has not the form of an address", (typed) => {
    expect(normalEmail(typed)).toBeNull();
  });
});

describe("itsectr-privacy/3.2.2: a phone number is matched however it was typed", () => {
  test.each(["+7 (999) 123-45-67", "8 999 123 45 67", "999 1234567", "79991234567", "8(999)123–45–67"])(
    "%s is one number in Russia",
    (typed) => {
      expect(normalPhone(typed, "RU")).toBe("+79991234567");
    },
  );

  test("a foreign number keeps its own code", () => {
    expect(normalPhone("+44 20 7946 0018", "RU")).toBe("+442079460018");
  });

  test.each(["", "abc", "123", "+7 999 123", "+1234567890123456", "12+34567890"])(
    "%j cannot be a number",
    (typed) => {
      expect(normalPhone(typed, "RU")).toBeNull();
    },
  );
});
