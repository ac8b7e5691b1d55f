import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { VaultError } from "./vault.errors.ts";
import { isNodeError } from "./write-durably.ts";

/**
 * Refuses a key folder inside the data folder, or the reverse, symbolic links resolved: whoever copies one must not
 * get the other with it (design: "Nothing personal at rest in clear"). Neither folder needs to exist yet.
 * @throws VaultError `keys-beside-data`
 */
export function refuseKeysBesideData(keys: string, data: string): void {
  const keysAt = resolveLinks(resolve(keys));
  const dataAt = resolveLinks(resolve(data));
  if (contains(keysAt, dataAt) || contains(dataAt, keysAt)) throw new VaultError("keys-beside-data");
}

function resolveLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (!isNodeError(error) || error.code !== "ENOENT" || dirname(path) === path) throw error;
    return join(resolveLinks(dirname(path)), basename(path));
  }
}

function contains(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
}
