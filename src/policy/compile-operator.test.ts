import fc from "fast-check";
import { expect, test } from "vitest";
import { smallDefinition, smallPolicy, smallPromise, smallRules } from "../../test/small-policy.ts";
import {
  canonicalJson,
  compileOperator,
  defineOperator,
  definePromise,
  parseCompiledPolicy,
} from "./index.ts";
import { defineSection, type FactsOf } from "./define-operator.ts";
import { citation, dateInWords, inlineList, withinDays } from "./wording.ts";

test("what is compiled is canonical JSON, and reads back as itself", () => {
  const compiled = smallPolicy();
  const json = canonicalJson(compiled);
  expect(parseCompiledPolicy(json)).toEqual(compiled);
  expect(canonicalJson(parseCompiledPolicy(json))).toBe(json);
  expect(json).toBe(canonicalJson(compileOperator(smallDefinition, smallRules)));
});

test("the order in which an object's members were written does not change its canonical JSON", () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, shuffled(inner)]),
    );
  };
  const values = [fc.maxSafeInteger(), fc.string({ unit: "grapheme" }), fc.boolean(), fc.constant(null)];
  fc.assert(
    fc.property(fc.object({ values, key: fc.string(), maxDepth: 3 }), (value) => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
    }),
  );
});

test("functions, fractions and class instances are not canonical", () => {
  for (const value of [() => 1, 0.5, Number.NaN, undefined, new Map(), "\ud800", 2 ** 60]) {
    expect(() => canonicalJson({ value })).toThrow(expect.objectContaining({ code: "not-canonical" }));
  }
});

test("a clause takes its periods and names from the object that is enforced", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 }), (days, length) => {
      const { promise } = smallDefinition;
      const rule = promise.retention["enquiries"];
      const deadline = promise.deadlines["erasure"];
      if (rule === undefined || deadline === undefined) throw new Error("no rule");
      const changed = {
        ...promise,
        retention: { enquiries: { ...rule, days } },
        deadlines: { erasure: { ...deadline, length } },
      };
      const compiled = compileOperator({ ...smallDefinition, promise: changed }, smallRules);
      const text = compiled.documents[0]?.sections[0]?.clauses[1]?.text;
      expect(text?.en).toContain(`within ${length} working day`);
      expect(text?.en).toContain(`within ${days} calendar day`);
      expect(text?.ru).toContain(`в течение ${length} рабоч`);
      expect(text?.ru).toContain(`в течение ${days} календарн`);
    }),
  );
});

test("a clause that asks for what the policy does not have is refused", () => {
  const texts = {
    "privacy-policy": [
      {
        id: "1",
        title: { en: "All", ru: "Всё" },
        clauses: [
          {
            id: "1.1",
            text: { en: "", ru: (f: { purpose(c: string): { label: string } }) => f.purpose("x").label },
            keptBy: null,
          },
        ],
      },
    ],
  };
  expect(() => compileOperator({ ...smallDefinition, texts }, smallRules)).toThrow(
    expect.objectContaining({ code: "unknown-code", detail: "purpose x" }),
  );
});

test("an author's mistake is underlined where it is typed", () => {
  const { promise } = smallDefinition;
  definePromise({
    ...promise,
    attributes: {},
    purposes: {
      p: {
        label: { en: "p", ru: "п" },
        basis: "contract",
        clause: "1",
        operations: ["collect"],
        // @ts-expect-error an attribute that is not declared
        attributes: ["salary"],
        channels: [],
        // @ts-expect-error a retention rule that is not declared
        retention: "never",
      },
    },
    retention: {},
    forms: {},
  });
  const offers = {
    purpose: "inquiry-handling" as const,
    document: "privacy-policy" as const,
    label: { en: "offers", ru: "предложения" },
    attributes: ["email"] as const,
    clause: "1.1",
  };
  const asked = definePromise({
    ...smallPromise,
    attributes: {
      // @ts-expect-error a category that is not one of the closed list
      email: { ...smallPromise.attributes.email, category: "shoe-size" },
    },
    consents: {
      offers,
      // @ts-expect-error a document that is not declared
      other: { ...offers, document: "terms" },
    },
    forms: {
      // @ts-expect-error a consent that is not declared
      feedback: { ...smallPromise.forms.feedback, consents: ["profiling"] },
    },
    rights: {
      // @ts-expect-error nothing that a person may ask for by law
      applause: { label: offers.label, clause: "1.1" },
    },
  });
  defineSection<FactsOf<typeof asked>>({
    id: "1",
    title: offers.label,
    clauses: [
      {
        id: "1.1",
        text: {
          // @ts-expect-error a text that asks for a consent that is not declared
          en: ({ consent }) => consent("profiling").label,
          ru: ({ consent }) => consent("offers").label,
        },
        keptBy: null,
      },
    ],
  });
  const terms = { path: "/terms/", title: { en: "Terms", ru: "Условия" }, updatedOn: "2026-11-20" };
  defineOperator({
    promise: { ...smallPromise, forms: {}, consents: {}, documents: { terms } },
    // @ts-expect-error a document without its text
    texts: {},
    site: smallDefinition.site,
  });
  expect(promise.attributes).toHaveProperty("email");
});

test("words follow the grammar of both languages", () => {
  expect(withinDays(1, "working-day", "en")).toBe("within 1 working day");
  expect(withinDays(30, "working-day", "en")).toBe("within 30 working days");
  expect(withinDays(1, "calendar-day", "ru")).toBe("в течение 1 календарного дня");
  expect(withinDays(11, "calendar-day", "ru")).toBe("в течение 11 календарных дней");
  expect(withinDays(21, "working-day", "ru")).toBe("в течение 21 рабочего дня");
  expect(withinDays(111, "working-day", "ru")).toBe("в течение 111 рабочих дней");
  expect(inlineList(["a"], "en")).toBe("a");
  expect(inlineList(["a", "b", "c"], "en")).toBe("a, b and c");
  expect(inlineList(["а", "б"], "ru")).toBe("а и б");
  expect(dateInWords("2026-05-09", "ru")).toBe("9\u00a0мая 2026\u00a0г.");
  expect(dateInWords("2026-05-09", "en")).toBe("9\u00a0May 2026");
  expect(citation("152-FZ 14", "ru")).toBe("152-ФЗ 14");
});

test("a shape that is not a policy's is refused with its place", () => {
  const wrong = { ...smallPolicy(), hosts: ["bad host"] };
  expect(() => parseCompiledPolicy(JSON.stringify(wrong))).toThrow(/hosts\.0/);
  const unheard = smallPolicy().purposes.map((purpose) => ({ ...purpose, basis: "whim" }));
  expect(() => parseCompiledPolicy(JSON.stringify({ ...smallPolicy(), purposes: unheard }))).toThrow(
    /purposes\.inquiry-handling\.basis/,
  );
  expect(() => parseCompiledPolicy(JSON.stringify({ ...smallPolicy(), extra: 1 }))).toThrow(/extra/);
  expect(() => parseCompiledPolicy("{")).toThrow(expect.objectContaining({ code: "wrong-shape" }));
});
