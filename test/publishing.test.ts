import { execFile } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { send } from "./http-client.ts";
import { temporaryInstallation } from "./installation.ts";
import { keeps } from "./keeps.ts";
import { environmentOf, type RunningProduct, startProduct } from "./running-product.ts";

const command = fileURLToPath(new URL("../bin/upheld.mjs", import.meta.url));
const run = promisify(execFile);
const NOTE = ["--note-en", "A clause was reworded.", "--note-ru", "Уточнена формулировка."] as const;

/** Design invariant 12 and clauses itsectr-privacy/9.1, 9.3, 1.1.1, with real processes: one serves, others publish. */
describe.each(["sqlite", "postgres"] as const)("publishing on %s", (engine) => {
  const ending: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const end of ending.reverse()) await end();
  });

  async function setUp() {
    const installation = await temporaryInstallation(engine);
    ending.push(() => installation.remove());
    const settings = { UPHELD_OPERATORS: installation.operators };
    const promise = join(installation.operators, "itsectr", "promise.ts");
    const start = async (): Promise<RunningProduct> => {
      const product = await startProduct(installation, settings);
      ending.push(() => product.stop());
      return product;
    };
    const upheld = async (...argv: string[]) => {
      try {
        const env = { ...environmentOf(installation), ...settings };
        const { stdout, stderr } = await run(process.execPath, [command, ...argv], { env });
        return { code: 0, out: stdout, err: stderr };
      } catch (error) {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
        return { code, out: stdout, err: stderr };
      }
    };
    const edit = (from: string, to: string) => {
      const text = readFileSync(promise, "utf8");
      if (!text.includes(from)) throw new Error(`The policy has no ${from}.`);
      writeFileSync(promise, text.replaceAll(from, to));
    };
    const invite = async (login: string, ...more: string[]) => {
      const words = [login, "--name", "Invented Person", "--purpose", "inquiry-handling", ...more];
      const invited = await upheld("staff", "invite", ...words);
      expect(invited.code, invited.err).toBe(0);
    };
    const versions = async () =>
      JSON.parse((await upheld("versions", "--json")).out) as {
        readonly number: number;
        readonly inForce: boolean;
        readonly calledOffAt: number | null;
      }[];
    return { installation, promise, start, upheld, edit, invite, versions };
  }

  test("a saved edit is a draft; a person with the right publishes it; the site follows; a restart changes nothing", async () => {
    const { promise, start, upheld, edit, invite, versions } = await setUp();
    const product = await start();
    const get = (path: string, from = product) =>
      send({ port: from.port, host: from.host, path, headers: { "Accept-Language": "en" } });
    const status = async (path: string) => (await get(path)).status;
    expect([await status("/en/feedback/"), await status("/en/contact/")]).toEqual([200, 404]);
    const stored = await get("/en/privacy-policy/versions/1/");
    await invite("anna", "--right", "publish");
    await invite("boris");

    // Rapid saves are one; what is saved is a draft and nothing else.
    edit('"/feedback/"', '"/contact-me/"');
    edit('"/contact-me/"', '"/contact/"');
    await until(() => product.output().includes("saving publishes nothing"));
    const draft = await get("/en/development/draft/");
    expect(draft.status, product.output()).toBe(200);
    expect(draft.text).toContain("forms.feedback.path");
    expect(draft.text).toContain("not in force");
    expect(await status("/en/development/draft/privacy-policy/")).toBe(200);
    const path = "/en/development/draft/";
    const passedOn = { "X-Forwarded-For": "203.0.113.7" };
    const elsewhere = await send({ port: product.port, host: product.host, path, headers: passedOn });
    expect(elsewhere.status).toBe(404);
    expect([await status("/en/feedback/"), await status("/en/contact/")]).toEqual([200, 404]);

    const preview = await upheld("publish", "--preview");
    expect(preview).toMatchObject({ code: 0 });
    expect(preview.out).toContain("forms.feedback.path");
    const nobodyAsked = await upheld("publish", "--as", "anna");
    expect(nobodyAsked).toMatchObject({ code: 2 });
    const withoutRight = await upheld("publish", "--as", "boris", "--yes");
    expect(withoutRight).toMatchObject({ code: 1, err: expect.stringContaining("do not have the right") });
    const past = await upheld("publish", "--as", "anna", "--yes", "--at", "2026-01-01");
    expect(past).toMatchObject({ code: 2, err: expect.stringContaining("has passed") });
    expect(await versions()).toMatchObject([{ number: 1, inForce: true }]);

    const published = await upheld("publish", "--as", "anna", "--yes", "--json", ...NOTE);
    expect(published).toMatchObject({ code: 0 });
    expect(JSON.parse(published.out)).toMatchObject({ published: { version: 2 }, draft: { base: 1 } });
    await until(async () => (await status("/en/contact/")) === 200);
    expect(await status("/en/feedback/")).toBe(404);
    expect(await status("/ru/contact/")).toBe(200);

    const before = await get("/en/privacy-policy/versions/1/");
    expect(articleOf(before.text)).toBe(articleOf(stored.text));
    expect(before.text).toContain("no longer in force");
    const log = await get("/en/privacy-policy/changes/");
    expect(log.text).toContain("A clause was reworded.");
    expect(log.text).toContain("forms.feedback.path");
    const feed = await get("/privacy-policy/changes.ru.xml");
    expect(feed.headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    expect(feed.text).toContain("Уточнена формулировка.");

    edit('"/contact/"', '"/later/"');
    const later = ["publish", "--as", "anna", "--yes", "--at", "2099-01-01T09:00"] as const;
    // The documents name the form's address, and state another day than today as their date of update.
    const unexplained = await upheld(...later);
    expect(unexplained).toMatchObject({ code: 1, err: expect.stringContaining("reason in a note") });
    const scheduled = await upheld(...later, ...NOTE);
    expect(scheduled.code, scheduled.err + scheduled.out).toBe(0);
    const announced = async () => (await get("/en/privacy-policy/")).text;
    await until(async () => (await announced()).includes("Version 3 takes effect on 1 January 2099"));
    expect(await upheld("publish", "call-off", "3", "--as", "boris")).toMatchObject({ code: 1 });
    expect(await upheld("publish", "call-off", "3", "--as", "anna")).toMatchObject({ code: 0 });
    expect((await get("/en/privacy-policy/versions/3/")).text).toContain("called off and never applied");
    await until(async () => !(await announced()).includes("Version 3 takes effect on"));

    // What does not compile is told, file and line; so is a file that is gone. The site stays.
    writeFileSync(promise, `${readFileSync(promise, "utf8")}\nthis is not TypeScript {{\n`);
    await until(() => product.output().includes("It does not compile."));
    expect((await get("/en/development/draft/")).text).toContain("The policy does not compile");
    renameSync(promise, `${promise}.away`);
    expect(await status("/en/contact/")).toBe(200);
    rmSync(`${promise}.away`);
    expect(await upheld("publish", "--as", "anna", "--yes")).toMatchObject({ code: 1 });

    expect(await product.stop()).toBe(0);
    const again = await start();
    expect((await get("/en/contact/", again)).status).toBe(200);
    expect((await get("/en/feedback/", again)).status).toBe(404);
    expect(await versions()).toMatchObject([
      { number: 3, inForce: false, calledOffAt: expect.any(Number) },
      { number: 2, inForce: true },
      { number: 1, inForce: false },
    ]);
    expect(await upheld("journal", "verify")).toMatchObject({ code: 0 });
    expect(await again.stop()).toBe(0);
  }, 120_000);

  test("from the command, one clause is taken out and an earlier state put back, at once on every page, by whoever may", {
    ...keeps("clause-invalidation", "itsectr-agreement/4.1.1", "itsectr-agreement/9.3"),
    timeout: 120_000,
  }, async () => {
    const { start, upheld, invite, versions } = await setUp();
    const product = await start();
    const get = (path: string) =>
      send({ port: product.port, host: product.host, path, headers: { "Accept-Language": "en" } });
    const status = async (path: string) => (await get(path)).status;
    await invite("anna", "--right", "publish");
    await invite("boris");
    const reason = ["--reason-en", "A court said so.", "--reason-ru", "Так решил суд."] as const;
    const invalidate = [
      "publish",
      "--invalidate",
      "itsectr-privacy/3.1.feedback",
      ...reason,
      "--yes",
    ] as const;

    expect(await upheld(...invalidate, "--as", "boris")).toMatchObject({ code: 1 });
    expect(await upheld(...invalidate, "--as", "anna", "--restore", "1")).toMatchObject({ code: 2 });
    expect(await upheld("publish", "--restore", "9", "--preview")).toMatchObject({ code: 1 });
    expect(await status("/en/feedback/")).toBe(200);
    const invalidated = await upheld(...invalidate, "--as", "anna");
    expect(invalidated.code, invalidated.err).toBe(0);
    await until(async () => (await status("/en/feedback/")) === 404);
    const struck = (await get("/en/privacy-policy/")).text;
    expect(struck).toContain("A court said so.");
    expect(struck.match(/<del/g)).toHaveLength(1);
    expect(await status("/en/policy-choice/")).toBe(200);

    const restored = await upheld("publish", "--restore", "1", "--as", "anna", "--yes", "--json");
    expect(restored.code, restored.err).toBe(0);
    expect(JSON.parse(restored.out)).toMatchObject({
      published: { version: 3 },
      draft: { base: 2, madeFrom: { kind: "restored", version: 1 } },
    });
    await until(async () => (await status("/en/feedback/")) === 200);
    expect((await get("/en/privacy-policy/")).text).not.toContain("<del");
    expect((await get("/en/privacy-policy/versions/2/")).text).toContain("<del");
    expect(await versions()).toHaveLength(3);
  });
});

/** The published text in the page around it, without what the page tells of today beside it. */
function articleOf(page: string): string {
  return page
    .slice(page.indexOf(`<nav class="contents"`), page.indexOf("</article>"))
    .replaceAll(/<aside.*<\/aside>\n?/gu, "")
    .replaceAll(/<p class="section-ask">.*<\/p>\n?/gu, "");
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not come to hold.");
}
