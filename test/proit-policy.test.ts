import { beforeAll, describe, expect, test } from "vitest";
import proit from "../operators/proit/policy.ts";
import {
  compileOperator,
  type CompiledPolicy,
  heldRules,
  isInn,
  isOgrn,
  type OperatorDefinition,
  PROCESSING_OPERATIONS,
  type RulePack,
  statutoryPurposesOf,
} from "../src/policy/index.ts";
import { decide, type GateRequest } from "../src/trust/gate/index.ts";
import { prepareEdition, readRulePacks } from "../src/trust/publication/index.ts";
import { allThatIsSaid, boundBy, boundTo, clausesOf } from "./bound-clauses.ts";
import { keeps } from "./keeps.ts";

const ANNA = "0190a0a0-0000-7000-8000-000000000001";

let rules: RulePack[];
let policy: CompiledPolicy;

beforeAll(async () => {
  rules = await readRulePacks("rules");
  policy = compileOperator(proit, rules);
});

const words = (...lines: readonly string[]) => lines.flatMap((line) => line.split(" "));

/** Every number of both documents, in the order in which they have them. */
const POLICY = words(
  "1.1 1.2 1.3 1.4 1.5",
  "2.1.1 2.1.2 2.2.attrs 2.2.notpersonal 2.2.combination 2.3.noverify 2.3.guarantee 2.3.consequences 2.4",
  "3.1 3.2.1 3.2.2 3.2.3 3.2.4 3.2.5 3.2.6",
  "4.1 4.2 4.3.required 4.3.optional 4.4 4.5 4.5.1 4.5.2 4.5.3 4.5.4 4.5.5 4.5.6",
  "5.1 5.2 5.3.logs 5.3.year",
  "6.1 6.2 6.3",
);
const AGREEMENT = words(
  "1.1 1.2 1.3 1.4 2.1 2.2 3.1 3.2 3.3 4.1 4.2 4.3 4.4 5.1 5.2 5.3 6.1 6.2 7.1 7.2 8.1 8.2 9.1",
);

test("the policy has its 40 clauses, and the agreement that it is part of is complete", () => {
  expect(POLICY).toHaveLength(40);
  expect(clausesOf(policy, "privacy-policy").map(({ id }) => id)).toEqual(POLICY);
  expect(clausesOf(policy, "service-agreement").map(({ id }) => id)).toEqual(AGREEMENT);
  expect(policy.documents.map(({ kind, registeredAs }) => `${kind} ${registeredAs}`)).toEqual([
    "privacy-policy proit-privacy",
    "service-agreement proit-service-agreement",
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

test("each clause of the policy is bound to what keeps it, or to the room that it waits for", () => {
  const bound = Object.fromEntries(
    clausesOf(policy, "privacy-policy").map((clause) => [clause.id, boundTo(clause)]),
  );
  expect(bound).toEqual(
    boundBy({
      "registration-needs-policy": "1.1",
      "exact-bytes-accepted acceptance-is-no-consent": "1.2",
      declining: "1.3",
      "other-sources": "1.4",
      incorporation: "1.5",
      "unverified-by-default": "2.3.noverify",
      "necessity closed-purposes": "3.1",
      "evidence: regimes": "4.4",
      "change-notice one-version-in-force": "6.1",
      "stable-address": "6.2",
      "policy-questions": "6.3",
      "waits for accounts":
        "2.1.1 2.3.guarantee 2.3.consequences 2.4 3.2.1 4.3.required 4.3.optional 5.2 5.3.logs",
      "waits for rights": "4.2 5.1 5.3.year",
      "waits for leaves": "4.1 4.5 4.5.1 4.5.2 4.5.3 4.5.4 4.5.5",
      "waits for services": "3.2.2 3.2.3 3.2.5",
      "waits for visits": "2.1.2 2.2.attrs 2.2.notpersonal 2.2.combination 3.2.4 3.2.6 4.5.6",
    }),
  );
});

test("only what is declarative is declared, and every clause of the agreement is bound to something", () => {
  for (const clause of policy.documents.flatMap(({ code }) => clausesOf(policy, code))) {
    expect(clause.enforceability === "declarative", clause.id).toBe(boundTo(clause) === "declared");
    expect(boundTo(clause), clause.id).not.toBe("nothing");
  }
  const evidencable = clausesOf(policy, "privacy-policy").filter(
    (clause) => clause.enforceability === "evidencable",
  );
  expect(evidencable.map(({ id }) => id)).toEqual(["4.1", "4.4"]);
});

test("it may be published under the law of both places: the check finds nothing that is not accepted with a reason", () => {
  expect(policy.operator.regimes).toEqual(["RU-152FZ", "EU-GDPR"]);
  const { warnings, edition } = prepareEdition(policy, rules, {
    effectiveFrom: 0,
    publishedBy: "installation",
  });
  expect(warnings.filter(({ waived }) => waived === null)).toEqual([]);
  expect(edition.documents.map(({ code, language }) => `${code} ${language}`)).toEqual([
    "privacy-policy ru",
    "privacy-policy en",
    "service-agreement ru",
    "service-agreement en",
  ]);
});

test("its requisites are invented and their digits agree", () => {
  const { inn, ogrn, phone } = policy.operator;
  expect([isInn(inn), isOgrn(ogrn)]).toEqual([true, true]);
  expect([inn.slice(0, 2), phone.slice(0, 6)]).toEqual(["00", "+7 200"]);
});

describe("proit-privacy/1.5: the policy is a part of the agreement", () => {
  test(
    "the agreement incorporates it, and on personal data the policy comes first",
    keeps("proit-privacy/1.5"),
    () => {
      expect(policy.documents.find(({ code }) => code === "service-agreement")?.incorporates).toEqual([
        "privacy-policy",
      ]);
      expect(policy.settings.documents.precedence).toEqual(["privacy-policy", "service-agreement"]);
      expect(heldRules(policy).rulings).toEqual([]);
    },
  );

  test("each names the other by a link that leads there", () => {
    const said = (document: string, clause: string) =>
      clausesOf(policy, document).find(({ id }) => id === clause)?.text.en ?? "";
    expect(said("privacy-policy", "1.5")).toContain("](/agreement/)");
    expect(said("privacy-policy", "2.3.consequences")).toMatch(/clause 4\.2 .*\]\(\/agreement\//u);
    expect(said("service-agreement", "1.3")).toContain("](/privacy-policy/)");
  });
});

describe("proit-privacy/3.1: nothing is asked for or stored that no service or agreement needs", () => {
  test(
    "each item says what needs it, where it is asked for and in the policy",
    keeps("proit-privacy/3.1"),
    () => {
      expect(policy.attributes.length).toBeGreaterThan(5);
      const said = allThatIsSaid(policy);
      const asked = new Set(policy.forms.flatMap(({ fields }) => fields.map(({ attribute }) => attribute)));
      for (const { code, necessity } of policy.attributes) {
        expect(necessity?.en, code).toMatch(/^for (?:the service|this Policy)/u);
        expect(necessity?.ru, code).toMatch(/^для /u);
        if (asked.has(code)) expect(said).toContain(necessity?.en);
      }
    },
  );

  test("the application requires what a workspace takes; the rest is given at will", () => {
    const [form] = policy.forms;
    expect(form?.fields.map(({ attribute, required }) => `${attribute} ${required}`)).toEqual([
      "name true",
      "email true",
      "phone false",
      "task true",
    ]);
  });
});

/** What each of the six purposes may open, written by hand; the law's own four stand beside them. */
const PURPOSES: Readonly<Record<string, string>> = {
  identification: "name email phone",
  contract: "name email phone",
  "service-communication": "name email phone task",
  improvement: "",
  targeting: "region interests profession sex age",
  research: "region interests profession sex age",
};

describe("proit-privacy/3.2: the purposes are these six, and what the law demands", () => {
  const askedFor = (changed: Partial<GateRequest>) => {
    const statutory = statutoryPurposesOf(rules, policy.operator.regimes);
    const request: GateRequest = {
      actor: { kind: "staff", id: "0190a0a0-0000-7000-8000-000000000009" },
      purpose: "contract",
      operation: "use",
      subjects: [ANNA],
      attributes: ["email"],
      ...changed,
    };
    const facts = {
      policy: { compiled: policy, hash: "p1", version: 1 },
      // Authorised for everything: the table refuses by itself.
      actor: { authorisations: [{ purpose: request.purpose, operations: PROCESSING_OPERATIONS }] },
      subjects: new Map([[ANNA, { exists: true, blocked: [], consents: [] }]]),
    };
    const decision = decide(request, facts, statutory);
    return decision.allowed ? decision.clause : decision.code;
  };

  test("by their codes, none more", keeps("proit-privacy/3.1"), () => {
    expect(policy.purposes.map(({ code, attributes }) => [code, attributes.join(" ")])).toEqual(
      Object.entries(PURPOSES),
    );
  });

  test(
    "over the whole table: what a purpose does not list is refused under it",
    keeps("closed-purposes"),
    () => {
      for (const [purpose, listed] of Object.entries(PURPOSES)) {
        for (const { code } of policy.attributes) {
          const answer = askedFor({ purpose, attributes: [code] });
          if (listed.split(" ").includes(code))
            expect(answer, `${purpose} ${code}`).toMatch(/^proit-privacy\/3\.2/u);
          else expect(answer, `${purpose} ${code}`).toBe("attribute-outside-purpose");
        }
      }
      for (const purpose of ["offers", "newsletter", "personalisation", "profiling"]) {
        expect(askedFor({ purpose }), purpose).toBe("unknown-purpose");
      }
    },
  );
});

test("where its documents pull two ways, the settings say which way holds", () => {
  const { settings } = policy;
  // 4.5, T23 to T25: exactly these six cases, in their order.
  expect(settings.disclosure.posture).toBe("grounds-list");
  expect(settings.disclosure.grounds).toEqual(
    words("consent contract law rights-defence succession depersonalised"),
  );
  expect(policy.recipients.map(({ ground }) => ground)).toEqual(settings.disclosure.grounds);
  expect(settings.disclosure.authorities).toEqual(["RF", "residence", "treaty"]);
  // T07: a year, and no thread to whoever left.
  expect(settings.logs).toEqual({ days: 365, onErasure: "unlink" });
  // T27, T26: groups, never persons.
  expect([settings.marketing.smallestCohort, settings.research.source]).toEqual([20, "depersonalised"]);
  // T20, T30, T19: one's own data, as one says, at whatever age.
  expect([settings.thirdPartyData, settings.ageGate, settings.verification]).toEqual([
    "forbid",
    "off",
    "none",
  ]);
  // T13, 1.2, 1.3: a new version is put before each user.
  expect([settings.versioning.notice, settings.treatAnonymousAsPersonal]).toEqual([
    "re-accept",
    "when-combined",
  ]);
  // 2.1.2: these five, and no referring page.
  expect(policy.automatic.map(({ code }) => code)).toEqual(words("ip cookie userAgent time page"));
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
        email: "zeta@proit.example",
        phone: "+7 200 555-09-99",
        publicRequisites: ["inn", "ogrn", "phone"],
      },
    }),
    ["PROIT Service Limited", "«ПроИТ Сервис»", "Masterovaya", "0034567895", "040000733", "help@", "03-40"],
    ["Zeta Ltd", "ООО «Дзета»", "7 Zeta Road", "0099999990", "1260099999990", "zeta@", "09-99", "the zeta."],
  ],
  [
    "every period and every count",
    ({ deadlines, retention }) => ({
      deadlines: changeAll(deadlines, (one) => ({ ...one, length: 33 })),
      retention: changeAll(retention, (one) =>
        one.days === null ? { ...one, reviewDays: 44 } : { ...one, days: 55 },
      ),
      settings: {
        ...proit.promise.settings,
        logs: { days: 66, onErasure: "unlink" },
        marketing: { smallestCohort: 77 },
      },
    }),
    [
      "15 working",
      "10 working",
      "60 calendar",
      "20 calendar",
      "1825",
      "365 ",
      "at least 20 people",
      "группе: 20",
    ],
    [
      "33 working",
      "33 calendar",
      "55 calendar",
      "44 calendar",
      "66 calendar",
      "66 days",
      "77 people",
      "группе: 77",
    ],
  ],
  [
    "where the documents are, and where it is served",
    ({ documents }) => ({
      hosts: ["zeta.example"],
      documents: Object.fromEntries(
        Object.entries(documents).map(([code, one]) => [code, { ...one, path: `/zeta-${code}/` }]),
      ),
    }),
    ["proit.example/", "proit.localhost", "](/agreement/)", "](/privacy-policy/)"],
    ["zeta.example/zeta-privacy-policy/", "](/zeta-service-agreement/"],
  ],
])("the text takes from what is enforced: %s", (_, change, before, after) => {
  const changed = compileOperator(
    { ...proit, promise: { ...proit.promise, ...change(proit.promise) } },
    rules,
  );
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
