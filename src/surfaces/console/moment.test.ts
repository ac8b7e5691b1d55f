import { expect, test } from "vitest";
import { ageText } from "./moment.tsx";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test.each([
  [0, "less than a minute", "меньше минуты"],
  [59_999, "less than a minute", "меньше минуты"],
  [MINUTE, "1 minute", "1 минута"],
  [61 * MINUTE, "1 hour", "1 час"],
  [DAY - 1, "23 hours", "23 часа"],
  [DAY, "1 day", "1 день"],
  [31 * DAY, "31 days", "31 день"],
  [400 * DAY, "400 days", "400 дней"],
])("an enquiry of %i ms waits %s", (ms, en, ru) => {
  expect([ageText(ms, "en"), ageText(ms, "ru")]).toEqual([en, ru]);
});
