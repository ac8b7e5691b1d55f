import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readRecord } from "./citations.ts";
import { EVIDENCE_FILE, evidenceOf, writtenCitations } from "./evidence.ts";

/**
 * `npm run clauses`: writes down what the last runs of the tests saw, for the product to ship, and docs/clauses.md from
 * it. A test file that cites must have run as it stands now.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const record = readRecord();
const unseen = writtenCitations().filter(({ file }) => record[file] === undefined);
if (unseen.length > 0) {
  process.stderr.write(
    `These have not run as they stand now:\n\nnpx vitest run ${unseen.map(({ file }) => file).join(" ")}\n`,
  );
  process.exitCode = 1;
} else {
  writeFileSync(`${root}${EVIDENCE_FILE}`, `${JSON.stringify(evidenceOf(record), null, 2)}\n`);
  const table = execFileSync(
    process.execPath,
    [`${root}bin/upheld.mjs`, "clauses", "--written", "--markdown"],
    { cwd: root, encoding: "utf8", env: { ...process.env, UPHELD_OPERATORS: `${root}operators` } },
  );
  writeFileSync(`${root}docs/clauses.md`, table);
}
