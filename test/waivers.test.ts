import { afterAll, beforeAll, expect, test } from "vitest";
import { linkFor, signedIn, startConsole } from "./console-site.ts";
import { send } from "./http-client.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";

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

const spoken = (text: string) =>
  text.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

test("what is accepted of the check's warnings stands in public with its reason, and before whoever publishes", async () => {
  const { waivers } = operator.policy;
  expect(waivers.length).toBeGreaterThan(0);
  const anna = await signedIn(site, await linkFor(operator, null), { name: "Anna Example", login: "anna" });
  for (const language of ["en", "ru"] as const) {
    const { text } = await send({ port: site.port, path: `/${language}/promises/` });
    const publishing = (await anna.get(`/${language}/console/publish/`)).text;
    for (const { where, reason } of waivers) {
      for (const page of [text, publishing]) {
        expect(spoken(page)).toContain(reason[language]);
        expect(page).toContain(where);
      }
    }
    expect(publishing).toContain(language === "en" ? "accepted in public" : "принято публично");
  }
});
