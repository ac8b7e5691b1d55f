import { describe, expect, test } from "vitest";
import { keeps } from "../../../test/keeps.ts";
import { smallPolicy } from "../../../test/small-policy.ts";
import {
  type CompiledPolicy,
  formsOf,
  LETTER,
  LETTER_PURPOSE,
  type StatutoryPurpose,
} from "../../policy/index.ts";
import { decide } from "./decide.ts";
import type { Facts } from "./facts.ts";
import type { GateRequest } from "./request.ts";

const ANNA = "0190a0a0-0000-7000-8000-000000000001";
const small = smallPolicy();
const words = { en: "x", ru: "х" };
const OUTWARD = ["transfer", "provide", "distribute", "grantAccess", "crossBorderTransfer"] as const;

const rights: StatutoryPurpose = {
  code: LETTER_PURPOSE,
  label: words,
  statute: "152-FZ 14",
  basis: "legalObligation",
  operations: ["collect", "provide"],
  attributes: "*",
};

const compiled: CompiledPolicy = {
  ...small,
  attributes: [
    ...small.attributes,
    ...small.attributes.slice(0, 1).map((email) => ({ ...email, code: "phone", kind: "phone" as const })),
  ],
  purposes: small.purposes.map((purpose) => ({
    ...purpose,
    operations: [...new Set([...purpose.operations, ...OUTWARD])],
  })),
  recipients: [{ code: "court", label: words, ground: "law", overrides: null, clause: "1.1" }],
};
const facts: Facts = {
  policy: { compiled, hash: "p1", version: 1 },
  actor: {
    authorisations: [
      { purpose: "inquiry-handling", operations: OUTWARD },
      { purpose: LETTER_PURPOSE, operations: ["provide"] },
    ],
  },
  subjects: new Map([[ANNA, { exists: true, blocked: [], consents: [] }]]),
  shown: null,
};
const giving: GateRequest = {
  actor: { kind: "staff", id: ANNA },
  purpose: "inquiry-handling",
  operation: "provide",
  subjects: [ANNA],
  attributes: ["email"],
};
const ask = (request: Partial<GateRequest>, base = giving, known = facts) =>
  decide({ ...base, ...request }, known, [rights]);

describe("what lets data out says to whom", () => {
  test.each(OUTWARD)("%s to nobody named is refused, to a named recipient decided", (operation) => {
    expect(ask({ operation })).toMatchObject({ allowed: false, code: "gap", about: "recipient" });
    expect(ask({ operation, recipient: "court" })).toMatchObject({ allowed: true });
    expect(ask({ operation, recipient: "broker" })).toMatchObject({ code: "unknown-recipient" });
  });

  test("the person gets their own under the law without being named a recipient", () => {
    expect(ask({ purpose: LETTER_PURPOSE })).toMatchObject({ allowed: true });
  });
});

describe("what a person adds to a letter comes through its form, as the letter did", () => {
  const form = formsOf(compiled).find(({ code }) => code === LETTER);
  const adding: GateRequest = {
    actor: { kind: "subject", id: ANNA },
    purpose: LETTER_PURPOSE,
    operation: "collect",
    subjects: [ANNA],
    attributes: [LETTER],
    channel: LETTER,
  };
  const shown = {
    policy: "p1",
    document: form?.document ?? "",
    language: "en",
    form: LETTER,
    at: 0,
    version: 1,
    expired: false,
  };

  test("shown with the policy in force", keeps("shown-version"), () => {
    expect(ask({}, adding, { ...facts, shown })).toMatchObject({ allowed: true });
    expect(ask({}, adding)).toMatchObject({ code: "not-shown" });
    expect(ask({}, adding, { ...facts, shown: { ...shown, policy: "p0" } })).toMatchObject({
      code: "shown-other-version",
    });
  });

  test("with nothing that the form does not ask for, and through no form of another purpose", () => {
    const known = { ...facts, shown };
    expect(ask({ attributes: [LETTER, "phone"] }, adding, known)).toMatchObject({
      code: "field-outside-form",
    });
    expect(ask({ channel: "feedback" }, adding, known)).toMatchObject({ code: "channel-outside-purpose" });
  });

  test("while what comes by another way than a form names none", () => {
    const { channel: _, ...rest } = adding;
    expect(ask({}, rest)).toMatchObject({ allowed: true });
  });
});
