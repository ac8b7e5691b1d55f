import { expect, test } from "vitest";
import { completeSettings, withDefaultSetting } from "./complete-settings.ts";
import { DEFAULT_SETTINGS, SETTING_CODES } from "./settings.ts";

function placesOf(value: object, prefix = ""): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    prefix === "" && typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? placesOf(inner, `${key}.`)
      : [`${prefix}${key}`],
  );
}

test("every setting has a code, and every code is a setting", () => {
  expect([...SETTING_CODES].toSorted()).toEqual(placesOf(DEFAULT_SETTINGS).toSorted());
});

test("what an author leaves out has the most protective value; what is given stays", () => {
  expect(completeSettings()).toEqual(DEFAULT_SETTINGS);
  expect(completeSettings({ logs: { days: 365 }, parties: ["organisation"] })).toEqual({
    ...DEFAULT_SETTINGS,
    logs: { days: 365, onErasure: "unlink" },
    parties: ["organisation"],
  });
});

test("every setting can fall back by itself", () => {
  const other = (value: unknown): unknown => {
    if (Array.isArray(value)) return ["changed"];
    if (typeof value !== "object" || value === null) return "changed";
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, other(inner)]));
  };
  const changed = other(DEFAULT_SETTINGS) as typeof DEFAULT_SETTINGS;
  const back = SETTING_CODES.reduce(withDefaultSetting, changed);
  expect(back).toEqual(DEFAULT_SETTINGS);
  expect(withDefaultSetting(changed, "logs.days").logs).toEqual({ days: 180, onErasure: "changed" });
});
