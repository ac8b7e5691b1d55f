import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { smallDefinition, smallPromise, smallRules } from "../../../test/small-policy.ts";
import { CompileError, compileOperatorFolder } from "./index.ts";

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(realpathSync(tmpdir()), "upheld-malformed-"));
  folder = join(root, "small");
  mkdirSync(folder);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const TEXTS = `const texts = {
  "privacy-policy": [
    {
      id: "1",
      title: { en: "All", ru: "Всё" },
      clauses: [
        { id: "1.1", text: { en: ({ operator }) => operator.legalName, ru: "Текст." } },
        { id: "1.2", text: { en: "Text.", ru: "Текст." } },
      ],
    },
  ],
};`;

/** A valid policy as one without types writes it, with one line changed. */
const SOURCE = `const promise = ${JSON.stringify(smallPromise, null, 2)};
${TEXTS}
const site = ${JSON.stringify(smallDefinition.site, null, 2)};
export default { promise, texts, site };
`;

async function compiled(source: string) {
  writeFileSync(join(folder, "policy.ts"), source);
  return await compileOperatorFolder(folder, smallRules);
}

/** The failure of a policy in which this was written instead, and on which line that stands. */
async function failureWith(from: string, to: string): Promise<{ failure: CompileError; line: number }> {
  const at = SOURCE.indexOf(from);
  expect(at, from).toBeGreaterThan(0);
  const failure = await compiled(SOURCE.replace(from, to)).catch((error: unknown) => error);
  expect(failure, to).toBeInstanceOf(CompileError);
  return { failure: failure as CompileError, line: SOURCE.slice(0, at).split("\n").length };
}

test("what the mistakes are planted in compiles", async () => {
  expect((await compiled(SOURCE)).operator.id).toBe("small");
});

describe("what has a wrong shape is one message with its place, file and line:", () => {
  test.each([
    ["an operation that is none", '"store"', '"sell"', "purposes.inquiry-handling.operations.1: "],
    ["a basis that is none", '"legitimateInterest"', '"curiosity"', "purposes.inquiry-handling.basis: "],
    ["a text for a number", '"days": 30', '"days": "thirty"', "retention.enquiries.days: "],
    ["a fraction", '"days": 30', '"days": 30.5', "retention.enquiries.days: "],
    ["a date that is none", '"2026-11-20"', '"2026-02-30"', "documents.privacy-policy.updatedOn: "],
    ["an address that is none", '"/feedback/"', '"/../feedback"', "forms.feedback.path: "],
    ["a host that is none", '"small.example"', '"small example"', "hosts.0: "],
    ["a list for a text", '"kind": "email"', '"kind": ["email"]', "attributes.email.kind: "],
    ["an end event that is none", '"destruction-demanded"', '"boredom"', "retention.enquiries.endEvents.0: "],
    [
      "a member that the language lacks",
      '"required": true',
      '"required": true, "tracked": true',
      "forms.feedback.fields.email.tracked: ",
    ],
    [
      "a function for a text",
      '"timeZone": "Europe/Moscow"',
      '"timeZone": () => "UTC"',
      "operator.timeZone: ",
    ],
    [
      "an object of a class",
      '"updatedOn": "2026-11-20"',
      '"updatedOn": new Map()',
      "documents.privacy-policy.updatedOn: ",
    ],
    [
      "a control that is none",
      'ru: "Текст." } },',
      'ru: "Текст." }, kept: { by: ["magic"] } },',
      "documents.privacy-policy.sections.1.clauses.1.1.kept",
    ],
    ["a reference that is none", '"clause": "1.2"', '"clause": "see above"', "retention.enquiries.clause: "],
  ])("%s", async (_, from, to, detail) => {
    const { failure, line } = await failureWith(from, to);
    expect(failure).toMatchObject({ code: "policy-malformed", file: "policy.ts", line });
    expect(failure.detail).toContain(detail);
  });

  test.each([
    [
      "a setting that is none",
      '"operator": {',
      '"settings": { "cookeis": {} },\n  "operator": {',
      "settings.cookeis: ",
    ],
    [
      "a setting's value that is none",
      '"operator": {',
      '"settings": { "logs": { "days": 0 } },\n  "operator": {',
      "settings.logs.days: ",
    ],
    ["things that are a list", '"consents": {}', '"consents": ["offers"]', "consents: expected an object"],
    [
      "a thing that is none",
      '"consents": {}',
      '"consents": { "offers": true }',
      "consents.offers: expected an object",
    ],
    ["things that are not there", '"consents": {}', '"consentz": {}', "consents: expected an object"],
  ])("%s", async (_, from, to, detail) => {
    const { failure } = await failureWith(from, to);
    expect(failure).toMatchObject({ code: "policy-malformed" });
    expect(failure.detail).toContain(detail);
  });

  test("a purpose without members, though what follows fails elsewhere first", async () => {
    const { failure } = await failureWith('"inquiry-handling": {', '"empty": {}, "inquiry-handling": {');
    expect(failure).toMatchObject({ code: "policy-malformed" });
    expect(failure.detail).toMatch(/^purposes\.empty\./u);
  });
});

describe("a text is refused where it is written:", () => {
  test.each([
    ["that is a number", "({ operator }) => operator.legalName", "() => 42"],
    ["that is a promise of one", "({ operator }) => operator.legalName", "async () => operator.legalName"],
    ["that is a list", 'en: "Text."', 'en: ["Text."]'],
    ["that is no object", '{ en: "Text.", ru: "Текст." }', '"Text."'],
  ])("%s", async (_, from, to) => {
    const { failure, line } = await failureWith(from, to);
    expect(failure).toMatchObject({ code: "policy-malformed", file: "policy.ts", line });
    expect(failure.detail).toMatch(/^documents\.privacy-policy\.sections\.1\.clauses\.1\.[12]\.text/u);
  });

  test.each([
    [
      "asks for a fact that there is not",
      "operator.legalName,",
      "operator.nickname,",
      "fact operator nickname",
    ],
    ["asks for it by taking it apart", "({ operator })", "({ slogan, operator })", "fact slogan"],
    [
      "asks one of a thing",
      "({ operator }) => operator.legalName",
      '({ attribute }) => attribute("email").colour',
      "fact attribute colour",
    ],
    [
      "asks by a code that there is not",
      "({ operator }) => operator.legalName",
      '({ purpose }) => purpose("spying").label',
      "purpose spying",
    ],
    [
      "cites a clause that there is not",
      "({ operator }) => operator.legalName",
      '({ cite }) => cite("9.9")',
      "clause 9.9",
    ],
    [
      "cites a document that there is not",
      "({ operator }) => operator.legalName",
      '({ cite }) => cite("terms/1.1")',
      "document terms",
    ],
  ])("that %s", async (_, from, to, detail) => {
    const { failure, line } = await failureWith(from, to);
    expect(failure).toMatchObject({ code: "policy-malformed", detail, file: "policy.ts", line });
  });

  test("that throws", async () => {
    const { failure, line } = await failureWith(
      "operator.legalName,",
      "operator.legalName.en.toUpperCase(),",
    );
    expect(failure).toMatchObject({ code: "policy-throws", file: "policy.ts", line });
  });

  test("that never ends", async () => {
    writeFileSync(
      join(folder, "policy.ts"),
      SOURCE.replace("({ operator }) => operator.legalName", "() => { for (;;); }"),
    );
    await expect(compileOperatorFolder(folder, smallRules, { timeout: 600 })).rejects.toMatchObject({
      code: "policy-too-slow",
    });
  });

  test("that prints", async () => {
    const { failure } = await failureWith(
      "({ operator }) => operator.legalName",
      '() => (console.log("hello"), "Text.")',
    );
    expect(failure).toMatchObject({ code: "policy-prints", detail: "hello" });
  });
});

test("sections that are none are refused with their place", async () => {
  const { failure } = await failureWith("clauses: [", "clauses: {}, others: [");
  expect(failure).toMatchObject({
    code: "policy-malformed",
    detail: "documents.privacy-policy.sections.1.clauses: expected a list",
  });
});

test("a policy has neither clock nor chance, and reaches no other process", async () => {
  const ways = ["Date.now()", "new Date().getTime()", "Date().length", "Math.random()"];
  for (const way of ways) {
    const { failure, line } = await failureWith("const site", `const drawn = ${way};\nconst site`);
    expect(failure, way).toMatchObject({ code: "policy-no-access", file: "policy.ts", line });
  }
  const gone = ["crypto", "performance", "process.kill", "process._kill", "process.execve"].map(
    (way) => `globalThis.${way}`,
  );
  const { failure } = await failureWith(
    "const site",
    `if ([${gone.join(", ")}].every((way) => way === undefined)) throw new Error("shut");\nconst site`,
  );
  expect(failure).toMatchObject({ code: "policy-throws", detail: "shut" });
  expect((await compiled(SOURCE.replace("const site", 'new Date("2026-11-20");\nconst site'))).format).toBe(
    "upheld-policy/1",
  );
});

test("a file that exports something else, or nothing, is no policy", async () => {
  for (const source of [
    "export default null;\n",
    "export default async () => {};\n",
    "export default Promise.resolve({});\n",
    "export default { promise: null, texts: {}, site: {} };\n",
    "export default { promise: {}, texts: [], site: 1 };\n",
    "",
  ]) {
    await expect(compiled(source), source).rejects.toMatchObject({ code: "policy-not-a-policy" });
  }
  await expect(compiled("export default { promise: {}, texts: {}, site: {} };\n")).rejects.toMatchObject({
    code: "policy-malformed",
    detail: "operator: expected an object",
  });
});
