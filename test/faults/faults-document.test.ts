import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { HTTP_ERRORS } from "../../src/platform/http/http.errors.ts";
import { CONSENTS_ERRORS } from "../../src/people/consents/index.ts";
import { SUBJECTS_ERRORS } from "../../src/people/subjects/index.ts";
import { STORE_ERRORS } from "../../src/platform/store/index.ts";
import { INTAKE_ERRORS } from "../../src/services/intake/index.ts";
import { REFUSALS } from "../../src/trust/gate/index.ts";
import { JOURNAL_EVENTS } from "../../src/trust/journal/entry.ts";
import { FINDINGS, JOURNAL_ERRORS } from "../../src/trust/journal/index.ts";
import { PUBLICATION_ERRORS } from "../../src/trust/publication/index.ts";
import { VAULT_ERRORS } from "../../src/trust/vault/index.ts";

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface FaultRow {
  readonly fault: string;
  readonly finders: string;
  readonly tests: readonly { readonly file: string; readonly name: string }[];
}

/** The rows of every table of the page. */
function rowsOf(page: string): FaultRow[] {
  return page
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| Fault "))
    .map((line) => {
      const [, fault = "", , finders = "", tests = "", ...rest] = line.split("|").map((cell) => cell.trim());
      expect(rest, fault).toEqual([""]);
      const named = [...tests.matchAll(/`([^`]+)`: "([^"]+)"/gu)].map(([, file = "", name = ""]) => ({
        file,
        name,
      }));
      expect(named.length, `${fault}: each test is written as \`file\`: "name"`).toBe(
        tests.split("; `").length,
      );
      return { fault, finders, tests: named };
    });
}

const rows = rowsOf(readFileSync(root("docs/faults.md"), "utf8"));

/** Whether a source has a test, a block or a row of cases of that name, in any quotes. */
function hasTest(source: string, name: string): boolean {
  return ['"', "'", "`"].some((quote) => source.includes(`${quote}${name}${quote},`));
}

test("every fault of docs/faults.md names tests, and every test that it names exists", () => {
  expect(rows.length).toBeGreaterThan(30);
  const missing = rows.flatMap(({ fault, tests }) => {
    if (tests.length === 0) return [`${fault}: no test`];
    return tests
      .filter(({ file, name }) => !existsSync(root(file)) || !hasTest(readFileSync(root(file), "utf8"), name))
      .map(({ file, name }) => `${fault}: ${file}: ${name}`);
  });
  expect(missing).toEqual([]);
});

test("every code of docs/faults.md is one that somebody can get", () => {
  const permits = readFileSync(root("src/trust/gate/permit.ts"), "utf8").match(/"permit-[a-z-]+"/gu) ?? [];
  const known = new Set([
    ...[
      STORE_ERRORS,
      HTTP_ERRORS,
      VAULT_ERRORS,
      PUBLICATION_ERRORS,
      INTAKE_ERRORS,
      SUBJECTS_ERRORS,
      CONSENTS_ERRORS,
      REFUSALS,
      FINDINGS,
      JOURNAL_ERRORS,
    ].flatMap((table) => Object.keys(table)),
    ...JOURNAL_EVENTS,
    ...permits.map((code) => code.slice(1, -1)),
    "job.failed",
    "job.dead",
    "upheld journal verify",
  ]);
  const unknown = rows.flatMap(({ finders }) =>
    [...finders.matchAll(/`([^`]+)`/gu)].map(([, code = ""]) => code).filter((code) => !known.has(code)),
  );
  expect(unknown).toEqual([]);
});

test("the check itself finds a test that is not there", () => {
  expect(hasTest('test("a name", () => {})', "a name")).toBe(true);
  expect(hasTest('test("a name", () => {})', "another name")).toBe(false);
});
