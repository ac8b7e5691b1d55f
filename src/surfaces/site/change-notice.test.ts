import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowCounts, sendConfirmable } from "../../../test/confirmable-sending.ts";
import { send, sendForm } from "../../../test/http-client.ts";
import { startSite, type TestSite } from "../../../test/http-site.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { keeps, removes } from "../../../test/keeps.ts";
import { publishNext, withNotice, withOtherTexts } from "../../../test/next-version.ts";
import { CONSENTS_ERRORS } from "../../people/consents/index.ts";
import { SUBJECTS_ERRORS } from "../../people/subjects/index.ts";
import { ErrorPage } from "../../platform/ui/index.ts";
import type { Settings } from "../../policy/index.ts";
import { confirmSubmission } from "../../services/intake/index.ts";
import { REFUSALS } from "../../trust/gate/index.ts";
import { readChangeNews } from "./change-news.ts";
import { operatorSite } from "./operator-site.ts";

const BANNER = "of our documents holds";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    await layOut();
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  async function layOut(): Promise<void> {
    const policy = (await operator.publication.current(operator.clock.now()))?.compiled ?? operator.policy;
    const laidOut = operatorSite(operator, policy, {
      origins: ["http://site.localhost"],
      mailbox: null,
      desk: null,
      addresses: await operator.store.read((reader) => operator.publication.addresses(reader)),
      news: await readChangeNews(operator, policy),
    });
    site = await startSite(laidOut.routes, {
      sites: [laidOut],
      errors: [SUBJECTS_ERRORS, CONSENTS_ERRORS, REFUSALS],
      errorPage: ErrorPage,
    });
  }
  let texts = 0;
  const publish = async (notice: Settings["versioning"]["notice"]) => {
    const fact = await publishNext(operator, (policy) =>
      withOtherTexts(withNotice(policy, notice), `${++texts}.`),
    );
    await site.served.close();
    await layOut();
    return fact;
  };
  const get = (path: string, headers: Record<string, string> = {}) =>
    send({ port: site.port, path, headers });
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    sendForm({ port: site.port, path, headers }, fields);
  const cookieOf = ({ headers }: Awaited<ReturnType<typeof post>>) =>
    String(headers["set-cookie"]).split(";")[0] ?? "";
  const PAGES = [
    "/en/",
    "/en/privacy-policy/",
    "/en/feedback/",
    "/en/policy-choice/",
    "/en/privacy-policy/changes/",
  ];
  const bannersOn = async (headers: Record<string, string> = {}) => {
    const shown = [];
    for (const path of PAGES) if ((await get(path, headers)).text.includes(BANNER)) shown.push(path);
    return shown;
  };

  test(
    "reading, crawling and looking ahead accept nothing and set nothing",
    keeps(
      "acceptance-at-first-trace",
      "itsectr-privacy/2.1",
      "itsectr-agreement/3.4",
      "img-privacy/8.3",
      "itsectr-privacy/9.3",
      "proit-privacy/6.2",
    ),
    async () => {
      await operator.journal.sequencer.drain();
      const tables = ["acceptance", "subject", "consent_event", "journal_entry"];
      const before = await rowCounts(operator, tables);
      for (const path of [...PAGES, "/ru/user-agreement/", "/en/letter/"]) {
        for (const headers of [{}, { "User-Agent": "Googlebot/2.1" }, { "Sec-Purpose": "prefetch" }]) {
          const answer = await get(path, headers);
          expect([path, answer.status, answer.headers["set-cookie"]]).toEqual([path, 200, undefined]);
        }
      }
      await operator.journal.sequencer.drain();
      expect(await rowCounts(operator, tables)).toEqual(before);
    },
  );

  test(
    "a form names each document that sending it accepts, with its address",
    keeps("acceptance-at-first-trace", "itsectr-agreement/1.3"),
    async () => {
      const { text } = await get("/en/feedback/");
      const sentence = /By sending you accept.*?<\/p>/su.exec(text)?.[0] ?? "";
      expect(sentence).toContain('href="/en/privacy-policy/"');
      expect(sentence).toContain('href="/en/user-agreement/"');
      expect(sentence).not.toContain("consent");
      expect((await get("/en/letter/")).text).not.toContain("By sending you accept");
    },
  );

  test(
    "T13: under the notice banner every page says since when and what, until this browser dismisses it",
    keeps("change-notice", "itsectr-agreement/1.4"),
    async () => {
      expect(await bannersOn()).toEqual([]);
      const { version } = await publish("banner");
      expect(await bannersOn()).toEqual(PAGES);
      const page = await get("/en/");
      expect(page.text).toContain(`version ${version} ${BANNER}`);
      expect(page.text).toContain('href="/en/privacy-policy/changes/"');
      expect(page.text).toContain('href="/en/user-agreement/changes/"');
      expect((await get("/en/changes/")).headers["set-cookie"]).toBeUndefined();

      const dismissed = await post("/en/changes/", { version: String(version) });
      expect(dismissed.status).toBe(303);
      const cookie = { Cookie: cookieOf(dismissed) };
      expect(await bannersOn(cookie)).toEqual([]);
      // What is served from memory to one browser is not what the other gets.
      expect(await bannersOn()).toEqual(PAGES);
      expect(await bannersOn({ Cookie: "changes-seen=1" })).toEqual(PAGES);
      await publish("banner");
      expect(await bannersOn(cookie)).toEqual(PAGES);
      expect((await post("/en/changes/", { version: "x" })).status).toBeLessThan(500);
    },
  );

  test("under every other notice no page says it", removes("change-notice"), async () => {
    for (const notice of ["none", "e-mail", "re-accept"] as const) {
      await publish(notice);
      expect(await bannersOn()).toEqual([]);
    }
  });

  test(
    "T13: under re-accept the form has a control of its own, and a page accepts the exact text and nothing beside",
    keeps("change-notice", "exact-bytes-accepted", "itsectr-agreement/7.3", "itsectr-agreement/1.4"),
    async () => {
      await publish("none");
      expect((await get("/en/feedback/")).text).not.toContain('name="accept-newer"');
      const sending = await sendConfirmable(operator, { email: "anna@example.org", consents: [] });
      await confirmSubmission({ token: sending.token, addressOnly: false }, operator);
      expect((await get(`/en/accept/${sending.token}/`)).text).toContain("nothing to accept");
      await publish("re-accept");
      const form = (await get("/en/feedback/")).text;
      expect(/<input[^>]*name="accept-newer"[^>]*>/u.exec(form)?.[0]).not.toContain("checked");

      expect((await get(`/en/confirm/${sending.token}/`)).text).toContain(`/en/accept/${sending.token}/`);
      const page = (await get(`/en/accept/${sending.token}/`)).text;
      const hidden = (name: string) =>
        new RegExp(`name="${name}" value="([^"]*)"`, "u").exec(page)?.[1] ?? "";
      const fields = { policy: hidden("policy"), texts: hidden("texts") };
      const accept = (changed: Record<string, string>) =>
        post(`/en/accept/${sending.token}/`, { ...fields, ...changed });
      const before = await rowCounts(operator, ["acceptance"]);
      expect((await accept({ conditions: "only if paid" })).status).toBe(422);
      expect((await accept({ texts: fields.texts.replace(/:[0-9a-f]/u, ":x") })).status).toBe(422);
      expect((await accept({ texts: `${fields.texts} mine:${"0".repeat(64)}` })).status).toBe(422);
      expect((await accept({ policy: "0".repeat(64) })).status).toBe(409);
      expect((await post(`/en/accept/${sending.token}x/`, fields)).status).toBe(404);
      expect(await rowCounts(operator, ["acceptance"])).toEqual(before);
      expect((await accept({})).status).toBe(303);
      expect(await rowCounts(operator, ["acceptance"])).toEqual({
        acceptance: (before["acceptance"] ?? 0) + 2,
      });
      expect((await get(`/en/accept/${sending.token}/`)).text).toContain("nothing to accept");
    },
  );
});
