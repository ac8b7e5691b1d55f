import fc from "fast-check";
import { expect, test } from "vitest";
import { clockDue, endTerm, isWeekend, type RulePack, type TermUnit, WorkingCalendar } from "../index.ts";
import { shippedPacks } from "./shipped-packs.fixture.ts";

const packs = shippedPacks();

const MOSCOW = "Europe/Moscow";
const packOf = (regime: string): RulePack => {
  const pack = packs.find((one) => one.regime === regime);
  if (pack === undefined) throw new Error(regime);
  return pack;
};
/** Noon of a day in Moscow. */
const noon = (date: string) => Date.parse(`${date}T09:00:00Z`);
const ends = (unit: TermUnit, length: number, from: string, regime = "RU-152FZ") => {
  const { calendar } = packOf(regime);
  const { date, provisional } = endTerm({ unit, length }, noon(from), { timeZone: MOSCOW, calendar });
  return provisional ? `${date} provisional` : date;
};

test.each([
  ["2026-04-30", "working-day", 7, "2026-05-13"],
  ["2026-04-30", "working-day", 10, "2026-05-18"],
  ["2026-04-30", "working-day", 15, "2026-05-25"],
  ["2026-04-30", "working-day", 30, "2026-06-16"],
  ["2026-06-15", "working-day", 10, "2026-06-29"],
  ["2026-06-15", "calendar-day", 30, "2026-07-15"],
  ["2026-06-15", "working-day", 30, "2026-07-27"],
  ["2026-02-20", "working-day", 10, "2026-03-10"],
  ["2026-02-20", "calendar-day", 30, "2026-03-23"],
  ["2026-10-30", "working-day", 10, "2026-11-16"],
  ["2026-12-25", "working-day", 10, "2027-01-19 provisional"],
] as const)("by Russian law, from %s: %s %d ends on %s", (from, unit, length, date) => {
  expect(ends(unit, length, from)).toBe(date);
});

test.each([
  ["from a day off as from any other", "2026-05-09", "working-day", 1, "2026-05-12"],
  ["over a day off that was moved to a Friday", "2026-01-08", "working-day", 1, "2026-01-12"],
  ["a month ends on its last day where it is shorter", "2026-01-31", "month", 1, "2026-03-02"],
  ["and on the day of its number elsewhere", "2026-03-17", "month", 1, "2026-04-17"],
  ["and moves on when that is a day off", "2026-04-09", "month", 1, "2026-05-12"],
  ["three years are kept to the day", "2026-11-20", "month", 36, "2029-11-20 provisional"],
  ["the fifteenth of the next month, whatever the day", "2026-09-30", "day-of-next-month", 15, "2026-10-15"],
  ["and moves on when that is a day off", "2026-10-01", "day-of-next-month", 15, "2026-11-16"],
  ["what is due at once is due on the day", "2026-05-09", "at-once", 0, "2026-05-09"],
] as const)("%s", (_, from, unit, length, date) => {
  expect(ends(unit, length, from)).toBe(date);
});

test.each([
  ["a month from the last of January", "2026-01-31", "month", 1, "2026-03-02"],
  ["the day of the event is not counted", "2026-06-01", "calendar-day", 1, "2026-06-02"],
  ["a last day on a Saturday moves to Monday", "2026-05-18", "calendar-day", 12, "2026-06-01"],
  ["a month whose last day is a Sunday moves to Monday", "2026-05-14", "month", 1, "2026-06-15"],
] as const)("by Regulation 1182/71: %s", (_, from, unit, length, date) => {
  expect(ends(unit, length, from, "EU-GDPR")).toBe(`${date} provisional`);
});

test("hours run on over holidays, and over a night that has one more or one less", () => {
  const { calendar } = packOf("RU-152FZ");
  const started = Date.parse("2026-05-08T20:30:00Z");
  const due = endTerm({ unit: "hour", length: 72 }, started, { timeZone: MOSCOW, calendar });
  expect(due).toEqual({ date: "2026-05-11", endsAt: started + 72 * 3_600_000, provisional: false });
  for (const night of ["2026-03-28T20:00:00Z", "2026-10-24T20:00:00Z"]) {
    const from = Date.parse(night);
    const { endsAt } = endTerm({ unit: "hour", length: 24 }, from, { timeZone: "Europe/Berlin", calendar });
    expect(endsAt - from).toBe(24 * 3_600_000);
  }
});

test("a day ends at midnight of the operator's own clock, whether the clocks change or not", () => {
  const calendar = new WorkingCalendar([]);
  const ended = (timeZone: string, from: string, length: number) =>
    new Date(
      endTerm({ unit: "calendar-day", length }, Date.parse(from), { timeZone, calendar }).endsAt,
    ).toISOString();
  expect(ended(MOSCOW, "2026-06-15T20:59:59Z", 1)).toBe("2026-06-16T21:00:00.000Z");
  // A second later it is the sixteenth in Moscow.
  expect(ended(MOSCOW, "2026-06-15T21:00:00Z", 1)).toBe("2026-06-17T21:00:00.000Z");
  expect(ended("Europe/Berlin", "2026-03-26T12:00:00Z", 4)).toBe("2026-03-30T22:00:00.000Z");
  // In Cairo the day of 24 April 2026 begins at one o'clock.
  expect(ended("Africa/Cairo", "2026-04-22T10:00:00Z", 1)).toBe("2026-04-23T22:00:00.000Z");
});

test("a month of an anonymous calendar is provisional, and each clock of a law has its end", () => {
  for (const pack of packs) {
    for (const clock of pack.clocks) {
      const counting = { timeZone: "UTC", calendar: pack.calendar };
      const due = clockDue({ ...clock, regime: pack.regime }, noon("2026-06-15"), counting);
      expect(due, clock.id).toMatchObject({ clock: clock.id, kind: clock.kind, regime: pack.regime });
      expect(due.endsAt, clock.id).toBeGreaterThanOrEqual(noon("2026-06-15"));
    }
  }
});

const dates = fc
  .integer({ min: Date.parse("2025-11-01T00:00:00Z"), max: Date.parse("2028-02-01T00:00:00Z") })
  .map((at) => at);
const units = fc.constantFrom<TermUnit>("hour", "calendar-day", "working-day", "month");
const zones = fc.constantFrom(
  MOSCOW,
  "Europe/Berlin",
  "America/New_York",
  "Pacific/Kiritimati",
  "Africa/Cairo",
);

test("a longer term never ends earlier, nor does one that starts later", () => {
  const { calendar } = packOf("RU-152FZ");
  fc.assert(
    fc.property(dates, units, fc.nat(60), fc.nat(10_000_000), zones, (at, unit, length, later, timeZone) => {
      const counting = { timeZone, calendar };
      const { endsAt } = endTerm({ unit, length }, at, counting);
      expect(endTerm({ unit, length: length + 1 }, at, counting).endsAt).toBeGreaterThanOrEqual(endsAt);
      expect(endTerm({ unit, length }, at + later, counting).endsAt).toBeGreaterThanOrEqual(endsAt);
    }),
    { numRuns: 150 },
  );
});

test("working days end on a working day, and are what counting day by day gives", () => {
  const { calendar } = packOf("RU-152FZ");
  const nextDay = (date: string) =>
    new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 40 }), (at, length) => {
      const { date, provisional } = endTerm({ unit: "working-day", length }, at, {
        timeZone: "UTC",
        calendar,
      });
      let day = new Date(at).toISOString().slice(0, 10);
      const years = new Set<string>();
      for (let left = length; left > 0; ) {
        day = nextDay(day);
        years.add(day.slice(0, 4));
        const year = calendar.years.find((one) => `${one.year}` === day.slice(0, 4));
        const off = year?.nonWorkingWeekdays.includes(day) === true;
        const on = year?.workingWeekends.includes(day) === true;
        if (on || (!isWeekend(day) && !off)) left--;
      }
      expect(date).toBe(day);
      expect(calendar.standing(date).working).toBe(true);
      expect(provisional).toBe([...years].some((year) => year !== "2026"));
    }),
    { numRuns: 150 },
  );
});

test("an unknown time zone is refused", () => {
  const counting = { timeZone: "Moon/Sea", calendar: new WorkingCalendar([]) };
  expect(() => endTerm({ unit: "hour", length: 1 }, 0, counting)).toThrow(RangeError);
});
