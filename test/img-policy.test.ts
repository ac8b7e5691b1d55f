import { beforeAll, describe, expect, test } from "vitest";
import img from "../operators/img/policy.ts";
import itsectr from "../operators/itsectr/policy.ts";
import {
  checkPolicy,
  compileOperator,
  type CompiledPolicy,
  type OperatorDefinition,
  type RulePack,
} from "../src/policy/index.ts";
import { prepareEdition, readRulePacks } from "../src/trust/publication/index.ts";
import { allThatIsSaid, boundBy, boundTo, clausesOf } from "./bound-clauses.ts";
import { keeps } from "./keeps.ts";

let rules: RulePack[];
let policy: CompiledPolicy;

beforeAll(async () => {
  rules = await readRulePacks("rules");
  policy = compileOperator(img, rules);
});

const words = (...lines: readonly string[]) => lines.flatMap((line) => line.split(" "));

/** Every number of the policy and of the consent, in the order in which they have them. */
const POLICY = words(
  "1.0 1.1 1.2",
  "2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13",
  "3.0 3.1 3.2 3.3 3.4 3.post",
  "4.1.inform 4.1.access 4.2.marketing 4.2.optout 4.3",
  "5.1.channel 5.1.consent 5.2",
  "6.0 6.1 6.2 6.3 6.4.term 6.4.revoke",
  "7.1 7.2",
  "8.1 8.2 8.3",
);
const CONSENT = words("news.1 news.2 news.3 news.4");

test("the policy has its 41 clauses, and the consent stands by itself", () => {
  expect(POLICY).toHaveLength(41);
  expect(clausesOf(policy, "privacy-policy").map(({ id }) => id)).toEqual(POLICY);
  expect(clausesOf(policy, "consent-news").map(({ id }) => id)).toEqual(CONSENT);
  expect(policy.documents.map(({ kind, registeredAs }) => `${kind} ${registeredAs}`)).toEqual([
    "privacy-policy img-privacy",
    "consent img-consent-news",
  ]);
});

test("every clause is worded in both languages, also in plain words that take a moment to read", () => {
  for (const { id, text, says, kind } of policy.documents.flatMap(({ code }) => clausesOf(policy, code))) {
    expect(text.ru, id).toMatch(/[а-яё]{3}/i);
    expect(text.en, id).toMatch(/^[^а-яё]*$/i);
    expect(says?.ru, id).toMatch(/^[«А-ЯЁ].{8,149}\.$/u);
    expect(says?.en, id).toMatch(/^[A-Z][^а-яё]{8,149}\.$/u);
    expect(kind, id).not.toBeNull();
  }
});

test("each clause is bound to what keeps it, or to the room that it waits for", () => {
  const bound = Object.fromEntries(
    clausesOf(policy, "privacy-policy").map((clause) => [clause.id, boundTo(clause)]),
  );
  expect(bound).toEqual(
    boundBy({
      "required-sections": "1.0",
      declared: "1.1",
      "declared-scope": "1.2",
      "closed-operations": "2.6",
      "sealed-at-rest listed-attributes": "2.8",
      "permitted-fields listed-attributes": "3.0",
      "name-parts": "3.1",
      "address-confirmation": "3.2",
      "several-phones phone-normal-form": "3.3",
      "other-sources": "5.1.channel",
      "one-version-in-force change-log": "8.2",
      "stable-address": "8.3",
      "waits for accounts": "2.9 2.11 5.1.consent 6.1",
      "waits for rights": "2.2 2.13 6.3 6.4.term 6.4.revoke 8.1",
      "waits for leaves": "2.1 2.3 2.4 2.7 2.10 2.12 3.4 6.0 6.2 7.1 7.2",
      "waits for services": "4.1.inform 4.1.access 4.2.marketing 4.2.optout",
      "waits for visits": "2.5 3.post 4.3 5.2",
    }),
  );
});

test("only what is declarative is declared, and only what leaves evidence is called evidencable", () => {
  for (const { id, kept, enforceability } of clausesOf(policy, "privacy-policy")) {
    expect(enforceability === "declarative", id).toBe(kept !== null && "declared" in kept);
    expect(enforceability === "evidencable", id).toBe(id === "6.0");
  }
});

test("it may be published: the check finds nothing that is not accepted with a reason", () => {
  const { warnings, edition } = prepareEdition(policy, rules, {
    effectiveFrom: 0,
    publishedBy: "installation",
  });
  expect(warnings.filter(({ waived }) => waived === null)).toEqual([]);
  expect(edition.documents.map(({ code, language }) => `${code} ${language}`)).toEqual([
    "privacy-policy ru",
    "privacy-policy en",
    "consent-news ru",
    "consent-news en",
  ]);
});

/** The findings about a definition with its forms changed. */
function findingsWith(
  definition: OperatorDefinition,
  change: (promise: OperatorDefinition["promise"]) => Partial<OperatorDefinition["promise"]>,
) {
  const changed = { ...definition, promise: { ...definition.promise, ...change(definition.promise) } };
  return checkPolicy(compileOperator(changed, rules), rules)
    .filter(({ severity }) => severity === "error")
    .map(({ code, where }) => `${code} ${where}`);
}

/** The first form, asking for one more thing. */
function askingFor(attribute: string) {
  return ({ forms }: OperatorDefinition["promise"]) => {
    const [[code, form] = ["", undefined]] = Object.entries(forms);
    if (form === undefined) throw new Error("There is no form.");
    const kept = form.fields.filter((field) => field.attribute !== attribute);
    return {
      forms: {
        ...forms,
        [code]: { ...form, fields: [...kept, { attribute, required: false, hint: null }] },
      },
    };
  };
}

describe("img-privacy/3.0: name, e-mail address, telephone numbers, and nothing else", () => {
  test(
    "its one form asks for these, a name in its parts and several numbers",
    keeps("img-privacy/3.0"),
    () => {
      expect(policy.forms.map(({ fields }) => fields.map(({ attribute }) => attribute))).toEqual([
        ["name", "email", "phone"],
      ]);
      const asked = policy.attributes.map(({ code, parts, many }) => ({ code, parts, many }));
      expect(asked).toEqual([
        { code: "name", parts: ["family", "given", "patronymic"], many: 1 },
        { code: "email", parts: [], many: 1 },
        { code: "phone", parts: [], many: 3 },
      ]);
      expect(policy.freeText).toBe("off");
    },
  );

  test(
    "a form with a company does not compile for it, and does for another operator",
    keeps("img-privacy/3.0", "declared-attributes"),
    () => {
      expect(findingsWith(img, askingFor("company"))).toEqual([
        "unknown-attribute forms.materials.fields.company",
      ]);
      expect(findingsWith(itsectr, askingFor("company"))).toEqual([]);
    },
  );

  test("nor one with free text, even where somebody declares it", keeps("img-privacy/3.0"), () => {
    expect(findingsWith(img, askingFor("message"))).toEqual([
      "unknown-attribute forms.materials.fields.message",
    ]);
    expect(findingsWith(itsectr, askingFor("message"))).toEqual([]);
    const declared = findingsWith(img, (promise) => ({
      ...askingFor("message")(promise),
      attributes: {
        ...promise.attributes,
        message: {
          category: "message",
          identifiability: "indirect",
          kind: "free-text",
          maxLength: 400,
          label: { en: "Message", ru: "Сообщение" },
          clause: "3.0",
        },
      },
      purposes: Object.fromEntries(
        Object.entries(promise.purposes).map(([code, purpose]) => [
          code,
          { ...purpose, attributes: [...purpose.attributes, "message"] },
        ]),
      ),
    }));
    expect(declared).toEqual(["free-text-closed forms.materials.fields.message"]);
  });
});

test("where its documents pull two ways, the settings say which way holds", () => {
  const { disclosure, cookies, marketing, requests, sources, ...settings } = policy.settings;
  // T01: section 7 opens nothing that 6.2 closes, and the one outside service is instructed or not there.
  expect(disclosure).toEqual({
    posture: "never-except-law",
    processors: "allowed-declared",
    grounds: ["law"],
    authorities: ["RF"],
  });
  expect(policy.connectors.map(({ code, role, live }) => ({ code, role, live }))).toEqual([
    { code: "metrica", role: "processor", live: false },
  ]);
  // T10, T12: what looks anonymous is personal, and a browser's defaults choose nothing.
  expect([settings.treatAnonymousAsPersonal, cookies.mode]).toEqual(["always", "opt-in"]);
  // T09: consent beforehand, and the way out always.
  expect([marketing.mode, marketing.softOptIn]).toEqual(["opt-in", false]);
  expect(policy.purposes.find(({ code }) => code === "newsletter")?.basis).toBe("consent");
  // T08, T36: a mailbox with the titles that the clauses name.
  expect(requests.mailIntake?.titles.map(({ type }) => type)).toEqual([
    "opt-out",
    "rectification",
    "withdrawal",
  ]);
  // 5.1.channel: what a person sends, and nothing about them from elsewhere.
  expect([sources, policy.dataSources]).toEqual([["form"], []]);
  // T04: no calendar end, but events that end it, and somebody who looks.
  for (const { days, reviewDays, endEvents, from } of policy.retention) {
    if (from !== "withdrawal") expect([days, reviewDays]).toEqual([null, 730]);
    expect(endEvents).toContain("consent-withdrawn");
  }
});

/** A fact of the promise, changed: what was said before must be gone, what is said now must be there. */
test.each<
  readonly [
    string,
    (promise: OperatorDefinition["promise"]) => Partial<OperatorDefinition["promise"]>,
    readonly string[],
    readonly string[],
  ]
>([
  [
    "names and numbers",
    ({ operator }) => ({
      operator: {
        ...operator,
        legalName: { en: "Zeta Ltd", ru: "ООО «Дзета»" },
        address: { en: "7 Zeta Road", ru: "ул. Дзетная, 7" },
        responsible: { en: "the zeta", ru: "дзета" },
        inn: "0099999990",
        ogrn: "1260099999990",
        email: "zeta@img.example",
      },
    }),
    [
      "IMG Archive",
      "ИМГ Архив",
      "Arkhivnaya",
      "Архивная",
      "0023456784",
      "1260000234560",
      "office@",
      "keeper",
    ],
    ["Zeta Ltd", "ООО «Дзета»", "7 Zeta Road", "0099999990", "zeta@img.example", "processing: the zeta."],
  ],
  [
    "the mailbox and its titles",
    () => ({
      settings: {
        requests: {
          mailIntake: {
            address: "box@img.example",
            titles: [
              { title: { en: "Out", ru: "Вон" }, type: "opt-out" },
              { title: { en: "Fix", ru: "Правка" }, type: "rectification" },
              { title: { en: "Back", ru: "Назад" }, type: "withdrawal" },
            ],
          },
        },
      },
    }),
    ["data@img.example", "No more news", "Отказ от новостей", "Correct my data", "I withdraw my consent"],
    ["box@img.example", "“Out”", "«Вон»", "“Fix”", "«Правка»", "“Back”", "«Назад»"],
  ],
  [
    "how many numbers, how soon, and how long",
    ({ attributes, deadlines, retention }) => ({
      attributes: changeAll(attributes, (one) => (one.kind === "phone" ? { ...one, many: 7 } : one)),
      deadlines: changeAll(deadlines, (one) => ({ ...one, length: 4 })),
      retention: changeAll(retention, (one) =>
        one.days === null ? { ...one, reviewDays: 99 } : { ...one, days: 8 },
      ),
    }),
    ["up to 3.", "число: 3.", "5 working days", "5 рабочих дней", "10 calendar days", "730"],
    ["up to 7.", "число: 7.", "4 working days", "4 рабочих дней", "8 calendar days", "99"],
  ],
  [
    "who measures visits",
    ({ connectors = {} }) => ({
      connectors: changeAll(connectors, (one) => ({
        ...one,
        name: { en: "Zetrica", ru: "Дзетрика" },
        live: true,
      })),
    }),
    ["Yandex", "Яндекс", "Policy: none", "Policy: nobody", "отсутствуют"],
    ["Connected under this version of the Policy: Zetrica", "редакции Политики: Дзетрика"],
  ],
])("the text takes from what is enforced: %s", (_, change, before, after) => {
  const changed = compileOperator({ ...img, promise: { ...img.promise, ...change(img.promise) } }, rules);
  for (const said of before) {
    expect(allThatIsSaid(policy)).toContain(said);
    expect(allThatIsSaid(changed)).not.toContain(said);
  }
  for (const said of after) {
    expect(allThatIsSaid(policy)).not.toContain(said);
    expect(allThatIsSaid(changed)).toContain(said);
  }
});

function changeAll<Thing>(
  things: Readonly<Record<string, Thing>>,
  change: (thing: Thing) => Thing,
): Record<string, Thing> {
  return Object.fromEntries(Object.entries(things).map(([code, thing]) => [code, change(thing)]));
}
