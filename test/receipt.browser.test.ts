import { z } from "zod";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { page as pageRoute, refuse } from "../src/platform/http/index.ts";
import { SUBJECTS_ERRORS } from "../src/people/subjects/index.ts";
import { STORE_ERRORS } from "../src/platform/store/index.ts";
import { ErrorPage } from "../src/platform/ui/index.ts";
import { operatorSite } from "../src/surfaces/site/index.ts";
import { launchBrowser, openPage } from "./browser.ts";
import { openForm, send } from "./faults/submissions.ts";
import { startSite, type TestSite } from "./http-site.ts";
import { inspect, SCREENS, unexpected } from "./inspect-page.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";

let browser: Browser;
let installation: TestInstallation;
let operator: OpenedOperator;
let site: TestSite;

/** A page whose database is away. */
const away = pageRoute({
  path: "/away/",
  view: z.object({}),
  show: () => refuse("store-unavailable"),
  render: () => "",
});

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  // Entries get their place when a test says so: until then a receipt is a signed promise.
  await operator.journal.sequencer.stop();
  const { routes } = operatorSite(operator, operator.policy, {
    origins: ["http://site.localhost"],
    mailbox: null,
    desk: null,
    addresses: await operator.store.read((reader) => operator.publication.addresses(reader)),
  });
  [browser, site] = await Promise.all([
    launchBrowser(),
    startSite([...routes, away], { errors: [STORE_ERRORS, SUBJECTS_ERRORS], errorPage: ErrorPage }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.served.close();
  await installation.remove();
});

test.each(SCREENS)(
  "in %s on %s a pasted receipt is promised, then proven; a changed one proves nothing",
  async (language, screen, options) => {
    const outcome = await send(
      operator,
      await openForm(
        operator,
        SCREENS.findIndex(([, one]) => one === screen),
      ),
    );
    if (outcome.outcome !== "received") throw new Error(outcome.outcome);
    const { text, reference } = outcome.receipt;
    const { page, hosts, complaints, close } = await openPage(browser, { ...options, locale: language });
    const at = (path: string) => `http://site.localhost:${site.port}/${language}${path}`;
    const check = async (receipt: string, name: string) => {
      await page.goto(at("/receipt/"));
      await page.fill("#field-receipt", receipt);
      await page.click("main button[type=submit]");
      await page.waitForSelector("main .notice");
      await inspect(page, `receipt-${name}-${language}-${screen}`);
    };
    await check(text, "promised");
    expect(await page.locator(".notice-info").count()).toBe(1);
    await operator.journal.sequencer.drain();
    await check(text, "proven");
    expect(await page.locator(".notice-success").count()).toBe(1);
    expect(await page.textContent("dl strong")).toBe(reference);
    await check(text.replace(reference, "0000-0000"), "wrong");
    expect(await page.inputValue("#field-receipt")).toContain("0000-0000");

    for (const [name, path, status] of [
      ["away", "/away/", 503],
      ["link-forged", "/confirm/forged/", 404],
    ] as const) {
      expect((await page.goto(at(path)))?.status(), name).toBe(status);
      await inspect(page, `${name}-${language}-${screen}`);
    }
    expect([...hosts]).toEqual(["site.localhost"]);
    expect(unexpected(complaints)).toEqual([]);
    await close();
  },
);
