import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import { CryptoError } from "./crypto.errors.ts";
import { lengthPrefixed } from "./length-prefixed.ts";

describe("length-prefixed texts", () => {
  test("different lists never encode alike", () => {
    const lists = fc.array(fc.string({ unit: "binary", maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(lengthPrefixed(...a).equals(lengthPrefixed(...b))).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });

  test("moving a letter from one part to the next changes the bytes", () => {
    expect(lengthPrefixed("ab", "c").equals(lengthPrefixed("a", "bc"))).toBe(false);
    expect(lengthPrefixed("a", "").equals(lengthPrefixed("a"))).toBe(false);
    expect(lengthPrefixed("é").toString("hex")).toBe("00000002c3a9");
  });

  test("a lone surrogate, which UTF-8 would replace, is refused", () => {
    expect(() => lengthPrefixed("\ud800")).toThrow(CryptoError);
  });
});

test("base64url comes back, and has one spelling", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(new Uint8Array(fromBase64Url(toBase64Url(bytes)))).toEqual(bytes);
    }),
  );
  for (const other of ["AA==", "AB", "A", "A+", "A/8", " AA", "AA\n"]) {
    expect(() => fromBase64Url(other)).toThrow(CryptoError);
  }
});
