import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openPage } from "./browser.ts";
import { inspect, SCREENS, unexpected } from "./inspect-page.ts";
import { type TestInstallation, temporaryInstallation } from "./installation.ts";
import { type RunningProduct, runUpheld, startProduct } from "./running-product.ts";

let browser: Browser;
let installation: TestInstallation;
let product: RunningProduct;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  [browser, product] = await Promise.all([launchBrowser(), startProduct(installation)]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await installation.remove();
});

const WORDS = {
  en: {
    name: "Anna Example",
    message: "When can you start?\nWith regards",
    received: "We received your message",
  },
  ru: {
    name: "Анна Пример",
    message: "Когда сможете начать?\nС уважением",
    received: "Мы получили ваше сообщение",
  },
} as const;

async function sendForm(page: Page, language: "en" | "ru", email: string): Promise<string> {
  const words = WORDS[language];
  await page.goto(`${product.origin}/${language}/`);
  await page.click("main a.button");
  await page.fill("#field-name", words.name);
  await page.fill("#field-email", email);
  await page.fill("#field-message", words.message);
  await page.click("button[type=submit]");
  await page.waitForSelector(`h1:has-text("${words.received}")`);
  expect(await page.textContent("figure code")).toMatch(/^upheld-receipt\/1\b/);
  return (await page.textContent("dl strong")) ?? "";
}

test.each(SCREENS)(
  "in %s on %s every page passes axe, fits, and asks nobody else",
  async (language, screen, options) => {
    const { page, hosts, complaints, close } = await openPage(browser, { ...options, locale: language });
    const at = (path: string) => `${product.origin}/${language}${path}`;
    const look = (name: string) => inspect(page, `${name}-${language}-${screen}`);
    const reference = await sendForm(page, language, `anna-${language}-${screen}@example.org`);
    expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await look("received");
    for (const [name, path] of [
      ["home", "/"],
      ["policy", "/privacy-policy/"],
      ["changes", "/privacy-policy/changes/"],
      ["consent", "/consents/offers/"],
      ["form", "/feedback/"],
      ["letter", "/letter/?about=privacy-policy--3"],
      ["journal", "/journal/"],
      ["receipt", "/receipt/"],
      ["mailbox", "/development/mailbox/"],
      ["missing", "/nowhere/"],
    ] as const) {
      await page.goto(at(path));
      await look(name);
    }
    await page.goto(at("/feedback/"));
    await page.fill("#field-email", "anna");
    await page.check("#field-consent-offers");
    await page.click("button[type=submit]");
    await page.waitForSelector(".notice-error");
    expect(await page.inputValue("#field-email")).toBe("anna");
    expect(await page.isChecked("#field-consent-offers")).toBe(true);
    // The summary is read out first, and leads to the field.
    expect(await page.evaluate("document.activeElement.className")).toBe("notice notice-error");
    await look("form-wrong");
    await page.click('.notice-error a[href="#field-email"]');
    expect(await page.evaluate("document.activeElement.id")).toBe("field-email");

    await page.goto(at("/policy-choice/"));
    await page.click('main button[value="decline"]');
    await page.goto(at("/feedback/"));
    await look("form-closed");
    expect(await page.locator("main form").count()).toBe(0);
    expect([...hosts]).toEqual(["itsectr.localhost"]);
    expect(unexpected(complaints)).toEqual([]);
    await close();
  },
);

describe.each(["en", "ru"] as const)("in %s", (language) => {
  test("without JavaScript the form goes through the same, and the mail arrives", async () => {
    const { page, hosts, close } = await openPage(browser, { javaScript: false, locale: language });
    const email = `without-${language}@example.org`;
    const reference = await sendForm(page, language, email);
    await expect
      .poll(async () => {
        await page.goto(`${product.origin}/${language}/development/mailbox/`);
        return page.textContent("main");
      })
      .toContain(email);
    await page.click(`tr:has-text("${email}") a`);
    const mail = (await page.textContent("main")) ?? "";
    expect(mail).toContain(reference);
    expect(mail).toContain(`/${language}/confirm/`);
    expect(mail).not.toContain(WORDS[language].name);
    expect(mail).not.toContain(WORDS[language].message.slice(0, 10));
    expect([...hosts]).toEqual(["itsectr.localhost"]);
    await close();
  });
});

test("the receipt that came by mail holds on the page that checks it, and by the command", async () => {
  const { page, close } = await openPage(browser);
  const email = "receipt@example.org";
  const reference = await sendForm(page, "en", email);
  await expect
    .poll(async () => {
      await page.goto(`${product.origin}/en/development/mailbox/`);
      return page.textContent("main");
    })
    .toContain(email);
  await page.click(`tr:has-text("${email}") a`);
  const receipt = (await page.textContent('code:has-text("upheld-receipt/1")')) ?? "";
  await page.click(`footer a[href="/en/receipt/"]`);
  await page.fill("#field-receipt", receipt);
  await page.click("main button[type=submit]");
  expect(await page.textContent(".notice-success")).toContain("the journal proves it");
  expect(await page.textContent("dl strong")).toBe(reference);
  await close();
  const file = join(installation.folder, "receipt.txt");
  await writeFile(file, receipt);
  const verified = await runUpheld(installation, "receipt", "verify", file);
  expect(verified, verified.err).toMatchObject({ code: 0, out: expect.stringContaining(reference) });
});

test("a reload of the answer, which sends the form again, is the same enquiry", async () => {
  const { page, close } = await openPage(browser);
  const reference = await sendForm(page, "en", "twice@example.org");
  await page.reload();
  await page.waitForSelector("text=had been received already");
  expect(await page.textContent("dl strong")).toBe(reference);
  await close();
});

test("a member of staff reads the enquiry by the command, and the journal verifies", async () => {
  const { page, close } = await openPage(browser);
  const reference = await sendForm(page, "en", "read@example.org");
  await close();
  const kept = join(installation.folder, "checkpoint.txt");
  const { out: note } = await runUpheld(installation, "journal", "checkpoint");
  await writeFile(kept, note);

  const anna = ["anna", "--name", "Anna Example", "--purpose", "inquiry-handling"];
  expect(await runUpheld(installation, "staff", "invite", ...anna)).toMatchObject({ code: 0 });
  const listed = await runUpheld(installation, "enquiries", "--as", "anna", "--json");
  expect(JSON.parse(listed.out)).toContainEqual(expect.objectContaining({ reference, status: "open" }));
  const opened = await runUpheld(installation, "enquiries", "open", reference, "--as", "anna");
  expect(opened.out).toContain("email (unverified): read@example.org");
  expect((await runUpheld(installation, "enquiries", "open", reference, "--as", "boris")).code).toBe(1);
  expect(await runUpheld(installation, "journal", "verify", "--since", kept)).toMatchObject({ code: 0 });
  expect((await runUpheld(installation, "keys", "rotate")).code).toBe(0);
  expect((await runUpheld(installation, "enquiries", "open", reference, "--as", "anna")).code).toBe(0);
});

test("the note of a clause stands beside it on a wide screen and under it on a phone", async () => {
  for (const [width, beside] of [
    [1280, true],
    [375, false],
  ] as const) {
    const { page, close } = await openPage(browser, { viewport: { width, height: 800 } });
    await page.goto(`${product.origin}/en/privacy-policy/`);
    const text = await page.locator("[id='1.1.1'] .clause-text").boundingBox();
    const note = await page.locator("[id='1.1.1'] .kept").boundingBox();
    if (text === null || note === null) throw new Error("The clause is not there.");
    expect(note.x >= text.x + text.width - 1).toBe(beside);
    expect(note.y >= text.y + text.height - 1).toBe(!beside);
    await close();
  }
});
