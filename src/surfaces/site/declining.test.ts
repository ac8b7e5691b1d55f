import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowCounts } from "../../../test/confirmable-sending.ts";
import { send, sendForm } from "../../../test/http-client.ts";
import { startSite, type TestSite } from "../../../test/http-site.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { keeps, removes } from "../../../test/keeps.ts";
import { ErrorPage } from "../../platform/ui/index.ts";
import { REFUSALS } from "../../trust/gate/index.ts";
import { operatorSite } from "./operator-site.ts";

const TABLES = [
  "subject",
  "subject_value",
  "acceptance",
  "consent_event",
  "enquiry",
  "message",
  "journal_entry",
];
const DECLINED = { Cookie: "policy-choice=declined; changes-seen=2" };

describe.each([
  ["sqlite", "itsectr"],
  ["postgres", "itsectr"],
  ["sqlite", "itserw"],
  ["sqlite", "img"],
  ["sqlite", "proit"],
] as const)("%s, %s", (engine, id) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open({ id });
    site = await startSite(
      operatorSite(operator, operator.policy, {
        origins: ["http://site.localhost"],
        mailbox: null,
        desk: null,
        addresses: await operator.store.read((reader) => operator.publication.addresses(reader)),
      }).routes,
      { errors: [REFUSALS], errorPage: ErrorPage },
    );
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    send({ port: site.port, path, headers });
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    sendForm({ port: site.port, path, headers }, fields);

  test(
    "the control stands on each document that is accepted and by each form, and works without a script",
    keeps("declining", "itsectr-privacy/2.2", "itsectr-agreement/1.3", "proit-privacy/1.3"),
    async () => {
      const { documents, forms } = operator.policy;
      const accepted = documents.filter(({ kind }) => kind !== "consent" && kind !== "information");
      for (const { path } of [...accepted, ...forms]) {
        const { status, text } = await get(`/en${path}`);
        const main = text.slice(text.indexOf("<main"), text.indexOf("</main>"));
        expect([path, status, main.includes('href="/en/policy-choice/"')]).toEqual([path, 200, true]);
      }
      const declined = await post("/en/policy-choice/", { choice: "decline" }, { Cookie: DECLINED.Cookie });
      expect(declined.status).toBe(303);
      const cookies = [declined.headers["set-cookie"]].flat().join("\n");
      expect(cookies).toContain("policy-choice=declined");
      expect(cookies).toMatch(/changes-seen=;.*Max-Age=0/u);
      const undone = await post("/en/policy-choice/", { choice: "undo" });
      expect([undone.headers["set-cookie"]].flat().join("\n")).toMatch(/policy-choice=;.*Max-Age=0/u);
    },
  );

  test(
    "afterwards every form that the policy closes says why, takes nothing, and leaves nothing behind",
    keeps("declining", "itsectr-privacy/2.2"),
    async () => {
      await operator.journal.sequencer.drain();
      const before = await rowCounts(operator, TABLES);
      const closed = operator.policy.forms.filter(({ whenDeclined }) => whenDeclined === "closed");
      expect(closed.length).toBeGreaterThan(0);
      for (const { path } of closed) {
        const page = await get(`/en${path}`, DECLINED);
        expect([path, page.status]).toEqual([path, 200]);
        expect(page.text).toContain("You declined");
        expect((await post(`/en${path}`, { email: "anna@example.org" }, DECLINED)).status).toBe(403);
      }
      await operator.journal.sequencer.drain();
      expect(await rowCounts(operator, TABLES)).toEqual(before);
    },
  );

  test(
    "the documents, the letter about one's own data, and the contacts stay open",
    keeps("declining", "itsectr-agreement/1.3", "proit-privacy/1.3"),
    async () => {
      for (const { path } of operator.policy.documents)
        expect((await get(`/en${path}`, DECLINED)).status).toBe(200);
      const letter = await get("/en/letter/", DECLINED);
      expect(letter.status).toBe(200);
      expect(letter.text).toContain("<form");
      expect(letter.text).not.toContain("You declined");
      const choice = (await get("/en/policy-choice/", DECLINED)).text;
      expect(choice).toContain(`mailto:${operator.policy.operator.email}`);
      expect(choice).toContain('href="/en/letter/"');
    },
  );

  test("without the choice nothing is closed", removes("declining"), async () => {
    for (const { path } of operator.policy.forms) {
      expect((await get(`/en${path}`)).text).not.toContain("You declined");
      expect((await get(`/en${path}`, { Cookie: "policy-choice=anything" })).text).not.toContain(
        "You declined",
      );
    }
  });
});
