import { expect, test } from "vitest";
import { smallPolicy, smallRules } from "../../../test/small-policy.ts";
import { calendarFor, packsFor, requestClocks, rightOfDeadline } from "../index.ts";
import { shippedPacks } from "./shipped-packs.fixture.ts";

const packs = shippedPacks();
const under = (regimes: readonly string[]) => {
  const policy = smallPolicy();
  return { ...policy, operator: { ...policy.operator, regimes } };
};
const ids = (regimes: readonly string[], on = "2026-11-22") =>
  requestClocks(packs, under(regimes), on).map(({ id }) => id);

test("a letter starts the clocks of each regime, and what the policy promises about a right", () => {
  expect(ids(["RU-152FZ"])).toEqual([
    "ru.access",
    "ru.refusal",
    "ru.stop-demand",
    "ru.autodecision",
    "erasure",
  ]);
  expect(ids(["RU-152FZ", "EU-GDPR"])).toEqual(expect.arrayContaining(["ru.access", "eu.dsr", "erasure"]));
  expect(ids(["US-CA-CCPA"])).toEqual(["ca.acknowledge", "ca.request", "erasure"]);
});

test("a clock of the law runs from the day on which it holds, and not before", () => {
  expect(ids(["RU-152FZ"], "2022-08-31")).toEqual(["ru.autodecision", "erasure"]);
  expect(ids(["RU-152FZ"], "2022-09-01")).toContain("ru.access");
});

test("a deadline is about the right whose code it has, or on whose clause it rests; any other is about none", () => {
  const label = { en: "access", ru: "доступ" };
  const policy = smallPolicy({ rights: [{ code: "access", label, clause: "1.1" }] });
  expect(rightOfDeadline(policy, { code: "erasure", clause: "9.9" })).toBe("erasure");
  expect(rightOfDeadline(policy, { code: "answer", clause: "1.1.deadline" })).toBe("access");
  expect(rightOfDeadline(policy, { code: "claim-answer", clause: "1.2" })).toBeNull();
});

test("a promise counts by the working days of the operator's country, a law's clock by its own", () => {
  const policy = under(["EU-GDPR", "RU-152FZ"]);
  const [eu, ru] = packsFor(packs, policy.operator.regimes);
  expect(calendarFor(packs, policy, null)).toBe(ru?.calendar);
  expect(calendarFor(packs, policy, "EU-GDPR")).toBe(eu?.calendar);
  const elsewhere = { operator: { ...policy.operator, country: "KZ" } };
  expect(calendarFor(packs, elsewhere, null)).toBe(eu?.calendar);
});

test("the clocks of packs under which the operator does not stand do not run", () => {
  expect(requestClocks([...packs, ...smallRules], smallPolicy(), "2026-11-22").map(({ id }) => id)).toEqual([
    "test.erasure",
    "erasure",
  ]);
});
