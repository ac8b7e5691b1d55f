import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { PolicyError } from "./policy.errors.ts";

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
    expect(() => canonicalJson(value)).toThrow(PolicyError);
  });
});
