import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");

type Colours = ReadonlyMap<string, string>;

function coloursOf(text: string): Colours {
  return new Map(
    [...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** Relative luminance (WCAG 2.2, definitions). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(colours: Colours, one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map((name) => {
    const hex = colours.get(name);
    if (hex === undefined) throw new Error(`There is no colour ${name}.`);
    return luminance(hex);
  });
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const TEXT: [string, string[]][] = [
  ["ink", ["ground", "sheet", "tint", "success-tint", "warning-tint", "error-tint"]],
  ["muted", ["ground", "sheet", "tint"]],
  ["accent", ["ground", "sheet", "tint"]],
  ["accent-strong", ["ground", "sheet", "tint"]],
  ["on-accent", ["accent", "accent-strong"]],
  ["success", ["success-tint", "sheet"]],
  ["warning", ["warning-tint", "sheet"]],
  ["error", ["error-tint", "sheet"]],
];

describe.each([
  ["light", coloursOf(light)],
  ["dark", coloursOf(dark)],
])("in the %s scheme", (_, colours) => {
  test.each(TEXT.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    "%s on %s can be read: at least 4.5 to 1 (WCAG 1.4.3)",
    (text, ground) => {
      expect(contrast(colours, text, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );
  test.each(["ground", "sheet"])(
    "the edge of a field on %s can be seen: at least 3 to 1 (WCAG 1.4.11)",
    (ground) => {
      expect(contrast(colours, "edge", ground)).toBeGreaterThanOrEqual(3);
    },
  );
});

test("both schemes name the same colours", () => {
  expect([...coloursOf(dark).keys()]).toEqual([...coloursOf(light).keys()]);
});
