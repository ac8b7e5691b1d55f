import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CompileError, compileOperatorFolder } from "./index.ts";

let root: string;
let folder: string;
let server: Server;
let port: number;
let callers: number;

beforeEach(async () => {
  root = mkdtempSync(join(realpathSync(tmpdir()), "upheld-reaches-"));
  folder = join(root, "acme");
  mkdirSync(folder);
  callers = 0;
  server = createServer((socket) => {
    callers++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true, force: true });
});

async function failureOf(
  source: string,
  beside: Readonly<Record<string, string>> = {},
): Promise<CompileError> {
  writeFileSync(join(folder, "policy.ts"), source);
  for (const [name, text] of Object.entries(beside)) writeFileSync(join(folder, name), text);
  const failure = await compileOperatorFolder(folder, []).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CompileError);
  return failure as CompileError;
}

const dial = (socket: string) =>
  `const one = new (${socket})();
await new Promise((done) => { one.on("error", done); one.connect(PORT, "127.0.0.1", done); });
throw new Error("connected");
`;

/** Hooks of a policy's own, which would run before those that shut it in. */
const REHOOK = `module.constructor.registerHooks({
  resolve: (name, from, next) => name === "node:net" ? { url: name, format: "builtin", shortCircuit: true } : next(name, from),
});
require("node:net").connect(PORT, "127.0.0.1").on("error", () => {});
setTimeout(() => {}, 500);
`;

const ADDRESSED: readonly [way: string, source: string, beside?: Readonly<Record<string, string>>][] = [
  ["the class of its own output", dial("process.stdout.constructor")],
  ["the class of the console's output", dial("console._stdout.constructor")],
  [
    "the agent behind Response",
    `globalThis.performance = { now: () => 0, timeOrigin: 0, markResourceTiming() {} };
void globalThis.Response;
const agent = globalThis[Symbol.for("undici.globalDispatcher.1")];
const handler = { onConnect() {}, onHeaders: () => true, onData: () => true };
await new Promise((done) => agent.dispatch(
  { origin: "http://127.0.0.1:PORT", path: "/", method: "GET" }, { ...handler, onError: done, onComplete: done }));
`,
  ],
  ["the loader that CommonJS is given", 'import "./beside.cjs";\n', { "beside.cjs": REHOOK }],
  ["a policy that is CommonJS itself", REHOOK],
];

test.each(ADDRESSED)("a policy reaches no socket by %s", async (_, source, beside = {}) => {
  const addressed = (text: string) => text.replaceAll("PORT", String(port));
  const files = Object.entries(beside).map(([name, text]) => [name, addressed(text)] as const);
  const { detail } = await failureOf(addressed(source), Object.fromEntries(files));
  expect(callers).toBe(0);
  expect(detail).not.toBe("connected");
});

test("a policy that would reach a socket, run outside, does: what is tried above works", async () => {
  const { Socket } = await import("node:net");
  const one = new Socket();
  await new Promise<void>((done) => one.connect(port, "127.0.0.1", done));
  one.destroy();
  await expect.poll(() => callers).toBe(1);
});

test.each([
  "new (new Date(0).constructor)()",
  'new Intl.DateTimeFormat("en").format()',
  'new Intl.DateTimeFormat("en").formatToParts()',
  "new Date(0).constructor.now()",
])("a policy learns no date by %s", async (asked) => {
  expect(await failureOf(`throw new Error(String(${asked}));\n`)).toMatchObject({ code: "policy-no-access" });
});

test("a policy sees neither this process nor where it lies", async () => {
  const asked =
    '["pid", "hrtime", "uptime", "execPath", "cwd", "_getActiveHandles"].map((name) => process[name])';
  const source = `if (${asked}.every((one) => one === undefined) && process.argv.length === 0) throw new Error("shut");\n`;
  expect(await failureOf(source)).toMatchObject({
    code: "policy-throws",
    detail: "shut",
  });
});

test.each([
  '{"failed":"toString","message":"x","file":null,"line":null,"sketch":null}',
  '{"failed":"policy-throws","message":1,"file":null,"line":null,"sketch":null}',
  '{"failed":"policy-throws","message":"x","file":{},"line":-1,"sketch":5}',
  '{"compiled":5}',
  '{"compiled":"{}","__proto__":{"polluted":1}}',
  "{}",
])("an outcome that a policy makes up is refused as what it printed: %s", async (said) => {
  const failure = await failureOf(`process.stdout.write(${JSON.stringify(said)});\nprocess.exit(0);\n`);
  expect(failure).toMatchObject({
    code: "policy-prints",
    detail: said.slice(0, 80),
  });
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});
