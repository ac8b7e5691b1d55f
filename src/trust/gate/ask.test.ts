import { expect, test } from "vitest";
import { smallPolicy } from "../../../test/small-policy.ts";
import { eachEngine } from "../../../test/stores.ts";
import { ed25519PrivateKey } from "../../platform/crypto/index.ts";
import { systemClock } from "../../platform/clock/index.ts";
import { systemRandom } from "../../platform/random/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import { createJournal, journalSchema, listEntries } from "../journal/index.ts";
import { createGate } from "./ask.ts";
import type { Facts } from "./facts.ts";

const ANNA = "0190a0a0-0000-7000-8000-000000000001";
const BORIS = "0190a0a0-0000-7000-8000-000000000002";
const words = { en: "x", ru: "х" };
const policy = {
  operator: { id: "acme" },
  attributes: [],
  purposes: [],
  forms: [],
} as unknown as CompiledPolicy;
const held = { exists: true, blocked: [], consents: [] };
const facts: Required<Pick<Facts, "policy" | "actor" | "subjects">> = {
  policy: { compiled: policy, hash: "0".repeat(64), version: 1 },
  actor: { authorisations: [{ purpose: "security", operations: ["extract"] }] },
  subjects: new Map([ANNA, BORIS].map((id) => [id, held])),
};

eachEngine((open) => {
  test("a caller that changes its request while facts are loaded widens neither permit nor journal entry", async () => {
    const store = await open([journalSchema]);
    const journal = createJournal({
      operator: "acme",
      store,
      clock: systemClock,
      random: systemRandom,
      origin: "acme/journal",
      key: ed25519PrivateKey(systemRandom.bytes(32)),
    });
    const subjects = [ANNA];
    const attributes = ["login"];
    const gate = createGate({
      journal,
      statutory: [
        {
          code: "security",
          label: words,
          statute: "152-FZ 19",
          basis: "legalObligation",
          operations: ["extract"],
          attributes: ["login"],
        },
      ],
      sources: [
        { supplies: "policy", load: async () => facts.policy },
        { supplies: "actor", load: async () => facts.actor },
        {
          supplies: "subjects",
          load: async () => {
            subjects.push(BORIS);
            attributes.push("email");
            return facts.subjects;
          },
        },
      ],
    });
    await store.transaction(async (tx) => {
      const ruling = await gate.ask(tx, {
        actor: { kind: "system", id: "test" },
        purpose: "security",
        operation: "extract",
        subjects,
        attributes,
      });
      if (!ruling.allowed) throw new Error(ruling.refusal.code);
      const use = (subject: string, attribute: string) => () =>
        ruling.permit.require(tx, { operation: "extract", subject, attribute });
      expect(use(ANNA, "login")).not.toThrow();
      expect(use(BORIS, "login")).toThrow("permit-subject");
      expect(use(ANNA, "email")).toThrow("permit-attribute");
    });
    const [entry] = await store.read((reader) => listEntries(reader, ANNA, 10));
    expect(entry?.entry).toMatchObject({ subjects: [ANNA], attributes: ["login"] });
  });

  test("the entry of a decision on a disclosure says to whom, and takes over no recipient that nobody declared", async () => {
    const store = await open([journalSchema]);
    const journal = createJournal({
      operator: "acme",
      store,
      clock: systemClock,
      random: systemRandom,
      origin: "acme/journal",
      key: ed25519PrivateKey(systemRandom.bytes(32)),
    });
    const small = smallPolicy();
    const compiled: CompiledPolicy = {
      ...small,
      purposes: small.purposes.map((purpose) => ({ ...purpose, operations: ["provide"] })),
      recipients: [{ code: "court", label: words, ground: "law", overrides: null, clause: "1.1" }],
    };
    const gate = createGate({
      journal,
      statutory: [],
      sources: [
        { supplies: "policy", load: async () => ({ compiled, hash: "0".repeat(64), version: 1 }) },
        {
          supplies: "actor",
          load: async () => ({
            authorisations: [{ purpose: "inquiry-handling", operations: ["provide"] }],
          }),
        },
        { supplies: "subjects", load: async () => facts.subjects },
      ],
    });
    const asked = {
      actor: { kind: "staff", id: BORIS },
      purpose: "inquiry-handling",
      operation: "provide",
      subjects: [ANNA],
      attributes: ["email"],
    } as const;
    await store.transaction(async (tx) => {
      expect(await gate.ask(tx, { ...asked, recipient: "court" })).toMatchObject({ allowed: true });
      expect(await gate.ask(tx, { ...asked, recipient: "Anna's neighbour" })).toMatchObject({
        allowed: false,
      });
    });
    const entries = await store.read((reader) => listEntries(reader, ANNA, 10));
    expect(entries.map(({ entry }) => entry.details ?? null).filter((said) => said !== null)).toEqual([
      { recipient: "court" },
    ]);
    expect(JSON.stringify(entries)).not.toContain("neighbour");
  });
});
