import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openPage } from "./browser.ts";
import { linkFor, startConsole } from "./console-site.ts";
import type { TestSite } from "./http-site.ts";
import { inspect, SCREENS, takePicture } from "./inspect-page.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { sendEnquiry } from "./sent-enquiry.ts";

/** The console of an installation on its first day: one member of staff, no enquiry, no key, nothing to publish. */
let browser: Browser;
let installation: TestInstallation;
let operator: OpenedOperator;
let site: TestSite;

const at = (path: string) => `http://site.localhost:${site.port}${path}`;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  [browser, site] = await Promise.all([launchBrowser(), startConsole(operator)]);
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

/** Rooms that are empty at first, and what each says there. */
const EMPTY = [
  ["due", "", "Nothing is due", "Сроков нет"],
  ["enquiries", "enquiries/", "No enquiries here", "Обращений здесь нет"],
  ["versions", "versions/", "the first start of this installation", "первый запуск этой установки"],
  ["publish", "publish/", "Nothing to publish", "Публиковать нечего"],
  ["staff", "staff/", "Invite a colleague", "Пригласить коллегу"],
  ["keys", "keys/", "No keys yet", "Ключей пока нет"],
  ["jobs", "jobs/", "No dead letters", "Недоставленного нет"],
] as const;

/** The work has the room that the window has for it, with navigation beside it or without. */
async function expectRoom(page: Page): Promise<void> {
  const main = await page.locator("main").boundingBox();
  expect(main?.width).toBeGreaterThan((page.viewportSize()?.width ?? 0) * 0.7);
}

async function enter(page: Page, language: string): Promise<void> {
  await page.goto(at((await linkFor(operator, "anna")).replace("/en/", `/${language}/`)));
  await page.click("main button[type=submit]");
}

test.each(SCREENS)(
  "on the first day, in %s on %s, each room says that it is empty and what to do",
  async (language, screen, options) => {
    const { page, close } = await openPage(browser, { ...options, locale: language });
    await page.goto(at(`/${language}/console/sign-in/`));
    await expectRoom(page);
    await inspect(page, `sign-in-${language}-${screen}`);
    await enter(page, language);
    await expectRoom(page);
    const titles = new Set<string>();
    for (const [name, path, en, ru] of EMPTY) {
      await page.goto(at(`/${language}/console/${path}`));
      expect(await page.textContent("main")).toContain(language === "en" ? en : ru);
      await inspect(page, `empty-${name}-${language}-${screen}`);
      titles.add(await page.title());
    }
    expect(titles.size).toBe(EMPTY.length);
    await close();
  },
);

/** What has the focus: which of the page's controls it is, in the order of the page, and whether that can be seen. */
const FOCUS = `(() => {
  const one = document.activeElement;
  const all = [...document.querySelectorAll("a[href], button, summary, input:not([type=hidden]), select, textarea")];
  const { outlineStyle, outlineWidth, borderTopColor } = getComputedStyle(one);
  const { width, height, bottom, right } = one.getBoundingClientRect();
  return {
    place: all.indexOf(one),
    name: one.tagName + " " + (one.getAttribute("aria-label") ?? one.id + one.textContent).trim(),
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    onScreen: width > 0 && height > 0 && bottom > 0 && right > 0,
    inMain: one.closest("main") !== null,
  };
})()`;

interface Focus {
  readonly place: number;
  readonly name: string;
  readonly outlined: boolean;
  readonly onScreen: boolean;
  readonly inMain: boolean;
}

describe("by keyboard alone", () => {
  test.each(EMPTY)(
    "%s is walked from the way past the navigation to the end, each stop seen",
    async (_, path) => {
      const { page, close } = await openPage(browser);
      await enter(page, "en");
      await page.goto(at(`/en/console/${path}`));
      const stops: Focus[] = [];
      for (;;) {
        await page.keyboard.press("Tab");
        const focus = await page.evaluate<Focus>(FOCUS);
        if (focus.place === -1 || (stops.length > 0 && focus.place === 0)) break;
        stops.push(focus);
      }
      expect(stops[0]?.name).toContain("Skip to");
      expect(stops.filter(({ outlined, onScreen }) => !outlined || !onScreen)).toEqual([]);
      const places = stops.map(({ place }) => place);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      // All rooms, the way out, and whatever the page itself has.
      expect(stops.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["A Due", "A Enquiries", "A Staff", "BUTTON Sign out"]),
      );
      await close();
    },
  );

  test("the way past the navigation leads into the page", async () => {
    const { page, close } = await openPage(browser);
    await enter(page, "en");
    await page.goto(at("/en/console/staff/"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect((await page.evaluate<Focus>(FOCUS)).inMain).toBe(true);
    await close();
  });
});

test.each([
  ["en", true],
  ["ru", false],
] as const)(
  "in %s, with JavaScript %s, an answer that was written while the session ended is sent after signing in beside it",
  async (language, javaScript) => {
    const reference = await sendEnquiry(operator);
    const { page, context, close } = await openPage(browser, { javaScript, locale: language });
    await enter(page, language);
    await page.goto(at(`/${language}/console/enquiries/${reference}/`));
    await page.fill("#field-text", "On Tuesday.\nWith regards");
    await context.clearCookies();
    await page.click(`main form:has(#field-text) button`);
    expect(await page.inputValue("#field-text")).toBe("On Tuesday.\nWith regards");
    await expectRoom(page);
    await (javaScript ? inspect : takePicture)(page, `session-ended-${language}`);
    const [beside] = await Promise.all([context.waitForEvent("page"), page.click('main a[target="_blank"]')]);
    await enter(beside, language);
    await page.click("main button");
    expect(page.url()).toBe(at(`/${language}/console/enquiries/${reference}/?done=answered`));
    expect(await page.textContent("main")).toContain("On Tuesday.");
    await close();
  },
);
