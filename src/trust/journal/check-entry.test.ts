import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ed25519PrivateKey } from "../../platform/crypto/index.ts";
import { canonicalJson } from "../../policy/index.ts";
import { systemRandom } from "../../platform/random/index.ts";
import type { JournalEntry } from "./entry.ts";
import { decodeLeaf, SALT_SIZE } from "./entry-leaf.ts";
import { EntryMaker } from "./entry-maker.ts";
import { PendingSeal } from "./pending-seal.ts";

const seal = new PendingSeal("example", ed25519PrivateKey(systemRandom.bytes(32)));
const maker = new EntryMaker("example", systemRandom, seal);
const PERSON = "019b7a3c-0000-7000-8000-000000000001";
const GOOD: JournalEntry = {
  event: "decision",
  operation: "collect",
  actor: { kind: "staff", id: PERSON },
  subjects: [PERSON],
  purpose: "inquiry-handling",
  attributes: ["email"],
  decision: { allowed: true, clause: "152-FZ 21(3.1)", basis: "consent" },
  details: { channel: "feedback", count: 3, first: true },
};
/** As somebody could pass it who got round the types. */
const make = (changes: object) => maker.make({ ...GOOD, ...changes }, 1);

describe("an entry holds codes and references, never content", () => {
  test("the leaf is a salt and the canonical JSON of what was appended", () => {
    const { leaf, id } = maker.make(GOOD, 1_767_225_600_000);
    const recorded = { ...GOOD, v: 1, id, at: 1_767_225_600_000, operator: "example" };
    expect(Buffer.from(leaf).toString("utf8", SALT_SIZE)).toBe(canonicalJson(recorded));
    expect(decodeLeaf(leaf)).toEqual(recorded);
  });

  test.each([
    ["an event that is not in the list", { event: "page-viewed" }, "entry-event"],
    ["an operation that is not one", { operation: "read" }, "entry-operation"],
    ["a field that entries do not have", { email: "x" }, "entry-key"],
    ["a field that actors do not have", { actor: { kind: "staff", name: "x" } }, "entry-key"],
    [
      "a field that decisions do not have",
      { decision: { allowed: true, clause: null, note: "x" } },
      "entry-key",
    ],
    ["an address in a detail", { details: { sender: "ivan@example.org" } }, "entry-value"],
    ["an address as an actor", { actor: { kind: "staff", id: "ivan@example.org" } }, "entry-value"],
    ["a text of more than 200 characters", { details: { message: "x".repeat(201) } }, "entry-value"],
    ["a text of several lines", { details: { message: "Dear all,\nplease" } }, "entry-value"],
    ["a list in a detail", { details: { fields: ["x"] } }, "entry-value"],
    ["an object in a detail", { details: { person: { name: "x" } } }, "entry-value"],
    ["a fraction", { details: { share: 0.5 } }, "entry-value"],
    ["nothing in a detail", { details: { share: null } }, "entry-value"],
    ["a detail's name that is prose", { details: { "what he said?": "x" } }, "entry-key"],
    ["a person who is not a pseudonym", { subjects: ["Ivan"] }, "entry-value"],
    [
      "more persons than one entry holds",
      { subjects: Array.from({ length: 101 }, () => PERSON) },
      "entry-value",
    ],
    [
      "a legal basis that is not one",
      { decision: { allowed: true, clause: null, basis: "hope" } },
      "entry-value",
    ],
    ["half a character", { details: { code: "\ud800" } }, "entry-value"],
  ])("%s is refused", (_, changes, code) => {
    expect(() => make(changes)).toThrow(expect.objectContaining({ code }));
  });

  test("what is refused is not told", () => {
    const secret = "secret-value-that-must-not-show\n";
    expect(() => make({ details: { note: secret } })).toThrow(expect.not.stringContaining(secret));
    expect(() => make({ [secret]: 1 })).toThrow(expect.not.stringContaining(secret));
  });
});

test("ids grow in the order of making, whatever the clock does", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 2, maxLength: 200 }), (times) => {
      const fresh = new EntryMaker("example", systemRandom, seal);
      const ids = times.map((time) => fresh.nextId(1_767_225_600_000 + time));
      expect(ids.toSorted()).toEqual(ids);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
  );
  const many = new EntryMaker("example", systemRandom, seal);
  const ids = Array.from({ length: 10_000 }, () => many.nextId(5));
  expect(ids.toSorted()).toEqual(ids);
});
