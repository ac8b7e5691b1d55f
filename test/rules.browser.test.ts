import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage } from "./browser.ts";
import { linkFor, startConsole } from "./console-site.ts";
import type { TestSite } from "./http-site.ts";
import { inspect, SCREENS } from "./inspect-page.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { sendEnquiry } from "./sent-enquiry.ts";

let browser: Browser;
let installation: TestInstallation;
let operator: OpenedOperator;
let site: TestSite;
let reference: string;

const at = (path: string) => `http://site.localhost:${site.port}${path}`;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  [browser, site] = await Promise.all([launchBrowser(), startConsole(operator)]);
  reference = await sendEnquiry(operator, "my-data");
  const { page, close } = await openPage(browser);
  await page.goto(at(await linkFor(operator, null)));
  await page.fill("#field-name", "Anna Example");
  await page.fill("#field-login", "anna");
  await page.click("main button[type=submit]");
  await close();
});
afterAll(async () => {
  await browser.close();
  await site.served.close();
  await installation.remove();
});

async function enter(page: Page, language: string): Promise<void> {
  await page.goto(at((await linkFor(operator, "anna")).replace("/en/", `/${language}/`)));
  await page.click("main button[type=submit]");
}

test.each(SCREENS)(
  "in %s on %s the law and what is owed by it are read without scrolling the page sideways",
  async (language, screen, options) => {
    const { page, close } = await openPage(browser, { ...options, locale: language });
    await enter(page, language);
    expect(await page.textContent("main")).toContain(language === "en" ? "answer by" : "ответить до");
    await inspect(page, `due-with-dates-${language}-${screen}`);
    await page.goto(at(`/${language}/console/enquiries/${reference}/`));
    expect(await page.textContent("main")).toContain(language === "en" ? "152-FZ" : "152-ФЗ");
    await inspect(page, `enquiry-with-clocks-${language}-${screen}`);
    await page.goto(at(`/${language}/console/rules/`));
    expect(await page.textContent("main")).toContain(language === "en" ? "not verified" : "не проверено");
    await inspect(page, `rules-${language}-${screen}`);
    await close();
  },
);
