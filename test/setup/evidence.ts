import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CitationRecord } from "./citations.ts";

/** What the product ships: which tests show each control, and which take it away. */
export const EVIDENCE_FILE = "src/duties/promises/evidence.json";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** As in `src/duties/promises/evidence.ts`; here with codes that a test may have misspelt. */
export interface WrittenEvidence {
  readonly controls: Readonly<
    Record<
      string,
      {
        readonly tests: readonly string[];
        readonly removedBy: readonly { readonly file: string; readonly test: string }[];
      }
    >
  >;
  readonly clauses: Readonly<Record<string, readonly string[]>>;
}

/** What a record of runs amounts to, in one order whatever the order of the runs. Citations that did not pass are out. */
export function evidenceOf(record: CitationRecord): WrittenEvidence {
  const controls: Record<string, { tests: string[]; removedBy: { file: string; test: string }[] }> = {};
  const clauses: Record<string, string[]> = {};
  for (const [file, { citations }] of Object.entries(record).sort(byKey)) {
    for (const { test, keeps, removes } of citations.filter(({ passed }) => passed)) {
      for (const cited of keeps) {
        const files = cited.includes("/")
          ? (clauses[cited] ??= [])
          : (controls[cited] ??= { tests: [], removedBy: [] }).tests;
        if (!files.includes(file)) files.push(file);
      }
      for (const control of removes) controls[control]?.removedBy.push({ file, test });
    }
  }
  return {
    controls: Object.fromEntries(Object.entries(controls).sort(byKey)),
    clauses: Object.fromEntries(Object.entries(clauses).sort(byKey)),
  };
}

/** The evidence as it is committed. */
export function readEvidence(): WrittenEvidence {
  return JSON.parse(readFileSync(`${root}${EVIDENCE_FILE}`, "utf8")) as WrittenEvidence;
}

/** One line for each thing that stands in one and not in the other. */
export function differencesOf(seen: WrittenEvidence, written: WrittenEvidence): string[] {
  const inSeen = new Set(linesOf(seen));
  const inWritten = new Set(linesOf(written));
  return [
    ...[...inSeen].filter((line) => !inWritten.has(line)).map((line) => `seen, and not written: ${line}`),
    ...[...inWritten].filter((line) => !inSeen.has(line)).map((line) => `written, and not seen: ${line}`),
  ];
}

function linesOf({ controls, clauses }: WrittenEvidence): string[] {
  return [
    ...Object.entries(controls).flatMap(([control, { tests, removedBy }]) => [
      ...tests.map((file) => `${control} is kept in ${file}`),
      ...removedBy.map(({ file, test }) => `${control} is removed in ${file}: ${test}`),
    ]),
    ...Object.entries(clauses).flatMap(([clause, files]) => files.map((file) => `${clause} in ${file}`)),
  ];
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** A test file that cites, and what its source says that it cites: nothing of it has run. */
export interface WrittenCitations {
  readonly file: string;
  readonly keeps: readonly string[];
  readonly removes: readonly string[];
}

/** Every citation as it is written, by the literals in the calls of `keeps` and `removes`. */
export function writtenCitations(): WrittenCitations[] {
  return globSync(["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"], { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .map((file) => ({ file, source: readFileSync(`${root}${file}`, "utf8") }))
    .filter(({ source }) => /from "[^"]*\/keeps\.ts"/u.test(source))
    .map(({ file, source }) => {
      const named = (call: string) => [
        ...new Set(
          [...source.matchAll(new RegExp(`\\b${call}\\(([^()]*)\\)`, "gu"))].flatMap(([, list = ""]) =>
            [...list.matchAll(/"([^"]+)"/gu)].map(([, code = ""]) => code),
          ),
        ),
      ];
      const removed = named("removes");
      return { file, keeps: [...new Set([...named("keeps"), ...removed])].sort(), removes: removed.sort() };
    });
}
