import { afterAll, beforeAll, expect, test } from "vitest";
import { CLI, grantAuthorisation, staffByLogin } from "../src/people/staff/index.ts";
import { sendConfirmable } from "./confirmable-sending.ts";
import { type Desk, linkFor, signedIn, startConsole } from "./console-site.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { keeps } from "./keeps.ts";

let installation: TestInstallation;
let operator: OpenedOperator;
let site: TestSite;
let desk: Desk;
beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  site = await startConsole(operator);
  desk = await signedIn(site, await linkFor(operator, null), { name: "Vera Example", login: "vera" });
});
afterAll(async () => {
  await site.served.close();
  await installation.remove();
});

const page = (reference: string) => `/en/console/enquiries/${reference}/`;
const SPAM = "Казино! Заходи, бонус бесплатно: https://c.example, СНИЛС 112-233-445 95";

test(
  "itsectr-agreement/4.3.5: what is held stands in a list of its own, and one button releases it",
  keeps("advertising-held", "itsectr-agreement/4.3.5"),
  async () => {
    const { reference } = await sendConfirmable(operator, { message: SPAM });
    const listed = async (status: string) =>
      (await desk.get(`/en/console/enquiries/?status=${status}`)).text.includes(reference);
    expect([await listed("advertising"), await listed("unconfirmed")]).toEqual([true, false]);
    expect((await desk.get("/en/console/")).text).toContain("held as suspected advertising");
    expect((await desk.get(page(reference))).text).toContain(
      "the text reads like an offer; links to other sites",
    );
    const released = await desk.post(`${page(reference)}release/`);
    expect([released.status, released.headers.location]).toEqual([303, `${page(reference)}?done=released`]);
    expect((await desk.post(`${page(reference)}release/`)).headers.location).toContain("done=nothing-to-do");
    expect([await listed("advertising"), await listed("unconfirmed")]).toEqual([false, true]);
  },
);

test(
  "itsectr-privacy/3.2.5: text is cut by who may clarify and destroy, and by nobody else",
  keeps("free-text-scan", "itsectr-privacy/3.2.5"),
  async () => {
    const { reference } = await sendConfirmable(operator, { message: SPAM });
    const cut = (quote: string) => desk.post(`${page(reference)}cut/`, { quote, reason: "document-number" });
    expect((await desk.get(page(reference))).text).not.toContain("Cut something out");
    expect((await cut("112-233-445 95")).status).toBe(403);
    await operator.store.transaction(async (tx) => {
      const { id: staff } = await staffByLogin(tx, "vera", operator.vault);
      const operations = ["clarify", "destroy"] as const;
      await grantAuthorisation(tx, CLI, { staff, purpose: "inquiry-handling", operations }, operator);
    });
    expect((await desk.get(page(reference))).text).toContain("Cut “112-233-445 95” and destroy it");
    expect((await cut("nothing of it")).status).toBe(422);
    expect((await cut("112-233-445 95")).headers.location).toContain("done=redacted");
    const { text } = await desk.get(page(reference));
    expect(text).toContain("[number of a document]");
    expect(text).not.toContain("112-233-445 95");
  },
);

test("who may advertise is let in and ended at the console, a mistake shown again with what was typed", async () => {
  const path = "/en/console/advertisers/";
  const wrong = await desk.post(path, { name: "a b", who: "firm.example", form: "*", until: "" });
  expect([wrong.status, wrong.text.includes('value="firm.example"')]).toEqual([422, true]);
  const right = await desk.post(path, { name: "deal-1", who: "firm.example", form: "feedback", until: "" });
  expect(right.headers.location).toBe(`${path}?done=advertiser-allowed`);
  const { text } = await desk.get(path);
  expect(text).toContain("deal-1");
  expect(text).not.toContain("firm.example");
  const [end = ""] = /\/en\/console\/advertisers\/[0-9a-f-]{36}\/end\//u.exec(text) ?? [];
  expect((await desk.post(end)).headers.location).toContain("done=advertiser-ended");
  expect((await desk.post(end)).headers.location).toContain("done=nothing-to-do");
});

test(
  "itsectr-agreement/4.3.1: a violation is recorded by one form, and stands on the page",
  keeps("attestation", "itsectr-agreement/4.3.1"),
  async () => {
    const { reference } = await sendConfirmable(operator);
    const record = (clause: string) =>
      desk.post(`${page(reference)}violation/`, { clause, reason: "false-data" });
    expect((await record("user-agreement/4.3.1")).headers.location).toContain("done=violation-recorded");
    expect((await desk.get(page(reference))).text).toContain("itsectr-agreement/4.3.1");
    expect((await record("user-agreement/1.1")).status).toBe(422);
  },
);
