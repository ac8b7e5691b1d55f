import { globSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  canonicalJson,
  compileOperator,
  type CompiledPolicy,
  defineOperator,
  diffPolicies,
  type OperatorDefinition,
  parseCompiledPolicy,
  renderDocument,
} from "../src/policy/index.ts";
import { smallDefinition, smallPromise } from "./small-policy.ts";

/**
 * That no number, name or period of a text is typed: everything that a promise holds is changed at once, and nothing
 * of a text may stay. The law's own words are left out of it: no rules are given, so that no statute is cited.
 */

const folders = globSync(["operators/*/policy.ts", "test/fifth-policy/*/policy.ts"]).toSorted();
const written = await Promise.all(
  folders.map(async (file): Promise<[string, OperatorDefinition]> => {
    const { default: definition } = (await import(`../${file}`)) as { default: OperatorDefinition };
    return [file, definition];
  }),
);
const policies: readonly [string, OperatorDefinition][] = [...written, ["a small policy", smallDefinition]];

type Change = (value: unknown, key: string, path: readonly string[]) => unknown;

/** The same value with each number, date, text and requisite changed; what stays are codes, paths and references. */
function changed(value: unknown, change: Change, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item, i) => changed(item, change, [...path, String(i)]));
  if (typeof value !== "object" || value === null) return change(value, path.at(-1) ?? "", path);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, changed(inner, change, [...path, key])]),
  );
}

function recompiled(definition: OperatorDefinition, change: Change): CompiledPolicy {
  const promise = changed(definition.promise, change) as OperatorDefinition["promise"];
  return compileOperator({ ...definition, promise }, []);
}

interface Said {
  readonly where: string;
  readonly text: string;
}

/** Every text of every clause, in both languages, in one order. */
function textsOf(policy: CompiledPolicy): Said[] {
  return policy.documents.flatMap(({ code, sections }) =>
    sections.flatMap(({ clauses }) =>
      clauses.flatMap(({ id, text, says, keptBy }) =>
        Object.entries({ text, says, keptBy }).flatMap(([member, words]) =>
          words === null
            ? []
            : (["en", "ru"] as const).map((language) => ({
                where: `${code}/${id} ${member} ${language}`,
                text: words[language],
              })),
        ),
      ),
    ),
  );
}

const REQUISITES = new Set([
  "inn",
  "ogrn",
  "phone",
  "email",
  "bic",
  "account",
  "correspondentAccount",
  "updatedOn",
  "assessedOn",
  "address",
]);

/** Digits of a requisite, a date or a text, each by another; a number by another that no policy has. */
const otherNumbers: Change = (value, key, path) => {
  if (typeof value === "number") return value + 70_000 + path.length;
  const isText = key === "en" || key === "ru";
  if (typeof value !== "string" || !(isText || REQUISITES.has(key) || path.at(-2) === "hosts")) return value;
  return value.replace(/\d/gu, (digit) => String((Number(digit) + 3) % 10));
};

/** Numbers that stay: those of clauses that a text cites, and those in the names of laws and of algorithms. */
const CITED = /(?:\b(?:clauses?|sections?)|пункт\p{L}*|раздел\p{L}*) \d+(?:\.\d+)*(?:\([a-zа-я]\))?/giu;
const NAMED =
  /\d+-(?:FZ|ФЗ)|№ 152|No\. 152|\(EU\) 2016\/679|\(ЕС\) 2016\/679|SHA-256|AES-256-GCM|3072 bits|3072 бита/gu;
const LINKED = /\]\([^)]*\)/gu;

function numbersIn(text: string): string[] {
  const own = text.replaceAll(LINKED, "]").replaceAll(NAMED, "").replaceAll(CITED, "");
  return [...own.matchAll(/\d+/gu)].map(([number]) => number);
}

describe.each(policies)("%s", (_, definition) => {
  const before = textsOf(compileOperator(definition, []));

  test("no number is typed: when every number of the promise changes, every number of a text does", () => {
    const after = textsOf(recompiled(definition, otherNumbers));
    expect(after.map(({ where }) => where)).toEqual(before.map(({ where }) => where));
    for (const [i, { where, text }] of before.entries()) {
      const now = numbersIn(after[i]?.text ?? "");
      const typed = numbersIn(text).filter((number, at) => now[at] === number);
      expect(typed, `${where}: ${text}`).toEqual([]);
    }
  });

  test("no name is typed: when every name changes, none of the old ones is left in a text", () => {
    const old = new Set<string>();
    const renamed: Change = (value, key, path) => {
      const [kind = ""] = path;
      const isName =
        (kind === "operator" &&
          /^(?:en|ru|inn|ogrn|phone|email|bic|account|correspondentAccount)$/u.test(key)) ||
        (kind === "hosts" && typeof value === "string") ||
        (kind === "settings" && key === "address") ||
        (/^(?:products|connectors|statistics)$/u.test(kind) && path.at(-2) === "name");
      // A word that is too common to be nobody's but the operator's proves nothing.
      if (!isName || typeof value !== "string" || value.length < 4 || path[1] === "activity") return value;
      old.add(value);
      return `${key === "ru" ? "Прочее" : "Other"}-${old.size}`;
    };
    const after = textsOf(recompiled(definition, renamed));
    // One that stands in a label as well is stated with it.
    const left = canonicalJson(changed(definition.promise, renamed));
    const gone = [...old].filter((name) => !left.includes(name));
    expect(gone.length).toBeGreaterThan(5);
    for (const { where, text } of after) {
      for (const name of gone) expect(text.includes(name), `${where} names ${name}: ${text}`).toBe(false);
    }
  });

  test("no label is typed: when every label changes, none of the old ones is left in a text", () => {
    const old = new Set<string>();
    const relabelled: Change = (value, _key, path) => {
      if (path.at(-2) !== "label" || typeof value !== "string") return value;
      // Shorter ones are words that any sentence may have.
      if (value.length >= 24) old.add(value);
      return `${path.at(-1) === "ru" ? "иное" : "other"} ${old.size}`;
    };
    const after = textsOf(recompiled(definition, relabelled));
    // Plain words may say again what a label says; the text itself may not.
    for (const { where, text } of after.filter((said) => said.where.includes(" text "))) {
      for (const label of old) expect(text.includes(label), `${where} repeats ${label}`).toBe(false);
    }
  });

  test("compiling is canonical: again, from another order of members, and read back, it is one text", () => {
    const once = compileOperator(definition, []);
    const json = canonicalJson(once);
    expect(canonicalJson(compileOperator(definition, []))).toBe(json);
    expect(canonicalJson(parseCompiledPolicy(json))).toBe(json);
    const documents = parseCompiledPolicy(json).documents.map((document, i) => [document, once.documents[i]]);
    for (const [read, made] of documents) {
      if (read === undefined || made === undefined) throw new Error("a document was lost");
      for (const language of ["en", "ru"] as const) {
        expect(renderDocument(read, language)).toEqual(renderDocument(made, language));
      }
    }
    expect(diffPolicies(once, parseCompiledPolicy(json))).toEqual([]);
  });
});

test("a number, a name and a label that are typed would be found", () => {
  const texts = {
    "privacy-policy": [
      {
        id: "1",
        title: { en: "All", ru: "Всё" },
        clauses: [
          { id: "1.1", text: { en: "Small Ltd keeps it 30 days.", ru: "Текст." }, keptBy: null },
          { id: "1.2", text: { en: "Text.", ru: "Текст." }, keptBy: null },
        ],
      },
    ],
  };
  const typed = defineOperator({ promise: smallPromise, texts, site: smallDefinition.site });
  const [said] = textsOf(recompiled(typed, otherNumbers));
  expect(numbersIn(said?.text ?? "")).toEqual(["30"]);
});
