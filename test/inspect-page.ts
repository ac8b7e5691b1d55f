import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { OpenOptions } from "./browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Where pictures of every page go, for a person to look at; none are made when it is not set. */
const PICTURES = process.env["UPHELD_PICTURES"];

const PHONE = { width: 375, height: 780 };

/** Four screens in which each language meets a phone and a desktop, light and dark. */
export const SCREENS = [
  ["en", "desktop-light", {}],
  ["ru", "desktop-dark", { colorScheme: "dark" }],
  ["ru", "phone-light", { viewport: PHONE }],
  ["en", "phone-dark", { viewport: PHONE, colorScheme: "dark" }],
] as const satisfies readonly (readonly ["en" | "ru", string, OpenOptions])[];

interface Outline {
  readonly title: string;
  readonly headings: number;
  readonly sideways: number;
  readonly first: string | null;
}

const OUTLINE = `({
  title: document.title,
  headings: document.querySelectorAll("h1").length,
  sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  first: document.querySelector("a, button, input:not([type=hidden])")?.getAttribute("href"),
})`;

/**
 * Looks at a page as a critic does: rules of axe (order of headings among them), title, one heading of the page, the way
 * past the navigation first, width, a picture.
 */
export async function inspect(page: Page, name: string): Promise<void> {
  await takePicture(page, name);
  // By the debugger, not by a script tag: the pages' content security policy lets none in.
  await page.evaluate(AXE);
  const found = await page.evaluate<string[]>(
    `axe.run().then(({ violations }) =>
       violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`,
  );
  expect(found, name).toEqual([]);
  const { title, headings, sideways, first } = await page.evaluate<Outline>(OUTLINE);
  expect([headings, first], name).toEqual([1, "#content"]);
  expect(title, name).toMatch(/^.{3,} · .+$/u);
  expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** A picture alone: axe needs scripts, which some pages' browsers do not run. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

/** What a browser complained of beside answers that a test asked for: a form shown again, a page that is not there. */
export function unexpected(complaints: readonly string[]): string[] {
  return complaints.filter((text) => !/status of (?:4(?:03|04|05|09|22|29)|503)/u.test(text));
}
