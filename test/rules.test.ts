import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createInstallation } from "../src/app.ts";
import { readConfiguration } from "../src/configuration.ts";
import { runCommand } from "../src/surfaces/cli/index.ts";

let folder: string;
let rules: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "upheld-rules-"));
  rules = join(folder, "rules");
  cpSync("rules", rules, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function upheld(...words: string[]) {
  const said = { out: "", err: "" };
  const terminal = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
  };
  const configuration = readConfiguration({ UPHELD_RULES: rules, PORT: "0" }, folder);
  const code = await runCommand(words, terminal, createInstallation(configuration));
  return { code, ...said };
}

function replace(path: string, from: string, to: string): void {
  const file = join(rules, path);
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

test("every entry is listed with its source, and with its mark where nobody has verified it", async () => {
  const { code, out } = await upheld("rules");
  expect(code).toBe(0);
  expect(out).toMatch(/^RU-152FZ {2}2026-11/mu);
  const line = (id: string) => out.split("\n").find((one) => one.trim().startsWith(`${id} `)) ?? "";
  expect(line("ru.access")).toMatch(
    /duty {2}10 working days, and 5 working days more.*20\(1\).*verify before use$/u,
  );
  expect(line("ru.destroy-evidence")).toMatch(/36 months.*order 179[^v]*$/u);
  expect(out).toMatch(/^ {4}2027 {2}provisional, 2027-0, Labour Code 112 {2}verify before use$/mu);
  expect(line("ru.notice.change")).toContain("day 15 of the next month");
});

test("as JSON there is everything, each entry with where it was read and when", async () => {
  const { out } = await upheld("rules", "--json");
  const packs = JSON.parse(out) as {
    clocks: Record<string, unknown>[];
    calendars: Record<string, unknown>[];
  }[];
  const entries = packs.flatMap(({ clocks, calendars }) => [...clocks, ...calendars]);
  expect(entries.length).toBeGreaterThan(30);
  for (const entry of entries) {
    for (const field of ["source", "validFrom", "verifiedOn", "provenance", "verifyBeforeUse"]) {
      expect(entry, JSON.stringify(entry)).toHaveProperty(field);
    }
  }
});

test("a wrong entry stops the start, the check and the list, and each names it", async () => {
  replace("ru-152fz/clocks.json", '"unit": "working-day"', '"unit": "fortnight"');
  for (const words of [["start"], ["check", "operators/itsectr"], ["rules"]]) {
    const { code, err } = await upheld(...words);
    expect([words, code]).toEqual([words, 1]);
    expect(err).toContain("ru-152fz/clocks.json clocks ru.access unit");
  }
});

test("a calendar that is missing between two others is named", async () => {
  replace("ru-152fz/calendar-2027.json", '"year": 2027', '"year": 2028');
  expect((await upheld("rules")).err).toMatch(/calendar-2027\.json/u);
  rmSync(join(rules, "ru-152fz"), { recursive: true });
  cpSync("rules/ru-152fz", join(rules, "ru-152fz"), { recursive: true });
  rmSync(join(rules, "ru-152fz", "calendar-2026.json"));
  cpSync("rules/ru-152fz/calendar-2026.json", join(rules, "ru-152fz", "calendar-2025.json"));
  replace("ru-152fz/calendar-2025.json", '"year": 2026', '"year": 2025');
  expect((await upheld("rules")).err).toMatch(/2026-01-01 is not of 2025/u);
});
