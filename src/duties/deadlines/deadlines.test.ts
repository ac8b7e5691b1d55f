import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { sendEnquiry } from "../../../test/sent-enquiry.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { createWorker } from "../../platform/jobs/index.ts";
import { type RulePack, WorkingCalendar, type YearCalendar } from "../../policy/index.ts";
import { readRulePacks } from "../../trust/publication/index.ts";
import { announceDue } from "./announce-due.ts";
import { type CaseClock, clocksOf, rulingOf } from "./clocks-of.ts";
import { queueRecomputing, recomputeDeadlines } from "./recompute-deadlines.ts";

/** Ten working days from here end in a year whose calendar is not final. */
const CHRISTMAS = Date.parse("2026-12-25T09:00:00Z");

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let clock: ManualClock;
  beforeEach(async () => {
    installation = await temporaryInstallation(engine);
    clock = new ManualClock(CHRISTMAS);
    operator = await installation.open({ clock });
  });
  afterEach(() => installation.remove());

  const caseOf = (reference: string) =>
    operator.store.read((reader) =>
      reader
        .query<{ enquiry: { id: string; reference: string } }>()
        .selectFrom("enquiry")
        .select("id")
        .where("reference", "=", reference)
        .executeTakeFirstOrThrow(),
    );
  const clocks = async (reference: string): Promise<readonly CaseClock[]> => {
    const { id } = await caseOf(reference);
    return (await operator.store.read((reader) => clocksOf(reader, [id]))).get(id) ?? [];
  };
  const ruling = async (reference: string) => rulingOf(await clocks(reference)).duty;
  const journalled = async (event: string) => {
    await operator.journal.sequencer.drain();
    const rows = await operator.store.read((reader) =>
      reader
        .query<{ journal_entry: { leaf: Uint8Array | null; position: number } }>()
        .selectFrom("journal_entry")
        .select("leaf")
        .orderBy("position")
        .execute(),
    );
    return rows
      .map(({ leaf }) => Buffer.from(leaf ?? []).toString())
      .filter((text) => text.includes(`"${event}"`));
  };
  /** The same installation started again with another calendar of 2027. */
  const startedWith = async (changes: Partial<YearCalendar>) => {
    await operator.close();
    operator = await installation.open({
      clock,
      rules: (await shipped()).map((pack) => changed(pack, changes)),
    });
    await queueRecomputing(operator.store, operator);
    await recomputed();
  };
  const recomputed = () =>
    createWorker({
      ...operator,
      queue: operator.jobs,
      handlers: [recomputeDeadlines(operator)],
    }).runDue();

  test("a letter about one's own data starts each clock its receipt may have started; another letter, none", async () => {
    expect(await clocks(await sendEnquiry(operator))).toEqual([]);
    const running = await clocks(await sendEnquiry(operator, "my-data"));
    const ends = Object.fromEntries(running.map(({ clock: id, date }) => [id, date]));
    expect(ends).toMatchObject({
      "ru.access": "2027-01-19",
      "ru.refusal": "2027-01-19",
      "ru.stop-demand": "2027-01-19",
      erasure: "2027-02-16",
    });
    expect(Object.keys(ends)).not.toContain("claim-answer");
    for (const one of running)
      expect(one).toMatchObject({ kind: "duty", provisional: true, stoppedAt: null });
  });

  test("the law's ten working days rule over a promise of thirty (T05)", async () => {
    const reference = await sendEnquiry(operator, "my-data");
    expect(await ruling(reference)).toMatchObject({ regime: "RU-152FZ", date: "2027-01-19" });
  });

  test("the acknowledgement tells the date, once, and the journal knows it", async () => {
    const reference = await sendEnquiry(operator, "my-data");
    const [message] = await operator.store.read((reader) =>
      reader
        .query<{ message: { facts: Record<string, unknown> } }>()
        .selectFrom("message")
        .select("facts")
        .execute(),
    );
    expect(message?.facts).toMatchObject({ answerBy: "2027-01-19", provisional: true });
    expect(await ruling(reference)).toMatchObject({ announcedOn: "2027-01-19" });
    const { id } = await caseOf(reference);
    const again = await operator.store.transaction((tx) =>
      announceDue(tx, id, { ...operator, actor: { kind: "system", id: "deadlines" } }),
    );
    expect(again).toEqual({ on: "2027-01-19", provisional: true });
    expect(await journalled("deadline-announced")).toHaveLength(1);
  });

  test("a final calendar that has the year later: the date is counted again, journalled, and the announced one holds", async () => {
    const reference = await sendEnquiry(operator, "my-data");
    await startedWith({
      status: "final",
      version: "2027-1",
      nonWorkingWeekdays: [...DAYS_OFF, "2027-01-11"],
    });
    expect(await ruling(reference)).toMatchObject({
      dueOn: "2027-01-20",
      announcedOn: "2027-01-19",
      date: "2027-01-19",
      endsAt: Date.parse("2027-01-19T21:00:00Z"),
      provisional: false,
    });
    const entries = await journalled("deadline-recomputed");
    expect(entries.length).toBe((await clocks(reference)).length);
    expect(entries.join()).toContain('"after":"2027-01-20"');
    expect(entries.join()).toContain('"before":"2027-01-19"');
    expect(entries.join()).toContain("2026-1 2027-1");
    await recomputed();
    await queueRecomputing(operator.store, operator);
    await recomputed();
    expect(await journalled("deadline-recomputed")).toHaveLength(entries.length);
  });

  test("a final calendar that has it sooner: the sooner date holds, beside the one that was announced", async () => {
    const reference = await sendEnquiry(operator, "my-data");
    await startedWith({ status: "final", version: "2027-1", workingWeekends: ["2027-01-16"] });
    expect(await ruling(reference)).toMatchObject({
      dueOn: "2027-01-18",
      announcedOn: "2027-01-19",
      date: "2027-01-18",
      provisional: false,
    });
  });

  test("what stands no longer runs is left as it was, and what is opened again runs from where it began", async () => {
    const reference = await sendEnquiry(operator, "my-data");
    const { id } = await caseOf(reference);
    await operator.store.transaction((tx) => operator.clocks.stop(tx, id));
    expect(await ruling(reference)).toBeNull();
    await startedWith({ status: "final", version: "2027-1", workingWeekends: ["2027-01-16"] });
    for (const { stoppedAt, provisional } of await clocks(reference)) {
      expect({ stoppedAt, provisional }).toEqual({ stoppedAt: CHRISTMAS, provisional: true });
    }
    await operator.store.transaction((tx) => operator.clocks.resume(tx, id));
    expect(await ruling(reference)).toMatchObject({ startedAt: CHRISTMAS, stoppedAt: null });
  });

  test("an operator under a regime whose pack is gone does not start", async () => {
    await operator.close();
    const rules = (await shipped()).filter(({ regime }) => regime !== "RU-152FZ");
    await expect(installation.open({ clock, rules })).rejects.toMatchObject({
      code: "unknown-rule-pack",
      detail: "RU-152FZ",
    });
  });
});

const shipped = (): Promise<RulePack[]> => readRulePacks("rules");

const DAYS_OFF = ["2027-01-01", "2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07", "2027-01-08"];

function changed(pack: RulePack, changes: Partial<YearCalendar>): RulePack {
  if (pack.regime !== "RU-152FZ") return pack;
  const years = pack.calendar.years.map((year) => (year.year === 2027 ? { ...year, ...changes } : year));
  return { ...pack, calendar: new WorkingCalendar(years) };
}
