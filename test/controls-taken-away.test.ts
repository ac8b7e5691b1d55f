import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CompiledPolicy, Form } from "../src/policy/index.ts";
import { checkFields } from "../src/services/intake/check-fields.ts";
import { type Submission, submitForm } from "../src/services/intake/index.ts";
import { rowsOf } from "./behind-the-gate.ts";
import { launchBrowser, openPage } from "./browser.ts";
import { type CheckedInstallation, checkedInstallation } from "./checked-installation.ts";
import { startConsole } from "./console-site.ts";
import { send } from "./http-client.ts";
import type { TestSite } from "./http-site.ts";
import { inspect } from "./inspect-page.ts";
import { keeps, removes } from "./keeps.ts";
import { proofFor } from "./proofs.ts";

/**
 * What a clause promises, asked of the product as it is and once more with the one thing missing that keeps it: the
 * first answer is yes and the second no, or the control would be an ornament.
 */
let checked: CheckedInstallation;
let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  checked = await checkedInstallation("sqlite");
  [site, browser] = await Promise.all([startConsole(checked.operator), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.served.close();
  await checked.installation.remove();
});

const feedback = (): Form => {
  const form = checked.operator.policy.forms.find(({ code }) => code === "feedback");
  if (form === undefined) throw new Error("There is no feedback form.");
  return form;
};

const newToken = async (): Promise<string> => {
  const { publication, clock } = checked.operator;
  const inForce = await publication.current(clock.now());
  const { document, code } = feedback();
  const policy = inForce?.hash ?? "";
  return publication.shownToken({ policy, document, language: "en", form: code, at: clock.now() });
};

async function sendFeedback(message: string, given: Partial<Submission> = {}, parts = checked.operator) {
  const token = given.token ?? (await newToken());
  const sent = await submitForm(
    {
      form: feedback(),
      policy: checked.operator.policy,
      language: "en",
      token,
      fields: new Map([
        ["name", ["Boris Example"]],
        ["email", ["boris@example.org"]],
        ["message", [message]],
      ]),
      consents: [],
      topic: "general",
      trap: "",
      client: null,
      proof: await proofFor(checked.operator, token),
      ...given,
    },
    parts,
  );
  if (sent.outcome !== "received") throw new Error(sent.outcome);
  return sent.receipt.reference;
}

/** The policy with an attribute of it declared otherwise. */
function declared(code: string, changes: Partial<CompiledPolicy["attributes"][number]>): CompiledPolicy {
  const { policy } = checked.operator;
  return {
    ...policy,
    attributes: policy.attributes.map((attribute) =>
      attribute.code === code ? { ...attribute, ...changes } : attribute,
    ),
  };
}

const filled = (fields: Record<string, string>, policy: CompiledPolicy) =>
  checkFields(
    new Map(
      Object.entries({ name: "Anna", email: "anna@example.org", message: "Hello", ...fields }).map(
        ([name, value]) => [name, [value]],
      ),
    ),
    [],
    feedback(),
    policy,
  );

describe("clause itsectr-privacy/3.2.1: a name is taken as it is written", () => {
  const names = [
    "Ынсук",
    "Jean-Luc O’Brien",
    "محمد بن علي",
    "李小龍",
    "X Æ",
    "Анна-Мария фон Пример",
    "a".repeat(200),
  ];
  const takesThem = (policy: CompiledPolicy): boolean =>
    names.every((name) => {
      const { values, problems } = filled({ name }, policy);
      return problems.size === 0 && values.find(({ attribute }) => attribute === "name")?.plaintext === name;
    });

  test("in any script, up to two hundred characters", keeps("name-as-written"), () => {
    expect(takesThem(checked.operator.policy)).toBe(true);
  });

  test("which a rule for names would break", removes("name-as-written"), () => {
    expect(takesThem(declared("name", { maxLength: 20 }))).toBe(false);
    expect(takesThem(declared("name", { kind: "email" }))).toBe(false);
  });
});

describe("clause itsectr-privacy/3.2.2: a number is one number, however it is written", () => {
  const spellings = ["+7 200 555-01-42", "8 (200) 555 01 42", "8-200-555-01-42", "72005550142"];
  const isOneNumber = (policy: CompiledPolicy): boolean => {
    const indexes = spellings.map(
      (phone) => filled({ phone }, policy).identifiers.find(({ kind }) => kind === "phone")?.normal,
    );
    const refusesNonsense = filled({ phone: "12345" }, policy).problems.size > 0;
    return indexes[0] !== undefined && new Set(indexes).size === 1 && refusesNonsense;
  };

  test("and an impossible one is refused", keeps("phone-normal-form"), () => {
    expect(isOneNumber(checked.operator.policy)).toBe(true);
  });

  test("which it would not be as plain text", removes("phone-normal-form"), () => {
    expect(isOneNumber(declared("phone", { kind: "text" }))).toBe(false);
  });
});

describe("clause itsectr-privacy/3.2.5: what people write freely is looked through", () => {
  const isFlagged = async (parts: typeof checked.operator): Promise<boolean> => {
    const reference = await sendFeedback("My passport is 4509 123456.", {}, parts);
    const [row] = await rowsOf(checked.operator.store, "enquiry", { reference });
    return String(row?.["flags"]).includes("document-number");
  };

  test("and a number of a document is flagged for staff", keeps("free-text-scan"), async () => {
    expect(await isFlagged(checked.operator)).toBe(true);
  });

  test("which nothing else does", removes("free-text-scan"), async () => {
    expect(await isFlagged({ ...checked.operator, scan: () => [] })).toBe(false);
  });
});

describe("clause itsectr-agreement/4.2.2: forms are for everyone", () => {
  test(
    "a repeated press is taken once, since a shown form is sent once",
    removes("forms-for-everyone"),
    async () => {
      const token = await newToken();
      const once = await sendFeedback("Pressed twice.", { token });
      expect(await sendFeedback("Pressed twice.", { token })).toBe(once);
      expect(await sendFeedback("Pressed twice.")).not.toBe(once);
    },
  );

  test(
    "each field has its name, and a field without one is noticed",
    removes("forms-for-everyone"),
    async () => {
      const { page, close } = await openPage(browser);
      await page.goto(`http://site.localhost:${site.port}/en/feedback/`);
      await inspect(page, "form-as-it-is");
      await page.evaluate("document.querySelectorAll('label').forEach((label) => label.remove())");
      await expect(inspect(page, "form-without-labels")).rejects.toThrow(/label|select-name/u);
      await close();
    },
  );

  test(
    "every form says without a script what is wrong, and keeps what was typed",
    keeps("forms-for-everyone"),
    async () => {
      for (const { path } of checked.operator.policy.forms) {
        const { text, status } = await send({ port: site.port, path: `/en${path}` });
        expect([status, path]).toEqual([200, path]);
        expect(text).toMatch(/<form[^>]+method="post"/u);
      }
    },
  );
});
