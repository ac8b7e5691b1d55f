import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { send } from "./http-client.ts";
import { temporaryInstallation, type TestInstallation } from "./installation.ts";
import { environmentOf, type RunningProduct, runUpheld, startProduct } from "./running-product.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const command = join(root, "bin", "upheld.mjs");

const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

/** An installation, and in its folder of operators those of the repository that are named. */
async function installationOf(...operators: string[]): Promise<TestInstallation> {
  const installation = await temporaryInstallation("sqlite");
  ending.push(() => installation.remove());
  for (const id of operators) {
    cpSync(join(root, "operators", id), join(installation.operators, id), { recursive: true });
  }
  return installation;
}

async function started(
  installation: TestInstallation,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningProduct> {
  const product = await startProduct(installation, settings);
  ending.push(() => product.stop());
  return product;
}

/** A start that ends by itself: what it says and its exit code. */
async function refusedStart(installation: TestInstallation) {
  const child = spawn(process.execPath, [command, "start"], {
    cwd: installation.folder,
    env: environmentOf(installation),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
}

const home = (product: RunningProduct, id: string) =>
  send({ port: product.port, host: `${id}.localhost:${product.port}`, path: "/en/" });

describe("several operators in one process", () => {
  test("each is served under its own names, has mail of its own, and is filled by upheld demo", async () => {
    const installation = await installationOf("img", "itserw", "proit");
    const product = await started(installation);
    const ids = ["img", "itsectr", "itserw", "proit"];
    for (const id of ids) {
      const { status, text } = await home(product, id);
      expect([id, status]).toEqual([id, 200]);
      expect(text).toContain(`${id}.example`);
    }
    expect((await home(product, "other")).status).toBe(421);
    const plain = { port: product.port, host: `localhost:${product.port}`, path: "/en/" };
    const start = await send(plain);
    expect(start.status).toBe(200);
    for (const id of ids) expect(start.text).toContain(`http://${id}.localhost:${product.port}/en/console/`);
    const passedOn = await send({ ...plain, headers: { "X-Forwarded-For": "203.0.113.7" } });
    expect([passedOn.status, passedOn.text.includes("img.localhost")]).toEqual([404, false]);

    const one = await runUpheld(installation, "demo", "--operator", "proit");
    expect([one.code, one.out.trim().split("\n")]).toEqual([0, [expect.stringContaining("proit")]]);
    const mails = async (id: string) => {
      const host = `${id}.localhost:${product.port}`;
      const { text } = await send({ port: product.port, host, path: "/en/development/mailbox/" });
      return text.match(/<a href="[^"]*\/development\/mailbox\/[0-9a-f-]{36}\//gu)?.length ?? 0;
    };
    await expect.poll(() => mails("proit"), { timeout: 20_000 }).toBeGreaterThan(5);
    for (const id of ["img", "itsectr", "itserw"]) expect([id, await mails(id)]).toEqual([id, 0]);

    const rest = await runUpheld(installation, "demo");
    expect([rest.code, rest.err]).toEqual([0, expect.stringContaining("proit: somebody works here")]);
    expect(rest.out.trim().split("\n")).toHaveLength(3);
    for (const id of ["img", "itserw"]) {
      const { code } = await runUpheld(installation, "journal", "verify", "--operator", id);
      expect([id, code]).toEqual([id, 0]);
    }
  }, 120_000);

  test("two on one host do not start, and the second publishes nothing", async () => {
    const installation = await installationOf("img");
    const twin = join(installation.operators, "twin");
    cpSync(join(root, "operators", "img"), twin, { recursive: true });
    const promise = join(twin, "promise.ts");
    writeFileSync(promise, readFileSync(promise, "utf8").replace('id: "img"', 'id: "twin"'));
    const { code, said } = await refusedStart(installation);
    expect(code).toBe(1);
    expect(said).toContain("twin does not open. img.example is img's already");
    expect(said).toContain('"hosts"');
    expect(said.trim().split("\n").at(-1)).not.toContain("at ");
    expect(existsSync(join(installation.data, "img"))).toBe(true);
    writeFileSync(promise, readFileSync(promise, "utf8").replaceAll("img.localhost", "twin.localhost"));
    writeFileSync(promise, readFileSync(promise, "utf8").replaceAll("img.example", "twin.example"));
    // As for the public: there the plain address is nobody's.
    const product = await started(installation, {
      UPHELD_PUBLIC_SCHEME: "http",
      SMTP_URL: "smtp://127.0.0.1:9",
    });
    expect([(await home(product, "img")).status, (await home(product, "twin")).status]).toEqual([200, 200]);
    const plain = await send({ port: product.port, host: `localhost:${product.port}`, path: "/en/" });
    expect(plain.status).toBe(421);
  });

  test("a policy that does not compile keeps all from the first start; what is in force is served whatever it holds", async () => {
    const installation = await installationOf("img");
    const policy = join(installation.operators, "img", "policy.ts");
    const sound = readFileSync(policy, "utf8");
    writeFileSync(policy, `${sound}\nthrow new Error("half an edit");\n`);
    const { code, said } = await refusedStart(installation);
    expect(code).toBe(1);
    expect(said).toContain("img does not open.");
    expect(said).toMatch(/half an edit.*policy\.ts:\d+/u);

    writeFileSync(policy, sound);
    const first = await startProduct(installation);
    expect(await first.stop()).toBe(0);
    writeFileSync(policy, "export default {};\n");
    const product = await started(installation);
    for (const id of ["img", "itsectr"]) expect([id, (await home(product, id)).status]).toEqual([id, 200]);
    const { text } = await send({
      port: product.port,
      host: `img.localhost:${product.port}`,
      path: "/en/privacy-policy/",
    });
    expect(text).toContain("Version 1");
  });
});
