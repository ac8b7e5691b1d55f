import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage } from "./browser.ts";
import { type TestInstallation, temporaryInstallation } from "./installation.ts";
import { type RunningProduct, startProduct } from "./running-product.ts";

let browser: Browser;
let installation: TestInstallation;
let product: RunningProduct;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  [browser, product] = await Promise.all([
    launchBrowser(),
    startProduct(installation, { UPHELD_PROOF_DIGITS: "4" }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await installation.remove();
});

async function fill(page: Page): Promise<void> {
  await page.goto(`${product.origin}/en/feedback/`);
  await page.fill("#field-name", "Anna Example");
  await page.fill("#field-email", "anna@example.org");
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
])("%s the same form waits for the address to be confirmed", async (_, options, script) => {
  const { page, close } = await openPage(browser, options);
  if (script !== null) await page.addInitScript(script);
  await fill(page);
  await page.click("button[type=submit]");
  await page.waitForSelector('h1:has-text("We received your message")');
  expect(await page.textContent("main")).toContain("Please confirm your address");
  await close();
});
