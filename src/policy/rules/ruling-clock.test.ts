import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClockDue, type ClockKind, rulingClock } from "../index.ts";

const due = (
  clock: string,
  kind: ClockKind,
  endsAt: number,
  regime: string | null = "RU-152FZ",
): ClockDue => ({
  clock,
  kind,
  regime,
  endsAt,
  date: new Date(endsAt).toISOString().slice(0, 10),
  provisional: false,
});

test("a promise that is later than the law's clock changes nothing, and one that is earlier rules (T05)", () => {
  const law = due("ru.stop-demand", "duty", 10);
  expect(rulingClock([due("erasure", "duty", 30, null), law]).duty).toBe(law);
  const promise = due("erasure", "duty", 5, null);
  expect(rulingClock([law, promise]).duty).toBe(promise);
  expect(rulingClock([due("erasure", "duty", 10, null), law]).duty).toBe(law);
});

test("what has to be kept is kept to the latest term, and stands apart from what is owed", () => {
  const clocks = [
    due("keep-a-year", "keep-at-least", 100, null),
    due("ru.destroy-evidence", "keep-at-least", 300),
    due("ru.access", "duty", 10),
    due("ru.repeat-request", "not-before", 3),
    due("ru.blocked-fallback", "fallback", 200),
  ];
  expect(rulingClock(clocks)).toEqual({
    duty: clocks[2],
    keepUntil: clocks[1],
    notBefore: [clocks[3]],
    fallback: [clocks[4]],
  });
  expect(rulingClock([])).toEqual({ duty: null, keepUntil: null, notBefore: [], fallback: [] });
});

test("one more promise never moves a duty later", () => {
  const some = fc.record({
    kind: fc.constantFrom<ClockKind>("duty", "not-before", "keep-at-least", "fallback"),
    endsAt: fc.nat(1000),
    regime: fc.constantFrom("RU-152FZ", null),
  });
  fc.assert(
    fc.property(fc.array(some), some, (clocks, another) => {
      const made = clocks.map(({ kind, endsAt, regime }, i) => due(`c${i}`, kind, endsAt, regime));
      const before = rulingClock(made).duty?.endsAt ?? Number.POSITIVE_INFINITY;
      const one = due("another", another.kind, another.endsAt, null);
      const after = rulingClock([...made, one]).duty?.endsAt ?? Number.POSITIVE_INFINITY;
      expect(after).toBeLessThanOrEqual(before);
    }),
  );
});
