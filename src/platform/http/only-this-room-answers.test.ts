import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const WAYS_OUT = [
  /\bc\.(?:json|html|text|body|redirect|render)\(/,
  /\bnew Response\(/,
  /\bResponse\.(?:json|redirect)\(/,
  /\.writeHead\(/,
  /from "hono"/,
  /from "hono\/(?!jsx|html)/,
  /from "@hono\//,
  /\bcreateServer\(/,
  /\bdangerouslySetInnerHTML\b/,
  /\buseContext\b|\bcx\(|\bstyle=\{/,
];
/** Rooms that speak a protocol of their own on a socket. */
const OTHER_SERVERS = ["src/platform/mail/"];

/** Lines by which an answer could leave without one of the three exits, or a page break the content policy. */
function waysOut(file: string, text: string): string[] {
  if (file.startsWith("src/platform/http/") || OTHER_SERVERS.some((room) => file.startsWith(room))) return [];
  return text
    .split("\n")
    .filter((line) => WAYS_OUT.some((way) => way.test(line)))
    .map((line) => `${file}: ${line.trim()}`);
}

test("outside platform/http nothing answers a request", () => {
  const files = globSync("src/**/*.{ts,tsx}", { cwd: ROOT }).filter((file) => !/\.test\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => waysOut(file, readFileSync(`${ROOT}${file}`, "utf8")))).toEqual([]);
});

test.each([
  "return c.json({ email })",
  "return new Response(body)",
  'import { Hono } from "hono";',
  "response.writeHead(200)",
  "<p style={{ color }}>",
])("and the search finds a planted %s", (line) => {
  expect(waysOut("src/services/intake/x.ts", `a\n  ${line}\n`)).toHaveLength(1);
});
