import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestModule, TestProject } from "vitest/node";
import { differencesOf, EVIDENCE_FILE, evidenceOf, readEvidence } from "./evidence.ts";

/** What runs on this machine saw, file by file. Not committed: whoever judges has run the tests. */
export const RECORD_FILE = ".test-citations.json";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Path of a test file from the root of the repository, to what was seen of it. */
export type CitationRecord = Readonly<Record<string, SeenFile>>;

export interface SeenFile {
  /** SHA-256 of the source that ran, hex. */
  readonly source: string;
  readonly citations: readonly SeenCitation[];
}

/** The tests of one name in a file. */
export interface SeenCitation {
  readonly test: string;
  readonly keeps: readonly string[];
  readonly removes: readonly string[];
  /** Every one of them ran, and passed. */
  readonly passed: boolean;
}

/**
 * Writes down, when a run ends, which cited tests ran and passed: of each file that ran whole. A run of every test file
 * judges as well: it fails when `evidence.json` is not what it saw, so that no evidence outlives its test. It stands in
 * the set-up rather than among the reporters, which a caller may replace.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const { vitest } = project;
  return async () => {
    // A run of some tests of a file says nothing of the others.
    if (vitest.config.testNamePattern !== undefined || vitest.config.tagsFilter !== undefined) return;
    const ran = vitest.state.getTestModules().filter((module) => module.state() !== "queued");
    const seen = Object.fromEntries(ran.map((module) => [pathOf(module.moduleId), seenIn(module)]));
    const all = (await project.globTestFiles()).testFiles.map(pathOf);
    const full = all.every((path) => path in seen) && vitest.config.shard === undefined;
    const record = full ? seen : { ...readRecord(), ...seen };
    writeFileSync(`${root}${RECORD_FILE}`, `${JSON.stringify(record, null, 2)}\n`);
    const differences = full ? differencesOf(evidenceOf(record), readEvidence()) : [];
    if (differences.length > 0) {
      throw new Error(
        [`${EVIDENCE_FILE} is not what this run saw; npm run clauses writes it:`, ...differences].join(
          "\n  ",
        ),
      );
    }
  };
}

/** What is known of test files whose source is still what ran. */
export function readRecord(): CitationRecord {
  const file = `${root}${RECORD_FILE}`;
  if (!existsSync(file)) return {};
  const record = JSON.parse(readFileSync(file, "utf8")) as CitationRecord;
  return Object.fromEntries(
    Object.entries(record).filter(
      ([path, { source }]) => existsSync(`${root}${path}`) && source === digestOf(path),
    ),
  );
}

function seenIn(module: TestModule): SeenFile {
  const path = pathOf(module.moduleId);
  const byName = new Map<string, SeenCitation>();
  for (const test of module.children.allTests()) {
    const { keeps = [], removes = [] } = test.meta();
    if (keeps.length === 0) continue;
    const before = byName.get(test.name);
    byName.set(test.name, {
      test: test.name,
      keeps: [...new Set([...(before?.keeps ?? []), ...keeps])],
      removes: [...new Set([...(before?.removes ?? []), ...removes])],
      passed: test.result().state === "passed" && (before?.passed ?? true),
    });
  }
  return { source: digestOf(path), citations: [...byName.values()] };
}

function pathOf(moduleId: string): string {
  return relative(root, moduleId).replaceAll("\\", "/");
}

function digestOf(path: string): string {
  return createHash("sha256")
    .update(readFileSync(`${root}${path}`))
    .digest("hex");
}
