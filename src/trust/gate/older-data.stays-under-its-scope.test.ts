import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keeps, removes } from "../../../test/keeps.ts";
import { smallPolicy } from "../../../test/small-policy.ts";
import {
  type CompiledPolicy,
  DEFAULT_SETTINGS,
  type LegalBasis,
  type ProcessingOperation,
  type Purpose,
  type Recipient,
} from "../../policy/index.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import type { Facts, PolicyFact, ScopeFact } from "./facts.ts";
import type { GateRequest } from "./request.ts";

const ANNA = "0190a0a0-0000-7000-8000-000000000001";
const ATTRIBUTES = ["email", "phone"] as const;
const OPERATIONS = ["extract", "use", "provide"] as const;
/** Those by which nobody else gets anything, so that none has to be named. */
const INWARD = ["extract", "use", "clarify"] as const;
const words = { en: "x", ru: "х" };

interface Allowing {
  readonly basis: LegalBasis;
  readonly attributes: readonly string[];
  readonly operations: readonly ProcessingOperation[];
  readonly notice?: "none" | "re-accept";
  readonly recipients?: readonly Pick<Recipient, "code" | "ground">[];
}

const base = smallPolicy();

/** A version with one purpose, which allows so much; null: without it. */
function versionOf(version: number, allowing: Allowing | null): PolicyFact {
  const [attribute] = base.attributes as [CompiledPolicy["attributes"][number]];
  const [first] = base.purposes as [Purpose];
  const recipients = allowing?.recipients ?? [];
  const compiled: CompiledPolicy = {
    ...base,
    settings: {
      ...DEFAULT_SETTINGS,
      versioning: { notice: allowing?.notice ?? "none" },
      disclosure: {
        ...DEFAULT_SETTINGS.disclosure,
        posture: "grounds-list",
        grounds: ["law", "order-fulfilment"],
      },
    },
    attributes: ATTRIBUTES.map((code) => ({ ...attribute, code })),
    purposes: allowing === null ? [] : [{ ...first, ...pick(allowing), code: "service" }],
    recipients: recipients.map((one) => ({ ...one, label: words, overrides: null, clause: "1.1" })),
  };
  return { compiled, hash: `p${version}`, version };
}

const pick = ({ basis, attributes, operations }: Allowing) => ({ basis, attributes, operations });
const asked = (changed: Partial<GateRequest> = {}): GateRequest => ({
  actor: { kind: "staff", id: ANNA },
  purpose: "service",
  operation: "use",
  subjects: [ANNA],
  attributes: ["email"],
  ...changed,
});

function ask(
  policy: PolicyFact,
  scope: Partial<ScopeFact>,
  request = asked(),
  consents: string[] = [],
): Decision {
  const facts: Facts = {
    policy,
    actor: { authorisations: [{ purpose: "service", operations: [...OPERATIONS, ...INWARD] }] },
    subjects: new Map([[ANNA, { exists: true, blocked: [], consents }]]),
    scope: new Map([[ANNA, { held: [], consented: [], reaccepted: [], ...scope }]]),
  };
  return decide(request, facts, []);
}

const wide = { attributes: ATTRIBUTES, operations: OPERATIONS };
const narrow = { attributes: ["phone"], operations: OPERATIONS };

describe("itserw-privacy/2.0: what a new version adds opens nothing for data collected under an earlier one", () => {
  test.each<[string, Allowing | null]>([
    ["a purpose", null],
    ["an item of data for a purpose", { ...narrow, basis: "legitimateInterest" }],
    ["an operation", { ...wide, operations: ["extract"], basis: "legitimateInterest" }],
  ])("%s", keeps("old-data-old-scope", "itserw-privacy/2.0"), (_, then) => {
    const now = versionOf(3, { ...wide, basis: "legitimateInterest" });
    const under = versionOf(1, then);
    expect(ask(now, { held: [{ attribute: "email", under }] })).toMatchObject({
      allowed: false,
      code: "older-scope",
      about: "version 1, not version 3",
    });
    expect(ask(now, { held: [{ attribute: "phone", under }] })).toMatchObject({ allowed: true });
    expect(ask(now, {})).toMatchObject({ allowed: true });
  });

  test("a recipient, and another ground for one", keeps("old-data-old-scope"), () => {
    const allowing = { ...wide, basis: "legitimateInterest" } as const;
    const courier = { code: "courier", ground: "order-fulfilment" } as const;
    const now = versionOf(2, { ...allowing, recipients: [courier] });
    const give = asked({ operation: "provide", recipient: "courier" });
    const given = (then: readonly Pick<Recipient, "code" | "ground">[]) =>
      ask(
        now,
        { held: [{ attribute: "email", under: versionOf(1, { ...allowing, recipients: then }) }] },
        give,
      );
    expect(given([])).toMatchObject({ code: "older-scope" });
    expect(given([{ ...courier, ground: "succession" }])).toMatchObject({ code: "older-scope" });
    expect(given([courier])).toMatchObject({ allowed: true });
  });

  test("data of a version that nobody ever published are under no scope", keeps("old-data-old-scope"), () => {
    const now = versionOf(2, { ...wide, basis: "contract" });
    expect(ask(now, { held: [{ attribute: "email", under: null }] })).toMatchObject({ code: "older-scope" });
  });

  test(
    "without the fact nothing older is touched, and without the rule it would be",
    removes("old-data-old-scope"),
    () => {
      const now = versionOf(2, { ...wide, basis: "legitimateInterest" });
      const facts: Facts = {
        policy: now,
        actor: { authorisations: [{ purpose: "service", operations: OPERATIONS }] },
        subjects: new Map([[ANNA, { exists: true, blocked: [], consents: [] }]]),
      };
      expect(decide(asked(), facts, [])).toMatchObject({ allowed: false, code: "gap", about: "scope" });
      // As if there had never been another version: what the rule is there to keep is open.
      expect(decide(asked(), { ...facts, policy: { ...now, version: 1 } }, [])).toMatchObject({
        allowed: true,
      });
    },
  );
});

describe("proit-privacy/1.2: where consent is the basis, only a consent to a text that says so opens it", () => {
  const now = versionOf(2, { ...wide, basis: "consent" });

  test("a consent to the newer text does, one to the older does not", keeps("old-data-old-scope"), () => {
    const older = versionOf(1, { ...narrow, basis: "consent" });
    const held = [{ attribute: "email", under: older }];
    const consented = (under: PolicyFact) => ({ held, consented: [{ purpose: "service", under }] });
    expect(ask(now, consented(older), asked(), ["service"])).toMatchObject({ code: "older-scope" });
    expect(ask(now, consented(now), asked(), ["service"])).toMatchObject({ allowed: true });
    expect(ask(now, { ...consented(now), reaccepted: [now] })).toMatchObject({ code: "consent-missing" });
  });

  test(
    "a basis that is consent no more still needs what was consented to",
    keeps("old-data-old-scope"),
    () => {
      const freed = versionOf(2, { ...wide, basis: "legitimateInterest" });
      const under = versionOf(1, { ...wide, basis: "consent" });
      const held = [{ attribute: "email", under }];
      expect(ask(freed, { held })).toMatchObject({ code: "older-scope" });
      expect(ask(freed, { held, consented: [{ purpose: "service", under }] })).toMatchObject({
        allowed: true,
      });
    },
  );
});

describe("T13: accepting anew opens what a contract adds, where the operator asks for it", () => {
  const under = versionOf(1, { ...narrow, basis: "contract" });
  const held = [{ attribute: "email", under }];

  test.each<[LegalBasis, "none" | "re-accept", boolean]>([
    ["contract", "re-accept", true],
    ["preContract", "re-accept", true],
    ["contract", "none", false],
    ["legitimateInterest", "re-accept", false],
  ])("%s under the notice %s: %s", keeps("old-data-old-scope", "change-notice"), (basis, notice, opens) => {
    const now = versionOf(2, { ...wide, basis, notice });
    expect(ask(now, { held, reaccepted: [now] }).allowed).toBe(opens);
    expect(ask(now, { held }).allowed).toBe(false);
    expect(ask(now, { held, reaccepted: [under] }).allowed).toBe(false);
  });
});

test(
  "T13: whatever the versions, the answers are those of a model that looks at each value by itself",
  keeps("old-data-old-scope", "itserw-privacy/2.0"),
  () => {
    const allowing = fc.option(
      fc.record({
        basis: fc.constantFrom<LegalBasis[]>("contract", "legitimateInterest"),
        attributes: fc.subarray([...ATTRIBUTES]),
        operations: fc.subarray([...INWARD]),
        notice: fc.constantFrom("none" as const, "re-accept" as const),
      }),
    );
    const data = fc.record({ attribute: fc.constantFrom(...ATTRIBUTES), version: fc.nat(3) });
    const request = fc.record({
      operation: fc.constantFrom(...INWARD),
      attributes: fc.subarray([...ATTRIBUTES], { minLength: 1 }),
    });
    fc.assert(
      fc.property(
        fc.array(allowing, { minLength: 4, maxLength: 4 }),
        fc.array(data, { maxLength: 4 }),
        fc.subarray([0, 1, 2, 3]),
        request,
        (versions, values, anew, { operation, attributes }) => {
          const facts = versions.map((one, i) => versionOf(i + 1, one));
          const [now, current] = [facts[3] as PolicyFact, versions[3] ?? null];
          const allows = (one: Allowing | null | undefined, attribute: string) =>
            one !== null &&
            one !== undefined &&
            one.attributes.includes(attribute) &&
            one.operations.includes(operation);
          const isOpen = ({ attribute, version }: { attribute: string; version: number }) =>
            !attributes.some((one) => one === attribute) ||
            allows(versions[version], attribute) ||
            (current?.basis === "contract" &&
              current.notice === "re-accept" &&
              anew.some((accepted) => accepted > version && allows(versions[accepted], attribute)));
          const expected =
            attributes.every((attribute) => allows(current, attribute)) && values.every(isOpen);
          const held = values
            .filter(({ version }) => version !== 3)
            .map(({ attribute, version }) => ({ attribute, under: facts[version] as PolicyFact }));
          const reaccepted = anew.map((version) => facts[version] as PolicyFact);
          const decision = ask(now, { held, reaccepted }, asked({ operation, attributes }));
          expect(decision.allowed).toBe(expected);
        },
      ),
      { numRuns: 2000 },
    );
  },
);
