import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorker } from "../src/platform/jobs/index.ts";
import { smtpTransport, startDevelopmentMailbox } from "../src/platform/mail/index.ts";
import { formsOf } from "../src/policy/index.ts";
import { answersToSend } from "../src/services/intake/index.ts";
import { sendMessages } from "../src/services/messages/index.ts";
import { launchBrowser, openPage } from "./browser.ts";
import { startConsole } from "./console-site.ts";
import { OPERATORS } from "./four-operators.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { keeps } from "./keeps.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const TYPED = { email: "anna", tel: "+7 200 555-01-42", text: "Анна Example" } as const;
const LONG = "When can you start? Please answer in the morning.";

/** Goes through a form by the keyboard alone, types what `typing` says, and presses Enter on its button. */
async function fillByKeyboard(page: Page, typing: (kind: string, name: string) => string | null) {
  const typed = new Map<string, string>();
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    if ((await focused.count()) === 0) continue;
    const is = async (selector: string) => (await page.locator(`main form ${selector}:focus`).count()) > 0;
    const isLong = await is("textarea");
    const kind = isLong ? "textarea" : ((await focused.getAttribute("type")) ?? "text");
    if (await is("button")) {
      const loaded = page.waitForEvent("load");
      await page.keyboard.press("Enter");
      await loaded;
      return typed;
    }
    if (!isLong && (!(await is("input")) || ["checkbox", "radio"].includes(kind))) continue;
    const name = (await focused.getAttribute("name")) ?? "";
    const text = typing(kind, name);
    if (text !== null) {
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
      typed.set(name, text);
    }
  }
  throw new Error("The button is not reached by keyboard.");
}

describe.each(OPERATORS)("%s", (id) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;
  beforeAll(async () => {
    installation = await temporaryInstallation("sqlite");
    operator = await installation.open({ id });
    site = await startConsole(operator);
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  const enquiries = () =>
    operator.store.read(async (reader) => {
      const query = reader.query<{ enquiry: { reference: string } }>();
      return (await query.selectFrom("enquiry").select("reference").execute()).map((row) => row.reference);
    });

  test(
    "every form: by keyboard alone, without a script, what was typed is kept, a repeated press is one, a reference comes, and a mail",
    keeps("forms-for-everyone", "itsectr-agreement/4.2.2"),
    async () => {
      const references: string[] = [];
      for (const { path } of formsOf(operator.policy)) {
        const { page, complaints, close } = await openPage(browser, { javaScript: false });
        await page.goto(`http://site.localhost:${site.port}/en${path}`);
        const first = await fillByKeyboard(page, (kind) =>
          kind === "textarea" ? `${LONG} ${path}` : (TYPED[kind as keyof typeof TYPED] ?? TYPED.text),
        );
        // An address that is none: the form comes back with everything in it, and says where.
        expect(await page.locator(".notice-error").count(), path).toBe(1);
        for (const [name, text] of first) expect(await page.inputValue(`[name="${name}"]`), name).toBe(text);
        await fillByKeyboard(page, (kind) => (kind === "email" ? `anna-${id}@example.org` : null));
        const reference = (await page.textContent("main dl strong")) ?? "";
        expect(reference, path).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
        await page.reload();
        expect(await page.textContent("main dl strong")).toBe(reference);
        references.push(reference);
        expect((await enquiries()).toSorted()).toEqual(references.toSorted());
        expect(complaints.filter((text) => !text.includes("422"))).toEqual([]);
        await close();
      }
      const mails = await delivered(operator);
      for (const reference of references) expect(mails.join("\n")).toContain(reference);
      expect(mails).toHaveLength(references.length);
    },
  );
});

/** What a mailbox gets of everything that waits to be sent. */
async function delivered(operator: OpenedOperator): Promise<string[]> {
  const mailbox = await startDevelopmentMailbox(operator);
  const transport = smtpTransport({ host: mailbox.host, port: mailbox.port });
  const worker = createWorker({
    ...operator,
    queue: operator.jobs,
    handlers: [
      sendMessages({
        ...operator,
        answers: answersToSend(operator),
        transport,
        link: (path, language) => `http://site.localhost/${language}${path}`,
      }),
    ],
  });
  try {
    await worker.runDue();
    return mailbox.list().map(({ id }) => mailbox.read(id)?.text ?? "");
  } finally {
    await worker.stop();
    transport.close();
    await mailbox.close();
  }
}
