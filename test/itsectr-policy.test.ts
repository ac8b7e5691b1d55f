import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import definition from "../operators/itsectr/policy.ts";
import {
  acceptedDocuments,
  canonicalJson,
  type Clause,
  compileOperator,
  type CompiledPolicy,
  type OperatorDefinition,
  type RulePack,
} from "../src/policy/index.ts";
import { compileOperatorFolder, prepareEdition, readRulePacks } from "../src/trust/publication/index.ts";
import { CONSENT_TO_OFFERS, PRIVACY_POLICY, USER_AGREEMENT } from "./itsectr-clauses.ts";
import { removes } from "./keeps.ts";

let rules: RulePack[];
let policy: CompiledPolicy;

beforeAll(async () => {
  rules = await readRulePacks("rules");
  policy = compileOperator(definition, rules);
});

const clausesOf = ({ documents }: CompiledPolicy): Clause[] =>
  documents.flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses));

const clausesIn = (code: string): readonly Clause[] =>
  policy.documents
    .filter((document) => document.code === code)
    .flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses));

test("the two documents have every clause and no other, and the consent is neither", () => {
  expect(PRIVACY_POLICY).toHaveLength(69);
  expect(USER_AGREEMENT).toHaveLength(57);
  expect(clausesIn("privacy-policy").map(({ id }) => id)).toEqual(PRIVACY_POLICY);
  expect(clausesIn("user-agreement").map(({ id }) => id)).toEqual(USER_AGREEMENT);
  expect(clausesIn("consent-offers").map(({ id }) => id)).toEqual(CONSENT_TO_OFFERS);
  expect(policy.documents.map(({ registeredAs }) => registeredAs).slice(0, 2)).toEqual([
    "itsectr-privacy",
    "itsectr-agreement",
  ]);
});

test(
  "itsectr-agreement/1.1: a form accepts two documents; were they one, it would accept one",
  removes("separate-documents"),
  () => {
    const [form] = policy.forms as [CompiledPolicy["forms"][number]];
    const accepted = (documents: CompiledPolicy["documents"]) =>
      acceptedDocuments({ documents }, form).map(({ code }) => code);
    expect(accepted(policy.documents)).toEqual(["privacy-policy", "user-agreement"]);
    const merged = policy.documents.filter(({ code }) => code !== "user-agreement");
    expect(accepted(merged)).toEqual(["privacy-policy"]);
  },
);

test("every text is there in Russian and in English, each in its own script", () => {
  for (const { id, text, says, keptBy } of clausesOf(policy)) {
    for (const words of [text, says, keptBy]) {
      if (words === null) continue;
      expect(words.ru, id).toMatch(/[а-яё]{3}/i);
      expect(words.en, id).toMatch(/^[^а-яё]*$/i);
    }
  }
});

test("every clause of the two documents says in plain words what it is, of what kind, and what keeps it", () => {
  for (const document of ["privacy-policy", "user-agreement"]) {
    for (const { id, says, kept, kind, enforceability } of clausesIn(document)) {
      expect(kind, id).not.toBeNull();
      expect(kept, id).not.toBeNull();
      // What can be enforced is enforced, what can be shown is shown; only a declaration is declared.
      if (kept !== null && !("pending" in kept)) {
        expect(Object.keys(kept), id).toEqual(
          { enforceable: ["by"], evidencable: ["evidence"], declarative: ["declared"] }[
            enforceability ?? "declarative"
          ],
        );
      }
      for (const words of [says?.ru ?? "", says?.en ?? ""]) {
        expect(words, id).toMatch(/^[\p{Lu}].*[.]$/u);
        expect(words.match(/[.!?](?= |$)/gu)?.length, id).toBeLessThanOrEqual(2);
        expect(words.length, id).toBeLessThanOrEqual(230);
      }
    }
  }
});

test("it may be published: nothing is found that is not waived with a reason, in all its documents", () => {
  const { warnings, edition } = prepareEdition(policy, rules, {
    effectiveFrom: 0,
    publishedBy: "installation",
  });
  expect(warnings.map(({ code, where }) => `${code} ${where}`)).toEqual([]);
  // Each waives something: one that waived nothing would be found above.
  expect(policy.waivers.map(({ finding }) => finding)).toEqual([
    "promise-later-than-law",
    "purpose-without-consent",
  ]);
  expect(edition.documents.map(({ code, language }) => `${code} ${language}`)).toEqual([
    "privacy-policy ru",
    "privacy-policy en",
    "user-agreement ru",
    "user-agreement en",
    "consent-offers ru",
    "consent-offers en",
  ]);
});

test("compiled in a process of its own, from the source and as built, it is the same", async () => {
  const here = canonicalJson(await compileOperatorFolder("operators/itsectr", rules));
  expect(here).toBe(canonicalJson(policy));
  const built = `
    const { compileOperatorFolder, readRulePacks } = await import("./dist/trust/publication/index.js");
    const { canonicalJson } = await import("./dist/policy/index.js");
    const compiled = await compileOperatorFolder("operators/itsectr", await readRulePacks("rules"));
    process.stdout.write(canonicalJson(compiled));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", built]);
  expect(stdout).toBe(here);
});

/** A fact of the promise, changed: what was said before must be gone, what is said now must be there. */
const CHANGES: readonly {
  readonly fact: string;
  readonly change: (promise: OperatorDefinition["promise"]) => Partial<OperatorDefinition["promise"]>;
  readonly before: readonly string[];
  readonly after: readonly string[];
}[] = [
  {
    fact: "the operator's names and numbers",
    change: ({ operator }) => ({
      operator: {
        ...operator,
        legalName: { en: "Zeta Ltd", ru: "ООО «Дзета»" },
        address: { en: "7 Zeta Road", ru: "ул. Дзетная, 7" },
        inn: "0099999990",
        ogrn: "1260099999990",
        email: "zeta@zeta.example",
        phone: "+7 200 555-01-99",
      },
    }),
    before: [
      "ITSECTR Studio",
      "ИТСЕКТР»",
      "Primernaya",
      "Примерная",
      "0012345673",
      "1260000123459",
      "privacy@",
      "01-42",
    ],
    after: [
      "Zeta Ltd",
      "ООО «Дзета»",
      "7 Zeta Road",
      "ул. Дзетная, 7",
      "0099999990",
      "1260099999990",
      "zeta@zeta.example",
      "01-99",
    ],
  },
  {
    fact: "the hosts",
    change: () => ({ hosts: ["zeta.example"] }),
    before: ["itsectr.example/", "сайту itsectr.example", "to itsectr.example", "itsectr.localhost"],
    after: ["zeta.example/privacy-policy/", "zeta.example/feedback/"],
  },
  {
    fact: "the retention of enquiries",
    change: ({ retention }) => ({
      retention: Object.fromEntries(
        Object.entries(retention).map(([code, rule]) => [
          code,
          rule.days === 30 ? { ...rule, days: 21 } : rule,
        ]),
      ),
    }),
    before: ["within 30 calendar days of the closing", "в течение 30 календарных дней со дня закрытия"],
    after: ["within 21 calendar days of the closing", "в течение 21 календарного дня со дня закрытия"],
  },
  {
    fact: "the clocks of claims and deletion",
    change: ({ deadlines }) => ({
      deadlines: Object.fromEntries(
        Object.entries(deadlines).map(([code, deadline]) => [code, { ...deadline, length: 12 }]),
      ),
    }),
    before: [
      "30 working days",
      "30 рабочих дней",
      "within 30 calendar days of receiving",
      "30 календарных дней со дня её",
    ],
    after: [
      "12 working days",
      "12 рабочих дней",
      "within 12 calendar days of receiving",
      "12 календарных дней со дня её",
    ],
  },
  {
    fact: "the items that may be processed",
    change: ({ attributes }) => ({
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([code, attribute]) => [
          code,
          { ...attribute, label: { en: `zeta ${code}`, ru: `дзета ${code}` } },
        ]),
      ),
    }),
    before: ["e-mail address", "contact telephone number", "адрес электронной почты", "контактный телефон"],
    after: ["zeta name, zeta phone, zeta email, zeta company and zeta message", "дзета email"],
  },
  {
    fact: "the date of the update and the address of the document",
    change: ({ documents }) => ({
      documents: Object.fromEntries(
        Object.entries(documents).map(([code, document]) => [
          code,
          { ...document, updatedOn: "2027-02-03", path: "/zeta/" },
        ]),
      ),
    }),
    before: ["22\u00a0November 2026", "22\u00a0ноября 2026", "/privacy-policy/"],
    after: ["3\u00a0February 2027", "3\u00a0февраля 2027", "itsectr.example/zeta/"],
  },
  {
    fact: "what a consent opens: purpose, data, operations and term",
    change: ({ purposes, consents, retention }) => ({
      purposes: Object.fromEntries(
        Object.entries(purposes).map(([code, purpose]) => [
          code,
          code === "offers"
            ? { ...purpose, label: { en: "zeta offers", ru: "дзета" }, operations: ["use", "link"] }
            : purpose,
        ]),
      ),
      consents: Object.fromEntries(
        Object.entries(consents).map(([code, consent]) => [code, { ...consent, attributes: ["email"] }]),
      ),
      retention: Object.fromEntries(
        Object.entries(retention).map(([code, rule]) => [
          code,
          rule.from === "withdrawal" ? { ...rule, days: 3 } : rule,
        ]),
      ),
    }),
    before: [
      "one purpose: information about services",
      "these data: name and e-mail address.",
      "следующие данные: имя и адрес электронной почты.",
      "automated means: collection, recording",
      "destroyed within 10 calendar days of the withdrawal",
    ],
    after: [
      "one purpose: zeta offers,",
      "these data: e-mail address.",
      "следующие данные: адрес электронной почты.",
      "automated means: use and linking.",
      "destroyed within 3 calendar days of the withdrawal of consent.",
      "уничтожаются в течение 3 календарных дней со дня отзыва согласия.",
    ],
  },
  {
    fact: "rights and measures",
    change: () => ({
      rights: { access: { label: { en: "zeta access", ru: "дзета-доступ" }, clause: "6.1.2" } },
      measures: { zeta: { label: { en: "zeta measure", ru: "дзета-мера" }, clause: "5.5" } },
    }),
    before: [
      "correction and completion",
      "уточнение и дополнение",
      "storage of the keys apart",
      "отдельно от данных",
    ],
    after: ["- zeta access.", "- дзета-доступ.", "- zeta measure.", "- дзета-мера."],
  },
  {
    fact: "the services that get statistics",
    change: ({ statistics }) => ({
      statistics: {
        ...statistics,
        providers: { zeta: { name: { en: "Zetrica", ru: "Дзетрика" }, country: "RU", connected: true } },
      },
    }),
    before: ["Yandex", "Яндекс", "Google", "version of the Policy: none", "отсутствуют"],
    after: ["version of the Policy: Zetrica", "редакции Политики: Дзетрика"],
  },
];

test.each(CHANGES)("the text takes from what is enforced: $fact", ({ change, before, after }) => {
  const changed = compileOperator(
    { ...definition, promise: { ...definition.promise, ...change(definition.promise) } },
    rules,
  );
  const says = (compiled: CompiledPolicy) =>
    clausesOf(compiled)
      .flatMap(({ text }) => [text.en, text.ru])
      .join("\n");
  for (const words of before) {
    expect(says(policy)).toContain(words);
    expect(says(changed)).not.toContain(words);
  }
  for (const words of after) {
    expect(says(policy)).not.toContain(words);
    expect(says(changed)).toContain(words);
  }
});
