import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unopenedInstallation } from "../../../test/unopened-installation.ts";
import { runCommand } from "./run-command.ts";

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(realpathSync(tmpdir()), "upheld-check-"));
  folder = join(root, "itsectr");
  cpSync("operators/itsectr", folder, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function check(...argv: string[]) {
  let out = "";
  let err = "";
  const terminal = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const code = await runCommand(["check", ...argv], terminal, unopenedInstallation);
  return { code, out, err };
}

/** Changes one file of the copy; returns the line on which the new text begins. */
function edit(file: string, from: string, to: string): number {
  const path = join(folder, file);
  const source = readFileSync(path, "utf8");
  const at = source.indexOf(from);
  if (at === -1) throw new Error(`${file} does not have ${from}`);
  writeFileSync(path, source.replace(from, to));
  return source.slice(0, at).split("\n").length;
}

test("the policy that is shipped may be published: exit 0, what is waived with file, line, reason and law", async () => {
  const done = await check(folder);
  expect(done.code).toBe(0);
  expect(done.out).toMatch(
    /^Waived in public\n(?: {2}.+\n)* {2}\S+promise\.ts:\d+ {2}clause 10\.2\.deadline {2}This promise .+\(152-FZ 20\(2\) \(ru\.refusal\)\)$/mu,
  );
  expect(done.out).toContain("0 errors, 0 warnings, 2 waived. It may be published.");
});

test("each error is named by file, line, clause and remedy; exit 1", async () => {
  const clause = edit(
    "privacy-policy/9-additional-terms.ts",
    "Earlier versions",
    "{{date}} Earlier versions",
  );
  const purpose = edit("promise.ts", 'basis: "legitimateInterest",', "");
  const salary = edit("promise.ts", '      attributes: ["name", "email"],', '      attributes: ["salary"],');
  const done = await check(folder);
  expect(done.code).toBe(1);
  const lines = done.out.split("\n").map((line) => line.replace(`${folder}/`, ""));
  expect(lines).toContain(
    `  privacy-policy/9-additional-terms.ts:${clause}  clause 9.1  A text still has a placeholder in it.  Write what belongs there.`,
  );
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^ {2}promise\.ts:\d+ {2}clause 4\.1\.1 {2}This purpose has no legal basis.+`basis`\.$/u,
    ),
  );
  expect(lines).toContainEqual(
    expect.stringMatching(`^  promise\\.ts:${salary}  clause 4\\.1\\.2  This names an item`),
  );
  expect(purpose).toBeLessThan(salary);
  expect(lines.indexOf("Errors")).toBeLessThan(lines.indexOf("Waived in public"));
  expect(done.out).toMatch(/\d+ errors, \d+ warnings?, 2 waived\. It cannot be published\.\n$/u);
});

test("machines get the same as JSON", async () => {
  const line = edit("promise.ts", 'inn: "0012345673"', 'inn: "0012345674"');
  const { code, out } = await check(folder, "--json");
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ compiles: true, errors: 1, warnings: 0, waived: 2 });
  expect(JSON.parse(out).findings[0]).toMatchObject({
    severity: "error",
    code: "wrong-requisite",
    where: "operator.inn",
    clause: null,
    file: join(folder, "promise.ts"),
    line,
  });
});

test("a policy that does not compile is named by file and line: what throws, and what has the wrong shape", async () => {
  const shape = edit("promise.ts", "maxLength: 200", 'maxLength: "long"');
  const wrong = await check(folder);
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain(
    `promise.ts:${shape}  The policy holds something that the language does not take. (attributes.name.maxLength`,
  );
  expect(wrong.out).toContain("It does not compile.");

  writeFileSync(join(folder, "site.ts"), 'export const site = {};\nthrow new Error("no site");\n');
  const thrown = await check(folder);
  expect(thrown.code).toBe(1);
  expect(thrown.out).toContain("site.ts:2");
  const { out } = await check(folder, "--json");
  expect(JSON.parse(out)).toMatchObject({ compiles: false, failure: { code: "policy-throws", line: 2 } });
});

test("a folder without a policy is refused, and a command line without a folder is wrong", async () => {
  expect(await check(root)).toMatchObject({ code: 1 });
  expect(await check()).toMatchObject({ code: 2 });
  expect(await check(folder, folder)).toMatchObject({ code: 2 });
});

test("it runs from anywhere, for a folder outside the product, without installation, keys or database", async () => {
  const upheld = join(process.cwd(), "bin/upheld.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [upheld, "check", "itsectr"], {
    cwd: root,
    env: {},
  });
  expect(stdout).toContain("0 errors, 0 warnings, 2 waived.");
  expect(stdout).toContain("itsectr/promise.ts:");
});
