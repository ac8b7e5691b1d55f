import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ConfirmableSending, rowCounts, sendConfirmable } from "../../../test/confirmable-sending.ts";
import { send, sendForm } from "../../../test/http-client.ts";
import { startSite, type TestSite } from "../../../test/http-site.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { CONSENTS_ERRORS, consentsInForce, consentsSchema } from "../../people/consents/index.ts";
import { SUBJECTS_ERRORS, subjectsSchema } from "../../people/subjects/index.ts";
import { ErrorPage } from "../../platform/ui/index.ts";
import { intakeSchema } from "../../services/intake/index.ts";
import { journalSchema } from "../../trust/journal/index.ts";
import { REFUSALS } from "../../trust/gate/index.ts";
import { operatorSite } from "./operator-site.ts";

const TABLES = [consentsSchema, intakeSchema, journalSchema, subjectsSchema].flatMap(({ tables }) =>
  tables.map(({ name }) => name),
);

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;
  let people = 0;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    site = await startSite(
      operatorSite(operator, operator.policy, {
        origins: ["http://site.localhost"],
        mailbox: null,
        desk: null,
        addresses: await operator.store.read((reader) => operator.publication.addresses(reader)),
      }).routes,
      { errors: [SUBJECTS_ERRORS, CONSENTS_ERRORS, REFUSALS], errorPage: ErrorPage },
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
  const newSending = () => sendConfirmable(operator, { email: `visitor-${++people}@example.org` });
  const confirmPath = ({ token }: ConfirmableSending) => `/en/confirm/${token}/`;
  const inForce = ({ subject }: ConfirmableSending) =>
    operator.store.read((reader) => consentsInForce(reader, subject, operator.policy));
  /** The link to withdraw that the confirmed page gives. */
  const withdrawPathOf = async (sending: ConfirmableSending) =>
    /href="(\/en\/consents\/withdraw\/[^"]+)"/u.exec((await get(confirmPath(sending))).text)?.[1] ?? "";

  describe("itsectr-privacy/3.2.3: the page behind a mailed link", () => {
    test("a program that follows every link in a mail changes nothing and is told nothing of the person", async () => {
      const sending = await newSending();
      await operator.journal.sequencer.drain();
      const before = await rowCounts(operator, TABLES);
      for (const language of ["en", "ru"]) {
        const path = `/${language}/confirm/${sending.token}/`;
        const { status, text, headers } = await get(path);
        expect(status).toBe(200);
        expect(headers["cache-control"]).toBe("no-store");
        expect(text).toContain(sending.reference);
        expect(text).toContain(operator.policy.consents[0]?.label[language as "en" | "ru"]);
        expect(text).not.toContain("example.org<");
        expect(text).not.toContain(`visitor-${people}`);
        expect(text).not.toContain("Anna Example");
        expect((await send({ port: site.port, path, method: "HEAD" })).status).toBe(200);
      }
      expect(await rowCounts(operator, TABLES)).toEqual(before);
    });

    test("its button confirms, answers by a redirect, and the page then says what is in force", async () => {
      const sending = await newSending();
      const answer = await post(confirmPath(sending), { confirm: "all" });
      expect([answer.status, answer.headers.location]).toEqual([303, confirmPath(sending)]);
      expect(await inForce(sending)).toEqual(["offers"]);
      const { text } = await get(confirmPath(sending));
      expect(text).toContain("Your address is confirmed");
      expect(text).toContain("/en/consents/withdraw/");
      expect((await post(confirmPath(sending), { confirm: "all" })).status).toBe(303);
    });

    test("its other button confirms the address alone", async () => {
      const sending = await newSending();
      await post(confirmPath(sending), { confirm: "address" });
      expect(await inForce(sending)).toEqual([]);
      const { text } = await get(confirmPath(sending));
      expect(text).toContain("Your address is confirmed");
      expect(text).toContain("Consents that are not confirmed");
    });

    test.each<[string, string, number, string]>([
      ["a forged token", "/en/confirm/AAAA/", 404, "confirm-link-unknown"],
      ["a forged token to withdraw", "/en/consents/withdraw/AAAA/", 404, "withdraw-link-unknown"],
      ["a token that is too long", `/en/confirm/${"A".repeat(300)}/`, 404, "not-found"],
      ["a token of endless length", `/en/confirm/${"A".repeat(3000)}/`, 414, "url-too-long"],
    ])("%s is refused, shown and sent alike", async (_, path, status, code) => {
      const answers = [
        await get(path, { Accept: "application/json" }),
        await post(path, { confirm: "all", withdraw: "yes" }, { Accept: "application/json" }),
      ];
      expect(answers[0]?.status).toBe(status);
      expect(answers[0]?.text).toContain(code);
      expect(answers[1]?.status).toBeGreaterThanOrEqual(400);
      expect(answers[1]?.status).toBeLessThan(500);
    });

    test("one kind of link opens no other kind of page", async () => {
      const sending = await newSending();
      const withdraw = operator.links.sign("withdraw", sending.givings.get("offers") ?? "");
      expect((await get(`/en/confirm/${withdraw}/`)).status).toBe(404);
      expect((await get(`/en/consents/withdraw/${sending.token}/`)).status).toBe(404);
    });

    test("another site cannot press the button, nor a form with other fields", async () => {
      const sending = await newSending();
      const elsewhere = { "Sec-Fetch-Site": "cross-site", Origin: "https://elsewhere.example" };
      expect((await post(confirmPath(sending), { confirm: "all" }, elsewhere)).status).toBe(403);
      for (const fields of [{}, { confirm: "everything" }, { confirm: "all", subject: sending.subject }]) {
        expect((await post(confirmPath(sending), fields)).status).toBe(400);
      }
      expect(await inForce(sending)).toEqual([]);
      expect((await get(confirmPath(sending))).text).toContain("Confirm your address");
    });
  });

  describe("itsectr-privacy/4.1.2: a consent is withdrawn by its link", () => {
    test("looking changes nothing; the button withdraws, also twice, and the page says where to consent anew", async () => {
      const sending = await newSending();
      await post(confirmPath(sending), { confirm: "all" });
      const path = await withdrawPathOf(sending);
      expect((await get(path)).text).toContain("Withdraw the consent");
      expect(await inForce(sending)).toEqual(["offers"]);

      for (let i = 0; i < 2; i++) {
        const answer = await post(path, { withdraw: "yes" });
        expect([answer.status, answer.headers.location]).toEqual([303, path]);
      }
      expect(await inForce(sending)).toEqual([]);
      const { text } = await get(path);
      expect(text).toContain("The consent is withdrawn");
      expect(text).toContain('href="/en/feedback/"');
      expect((await get(confirmPath(sending))).text).toContain("No consent is in force");
    });

    test("it can be withdrawn before it is ever confirmed, and whoever declined the policy can too", async () => {
      const sending = await newSending();
      const token = operator.links.sign("withdraw", sending.givings.get("offers") ?? "");
      const declined = { Cookie: "policy-choice=declined" };
      expect((await get(`/en/consents/withdraw/${token}/`, declined)).status).toBe(200);
      expect((await post(`/en/consents/withdraw/${token}/`, { withdraw: "yes" }, declined)).status).toBe(303);
      expect((await post(confirmPath(sending), { confirm: "all" }, declined)).status).toBe(303);
      expect(await inForce(sending)).toEqual([]);
    });
  });

  describe("itsectr-privacy/2.2: declining the policy", () => {
    const CHOICE = "/en/policy-choice/";
    const declined = { Cookie: "policy-choice=declined" };

    test("lasts a year in this browser, names nobody, and leaves nothing on the server", async () => {
      await operator.journal.sequencer.drain();
      const before = await rowCounts(operator, TABLES);
      const answer = await post(CHOICE, { choice: "decline" });
      expect([answer.status, answer.headers.location]).toEqual([303, CHOICE]);
      expect(answer.headers["set-cookie"]).toEqual([
        "policy-choice=declined; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000",
      ]);
      const again = await post(CHOICE, { choice: "decline" });
      expect(again.headers["set-cookie"]).toEqual(answer.headers["set-cookie"]);
      expect(await rowCounts(operator, TABLES)).toEqual(before);
    });

    test("is shown, and undone by removing the cookie", async () => {
      expect((await get(CHOICE)).text).toContain("This browser has not declined the policy");
      expect((await get(CHOICE, declined)).text).toContain("This browser has declined the policy");
      expect((await get("/ru/policy-choice/", declined)).text).toContain(
        "В этом браузере политика отклонена",
      );
      const answer = await post(CHOICE, { choice: "undo" }, declined);
      expect(answer.headers["set-cookie"]).toEqual([
        "policy-choice=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
      ]);
    });

    test("closes no document, and each of them offers the choice, to everybody the same bytes", async () => {
      for (const { path } of operator.policy.documents) {
        const [one, other] = [await get(`/en${path}`), await get(`/en${path}`, declined)];
        expect([one.status, other.status]).toEqual([200, 200]);
        expect(other.text).toBe(one.text);
        expect(one.text).toContain('href="/en/policy-choice/"');
        expect(other.headers["set-cookie"]).toBeUndefined();
      }
    });

    test("is nobody's to make but the visitor's own: looking, or another site, sets no cookie", async () => {
      expect((await get(CHOICE)).headers["set-cookie"]).toBeUndefined();
      const elsewhere = { "Sec-Fetch-Site": "cross-site", Origin: "https://elsewhere.example" };
      const answer = await post(CHOICE, { choice: "decline" }, elsewhere);
      expect([answer.status, answer.headers["set-cookie"]]).toEqual([403, undefined]);
      for (const value of ["accepted", "1", "declined2"]) {
        expect((await get(CHOICE, { Cookie: `policy-choice=${value}` })).text).toContain("has not declined");
        expect((await post(CHOICE, { choice: value })).status).toBe(400);
      }
    });
  });
});
