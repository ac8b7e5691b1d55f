import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CompileError, compileOperatorFolder, type CompileLimits } from "./index.ts";

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(realpathSync(tmpdir()), "upheld-compile-"));
  folder = join(root, "acme");
  mkdirSync(folder);
  writeFileSync(join(root, "secret.json"), '{"secret":"canary"}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function failureOf(source: string, limits: CompileLimits = {}): Promise<CompileError> {
  writeFileSync(join(folder, "policy.ts"), source);
  const failure = await compileOperatorFolder(folder, [], limits).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CompileError);
  return failure as CompileError;
}

test("a policy that throws is named by file and line", async () => {
  const failure = await failureOf('const name: string = "a";\n\nthrow new Error("no " + name);\n');
  expect(failure).toMatchObject({ code: "policy-throws", detail: "no a", file: "policy.ts", line: 3 });
});

test("a file beside the policy that throws is the one that is named", async () => {
  writeFileSync(join(folder, "site.ts"), 'export const site = null!;\nthrow new Error("no site");\n');
  const failure = await failureOf('import { site } from "./site.ts";\nexport default site;\n');
  expect(failure).toMatchObject({ code: "policy-throws", file: "site.ts", line: 2 });
});

test("a policy that is not TypeScript is named by file", async () => {
  const failure = await failureOf("const one = 1;\nexport default {{;\n");
  expect(failure).toMatchObject({ code: "policy-throws", file: "policy.ts", line: 2 });
});

test("a policy that never ends is ended", async () => {
  expect(await failureOf("for (;;) {}\n", { timeout: 400 })).toMatchObject({ code: "policy-too-slow" });
  expect(await failureOf("await new Promise(() => {});\n")).toMatchObject({ code: "policy-too-slow" });
});

test("a policy that prints is refused, on either stream", async () => {
  for (const stream of ["log", "error"]) {
    expect(await failureOf(`console.${stream}("hello");\nexport default 1;\n`)).toMatchObject({
      code: "policy-prints",
      detail: "hello",
    });
  }
});

test("a policy that ends its process is refused", async () => {
  expect(await failureOf("process.exit(0);\n")).toMatchObject({ code: "policy-ends-early" });
});

test("a policy that takes too much memory, or says too much, is ended", async () => {
  const greedy = "const all: string[][] = [];\nfor (;;) all.push(new Array(100_000).fill('x'));\n";
  expect(await failureOf(greedy, { memory: 32 })).toMatchObject({ code: "policy-too-large" });
  const wordy = 'for (;;) process.stdout.write("x".repeat(65_536));\n';
  expect(await failureOf(wordy, { output: 100_000 })).toMatchObject({ code: "policy-too-large" });
});

test("a policy reads no file outside its folder: by import, by absolute address, or through a link", async () => {
  symlinkSync(join(root, "secret.json"), join(folder, "linked.json"));
  const addresses = ["../secret.json", `file://${join(root, "secret.json")}`, "./linked.json"];
  for (const address of addresses) {
    const source = `import secret from "${address}" with { type: "json" };\nexport default secret;\n`;
    const failure = await failureOf(source);
    expect(failure.code, address).toBe("policy-no-access");
    expect(failure.message).not.toContain("canary");
  }
});

test("a policy starts no process, opens no socket and gets at no module of Node", async () => {
  for (const name of ["node:child_process", "node:fs", "node:net", "node:worker_threads", "fs", "zod"]) {
    const failure = await failureOf(`\nimport * as reached from "${name}";\nexport default reached;\n`);
    expect(failure, name).toMatchObject({ code: "policy-no-access", file: "policy.ts", line: 2 });
  }
  expect(
    await failureOf('export default await import("data:text/javascript,export default 1");\n'),
  ).toMatchObject({ code: "policy-no-access" });
  const asked = `const out: unknown[] = [globalThis.fetch, globalThis.WebSocket, process.getBuiltinModule];
if (out.every((way) => way === undefined) && Object.keys(process.env).length === 0) throw new Error("shut");
`;
  expect(await failureOf(asked)).toMatchObject({ code: "policy-throws", detail: "shut" });
});

test("what is not a policy is refused", async () => {
  for (const source of [
    "export default 42;\n",
    "export const policy = 1;\n",
    "export default { promise: 1 };\n",
  ]) {
    expect(await failureOf(source)).toMatchObject({ code: "policy-not-a-policy" });
  }
});

test("a folder without a policy is refused", async () => {
  await expect(compileOperatorFolder(folder, [])).rejects.toMatchObject({ code: "policy-missing" });
});
