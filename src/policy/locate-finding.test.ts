import fc from "fast-check";
import { expect, test } from "vitest";
import { createLocator } from "./index.ts";

const PROMISE = `import { definePromise } from "upheld/policy";

/** purposes: { offers: { this is a comment } } */
export const promise = definePromise({
  statistics: { providers: {}, purposes: { analytics: { en: "a", ru: "а" } } },
  attributes: {
    email: { category: "email", label: { en: "E-mail {", ru: 'Почта' }, clause: "3.2" },
  },
  purposes: {
    "inquiry-handling": {
      basis: "contract",
      operations: ["collect"],
      attributes: [
        "email",
        "salary",
      ],
      clause: "4.9",
    },
  },
  forms: {
    feedback: {
      path: "/feedback/",
      fields: [
        { attribute: "name", required: true, hint: null },
        {
          attribute: "email",
          required: true,
          hint: { en: "To here.", ru: "" },
        },
      ],
    },
    again: { path: "/feedback/" },
  },
});
`;
const CLAUSES = `export const section = defineSection({
  id: "3",
  clauses: [
    {
      id: "3.2",
      text: {
        en: ({ list, attributes }) => \`Only \${list(attributes.map((a) => \`{\${a}\`))}: \${"}"}\`,
        ru: "…",
      },
    },
    { id: "3.3", text: { en: "One language." } },
  ],
});
`;

const locate = createLocator([
  { file: "promise.ts", text: PROMISE },
  { file: "texts/3.ts", text: CLAUSES },
]);

test.each<[string, string | null, string, number]>([
  ["attributes.email.category", "3.2", "promise.ts", 7],
  ["purposes.inquiry-handling", "4.9", "promise.ts", 10],
  ["purposes.inquiry-handling.attributes.salary", "4.9", "promise.ts", 15],
  ["purposes.unheard-of", null, "promise.ts", 9],
  ["forms.feedback.fields.email", null, "promise.ts", 25],
  ["forms.feedback.fields.email.hint.ru", null, "promise.ts", 28],
  ["/feedback/", null, "promise.ts", 32],
  ["documents.policy.sections.3.clauses.3.2.text.ru", "3.2", "texts/3.ts", 8],
  ["documents.policy.sections.3.clauses.3.3.text.ru", "3.3", "texts/3.ts", 11],
  ["documents.policy", "3.3", "texts/3.ts", 11],
])("%s is found where its author wrote it", (where, clause, file, line) => {
  expect(locate({ where, clause })).toEqual({ file, line });
});

test("a clause that nobody wrote is shown where it is named", () => {
  const found = locate({ code: "unknown-clause", where: "purposes.inquiry-handling", clause: "4.9" });
  expect(found).toEqual({ file: "promise.ts", line: 17 });
});

test("any text is read to its end", () => {
  const pieces = fc.constantFrom(..."{}[](),:`$'\"\\/*\n".split(""), "${", "id", 'id: "a"', "//", "а", " ");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), fc.string(), (parts, where) => {
      const text = parts.join("");
      const place = createLocator([{ file: "a.ts", text }])({ where: `id.${where}`, clause: null });
      expect(place?.line ?? 1).toBeLessThanOrEqual(text.split("\n").length);
    }),
  );
});

test("what no file has is nowhere, and a file that is no TypeScript does no harm", () => {
  expect(locate({ where: "zeta.eta", clause: null })).toBeNull();
  expect(createLocator([{ file: "a.ts", text: "}}}`${{{ ']( /*" }])({ where: "a", clause: null })).toBeNull();
});
