import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseRulePack, type RuleFile, type RulePack } from "./rule-pack.ts";

/** The files of one pack, as they ship. */
export function shippedFiles(folder: string): RuleFile[] {
  const home = join("rules", folder);
  return globSync("**/*.json", { cwd: home }).map((path) => ({
    path,
    text: readFileSync(join(home, path), "utf8"),
  }));
}

/** Every pack that ships. */
export function shippedPacks(): RulePack[] {
  return readdirSync("rules")
    .toSorted()
    .map((folder) => parseRulePack(folder, shippedFiles(folder)));
}
