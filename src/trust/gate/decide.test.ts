import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CompiledPolicy,
  PROCESSING_OPERATIONS,
  type ProcessingOperation,
  type StatutoryPurpose,
} from "../../policy/index.ts";
import { decide } from "./decide.ts";
import type { Facts } from "./facts.ts";
import type { GateRequest } from "./request.ts";

const words = { en: "x", ru: "х" };
const item = (code: string) => ({
  code,
  category: code,
  identifiability: "direct" as const,
  kind: "text" as const,
  maxLength: 10,
  label: words,
  clause: "3.2",
});
const policy = {
  operator: { id: "acme" },
  documents: [{ code: "privacy-policy", registeredAs: "acme-privacy" }],
  settings: { sources: ["form"] },
  settingClauses: [],
  dataSources: [],
  attributes: ["name", "email", "message", "salary"].map(item),
  purposes: [
    {
      code: "inquiry-handling",
      label: words,
      basis: "legitimateInterest",
      clause: "4.1.1",
      operations: ["collect", "store", "extract", "use"],
      attributes: ["name", "email", "message"],
      channels: ["feedback"],
      retention: "case",
    },
    {
      code: "newsletter",
      label: words,
      basis: "consent",
      clause: "4.1.7",
      operations: ["record", "use"],
      attributes: ["email"],
      channels: [],
      retention: "case",
    },
  ],
  forms: [
    {
      code: "feedback",
      document: "privacy-policy",
      fields: [
        { attribute: "name", required: false },
        { attribute: "email", required: true },
      ],
    },
  ],
} as unknown as CompiledPolicy;

const statutory: StatutoryPurpose[] = [
  {
    code: "rights",
    label: words,
    statute: "152-FZ 14",
    basis: "legalObligation",
    operations: ["extract", "provide", "destroy", "clarify", "link"],
    attributes: "*",
  },
  {
    code: "security",
    label: words,
    statute: "152-FZ 19",
    basis: "legalObligation",
    operations: ["extract"],
    attributes: ["staff-login"],
  },
];

const ANNA = "0190a0a0-0000-7000-8000-000000000001";
const STAFF = "0190a0a0-0000-7000-8000-000000000002";
const facts: Facts = {
  policy: { compiled: policy, hash: "p1", version: 1 },
  subjects: new Map([[ANNA, { exists: true, blocked: [], consents: [] }]]),
  actor: { authorisations: [{ purpose: "inquiry-handling", operations: ["extract", "use"] }] },
  shown: {
    policy: "p1",
    document: "privacy-policy",
    language: "en",
    form: "feedback",
    at: 0,
    version: 1,
    expired: false,
  },
};
const sending: GateRequest = {
  actor: { kind: "visitor" },
  purpose: "inquiry-handling",
  operation: "collect",
  subjects: [ANNA],
  attributes: ["name", "email"],
  channel: "feedback",
};
const reading: GateRequest = {
  actor: { kind: "staff", id: STAFF },
  purpose: "inquiry-handling",
  operation: "extract",
  subjects: [ANNA],
  attributes: ["name", "message"],
};
const ask = (request: Partial<GateRequest>, changed: Partial<Facts> = {}, base = reading) =>
  decide({ ...base, ...request }, { ...facts, ...changed }, statutory);
const send = (request: Partial<GateRequest>, changed: Partial<Facts> = {}) => ask(request, changed, sending);

describe("itsectr-privacy/6.2.1: data is used only for the purposes listed", () => {
  test("a permission names its clause, its basis and the policy version", () => {
    expect(ask({})).toEqual({
      allowed: true,
      clause: "acme-privacy/4.1.1",
      basis: "legitimateInterest",
      policy: "p1",
    });
  });

  test.each<[string, Partial<GateRequest>, string]>([
    ["a purpose that the policy lacks", { purpose: "profiling" }, "unknown-purpose"],
    ["an operation outside the purpose", { operation: "distribute" }, "operation-outside-purpose"],
    ["a word that is no operation", { operation: "peek" as ProcessingOperation }, "unknown-operation"],
    ["an attribute outside the purpose", { attributes: ["name", "salary"] }, "attribute-outside-purpose"],
    ["an attribute that is not declared", { attributes: ["shoe-size"] }, "unknown-attribute"],
    ["no attribute", { attributes: [] }, "nobody-named"],
    ["no person", { subjects: [] }, "nobody-named"],
    ["a person who is not held", { subjects: [STAFF] }, "gap"],
  ])("%s is refused", (_, request, code) => {
    expect(ask(request)).toMatchObject({ allowed: false, code });
  });

  test("152-FZ 6(1): a purpose without a legal basis allows nothing", () => {
    const purposes = policy.purposes.map((purpose) => ({ ...purpose, basis: null }));
    const without = { compiled: { ...policy, purposes }, hash: "p1", version: 1 };
    expect(ask({}, { policy: without })).toMatchObject({ allowed: false, code: "unknown-purpose" });
  });

  test("a statutory purpose opens what its statute names and cites it", () => {
    const as = { authorisations: [{ purpose: "rights", operations: ["provide"] as const }] };
    expect(
      ask({ purpose: "rights", operation: "provide", attributes: ["salary"] }, { actor: as }),
    ).toMatchObject({
      allowed: true,
      clause: "152-FZ 14",
    });
  });

  test("a statutory purpose does not open an item that its statute leaves out", () => {
    const as = { authorisations: [{ purpose: "security", operations: ["extract"] as const }] };
    expect(ask({ purpose: "security", attributes: ["message"] }, { actor: as })).toMatchObject({
      code: "attribute-outside-purpose",
    });
    expect(ask({ purpose: "security", attributes: ["staff-login"] }, { actor: as })).toMatchObject({
      allowed: true,
    });
  });
});

describe("itsectr-privacy/3.2: a form takes only what the policy permits for it", () => {
  test("a form that nobody declared is not named in the answer, which is journalled", () => {
    expect(send({ channel: "anna@example.org" })).toMatchObject({
      code: "channel-outside-purpose",
      about: "undeclared",
    });
  });

  test("what was shown with the policy in force is collected", () => {
    expect(send({})).toMatchObject({ allowed: true });
  });

  test.each<[string, Partial<GateRequest>, Partial<Facts>, string]>([
    ["a field that the form lacks", { attributes: ["message"] }, {}, "field-outside-form"],
    ["no form at all", { channel: "letter" }, {}, "channel-outside-purpose"],
    ["no token, or a forged one", {}, { shown: null }, "not-shown"],
    ["another form's token", {}, { shown: { ...facts.shown, form: "order" } as never }, "not-shown"],
    [
      "an earlier version's token",
      {},
      { shown: { ...facts.shown, policy: "p0" } as never },
      "shown-other-version",
    ],
    [
      "the same policy in another version's texts",
      {},
      { shown: { ...facts.shown, version: 2 } as never },
      "shown-other-version",
    ],
    ["an expired token", {}, { shown: { ...facts.shown, expired: true } as never }, "shown-expired"],
    [
      "a purpose without this form",
      { purpose: "newsletter", attributes: ["email"] },
      {},
      "operation-outside-purpose",
    ],
  ])("%s is refused", (_, request, changed, code) => {
    expect(send(request, changed)).toMatchObject({ allowed: false, code });
  });
});

describe("itsectr-privacy/1.1.1: staff act under their authorisation", () => {
  test.each<[string, Partial<GateRequest>, Partial<Facts>]>([
    ["staff without authorisations", {}, { actor: { authorisations: [] } }],
    ["staff authorised for another operation", { operation: "store" }, {}],
    ["a visitor who wants to read", { actor: { kind: "visitor" } }, {}],
    ["a subject under the operator's purpose", { actor: { kind: "subject", id: ANNA } }, {}],
  ])("%s may not", (_, request, changed) => {
    expect(ask(request, changed)).toMatchObject({ allowed: false, code: "not-authorised" });
  });

  test("a subject reaches own data under rights, and nobody else's", () => {
    const own = {
      actor: { kind: "subject", id: ANNA } as const,
      purpose: "rights",
      operation: "provide" as const,
    };
    expect(ask(own)).toMatchObject({ allowed: true });
    expect(ask({ ...own, actor: { kind: "subject", id: STAFF } })).toMatchObject({ code: "not-authorised" });
  });
});

describe("152-FZ 21(1): blocking", () => {
  const blocked = { subjects: new Map([[ANNA, { exists: true, blocked: ["*"], consents: [] }]]) };
  const duties = {
    authorisations: [{ purpose: "rights", operations: ["extract", "provide", "destroy"] as const }],
  };

  test("what the operator wants for itself is refused", () => {
    expect(ask({}, blocked)).toMatchObject({ code: "blocked" });
  });

  test("what the person's rights need goes on", () => {
    for (const operation of ["extract", "provide", "destroy"] as const) {
      expect(ask({ purpose: "rights", operation }, { ...blocked, actor: duties })).toMatchObject({
        allowed: true,
      });
    }
  });

  test("a block of one attribute leaves the others open", () => {
    const one = { subjects: new Map([[ANNA, { exists: true, blocked: ["salary"], consents: [] }]]) };
    expect(ask({}, one)).toMatchObject({ allowed: true });
  });
});

test("152-FZ 9(1): a purpose that rests on consent opens on consent alone", () => {
  const mailing: Partial<GateRequest> = { purpose: "newsletter", operation: "use", attributes: ["email"] };
  const actor = { authorisations: [{ purpose: "newsletter", operations: ["use"] as const }] };
  const given = new Map([[ANNA, { exists: true, blocked: [], consents: ["newsletter"] }]]);
  expect(ask(mailing, { actor })).toMatchObject({ code: "consent-missing" });
  expect(ask(mailing, { actor, subjects: given })).toMatchObject({ allowed: true });
});

describe("itsectr-privacy/4.1.2: what a consent names passes to its purpose by the person who confirmed it", () => {
  const given = new Map([
    [ANNA, { exists: true, blocked: [], consents: ["newsletter"] }],
    [STAFF, { exists: true, blocked: [], consents: ["newsletter"] }],
  ]);
  const takingOver: GateRequest = {
    actor: { kind: "subject", id: ANNA },
    purpose: "newsletter",
    operation: "record",
    subjects: [ANNA],
    attributes: ["email"],
  };
  const take = (changed: Partial<GateRequest>, subjects = given) => ask(changed, { subjects }, takingOver);

  test("while it is in force", () => {
    expect(take({})).toMatchObject({ allowed: true, basis: "consent" });
  });

  test.each<[string, Partial<GateRequest>, string]>([
    ["for somebody else", { subjects: [STAFF] }, "not-authorised"],
    ["for oneself and somebody else", { subjects: [ANNA, STAFF] }, "not-authorised"],
    ["to another use", { operation: "use" }, "not-authorised"],
    ["beyond what the purpose needs", { attributes: ["name"] }, "attribute-outside-purpose"],
    ["by a visitor", { actor: { kind: "visitor" } }, "not-authorised"],
  ])("but not %s", (_, changed, code) => {
    expect(take(changed)).toMatchObject({ allowed: false, code });
  });

  test("nor without it, nor under a purpose that rests on anything else", () => {
    expect(take({}, facts.subjects as typeof given)).toMatchObject({ code: "consent-missing" });
    const purposes = policy.purposes.map((purpose) =>
      purpose.code === "newsletter" ? { ...purpose, basis: "legitimateInterest" as const } : purpose,
    );
    const other = { compiled: { ...policy, purposes }, hash: "p1", version: 1 };
    expect(ask({}, { policy: other, subjects: given }, takingOver)).toMatchObject({ code: "not-authorised" });
  });

  test("itsectr-privacy/3.2.3: the holder of a link proves and links their own address, and nobody else's", () => {
    for (const operation of ["clarify", "link"] as const) {
      const proving = { purpose: "rights", operation };
      expect(take(proving)).toMatchObject({ allowed: true, clause: "152-FZ 14" });
      expect(take({ ...proving, subjects: [STAFF] })).toMatchObject({ code: "not-authorised" });
      expect(take({ ...proving, actor: { kind: "visitor" } })).toMatchObject({ code: "not-authorised" });
    }
  });
});

describe("what is not known is refused", () => {
  test("each fact that is missing is a gap", () => {
    for (const fact of ["policy", "subjects", "actor"] as const) {
      const { [fact]: _, ...rest } = facts;
      expect(decide(reading, rest, statutory)).toMatchObject({ allowed: false, code: "gap", about: fact });
    }
    const { shown: _, ...rest } = facts;
    expect(decide(sending, rest, statutory)).toMatchObject({ allowed: false, code: "gap", about: "shown" });
  });

  test("without a policy in force nothing happens", () => {
    expect(ask({}, { policy: null })).toMatchObject({ code: "no-policy" });
  });
});

describe("widening a request never turns a refusal into a permission", () => {
  const attribute = fc.constantFrom("name", "email", "message", "salary", "shoe-size", "staff-login");
  const person = fc.constantFrom(ANNA, STAFF, "0190a0a0-0000-7000-8000-000000000003");
  const request = fc.record({
    actor: fc.constantFrom<GateRequest["actor"][]>(
      { kind: "visitor" },
      { kind: "subject", id: ANNA },
      { kind: "staff", id: STAFF },
      { kind: "system", id: "job:x" },
    ),
    purpose: fc.constantFrom("inquiry-handling", "newsletter", "rights", "security", "profiling"),
    operation: fc.constantFrom(...PROCESSING_OPERATIONS),
    subjects: fc.array(person, { maxLength: 3 }),
    attributes: fc.array(attribute, { maxLength: 3 }),
    channel: fc.constantFrom("feedback", "letter"),
  });
  const first = facts.policy as NonNullable<Facts["policy"]>;
  const second = { ...first, hash: "b".repeat(64), version: 2 };
  const scope = fc.record({
    held: fc.array(fc.record({ attribute, under: fc.constantFrom(first, null) }), { maxLength: 2 }),
    consented: fc.array(
      fc.record({ purpose: fc.constant("newsletter"), under: fc.constantFrom(first, second, null) }),
      { maxLength: 2 },
    ),
    reaccepted: fc.subarray([first, second]),
  });
  const someFacts = fc.record(
    {
      policy: fc.constantFrom(first, second, null),
      scope: scope.map((one) => new Map([ANNA, STAFF].map((id) => [id, one]))),
      actor: fc.constantFrom(facts.actor as NonNullable<Facts["actor"]>, { authorisations: [] }),
      subjects: fc.constant(
        new Map([
          [ANNA, { exists: true, blocked: ["salary"], consents: ["newsletter"] }],
          [STAFF, { exists: true, blocked: [], consents: [] }],
        ]),
      ),
      shown: fc.constantFrom(facts.shown as NonNullable<Facts["shown"]>, null),
    },
    { requiredKeys: [] },
  );

  test("by one more person or one more item of data", () => {
    fc.assert(
      fc.property(request, someFacts, person, attribute, (asked, known, alsoWho, alsoWhat) => {
        const narrow = decide(asked, known, statutory);
        fc.pre(!narrow.allowed && asked.subjects.length > 0 && asked.attributes.length > 0);
        const wider = {
          ...asked,
          subjects: [...asked.subjects, alsoWho],
          attributes: [...asked.attributes, alsoWhat],
        };
        expect(decide(wider, known, statutory).allowed).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test("and taking a fact away never does either", () => {
    fc.assert(
      fc.property(
        request,
        someFacts,
        fc.constantFrom(...(["policy", "actor", "subjects", "shown", "scope"] as const)),
        (asked, known, lost) => {
          const { [lost]: _, ...less } = known;
          if (decide(asked, less, statutory).allowed)
            expect(decide(asked, known, statutory).allowed).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
