import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDefinition } from "../../test/any-policy.ts";
import { keeps } from "../../test/keeps.ts";
import { smallRules } from "../../test/small-policy.ts";
import {
  canonicalJson,
  checkPolicy,
  compileOperator,
  diffPolicies,
  parseCompiledPolicy,
  renderDocument,
  standing,
} from "./index.ts";

const anyCompiled = anyDefinition.map((definition) => compileOperator(definition, smallRules));
/** A policy is large: a few dozen take a second. */
const RUNS = { numRuns: 25 };

const anyDay = fc
  .date({ min: new Date("2019-01-01"), max: new Date("2101-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("whatever the policy, compiling it is canonical, and reading it back changes nothing", () => {
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      const json = canonicalJson(compileOperator(definition, smallRules));
      expect(canonicalJson(compileOperator(definition, smallRules))).toBe(json);
      expect(canonicalJson(parseCompiledPolicy(json))).toBe(json);
    }),
    RUNS,
  );
});

test("whatever the policy, it differs from itself in nothing, and from another in something", () => {
  fc.assert(
    fc.property(anyCompiled, anyCompiled, (one, other) => {
      expect(diffPolicies(one, structuredClone(one))).toEqual([]);
      const isSame = canonicalJson(one) === canonicalJson(other);
      expect(diffPolicies(one, other).length === 0).toBe(isSame);
      expect(diffPolicies(other, one).length === 0).toBe(isSame);
    }),
    RUNS,
  );
});

test("whatever the policy, its documents are rendered to the same bytes, here and from what was stored", () => {
  fc.assert(
    fc.property(anyCompiled, fc.constantFrom("en" as const, "ru" as const), (policy, language) => {
      const stored = parseCompiledPolicy(canonicalJson(policy));
      for (const [i, document] of policy.documents.entries()) {
        const bytes = renderDocument(document, language);
        const again = stored.documents[i];
        if (again === undefined) throw new Error("a document was lost");
        expect(renderDocument(again, language)).toEqual(bytes);
        expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).not.toThrow();
      }
    }),
    RUNS,
  );
});

test("whatever the policy, what is found in it is found again the same", () => {
  fc.assert(
    fc.property(anyCompiled, (policy) => {
      expect(checkPolicy(structuredClone(policy), smallRules)).toEqual(checkPolicy(policy, smallRules));
    }),
    RUNS,
  );
});

test(
  "whatever was invalidated, nothing rests on it any more, and nothing else fell",
  keeps("clause-invalidation"),
  () => {
    fc.assert(
      fc.property(anyCompiled, anyDay, (policy, day) => {
        const fallen = new Set(
          policy.documents.flatMap(({ sections }) =>
            sections.flatMap(({ clauses }) =>
              clauses
                .filter(({ invalidated }) => invalidated !== null && invalidated.on <= day)
                .map(({ id }) => id),
            ),
          ),
        );
        const held = standing(policy, day);
        expect(held.purposes.filter(({ clause }) => fallen.has(clause))).toEqual([]);
        expect(held.purposes).toHaveLength(
          policy.purposes.filter(({ clause }) => !fallen.has(clause)).length,
        );
        expect(held.documents).toBe(policy.documents);
        expect(standing(held, day)).toEqual(held);
      }),
      RUNS,
    );
  },
);
