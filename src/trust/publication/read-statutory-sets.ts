import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseStatutorySet, type StatutorySet } from "../../policy/index.ts";

/**
 * Reads every regime's closed set of statutory purposes: `rules/<regime>/statutory-purposes.json`.
 * @throws PolicyError `wrong-rules`; the file system's error where a regime has no such file
 */
export async function readStatutorySets(rulesFolder: string): Promise<StatutorySet[]> {
  const entries = await readdir(rulesFolder, { withFileTypes: true });
  const regimes = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    regimes
      .sort()
      .map(async (regime) =>
        parseStatutorySet(await readFile(join(rulesFolder, regime, "statutory-purposes.json"), "utf8")),
      ),
  );
}
