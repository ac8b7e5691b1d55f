import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONSENTS_ERRORS } from "../src/people/consents/index.ts";
import { SUBJECTS_ERRORS } from "../src/people/subjects/index.ts";
import { ErrorPage } from "../src/platform/ui/index.ts";
import { operatorSite } from "../src/surfaces/site/index.ts";
import { launchBrowser, openPage } from "./browser.ts";
import { inspect } from "./inspect-page.ts";
import { type ConfirmableSending, sendConfirmable } from "./confirmable-sending.ts";
import { startSite, type TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";

let browser: Browser;
let installation: TestInstallation;
let operator: OpenedOperator;
let site: TestSite;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  const { routes } = operatorSite(operator, operator.policy, {
    origins: ["http://site.localhost"],
    mailbox: null,
    desk: null,
    addresses: await operator.store.read((reader) => operator.publication.addresses(reader)),
  });
  [browser, site] = await Promise.all([
    launchBrowser(),
    startSite(routes, { errors: [SUBJECTS_ERRORS, CONSENTS_ERRORS], errorPage: ErrorPage }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.served.close();
  await installation.remove();
});

const WAYS = [
  ["en", "desktop", true, "light"],
  ["ru", "phone", true, "dark"],
  ["en", "phone", false, "light"],
  ["ru", "desktop", false, "dark"],
] as const;

describe.each(WAYS)("%s, %s, script %s, %s", (language, device, javaScript, colorScheme) => {
  const viewport = device === "phone" ? { width: 375, height: 780 } : { width: 1280, height: 900 };
  const open = () => openPage(browser, { javaScript, colorScheme, viewport, locale: language });
  const at = (path: string) => `http://site.localhost:${site.port}/${language}${path}`;
  const look = async (page: Page, name: string) => {
    if (javaScript) await inspect(page, `${name}-${language}-${device}-${colorScheme}`);
  };

  test("a visitor confirms from the letter, sees what is in force, and withdraws it again", async () => {
    const sending: ConfirmableSending = await sendConfirmable(operator, {
      email: `${language}-${device}@example.org`,
    });
    const { page, complaints, hosts, close } = await open();
    await page.goto(at(`/confirm/${sending.token}/`));
    await look(page, "confirm");
    await page.click('main button[value="all"]');
    expect(await page.textContent("main")).toContain(sending.reference);
    await look(page, "confirmed");
    await page.click('main a[href*="/consents/withdraw/"]');
    await look(page, "withdraw");
    await page.click('main button[name="withdraw"]');
    expect(await page.locator("main button").count()).toBe(0);
    await look(page, "withdrawn");
    expect([complaints, [...hosts]]).toEqual([[], ["site.localhost"]]);
    await close();
  });

  test("itsectr-privacy/2.2: a visitor finds the choice under a document, declines, comes back to it, and undoes it", async () => {
    const { page, context, complaints, close } = await open();
    await page.goto(at("/privacy-policy/"));
    await page.click('footer a[href$="/policy-choice/"]');
    await look(page, "choice");
    await page.click('main button[value="decline"]');
    expect((await context.cookies()).map(({ name, value }) => [name, value])).toEqual([
      ["policy-choice", "declined"],
    ]);
    await page.goto(at("/privacy-policy/"));
    expect(await page.locator("h1").count()).toBeGreaterThan(0);
    await page.goto(at("/policy-choice/"));
    await look(page, "declined");
    await page.click('main button[value="undo"]');
    expect(await context.cookies()).toEqual([]);
    expect(await page.locator('main button[value="decline"]').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });
});
