import { expect, test } from "vitest";
import { instantOf, localDate } from "./index.ts";

test.each([
  ["2026-12-01", "Europe/Moscow", "2026-11-30T21:00:00.000Z"],
  ["2026-12-01T09:00", "Europe/Moscow", "2026-12-01T06:00:00.000Z"],
  ["2026-12-01T09:00", "UTC", "2026-12-01T09:00:00.000Z"],
  ["2026-07-01T09:00", "Europe/Berlin", "2026-07-01T07:00:00.000Z"],
  ["2026-12-01T09:00", "Asia/Kathmandu", "2026-12-01T03:15:00.000Z"],
  ["2028-02-29", "Pacific/Kiritimati", "2028-02-28T10:00:00.000Z"],
])("%s in %s is %s", (text, zone, instant) => {
  expect(new Date(instantOf(text, zone) ?? Number.NaN).toISOString()).toBe(instant);
});

test.each([
  ["Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30:00.000Z"],
  ["America/New_York", "2026-03-08T02:30", "2026-03-08T07:30:00.000Z"],
  ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45:00.000Z"],
  ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00.000Z"],
])("in %s the clocks leave out %s: it is as much later", (zone, text, instant) => {
  expect(new Date(instantOf(text, zone) ?? Number.NaN).toISOString()).toBe(instant);
});

test.each([
  ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
  ["America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00.000Z"],
])("in %s %s comes twice: the first counts", (zone, text, instant) => {
  expect(new Date(instantOf(text, zone) ?? Number.NaN).toISOString()).toBe(instant);
});

test.each(["", "tomorrow", "2026-13-01", "2026-02-29", "2026-12-01T24:00", "2026-12-01T09:60", "01.12.2026"])(
  "%s is no date",
  (text) => {
    expect(instantOf(text, "Europe/Moscow")).toBeNull();
  },
);

test("the day of an instant is the operator's, not Greenwich's", () => {
  const evening = Date.parse("2026-11-22T22:30:00.000Z");
  expect(localDate(evening, "Europe/Moscow")).toBe("2026-11-23");
  expect(localDate(evening, "America/New_York")).toBe("2026-11-22");
});
