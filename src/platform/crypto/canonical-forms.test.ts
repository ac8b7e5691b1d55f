import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import { canonicalJson } from "./canonical-json.ts";
import { CryptoError } from "./crypto.errors.ts";
import { lengthPrefixed } from "./length-prefixed.ts";

const wellFormed = fc.string({ unit: "binary" });

describe("canonical JSON", () => {
  test("RFC 8785, 3.2.3: members are sorted by UTF-16 code units", () => {
    const sorted = canonicalJson({
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    });
    expect(Object.values(JSON.parse(sorted) as object)).toHaveLength(7);
    expect([...sorted.matchAll(/:"([^"]+)"/g)].map((match) => match[1])).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test("RFC 8785, 3.2.2.2: strings are escaped as ECMAScript escapes them", () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
    expect(canonicalJson([null, true, false, -0, 56, -9007199254740991])).toBe(
      "[null,true,false,0,56,-9007199254740991]",
    );
  });

  test("what was canonical stays so when read and written again, whatever the order of members", () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.maxSafeInteger(),
        wellFormed,
        fc.array(tie("any"), { maxLength: 4 }),
        fc.dictionary(wellFormed, tie("any"), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (any) => {
        const once = canonicalJson(any);
        expect(canonicalJson(JSON.parse(once))).toBe(once);
        if (any !== null && typeof any === "object" && !Array.isArray(any)) {
          const reversed = Object.fromEntries(Object.entries(any).toReversed());
          expect(canonicalJson(reversed)).toBe(once);
        }
      }),
    );
  });

  const cycle: unknown[] = [];
  cycle.push(cycle);
  test.each([
    ["a fraction", 0.5],
    ["a number past 2^53", 2 ** 53],
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["undefined", undefined],
    ["an undefined member", { a: undefined }],
    ["a hole", Array(1)],
    ["a lone surrogate", "\ud800"],
    ["a lone surrogate in a name", { "\udc00": 1 }],
    ["a big integer", 1n],
    ["a date", new Date(0)],
    ["a map", new Map()],
    ["a symbol member", { [Symbol("s")]: 1 }],
    ["a function", () => 1],
    ["a cycle", cycle],
  ])("%s has no canonical form", (_, value) => {
    expect(() => canonicalJson(value)).toThrow(CryptoError);
  });
});

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
