import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ErrorPage } from "../src/platform/ui/index.ts";
import { launchBrowser, type OpenOptions, openPage } from "./browser.ts";
import { startSite, type TestSite } from "./http-site.ts";
import { samplePages } from "./sample-pages.tsx";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
/** Where pictures of every page go, for a person to look at; none are made when it is not set. */
const PICTURES = process.env["UPHELD_PICTURES"];

let browser: Browser;
let site: TestSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startSite(samplePages(), { errorPage: ErrorPage })]);
});
afterAll(async () => {
  await browser.close();
  await site.served.close();
});

const at = (path: string) => `http://site.localhost:${site.port}${path}`;

const SCREENS: [string, OpenOptions][] = [
  ["phone light", { viewport: { width: 375, height: 780 } }],
  ["phone dark", { viewport: { width: 375, height: 780 }, colorScheme: "dark" }],
  ["desktop light", {}],
  ["desktop dark", { colorScheme: "dark" }],
];
const PAGES = ["/", "/feedback/", "/feedback/?wrong", "/nowhere/"];

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(at(path.replace("?wrong", "")));
  if (path.endsWith("?wrong")) {
    await page.fill("#field-name", "Анна");
    await page.fill("#field-email", "anna");
    await page.click("button[type=submit]");
  }
}

describe.each(SCREENS)("on a %s screen", (screen, options) => {
  test.each(["en", "ru"])(
    "every page in %s fits its width, breaks no rule of axe and asks nobody else",
    async (language) => {
      const { page, hosts, complaints, close } = await openPage(browser, { ...options, locale: language });
      for (const path of PAGES) {
        await visit(page, `/${language}${path}`);
        await page.evaluate("document.fonts.ready.then(() => true)");
        if (PICTURES !== undefined) {
          const name = `${path.replaceAll(/\W/g, "") || "home"} ${language} ${screen}.png`.replaceAll(
            " ",
            "-",
          );
          await page.screenshot({ path: join(PICTURES, name), fullPage: true });
        }
        const [scrolls, lang] = await page.evaluate<[boolean, string]>(
          "[document.documentElement.scrollWidth > document.documentElement.clientWidth, document.documentElement.lang]",
        );
        expect([path, scrolls, lang]).toEqual([path, false, language]);
        await inject(page);
        expect([path, await violations(page)]).toEqual([path, []]);
      }
      expect([...hosts]).toEqual(["site.localhost"]);
      expect(complaints.filter((one) => !/status of 4(?:04|22)/.test(one))).toEqual([]);
      await close();
    },
  );
});

/** The policy that forbids scripts holds for the page's own; the tester's comes in through the debugger. */
async function inject(page: Page): Promise<void> {
  await page.evaluate(await readFile(AXE, "utf8"));
}

function violations(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`axe
    .run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))`);
}

describe("without JavaScript", () => {
  test("a bad form comes back with what was typed, its errors named, linked and focused; a good one goes on", async () => {
    const { page, close } = await openPage(browser, { javaScript: false, locale: "ru" });
    await page.goto(at("/feedback/"));
    expect(await page.getAttribute("html", "lang")).toBe("ru");
    await page.fill("#field-email", "anna");
    await page.click("button[type=submit]");
    expect(page.url()).toBe(at("/ru/feedback/"));
    expect(await page.title()).toBe("Ошибка: Написать нам · Пример");
    expect(await page.inputValue("#field-email")).toBe("anna");
    expect(await page.locator(".notice-error:focus").count()).toBe(1);
    const described = await page.getAttribute("#field-email", "aria-describedby");
    expect(described).toBe("hint-email error-email");
    await page.click(".notice-error a");
    expect(await page.locator("#field-email:focus").count()).toBe(1);
    await page.fill("#field-email", "anna@example.org");
    await page.fill("#field-message", "Здравствуйте");
    await page.check("#field-agree");
    await page.click("button[type=submit]");
    expect(page.url()).toBe(at("/ru/"));
    await close();
  });

  test("a keyboard reaches the skip link first, sees where it is, and can switch the language", async () => {
    const { page, close } = await openPage(browser, { javaScript: false });
    await page.goto(at("/en/feedback/"));
    await page.keyboard.press("Tab");
    expect(await page.locator(".skip:focus-visible").count()).toBe(1);
    expect((await page.locator(".skip").boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    expect(page.url()).toBe(at("/en/feedback/#content"));
    await page.click("text=Русский");
    expect(page.url()).toBe(at("/ru/feedback/"));
    await close();
  });
});

test("fonts are our own, two at most are preloaded, and Cyrillic is drawn with them", async () => {
  const { page, close } = await openPage(browser, { locale: "ru" });
  const fonts: string[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".woff2"))
      fonts.push(`${response.status()} ${response.headers()["cache-control"]}`);
  });
  await page.goto(at("/ru/feedback/"), { waitUntil: "networkidle" });
  expect(new Set(fonts)).toEqual(new Set(["200 public, max-age=31536000, immutable"]));
  expect(await page.locator("link[rel=preload]").count()).toBe(2);
  expect(
    await page.evaluate(
      `[document.fonts.check('1rem "Source Serif 4 Variable"', "Политика"), document.fonts.check('1rem "Golos Text Variable"', "Политика")]`,
    ),
  ).toEqual([true, true]);
  await close();
});
