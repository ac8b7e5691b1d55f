import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowCounts } from "../../../test/confirmable-sending.ts";
import { openForm, send, wordsOf } from "../../../test/faults/submissions.ts";
import { send as request, sendForm } from "../../../test/http-client.ts";
import { startSite, type TestSite, type TestSiteOptions } from "../../../test/http-site.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { ErrorPage } from "../../platform/ui/index.ts";
import { subjectsSchema } from "../../people/subjects/index.ts";
import { jobsSchema } from "../../platform/jobs/index.ts";
import { intakeSchema } from "../../services/intake/index.ts";
import { messagesSchema } from "../../services/messages/index.ts";
import { journalSchema, RECEIPT_FINDINGS, verifyReceipt } from "../../trust/journal/index.ts";
import { operatorSite } from "./operator-site.ts";
import { RECEIPT_PAGE_ERRORS } from "./receipt.errors.ts";

const SCHEMAS = [jobsSchema, journalSchema, subjectsSchema, intakeSchema, messagesSchema];
const TABLES = SCHEMAS.flatMap(({ tables }) => tables.map(({ name }) => name));

/** The text of a page's one block of code that is a receipt. */
function receiptIn(html: string): string {
  const escaped = /<code translate="no">(upheld-receipt[^<]*)<\/code>/u.exec(html)?.[1] ?? "";
  return escaped.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;
  let receipt: string;
  let reference: string;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    const outcome = await send(operator, await openForm(operator, 1));
    if (outcome.outcome !== "received") throw new Error(outcome.outcome);
    ({ text: receipt, reference } = outcome.receipt);
    await operator.journal.sequencer.drain();
    site = await openSite();
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  const openSite = async (more: TestSiteOptions = {}) =>
    startSite(
      operatorSite(operator, operator.policy, {
        origins: ["http://site.localhost"],
        mailbox: null,
        desk: null,
        addresses: await operator.store.read((reader) => operator.publication.addresses(reader)),
      }).routes,
      { errors: [RECEIPT_PAGE_ERRORS], errorPage: ErrorPage, ...more },
    );
  const check = (text: string, language = "en", { port } = site) =>
    sendForm({ port, path: `/${language}/receipt/` }, { receipt: text });

  test("a person without the command learns what the receipt proves, and gets it back with its proof", async () => {
    const { status, text, headers } = await check(receipt.replaceAll("\n", "\r\n"));
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(text).toContain(reference);
    expect(text).toContain('href="/en/privacy-policy/versions/1/"');
    expect(text).toContain("itsectr.upheld/journal, entry");
    for (const typed of Object.values(wordsOf(1))) expect(text).not.toContain(typed);
    const completed = receiptIn(text);
    expect(verifyReceipt(completed, { key: operator.journal.verifierKey }).verdict).toBe("proven");
    expect((await request({ port: site.port, path: "/en/privacy-policy/versions/1/" })).status).toBe(200);
  });

  test("the same in Russian, and the page before it in both", async () => {
    expect((await check(receipt, "ru")).text).toContain("Квитанция подлинна, и журнал это доказывает");
    for (const [language, word] of [
      ["en", "Check a receipt"],
      ["ru", "Проверить квитанцию"],
    ]) {
      const { status, text } = await request({ port: site.port, path: `/${language}/receipt/` });
      expect(status).toBe(200);
      expect(text).toContain(word);
    }
  });

  test.each([
    ["nothing", (): string => "", "receipt-malformed"],
    ["a markup", (): string => "</textarea><script>alert(1)</script>", "receipt-malformed"],
    [
      "a receipt with another reference",
      (): string => receipt.replace(reference, "0000-0000"),
      "receipt-signature",
    ],
    [
      "more than a receipt can be",
      (): string => `upheld-receipt/1\n${"a".repeat(70_000)}`,
      "receipt-malformed",
    ],
  ] as const)("%s is refused with its finding, and claims nothing", async (_, text, finding) => {
    const answer = await check(text());
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(RECEIPT_FINDINGS[finding].en);
    expect(answer.text).not.toContain("<script>alert");
    expect(receiptIn(answer.text)).toBe("");
  });

  test("another operator's receipt is not vouched for, and neither is one that the journal does not have", async () => {
    const other = await temporaryInstallation("sqlite");
    const stranger = await other.open();
    const outcome = await send(stranger, await openForm(stranger, 2));
    if (outcome.outcome !== "received") throw new Error(outcome.outcome);
    const foreign = await check(outcome.receipt.text);
    expect(foreign.status).toBe(422);
    expect(foreign.text).toContain(RECEIPT_FINDINGS["receipt-other-key"].en);
    await other.remove();
  });

  test("checking stores nothing and logs nothing of the receipt", async () => {
    await operator.journal.sequencer.drain();
    const before = await rowCounts(operator, TABLES);
    await check(receipt);
    await check("wrong");
    await operator.journal.sequencer.drain();
    expect(await rowCounts(operator, TABLES)).toEqual(before);
    expect(site.lines.join("\n")).not.toContain(reference);
  });

  test("a body beyond its limit is refused unread, another site's form not taken", async () => {
    expect((await check("a".repeat(200_000))).status).toBe(413);
    const foreign = await sendForm(
      { port: site.port, path: "/en/receipt/", headers: { "sec-fetch-site": "cross-site" } },
      { receipt },
    );
    expect(foreign.status).toBe(403);
  });

  test("a flood of checks is held off, and a second later the page is there again", async () => {
    const clock = new ManualClock(operator.clock.now());
    const flooded = await openSite({ clock });
    const statuses: number[] = [];
    for (let i = 0; i < 55; i++) statuses.push((await check("flood", "en", flooded)).status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(50);
    expect(statuses.slice(50)).toEqual([429, 429, 429, 429, 429]);
    clock.advance(1_000);
    expect((await check(receipt, "en", flooded)).status).toBe(200);
    await flooded.served.close();
  });
});
