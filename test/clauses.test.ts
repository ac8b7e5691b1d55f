import { execFile } from "node:child_process";
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import {
  CLAUSE_STATES,
  type ClauseStanding,
  clauseStandings,
  EVIDENCE,
} from "../src/duties/promises/index.ts";
import { CONTROL_CODES } from "../src/policy/index.ts";
import { compileOperatorFolder, readRulePacks } from "../src/trust/publication/index.ts";
import type { CitationRecord } from "./setup/citations.ts";
import {
  differencesOf,
  EVIDENCE_FILE,
  evidenceOf,
  readEvidence,
  writtenCitations,
} from "./setup/evidence.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const operators = readdirSync(join(root, "operators")).filter((name) =>
  existsSync(join(root, "operators", name, "policy.ts")),
);

/** The register in the product: what is written of clauses, controls and tests agrees with itself. */
describe(`${EVIDENCE_FILE} is what the tests cite (npm run clauses writes it)`, () => {
  const written = readEvidence();
  const cited = writtenCitations();

  test("names for each control the files that cite it, and no others", () => {
    const found: Record<string, string[]> = {};
    for (const { file, keeps } of cited) {
      for (const code of keeps.filter((one) => !one.includes("/"))) (found[code] ??= []).push(file);
    }
    const named = Object.fromEntries(
      Object.entries(written.controls).map(([code, { tests }]) => [code, [...tests]]),
    );
    expect(named).toEqual(found);
  });

  test("names for each control the tests that take it away, and for each clause its own", () => {
    const files = (kind: "removes") => {
      const found: Record<string, string[]> = {};
      for (const citation of cited)
        for (const code of citation[kind]) (found[code] ??= []).push(citation.file);
      return found;
    };
    const removed = Object.fromEntries(
      Object.entries(written.controls)
        .filter(([, { removedBy }]) => removedBy.length > 0)
        .map(([code, { removedBy }]) => [code, [...new Set(removedBy.map(({ file }) => file))]]),
    );
    expect(removed).toEqual(files("removes"));
    const clauses: Record<string, string[]> = {};
    for (const { file, keeps } of cited) {
      for (const id of keeps.filter((one) => one.includes("/"))) (clauses[id] ??= []).push(file);
    }
    expect(written.clauses).toEqual(clauses);
  });

  test("knows no control that there is not", () => {
    expect(
      Object.keys(written.controls).filter((code) => !(CONTROL_CODES as readonly string[]).includes(code)),
    ).toEqual([]);
  });

  test("every control has a test that shows it, and one that takes it away", () => {
    const lacking = CONTROL_CODES.filter((code) => {
      const shown = EVIDENCE.controls[code];
      return shown === undefined || shown.tests.length === 0 || shown.removedBy.length === 0;
    });
    expect(lacking).toEqual([]);
  });
});

describe("a citation counts only if its tests ran and passed", () => {
  const cited = (passed: boolean): CitationRecord => ({
    "test/a.test.ts": {
      source: "",
      citations: [
        { test: "shows it", keeps: ["sealed-at-rest", "itsectr-privacy/3.1"], removes: [], passed },
        { test: "takes it away", keeps: ["sealed-at-rest"], removes: ["sealed-at-rest"], passed: true },
      ],
    },
  });

  test("one that failed or was skipped is no evidence", () => {
    expect(evidenceOf(cited(true))).toEqual({
      controls: {
        "sealed-at-rest": {
          tests: ["test/a.test.ts"],
          removedBy: [{ file: "test/a.test.ts", test: "takes it away" }],
        },
      },
      clauses: { "itsectr-privacy/3.1": ["test/a.test.ts"] },
    });
    expect(evidenceOf(cited(false)).clauses).toEqual({});
  });

  test("evidence whose test is gone, and a test that is not written down, are each named", () => {
    const [seen, written] = [evidenceOf(cited(false)), evidenceOf(cited(true))];
    expect(differencesOf(seen, written)).toEqual([
      "written, and not seen: itsectr-privacy/3.1 in test/a.test.ts",
    ]);
    expect(differencesOf(written, seen)).toEqual([
      "seen, and not written: itsectr-privacy/3.1 in test/a.test.ts",
    ]);
    expect(differencesOf({ controls: {}, clauses: {} }, seen)).toEqual([
      "written, and not seen: sealed-at-rest is kept in test/a.test.ts",
      "written, and not seen: sealed-at-rest is removed in test/a.test.ts: takes it away",
    ]);
    expect(differencesOf(seen, seen)).toEqual([]);
  });
});

describe("the clauses of the operators that ship", () => {
  const standings = new Map<string, ClauseStanding[]>();
  beforeAll(async () => {
    const rules = await readRulePacks(join(root, "rules"));
    for (const operator of operators) {
      const policy = await compileOperatorFolder(join(root, "operators", operator), rules);
      standings.set(operator, clauseStandings(policy, EVIDENCE, null, 0));
    }
  });

  test.each(operators)(
    "of %s each say in plain words what they promise, and none stands unproven",
    (operator) => {
      const all = standings.get(operator) ?? [];
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter(({ clause }) => clause.says === null).map(({ clause }) => clause.id)).toEqual([]);
      expect(all.filter(({ state }) => state === "unproven").map(({ clause }) => clause.id)).toEqual([]);
    },
  );

  test.each(operators)(
    "of %s are declared only where declarative, evidence only where evidencable",
    (operator) => {
      const all = standings.get(operator) ?? [];
      const wrong = all.filter(
        ({ state, clause }) =>
          (state === "declared" && clause.enforceability !== "declarative") ||
          (state === "evidence" && clause.enforceability !== "evidencable"),
      );
      expect(wrong.map(({ clause }) => clause.id)).toEqual([]);
    },
  );

  test("have no id twice, and every clause that a test cites by itself is one of them", () => {
    const ids = [...standings.values()].flat().map(({ clause }) => clause.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(readEvidence().clauses).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe("upheld clauses", () => {
  const run = (...argv: string[]) =>
    promisify(execFile)(process.execPath, [join(root, "bin", "upheld.mjs"), "clauses", ...argv], {
      encoding: "utf8",
      maxBuffer: 20_000_000,
      env: {
        ...process.env,
        UPHELD_OPERATORS: join(root, "operators"),
        UPHELD_KEYS: join(root, "no-such-keys"),
        UPHELD_DATA: join(root, "no-such-data"),
      },
    });

  test("lists each clause with operator, kind, enforceability, control, tests and state, without an installation", async () => {
    const { stdout } = await run("--json");
    const listed = JSON.parse(stdout) as Record<string, unknown>[];
    expect(new Set(listed.map(({ operator }) => operator))).toEqual(new Set(operators));
    for (const clause of listed) {
      expect(Object.keys(clause)).toEqual(
        expect.arrayContaining(["id", "operator", "kind", "enforceability", "control", "tests", "state"]),
      );
      expect(CLAUSE_STATES).toContain(clause["state"]);
      for (const file of clause["tests"] as string[]) expect(existsSync(join(root, file)), file).toBe(true);
    }
    const files = new Set(globSync(["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"], { cwd: root }));
    const named = listed.flatMap(({ tests }) => tests as string[]);
    expect(named.filter((file) => !files.has(file))).toEqual([]);
  });

  test("docs/clauses.md is what the policies and the evidence say today (npm run clauses writes it)", async () => {
    const { stdout } = await run("--written", "--markdown");
    expect(readFileSync(join(root, "docs", "clauses.md"), "utf8")).toBe(stdout);
  });
});
