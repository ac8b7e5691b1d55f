import { expect, test } from "vitest";
import { keeps } from "../../test/keeps.ts";
import { smallPolicy } from "../../test/small-policy.ts";
import { type CompiledPolicy, DEFAULT_SETTINGS, standing } from "./index.ts";

const small = smallPolicy();

/** The small policy with this clause invalidated on 1 December 2026, and whatever else. */
function invalidating(id: string, changes: Partial<CompiledPolicy> = {}, document = 0): CompiledPolicy {
  const invalidated = { on: "2026-12-01", reason: { en: "A court said so.", ru: "Так решил суд." } };
  const policy = { ...small, ...changes };
  return {
    ...policy,
    documents: policy.documents.map((one, i) => ({
      ...one,
      sections: one.sections.map((section) => ({
        ...section,
        clauses: section.clauses.map((clause) =>
          i === document && clause.id === id ? { ...clause, invalidated } : clause,
        ),
      })),
    })),
  };
}

test("a policy of which no clause was invalidated is the policy itself", () => {
  expect(standing(small, "2030-01-01")).toBe(small);
  const policy = invalidating("1.1");
  expect(standing(policy, "2026-11-30")).toBe(policy);
});

test(
  "from its day on, what hangs on an invalidated clause stops, and nothing else",
  keeps("clause-invalidation"),
  () => {
    const held = standing(invalidating("1.1"), "2026-12-01");
    expect(held).toMatchObject({ purposes: [], forms: [], attributes: [], channels: [] });
    expect(held.retention).toEqual(small.retention);
    expect(held.deadlines).toEqual(small.deadlines);
    expect(held.documents).toEqual(invalidating("1.1").documents);
  },
);

test("asked again, it is the same object, and another day's is not", () => {
  const policy = invalidating("1.1");
  expect(standing(policy, "2026-12-02")).toBe(standing(policy, "2027-01-01"));
  expect(standing(policy, "2026-11-02")).toBe(policy);
});

test("what named something that fell does not name it any more", () => {
  const [purpose] = small.purposes;
  const [attribute] = small.attributes;
  const [form] = small.forms;
  if (!purpose || !attribute || !form) throw new Error("the small policy has one of each");
  const policy = invalidating("1.2", {
    attributes: [attribute, { ...attribute, code: "phone", clause: "1.2" }],
    purposes: [
      { ...purpose, attributes: ["email", "phone"] },
      { ...purpose, code: "offers", clause: "1.2" },
    ],
    forms: [
      {
        ...form,
        furtherPurposes: ["offers"],
        fields: [...form.fields, { attribute: "phone", required: false, hint: null }],
        consents: ["offers"],
      },
    ],
    consents: [
      {
        code: "offers",
        purpose: "offers",
        document: "consent",
        label: attribute.label,
        attributes: ["phone"],
        clause: "1.1",
      },
    ],
    topics: [{ code: "offers", label: attribute.label, clause: "1.2", form: "feedback" }],
    dataSources: [
      {
        code: "lists",
        label: attribute.label,
        kind: "partner",
        purpose: "offers",
        ground: "consent",
        evidenceOfNotice: null,
        attributes: ["email"],
        clause: "1.1",
      },
    ],
  });
  const held = standing(policy, "2026-12-01");
  expect(held.purposes).toEqual([purpose]);
  expect(held.forms).toEqual([form]);
  expect(held).toMatchObject({ consents: [], topics: [], dataSources: [] });
});

test(
  "a setting that rests on the clause falls back to the most protective value",
  keeps("clause-invalidation"),
  () => {
    const settings = { ...small.settings, logs: { days: 365, onErasure: "destroy" as const } };
    const settingClauses = [{ code: "logs.days" as const, clause: "1.2" }];
    const held = standing(invalidating("1.2", { settings, settingClauses }), "2026-12-01");
    expect(held.settings.logs).toEqual({ days: DEFAULT_SETTINGS.logs.days, onErasure: "destroy" });
  },
);

test("a clause of another document with the same number does not fall with it", () => {
  const [document] = small.documents;
  if (!document) throw new Error("no document");
  const documents = [document, { ...document, code: "terms", path: "/terms/" }];
  const policy = invalidating("1.1", { documents }, 1);
  expect(standing(policy, "2026-12-01").purposes).toEqual(small.purposes);
  const [purpose] = small.purposes.map((one) => ({ ...one, clause: "terms/1.1" }));
  if (!purpose) throw new Error("no purpose");
  expect(standing({ ...policy, purposes: [purpose] }, "2026-12-01").purposes).toEqual([]);
});
