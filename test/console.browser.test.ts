import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, type OpenOptions, openPage } from "./browser.ts";
import { leaveDeadJob, linkFor, startConsole } from "./console-site.ts";
import { sendConfirmable } from "./confirmable-sending.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { startProduct } from "./running-product.ts";
import { sendEnquiry } from "./sent-enquiry.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Where pictures of every page go, for a person to look at; none are made when it is not set. */
const PICTURES = process.env["UPHELD_PICTURES"];

/** How long a click may wait for what it needs, ms: long before the test's own limit, so that it says which. */
const SOON = 8_000;

let browser: Browser;
let installation: TestInstallation;
let operator: OpenedOperator;
let site: TestSite;
let reference: string;
let held: string;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  [browser, site] = await Promise.all([launchBrowser(), startConsole(operator)]);
});
afterAll(async () => {
  await browser.close();
  await site.served.close();
  await installation.remove();
});

const at = (path: string) => `http://site.localhost:${site.port}${path}`;

/** Looks at a page as a critic does: rules of axe, width, a picture. */
async function inspect(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  // By the debugger, not by a script tag: the pages' content security policy lets none in.
  await page.evaluate(AXE);
  const found = await page.evaluate<string[]>(
    `axe.run().then(({ violations }) =>
       violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`,
  );
  expect(found, name).toEqual([]);
  const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  expect(await page.evaluate<number>(overflow), `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

test("without JavaScript the first member signs in by a link, answers, closes, invites and makes a key", async () => {
  reference = await sendEnquiry(operator);
  ({ reference: held } = await sendConfirmable(operator));
  await leaveDeadJob(operator);
  const { page, hosts, close } = await openPage(browser, { javaScript: false });
  page.setDefaultTimeout(SOON);
  await page.goto(at(`/en/console/enquiries/${reference}/`));
  expect(page.url()).toBe(at("/en/console/sign-in/"));
  await page.goto(at(await linkFor(operator, null)));
  await inspectQuietly(page, "sign-in-first");
  await page.fill("#field-name", "Anna Example");
  await page.fill("#field-login", "anna");
  await page.click("main button[type=submit]");
  expect(page.url()).toBe(at(`/en/console/enquiries/${reference}/?done=signed-in`));
  expect(await page.textContent("main")).toContain("When could you start?");
  expect(await page.textContent("aside")).toContain("extraction");

  await page.fill("#field-text", "On Monday.\nWith regards");
  await page.click("text=Send the answer");
  expect(await page.textContent(".notice-success")).toContain("The answer is stored");
  expect(await page.textContent("main")).toContain("On Monday.");
  await page.click("text=Close the enquiry");
  expect(await page.textContent("h1 + .status")).toBe("closed");
  await page.click("text=Open it again");
  expect(await page.textContent("h1 + .status")).toBe("open");

  await page.goto(at("/en/console/staff/"));
  await page.fill("#field-name", "Boris Example");
  await page.fill("#field-login", "boris");
  await page.check("#field-purposes-inquiry-handling");
  await page.click("main button[type=submit]");
  expect(await page.textContent(".notice-success code")).toMatch(/\/en\/console\/sign-in\/[\w-]+\/$/u);
  await inspectQuietly(page, "invited");
  await page.goto(at("/en/console/keys/"));
  await page.fill("#field-label", "Website");
  await page.click('summary:has-text("handling of enquiries")');
  await page.check('input[value="inquiry-handling:extract"]');
  await page.click("text=Make the key");
  expect(await page.textContent(".notice-success code")).toMatch(/^upheld_itsectr_[\w-]{43}$/u);
  await inspectQuietly(page, "key-made");
  await page.click("text=Sign out");
  expect(page.url()).toBe(at("/en/console/sign-in/"));
  expect([...hosts]).toEqual(["site.localhost"]);
  await close();
});

/** A picture alone: axe needs scripts, which this page's browser does not run. */
async function inspectQuietly(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

const PHONE = { width: 375, height: 780 };
const SCREENS: [string, OpenOptions][] = [
  ["desktop-light", {}],
  ["desktop-dark", { colorScheme: "dark" }],
  ["phone-light", { viewport: PHONE }],
  ["phone-dark", { viewport: PHONE, colorScheme: "dark" }],
];

describe.each(["en", "ru"] as const)("in %s", (language) => {
  test.each(SCREENS)(
    "on %s every page of the console passes axe, fits, and asks nobody else",
    async (screen, options) => {
      const { page, hosts, complaints, close } = await openPage(browser, { ...options, locale: language });
      page.setDefaultTimeout(SOON);
      const named = (name: string) => `console-${name}-${language}-${screen}`;
      await page.goto(at(`/${language}/console/sign-in/`));
      await inspect(page, named("sign-in"));
      await page.click("main button[type=submit]");
      await inspect(page, named("sign-in-empty"));
      await page.fill("#field-login", "nobody");
      await page.click("main button[type=submit]");
      await inspect(page, named("sign-in-sent"));
      await page.goto(at((await linkFor(operator, "anna")).replace("/en/", `/${language}/`)));
      await inspect(page, named("sign-in-link"));
      const used = page.url();
      await page.click("main button[type=submit]");
      const { hash: draft } = await operator.publication.draft();
      for (const [name, path] of [
        ["due", ""],
        ["enquiries", "enquiries/"],
        ["enquiries-none", "enquiries/?status=closed"],
        ["enquiry", `enquiries/${reference}/`],
        ["enquiry-held", `enquiries/${held}/`],
        ["versions", "versions/"],
        ["publish", "publish/"],
        ["publish-document", `publish/privacy-policy/${draft}/`],
        ["publish-document-changed", `publish/privacy-policy/${"0".repeat(64)}/`],
        ["staff", "staff/"],
        ["keys", "keys/"],
        ["jobs", "jobs/"],
      ] as const) {
        await page.goto(at(`/${language}/console/${path}`));
        await inspect(page, named(name));
      }
      await page.goto(at(`/${language}/console/staff/`));
      await page.click(".row-title a >> nth=1");
      await inspect(page, named("member"));
      await page.goto(used);
      await inspect(page, named("sign-in-used"));
      expect([...hosts]).toEqual(["site.localhost"]);
      expect(
        complaints.filter((text) => !/status of 4(?:09|22)|Content Security Policy/u.test(text)),
      ).toEqual([]);
      await close();
    },
  );
});

test.each([true, false])(
  "on a phone the pages open behind a menu, with JavaScript %s, by keyboard too",
  async (javaScript) => {
    const { page, close } = await openPage(browser, { javaScript, viewport: PHONE });
    await page.goto(at("/en/"));
    const header = await page.locator(".header").boundingBox();
    expect(header?.height).toBeLessThan(80);
    expect(await page.locator(".menu-pages").isVisible()).toBe(false);
    await page.focus(".header > .menu-button");
    await page.keyboard.press("Enter");
    expect(await page.locator(".menu-pages").isVisible()).toBe(true);
    await inspectQuietly(page, `menu-${javaScript}`);
    await page.keyboard.press("Escape");
    expect(await page.locator(".menu-pages").isVisible()).toBe(false);
    await page.click(".header > .menu-button");
    await page.click(".menu a >> nth=1");
    expect(page.url()).not.toBe(at("/en/"));
    await close();
  },
);

test("design invariant 12: a saved edit is previewed clause by clause, published at a date, and called off", async () => {
  const own = await temporaryInstallation("sqlite");
  const product = await startProduct(own, { UPHELD_OPERATORS: own.operators });
  const { page, close } = await openPage(browser);
  page.setDefaultTimeout(SOON);
  try {
    const keys = join(own.keys, "itsectr");
    const file = readdirSync(keys).find((name) => name.startsWith("sign-in-")) ?? "";
    await page.goto(readFileSync(join(keys, file), "utf8").trim());
    await page.fill("#field-name", "Anna Example");
    await page.fill("#field-login", "anna");
    await page.click("main button[type=submit]");

    const promise = join(own.operators, "itsectr", "promise.ts");
    const before = readFileSync(promise, "utf8");
    writeFileSync(promise, before.replace("days: 30,", "days: 45,"));
    await page.goto(`${product.origin}/en/console/publish/`);
    const changes = await page.textContent(".changes");
    expect(changes).toContain("material");
    expect(changes).toContain("45");
    await inspect(page, "publish-changes");

    // A file that does not compile, read by whoever reads Russian: why, where, and that nothing has changed.
    writeFileSync(promise, `${before}\nthis is no TypeScript {{\n`);
    await page.goto(`${product.origin}/ru/console/publish/`);
    const broken = await page.textContent(".notice-error");
    expect(broken).toContain("Файл политики завершается ошибкой.");
    expect(broken).toContain("promise.ts");
    expect(await page.locator("form textarea").count()).toBe(0);
    await inspect(page, "publish-broken");
    writeFileSync(promise, before.replace("days: 30,", "days: 45,"));
    await page.goto(`${product.origin}/ru/console/publish/`);
    expect(await page.textContent("main")).toContain("тогда действует закон");
    await page.goto(`${product.origin}/en/console/publish/`);

    // What was looked at is not what stands there any more: nothing is published, and it is said.
    writeFileSync(promise, before.replace("days: 30,", "days: 60,"));
    await page.fill("#field-note-en", "A longer term.");
    await page.fill("#field-note-ru", "Более длинный срок.");
    await page.fill("#field-from", "2099-01-01");
    await page.click("text=Publish this draft");
    expect(await page.textContent(".notice-warning")).toContain("not what you looked at");
    expect(await page.locator(".notice-error").count()).toBe(0);
    expect(await page.inputValue("#field-note-en")).toBe("A longer term.");
    expect(await page.textContent(".changes")).toContain("60");
    await inspect(page, "publish-overtaken");

    await page.click("text=Publish this draft");
    expect(page.url()).toBe(`${product.origin}/en/console/versions/?done=scheduled`);
    expect(await page.textContent("#version-2 + .status")).toBe("scheduled");
    await inspect(page, "versions-scheduled");
    await page.goto(`${product.origin}/en/console/`);
    expect(await page.textContent("main")).toContain("Version 2 takes effect");
    await page.goto(`${product.origin}/en/console/versions/`);
    await page.click("text=Call off version 2");
    expect(await page.textContent("#version-2 + .status")).toBe("called off");
  } finally {
    await close();
    await product.stop();
    await own.remove();
  }
}, 60_000);
