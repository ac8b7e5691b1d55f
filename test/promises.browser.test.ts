import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { annotatePromise, CHECK_CODES } from "../src/duties/promises/index.ts";
import { CLI, grantRight } from "../src/people/staff/index.ts";
import { tamper } from "./behind-the-gate.ts";
import { launchBrowser, openPage } from "./browser.ts";
import { type CheckedInstallation, checkedInstallation } from "./checked-installation.ts";
import { startConsole } from "./console-site.ts";
import { send } from "./http-client.ts";
import type { TestSite } from "./http-site.ts";
import { inspect, SCREENS, unexpected } from "./inspect-page.ts";

let browser: Browser;
let checked: CheckedInstallation;
let site: TestSite;

/** Everything counted; one breach, found and spoken about, and one that is over. */
beforeAll(async () => {
  checked = await checkedInstallation("sqlite");
  const { operator, held, anna } = checked;
  [browser, site] = await Promise.all([launchBrowser(), startConsole(operator)]);
  const visit = async (_host: string, path: string) => {
    const { status, text } = await send({ port: site.port, path });
    return { status, body: text };
  };
  const failed = await tamper(
    operator.store,
    "subject_collection",
    { subject: held.subject },
    { channel: "fair" },
  );
  await checked.recount("fields-of-forms");
  await failed.undo();
  await tamper(
    operator.store,
    "subject_value",
    { subject: held.subject, attribute: "name" },
    { attribute: "passport" },
  );
  for (const code of CHECK_CODES) await checked.recount(code, { visit });
  await operator.store.transaction(async (tx) => {
    await grantRight(tx, CLI, { staff: anna, right: "operate" }, operator);
    await annotatePromise(
      tx,
      anna,
      {
        check: "listed-data",
        note: {
          en: "An import of ours put a value under a wrong name. Nobody has read it. It is being removed.",
          ru: "При нашем переносе значение попало под чужое имя. Никто его не читал. Мы его удаляем.",
        },
        post: { en: "Responsible person", ru: "Ответственное лицо" },
      },
      operator,
    );
  });
});
afterAll(async () => {
  await browser.close();
  await site.served.close();
  await checked.installation.remove();
});

const at = (path: string) => `http://site.localhost:${site.port}${path}`;

test.each(SCREENS)(
  "in %s on %s every promise says how it stands by word and shape, its breach and what is said of it",
  async (language, screen, options) => {
    const { page, hosts, complaints, close } = await openPage(browser, { ...options, locale: language });
    const look = (name: string) => inspect(page, `${name}-${language}-${screen}`);
    await page.goto(at(`/${language}/promises/`));
    expect(await page.locator(".notice-error").count()).toBe(1);
    // Whatever its colour: each has its word, and a mark of its own shape.
    for (const state of await page.locator(".promises .standing").all()) {
      expect(((await state.textContent()) ?? "").trim()).not.toBe("");
      expect(await state.locator("svg path").getAttribute("d")).toMatch(/^M/u);
    }
    await look("promises");
    await page.locator(".notice-error a").click();
    expect(page.url()).toContain("?state=broken");
    await look("promises-broken");
    await page.locator(`.promise-number a[href$="/itsectr-privacy/1.1.2/"]`).click();
    await page.waitForURL("**/itsectr-privacy/1.1.2/");
    expect(await page.locator(".promise-note").count()).toBe(1);
    await look("promise");
    await page.goto(at(`/${language}/privacy-policy/`));
    expect(await page.locator(".kept-seen").count()).toBeGreaterThan(20);
    expect(await page.locator(".kept-not").count()).toBeGreaterThan(0);
    await look("policy-margin");
    expect([...hosts]).toEqual(["site.localhost"]);
    expect(unexpected(complaints)).toEqual([]);
    await close();
  },
);
