import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { parseRulePack, refuseRepeatedRegimes, type RulePack } from "../../policy/index.ts";

/**
 * Reads every regime's law, once, in the order of the folders' names: `rules/<folder>/`.
 * @throws PolicyError `wrong-rules`, naming file and entry; the file system's error where the folder cannot be read
 */
export async function readRulePacks(rulesFolder: string): Promise<RulePack[]> {
  const entries = await readdir(rulesFolder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const packs = await Promise.all(
    folders
      .toSorted()
      .map(async (folder) => parseRulePack(folder, await readFiles(join(rulesFolder, folder)))),
  );
  refuseRepeatedRegimes(packs);
  return packs;
}

async function readFiles(folder: string) {
  const paths = await readdir(folder, { recursive: true });
  return Promise.all(
    paths
      .filter((path) => path.endsWith(".json"))
      .toSorted()
      .map(async (path) => ({
        path: path.split(sep).join("/"),
        text: await readFile(join(folder, path), "utf8"),
      })),
  );
}
