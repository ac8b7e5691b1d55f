import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startConsole } from "./console-site.ts";
import { send } from "./http-client.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { keeps } from "./keeps.ts";

let installation: TestInstallation;
let operator: OpenedOperator;
let site: TestSite;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  site = await startConsole(operator);
});
afterAll(async () => {
  await site.served.close();
  await installation.remove();
});

const get = async (path: string) => (await send({ port: site.port, path })).text;

describe.each(["en", "ru"] as const)("in %s", (language) => {
  test(
    "itsectr-agreement/3.2.forms: the first page leads to each service, and its page to both forms, which then are about it",
    keeps("service-enquiries", "itsectr-agreement/3.2.forms"),
    async () => {
      const home = await get(`/${language}/`);
      expect(operator.policy.services.length).toBeGreaterThan(1);
      for (const { code, path, title } of operator.policy.services) {
        expect(home).toContain(`href="/${language}${path}"`);
        const page = await get(`/${language}${path}`);
        expect(page).toContain(`<h1>${title[language]}</h1>`);
        for (const form of ["order", "feedback"]) {
          const [link] = page.match(new RegExp(`/${language}/${form}/\\?about=[a-z-]+`, "u")) ?? [];
          expect(link).toBe(`/${language}/${form}/?about=${code}`);
          expect(await get(link ?? "")).toContain(`name="about" value="${code}"`);
        }
      }
    },
  );

  test(
    "itsectr-agreement/3.4, tension T14: a service's page informs and says so, while the agreement is an offer",
    keeps("offer-status", "itsectr-agreement/3.4"),
    async () => {
      const [agreement] = operator.policy.documents.filter(({ code }) => code === "user-agreement");
      expect(agreement?.offerStatus).toBe("public-offer");
      const informs = { en: "It is not a public offer", ru: "не является публичной офертой" }[language];
      for (const { path, offerStatus } of operator.policy.services) {
        expect(offerStatus).toBe("informational");
        expect(await get(`/${language}${path}`)).toContain(informs);
      }
    },
  );
});
