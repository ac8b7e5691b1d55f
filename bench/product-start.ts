import { join } from "node:path";
import { fileURLToPath } from "node:url";
import packageFile from "../package.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What `npm start` gives to Node. */
export function startOfProduct(): string[] {
  return packageFile.scripts.start
    .split(" ")
    .slice(1)
    .map((word) => (word.endsWith(".mjs") ? join(ROOT, word) : word));
}
