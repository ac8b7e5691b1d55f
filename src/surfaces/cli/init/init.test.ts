import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unopenedInstallation } from "../../../../test/unopened-installation.ts";
import { checkPolicy } from "../../../policy/index.ts";
import { compileOperatorFolder, readRulePacks } from "../../../trust/publication/index.ts";
import { runCommand } from "../run-command.ts";

const ANSWERS = {
  languages: ["ru", "en"],
  shortName: { en: "Acme", ru: "Акме" },
  legalName: { en: 'Acme "Trade" `Ltd` \\', ru: "ООО «Акме»" },
  address: { en: "1 Test Street", ru: "ул. Тестовая, 1" },
  inn: "0012345673",
  ogrn: "1260000123459",
  phone: "+7 200 555-01-00",
};

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(realpathSync(tmpdir()), "upheld-init-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function init(...argv: string[]) {
  let out = "";
  let err = "";
  const terminal = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const code = await runCommand(
    ["init", "--into", join(root, "operators"), ...argv],
    terminal,
    unopenedInstallation,
  );
  return { code, out, err };
}

function answered(answers: object): string {
  const file = join(root, "answers.json");
  writeFileSync(file, JSON.stringify(answers));
  return file;
}

const yesOrNo = [false, true];
const COMBINATIONS = [["ru", "en"], ["en", "ru"], ["ru"], ["en"]].flatMap((languages) =>
  yesOrNo.flatMap((takesPhone) =>
    yesOrNo.flatMap((takesCompany) =>
      yesOrNo.map((asksForOffers) => ({ languages, takesPhone, takesCompany, asksForOffers })),
    ),
  ),
);

test("whatever is answered, what is written compiles outside the product and has no finding", async () => {
  const rules = await readRulePacks("rules");
  for (const [i, chosen] of COMBINATIONS.entries()) {
    const { languages, takesPhone, takesCompany, asksForOffers } = chosen;
    const only = (text: { en: string; ru: string }) =>
      Object.fromEntries(Object.entries(text).filter(([language]) => languages.includes(language)));
    const { shortName, legalName, address } = ANSWERS;
    const said = { shortName: only(shortName), legalName: only(legalName), address: only(address) };
    const done = await init(`acme${i}`, "--answers", answered({ ...ANSWERS, ...said, ...chosen }));
    expect(done, JSON.stringify(chosen)).toMatchObject({ code: 0, err: "" });

    const compiled = await compileOperatorFolder(join(root, "operators", `acme${i}`), rules);
    expect(checkPolicy(compiled, rules), JSON.stringify(chosen)).toEqual([]);
    expect(compiled.operator.languages).toEqual(languages);
    const fields = compiled.forms[0]?.fields.map(({ attribute }) => attribute);
    expect(fields?.includes("phone")).toBe(takesPhone);
    expect(fields?.includes("company")).toBe(takesCompany);
    expect(compiled.consents.length).toBe(asksForOffers ? 1 : 0);
    for (const { clauses } of compiled.documents.flatMap(({ sections }) => sections)) {
      for (const { id, says, kept, kind, enforceability } of clauses) {
        expect(
          [says, kept, kind, enforceability],
          `${id} has its place on the page of promises`,
        ).not.toContain(null);
      }
    }
    const texts = JSON.stringify(compiled.documents);
    expect(texts.toLowerCase()).not.toContain("itsectr");
  }
});

test("it is TypeScript that an editor accepts, formatted as the shipped operators are", async () => {
  const everything = { ...ANSWERS, takesPhone: true, takesCompany: true, asksForOffers: true };
  await init("whole", "--answers", answered(everything));
  await init("plain", "--answers", answered(ANSWERS));
  const operators = join(root, "operators");
  const settings = JSON.parse(readFileSync("tsconfig.json", "utf8")) as { compilerOptions: object };
  const language = join(process.cwd(), "src/policy/author.ts");
  const types = join(process.cwd(), "node_modules/@types");
  const compilerOptions = {
    ...settings.compilerOptions,
    paths: { "upheld/policy": [language] },
    typeRoots: [types],
  };
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["operators"] }));
  writeFileSync(join(root, "package.json"), '{"type":"module"}');
  writeFileSync(join(root, "biome.json"), readFileSync("biome.json"));
  const run = promisify(execFile);
  const bin = join(process.cwd(), "node_modules/.bin");
  await run(join(bin, "tsc"), ["-p", join(root, "tsconfig.json")]);
  await run(join(bin, "biome"), ["format", "operators"], { cwd: root });
  expect(readdirSync(operators).toSorted()).toEqual(["plain", "whole"]);
});

test("what was answered is what is promised", async () => {
  const file = answered({
    ...ANSWERS,
    retentionDays: 45,
    host: "acme.example",
    timeZone: "Asia/Yekaterinburg",
  });
  const { out } = await init("acme", "--answers", file);
  expect(out).toContain(`npx upheld check ${join(root, "operators/acme")}`);
  const rules = await readRulePacks("rules");
  const { operator, hosts, retention, documents } = await compileOperatorFolder(
    join(root, "operators/acme"),
    rules,
  );
  expect(operator).toMatchObject({ id: "acme", legalName: ANSWERS.legalName, email: "privacy@acme.example" });
  expect(operator.timeZone).toBe("Asia/Yekaterinburg");
  expect(hosts).toEqual(["acme.example", "acme.localhost"]);
  expect(retention.map(({ days }) => days)).toEqual([45]);
  expect(JSON.stringify(documents)).toContain("within 45 calendar days");
});

test("a folder with a space is told as it has to be typed", async () => {
  const { out } = await init("acme", "--answers", answered(ANSWERS), "--into", join(root, "two words"));
  expect(out).toContain(`npx upheld check "${join(root, "two words/acme")}"`);
  expect(out).toContain(`UPHELD_OPERATORS="${join(root, "two words")}"`);
});

test("wrong, missing and unasked answers are all named at once, and nothing is written", async () => {
  const wrong = { ...ANSWERS, inn: "0012345674", ogrn: "1", host: "https://acme.example", retentionDays: 0 };
  const { phone: _, ...without } = wrong;
  const done = await init("acme", "--answers", answered({ ...without, takesPhone: "maybe", colour: "red" }));
  expect(done.code).toBe(2);
  for (const named of [
    "inn",
    "ogrn",
    "host",
    "retentionDays",
    "takesPhone",
    "phone is missing",
    "colour is not",
  ]) {
    expect(done.err).toContain(named);
  }
  expect(readdirSync(root)).toEqual(["answers.json"]);
  expect(
    (await init("acme", "--answers", answered({ ...ANSWERS, legalName: { en: "[name]", ru: "А" } }))).err,
  ).toContain("legalName.en still has a placeholder");
  writeFileSync(join(root, "answers.json"), "{");
  expect(await init("acme", "--answers", join(root, "answers.json"))).toMatchObject({ code: 2 });
  expect(await init("acme", "--answers", join(root, "nowhere.json"))).toMatchObject({ code: 2 });
  expect(await init("../acme", "--answers", answered(ANSWERS))).toMatchObject({ code: 2 });
});

test("a folder that is there is never written over", async () => {
  mkdirSync(join(root, "operators/acme"), { recursive: true });
  writeFileSync(join(root, "operators/acme/mine.txt"), "mine");
  const done = await init("acme", "--answers", answered(ANSWERS));
  expect(done.code).toBe(1);
  expect(done.err).toContain("is there already");
  expect(readdirSync(join(root, "operators"))).toEqual(["acme"]);
  expect(readFileSync(join(root, "operators/acme/mine.txt"), "utf8")).toBe("mine");
});

test("at a terminal a wrong control digit is told at once and asked again, and defaults are taken", async () => {
  const lines = [
    "acme",
    "en",
    "",
    "Acme Ltd",
    "1 Test Street",
    "0012345674",
    "0012345673",
    "1260000123459",
    "",
    "",
    "+7 200 555-01-00",
    "",
    "",
    "",
    "",
    "",
  ];
  const typing = promisify(execFile)(process.execPath, [join(process.cwd(), "bin/upheld.mjs"), "init"], {
    cwd: root,
    env: {},
  });
  typing.child.stdin?.end(`${lines.join("\n")}\n`);
  const { stdout } = await typing;
  expect(stdout.match(/Taxpayer number/gu)).toHaveLength(1);
  expect(stdout).toContain("has a control digit that does not agree. Please again.");
  expect(stdout).not.toContain("in Russian");
  expect(stdout).toContain("operators/acme is written.");
  const rules = await readRulePacks("rules");
  const { operator } = await compileOperatorFolder(join(root, "operators/acme"), rules);
  expect(operator.shortName).toEqual({ en: "Acme", ru: "Acme" });
});

test("input that ends before the questions do writes nothing", async () => {
  const typing = promisify(execFile)(
    process.execPath,
    [join(process.cwd(), "bin/upheld.mjs"), "init", "acme"],
    {
      cwd: root,
      env: {},
    },
  );
  typing.child.stdin?.end("en\n");
  await expect(typing).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("ended before") });
  expect(readdirSync(root)).toEqual([]);
});
