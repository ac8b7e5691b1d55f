import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ManualClock } from "../src/platform/clock/index.ts";
import { formatDate } from "../src/platform/i18n/index.ts";
import { endTerm, type TermEnd } from "../src/policy/index.ts";
import { type Desk, linkFor, signedIn, startConsole } from "./console-site.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { sendEnquiry } from "./sent-enquiry.ts";

const DAY = 86_400_000;

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;
  let anna: Desk;
  /** Letters of today, and one that nobody answered for sixty days. */
  let today: string;
  let old: string;
  let oldEnd: TermEnd;

  const tenWorkingDays = () => {
    const calendar = operator.rules.find(({ regime }) => regime === "RU-152FZ")?.calendar;
    if (calendar === undefined) throw new Error("no calendar");
    const counting = { timeZone: operator.policy.operator.timeZone, calendar };
    return endTerm({ length: 10, unit: "working-day" }, operator.clock.now(), counting);
  };
  const dayOf = ({ date }: TermEnd, language: "en" | "ru" = "en") =>
    formatDate(Date.parse(date), language, "UTC");

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    const clock = new ManualClock(Date.now() - 60 * DAY);
    operator = await installation.open({ clock });
    oldEnd = tenWorkingDays();
    old = await sendEnquiry(operator, "my-data");
    clock.jumpTo(Date.now());
    today = await sendEnquiry(operator, "my-data");
    site = await startConsole(operator);
    anna = await signedIn(site, await linkFor(operator, null), { name: "Anna Example", login: "anna" });
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  test("the console opens on what is owed by a date, what is late first", async () => {
    const due = (await anna.get("/en/console/")).text;
    expect(due).toContain(`late since ${dayOf(oldEnd)}`);
    expect(due).toContain(`answer by ${dayOf(tenWorkingDays())}`);
    expect(due.indexOf(old)).toBeLessThan(due.indexOf(today));
    expect((await anna.get("/ru/console/")).text).toContain(`ответить до ${dayOf(tenWorkingDays(), "ru")}`);
  });

  test("a letter's page has every clock that runs for it, which of them rules, what was told, and how sure that is (T05)", async () => {
    const page = (await anna.get(`/en/console/enquiries/${today}/`)).text;
    const rows = [...page.matchAll(/<tr><th scope="row">(.*?)<\/tr>/gu)].map(([, row = ""]) => row);
    const ruling = rows.filter((row) => row.includes(">rules<"));
    expect(ruling).toHaveLength(1);
    for (const text of [
      dayOf(tenWorkingDays()),
      `told: ${dayOf(tenWorkingDays())}`,
      "152-FZ",
      "not verified",
    ]) {
      expect(ruling[0]).toContain(text);
    }
    expect(ruling[0]?.includes("provisional")).toBe(tenWorkingDays().provisional);
    expect(rows.some((row) => row.includes("policy, clause 10.2.deadline"))).toBe(true);
  });

  test("a letter that was closed owes nothing, until it is opened again", async () => {
    const path = `/en/console/enquiries/${today}/`;
    await anna.post(`${path}close/`);
    const closed = (await anna.get(path)).text;
    expect(closed).not.toContain("answer by");
    expect(closed).toContain(">done<");
    await anna.post(`${path}reopen/`);
    expect((await anna.get(path)).text).toContain("answer by");
  });

  test("a letter about anything else has no clock", async () => {
    const reference = await sendEnquiry(operator);
    const page = (await anna.get(`/en/console/enquiries/${reference}/`)).text;
    expect(page).toContain(reference);
    expect(page).not.toContain("answer by");
  });
});
