import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const planted: string[] = [];

afterAll(() => {
  for (const folder of planted) rmSync(folder, { recursive: true, force: true });
});

/** What lint says of a file that stands in a room of this area for a moment. */
async function lintIn(area: string, source: string): Promise<string> {
  const folder = mkdtempSync(join(root, "src", area, "planted-"));
  planted.push(folder);
  writeFileSync(join(folder, "planted.ts"), source);
  try {
    return (await run(join(root, "node_modules/.bin/oxlint"), [folder], { cwd: root })).stdout;
  } catch (error) {
    return (error as { stdout: string }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const imports = (path: string) => `import { it } from "${path}";\nexport const planted = it;\n`;

test.each([
  ["trust", "../../people/subjects/index.ts"],
  ["trust", "../../surfaces/cli/index.ts"],
  ["platform", "../../policy/index.ts"],
  ["platform", "../../trust/gate/index.ts"],
  ["people", "../../services/intake/index.ts"],
  ["services", "../../duties/deadlines/index.ts"],
  ["services", "../../surfaces/site/index.ts"],
  ["duties", "../../surfaces/console/index.ts"],
  ["surfaces", "../../app.ts"],
])("a room of %s that imports %s is found", async (area, path) => {
  expect(await lintIn(area, imports(path))).toContain("no-restricted-imports");
});

test.each([
  ["trust", "../gate/ask.ts"],
  ["services", "../../people/subjects/record-subject.ts"],
  ["people", "../../platform/store/table.ts"],
  ["duties", "../../services/intake/list-enquiries.ts"],
  ["surfaces", "../../duties/deadlines/start-clocks.ts"],
])("a room of %s that goes past another's door to %s is found", async (area, path) => {
  expect(await lintIn(area, imports(path))).toContain("Between rooms only through the room's index.ts");
});

test.each([
  ["people", "../../trust/gate/index.ts"],
  ["duties", "../../services/intake/index.ts"],
  ["surfaces", "../../services/intake/index.ts"],
  ["surfaces", "../../duties/deadlines/index.ts"],
  ["trust", "../../policy/index.ts"],
])("a room of %s may import %s", async (area, path) => {
  expect(await lintIn(area, imports(path))).not.toContain("no-restricted-imports");
});
