import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "../../policy/index.ts";

/** What an author wrote: `policy.ts` and what it may import, in a fixed order. */
export function readSources(folder: string): SourceFile[] {
  return globSync("**/*.ts", { cwd: folder })
    .filter((file) => !file.split(/[\\/]/u).includes("node_modules"))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}
