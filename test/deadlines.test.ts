import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ManualClock } from "../src/platform/clock/index.ts";
import { type Desk, linkFor, signedIn, startConsole } from "./console-site.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { sendEnquiry } from "./sent-enquiry.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;
  let anna: Desk;
  let clock: ManualClock;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    clock = new ManualClock(Date.parse("2026-12-25T09:00:00Z"));
    operator = await installation.open({ clock });
    site = await startConsole(operator);
    anna = await signedIn(site, await linkFor(operator, null), { name: "Anna Example", login: "anna" });
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  test("the console says by when a letter about one's own data is owed an answer, by which clock, and how sure that is", async () => {
    const reference = await sendEnquiry(operator, "my-data");
    const due = (await anna.get("/en/console/")).text;
    expect(due).toContain("answer by 19 January 2027");
    expect(due).toContain("provisional");

    const page = (await anna.get(`/en/console/enquiries/${reference}/`)).text;
    const rows = [...page.matchAll(/<tr><th scope="row">(.*?)<\/tr>/gu)].map(([, row = ""]) => row);
    const ruling = rows.filter((row) => row.includes(">rules<"));
    expect(ruling).toHaveLength(1);
    expect(ruling[0]).toMatch(/19 January 2027.*provisional.*told: 19 January 2027.*152-FZ.*not verified/u);
    const promised = rows.find((row) => row.includes("policy, clause 10.2.deadline"));
    expect(promised).toContain("16 February 2027");

    const russian = (await anna.get(`/ru/console/enquiries/${reference}/`)).text;
    expect(russian).toContain("ответить до 19 января 2027 г.");
  });

  test("a letter that was answered owes nothing, until it is opened again; and one that nobody answered is late", async () => {
    const reference = await sendEnquiry(operator, "my-data");
    const path = `/en/console/enquiries/${reference}/`;
    await anna.post(`${path}close/`);
    const closed = (await anna.get(path)).text;
    expect(closed).not.toContain("answer by");
    expect(closed).toContain(">done<");
    await anna.post(`${path}reopen/`);
    expect((await anna.get(path)).text).toContain("answer by 19 January 2027");

    clock.jumpTo(Date.parse("2027-01-19T21:00:00Z"));
    anna = await signedIn(site, await linkFor(operator, "anna"));
    expect((await anna.get("/en/console/")).text).toContain("late since 19 January 2027");
  });
});
