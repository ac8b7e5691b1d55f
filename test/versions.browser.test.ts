import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemRandom, uuidv7 } from "../src/platform/random/index.ts";
import { type CompiledPolicy, diffPolicies, renderDocument } from "../src/policy/index.ts";
import { launchBrowser, openPage } from "./browser.ts";
import { startConsole } from "./console-site.ts";
import type { TestSite } from "./http-site.ts";
import { inspect, SCREENS, takePicture, unexpected } from "./inspect-page.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";

/** 1 January 2099, 9:00 in Moscow. */
const LATER = Date.parse("2099-01-01T06:00:00.000Z");

let browser: Browser;
let installation: TestInstallation;
let operator: OpenedOperator;
let site: TestSite;

/** Version 1 is earlier, 2 in force, 3 called off, 4 scheduled. */
beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  await publish("thirty-one");
  const overtaken = await publish("forty", LATER);
  await operator.store.transaction((tx) => operator.publication.callOff(tx, overtaken, STAFF));
  await publish("fifty", LATER);
  [browser, site] = await Promise.all([launchBrowser(), startConsole(operator)]);
});
afterAll(async () => {
  await browser.close();
  await site.served.close();
  await installation.remove();
});

const STAFF = uuidv7(Date.parse("2026-11-22T09:00:00.000Z"), systemRandom);

/** Publishes the policy with another word in its clause 5.1.term. Resolves with the version. */
async function publish(word: string, effectiveFrom?: number): Promise<number> {
  const { policy, publication, store } = operator;
  const standing = (await store.read((reader) => publication.timeline(reader))).filter(
    ({ calledOffAt }) => calledOffAt === null,
  );
  const compiled = reworded(policy, word);
  const documents = compiled.documents.flatMap((document) =>
    compiled.operator.languages.map((language) => ({
      code: document.code,
      language,
      bytes: renderDocument(document, language),
    })),
  );
  const { version } = await store.transaction((tx) =>
    publication.publishDraft(tx, {
      draft: {
        compiled,
        madeFrom: { kind: "folder" as const },
        findings: [],
        changes: diffPolicies(policy, compiled),
        base: standing[0]?.number ?? null,
        documents,
        changedDocuments: ["privacy-policy"],
        hash: word,
      },
      previewed: word,
      publishedBy: STAFF,
      via: "console",
      note: { en: `The term is said in words: ${word}.`, ru: `Срок назван словами: ${word}.` },
      ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    }),
  );
  return version;
}

function reworded(policy: CompiledPolicy, word: string): CompiledPolicy {
  return {
    ...policy,
    documents: policy.documents.map((document) => ({
      ...document,
      sections: document.sections.map((section) => ({
        ...section,
        clauses: section.clauses.map((clause) =>
          clause.id === "5.1.term"
            ? {
                ...clause,
                text: {
                  en: `${clause.text.en} In words: ${word}.`,
                  ru: `${clause.text.ru} Словами: ${word}.`,
                },
              }
            : clause,
        ),
      })),
    })),
  };
}

const at = (path: string) => `http://site.localhost:${site.port}${path}`;

test.each(SCREENS)(
  "in %s on %s every version says how it stands, and the log leads to what changed",
  async (language, screen, options) => {
    const { page, hosts, complaints, close } = await openPage(browser, { ...options, locale: language });
    const look = (name: string) => inspect(page, `${name}-${language}-${screen}`);
    for (const [name, version] of [
      ["earlier", 1],
      ["called-off", 3],
      ["scheduled", 4],
    ] as const) {
      await page.goto(at(`/${language}/privacy-policy/versions/${version}/`));
      expect(await page.locator("main > .notice").count(), name).toBe(1);
      await look(`version-${name}`);
    }
    await page.goto(at(`/${language}/privacy-policy/`));
    await look("policy-announced");
    await page.goto(at(`/${language}/privacy-policy/changes/`));
    await look("changes-several");
    // The number that readers of the document see there, not the id, and its place.
    const cited = page.locator('#v2 h3 a[href$="/versions/2/#5.1.term"]');
    const number = ((await cited.textContent()) ?? "").replace(/^\S+\s/u, "");
    expect(number).toMatch(/^5\.1\(\p{L}\)$/u);
    await cited.click();
    expect(await page.textContent("[id='5.1.term'] .clause-number")).toBe(number);
    expect([...hosts]).toEqual(["site.localhost"]);
    expect(unexpected(complaints)).toEqual([]);
    await close();
  },
);

test("a policy on paper has its text and its margin, and nothing to press", async () => {
  const { page, close } = await openPage(browser);
  await page.goto(at("/en/privacy-policy/"));
  await page.emulateMedia({ media: "print" });
  await takePicture(page, "policy-print");
  const shown = (selector: string) => page.locator(selector).first().isVisible();
  expect([await shown(".clause-text"), await shown(".kept-text"), await shown("h1")]).toEqual([
    true,
    true,
    true,
  ]);
  expect([await shown(".menu"), await shown(".languages"), await shown(".contents")]).toEqual([
    false,
    false,
    false,
  ]);
  await close();
});
