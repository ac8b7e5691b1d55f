import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage } from "./browser.ts";
import { hidden } from "./console-site.ts";
import { type Received, send, sendForm } from "./http-client.ts";
import { type TestInstallation, temporaryInstallation } from "./installation.ts";
import { type RunningProduct, startProduct } from "./running-product.ts";

/** Nothing set: what a newcomer's installation demands of those who send forms. */
const AS_SHIPPED = {
  UPHELD_FORMS_PER_HOUR: "",
  UPHELD_FORMS_PER_HOUR_UNPROVEN: "",
  UPHELD_FORMS_PER_HOUR_ALL: "",
  UPHELD_FORM_SECONDS: "",
  UPHELD_PROOF_DIGITS: "",
};

let browser: Browser;
let installation: TestInstallation;
let product: RunningProduct;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  [browser, product] = await Promise.all([launchBrowser(), startProduct(installation, AS_SHIPPED)]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await installation.remove();
});

async function fill(page: Page, email = "anna@example.org"): Promise<void> {
  await page.goto(`${product.origin}/en/feedback/`);
  await page.fill("#field-name", "Anna Example");
  await page.fill("#field-email", email);
  await page.fill("#field-message", "Hello");
}

test("a browser finds the proof under the strict policy, and the form is worked at once", async () => {
  const { page, hosts, complaints, close } = await openPage(browser, {});
  await fill(page);
  await page.click("button[type=submit]");
  await page.waitForSelector('h1:has-text("We received your message")');
  expect(await page.textContent("main")).not.toContain("Please confirm your address");
  expect(await page.textContent("figure code")).toContain("upheld-receipt/1");
  expect([...hosts]).toEqual(["itsectr.localhost"]);
  expect(complaints).toEqual([]);
  await close();
});

test("the finding is said to whoever does not see it, and no box is ticked beforehand (tension T03)", async () => {
  const { page, close } = await openPage(browser, {});
  await fill(page);
  await page.waitForSelector('[role=status]:has-text("The check is done.")');
  expect(await page.isChecked('[name="consent-offers"]')).toBe(false);
  expect(await page.isVisible('[name="website"]')).toBe(false);
  await close();
});

test.each([
  ["without JavaScript", { javaScript: false }, null],
  ["without crypto.subtle", {}, "Object.defineProperty(crypto, 'subtle', { value: undefined })"],
])(
  "%s the same form comes too fast, keeps what was typed, and then waits for the address to be confirmed",
  async (how, options, script) => {
    const { page, close } = await openPage(browser, options);
    if (script !== null) await page.addInitScript(script);
    await fill(page, `${how.replaceAll(/\W/gu, "-")}@example.org`);
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.click("button[type=submit]");
    const tooFast = await answered;
    expect(tooFast.status()).toBe(429);
    expect(await page.textContent(".notice-warning")).toContain("too-fast");
    expect(await page.inputValue("#field-message")).toBe("Hello");
    await page.waitForTimeout(Number(tooFast.headers()["retry-after"]) * 1000);
    await page.click("button[type=submit]");
    await page.waitForSelector('h1:has-text("We received your message")');
    expect(await page.textContent("main")).toContain("Please confirm your address");
    await close();
  },
);

test("the sixth sending of a network without a proof, in an hour, is asked to wait, and keeps what was typed", async () => {
  const { port, host } = product;
  const path = "/en/feedback/";
  const opened = await Promise.all(Array.from({ length: 6 }, () => send({ port, host, path })));
  const tokens = opened.map(({ text }) => hidden(text, "shown"));
  // As long as a person would need; no proof came with it.
  await new Promise((resolve) => setTimeout(resolve, 3100));
  const statuses: number[] = [];
  let last: Received | null = null;
  for (const [i, shown] of tokens.entries()) {
    const fields = { name: "Boris Example", email: `boris-${i}@example.org`, message: "Hello again" };
    last = await sendForm({ port, host, path }, { ...fields, shown });
    statuses.push(last.status);
  }
  // Two came without a proof from the browsers before.
  expect(statuses).toEqual([200, 200, 200, 429, 429, 429]);
  expect(Number(last?.headers["retry-after"])).toBeGreaterThan(60);
  expect(last?.text).toContain("too-many");
  expect(last?.text).toContain("Hello again");
});

test("the form is walked and sent by keyboard alone, in the order in which it is read", async () => {
  const { page, close } = await openPage(browser);
  await page.goto(`${product.origin}/en/feedback/`);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.className")).toBe("skip");
  await page.keyboard.press("Enter");
  const met: string[] = [];
  const typed: Record<string, string> = {
    "field-name": "Anna Example",
    "field-email": "keyboard@example.org",
    "field-message": "Hello",
  };
  for (let i = 0; i < 12 && met.at(-1) !== "Send"; i++) {
    await page.keyboard.press("Tab");
    const id = await page.evaluate<string>("document.activeElement.id || document.activeElement.textContent");
    met.push(id);
    if (typed[id] !== undefined) await page.keyboard.type(typed[id]);
    if (id === "field-consent-offers") await page.keyboard.press("Space");
  }
  expect(met).toEqual([
    "field-topic",
    "field-name",
    "field-email",
    "field-phone",
    "field-company",
    "field-message",
    "field-consent-offers",
    expect.stringContaining("Read it"),
    "Privacy policy",
    "User agreement",
    "Send",
  ]);
  expect(await page.isChecked("#field-consent-offers")).toBe(true);
  await page.keyboard.press("Enter");
  await page.waitForSelector('h1:has-text("We received your message")');
  await close();
});
