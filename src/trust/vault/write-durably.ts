import { link, open, readdir, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Random } from "../../platform/random/index.ts";

/**
 * Writes a new file, readable by its owner alone. When it resolves, file and name survive a power cut; killed before,
 * there is either the whole file or none under that name.
 * @throws an error with code EEXIST when the name is taken; what is there stays
 */
export async function writeNewFile(path: string, bytes: Uint8Array | string, random: Random): Promise<void> {
  const mark = Buffer.from(random.bytes(6)).toString("hex");
  const draft = join(dirname(path), `.${basename(path)}.${mark}.draft`);
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // A link, not a rename: it fails where a rename would silently replace.
    await link(draft, path);
  } finally {
    await unlink(draft);
  }
  await syncFolder(dirname(path));
}

/** Makes names made or removed in a folder survive a power cut. Windows cannot open a folder, and needs none of it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Overwrites a file, then removes it; nothing when it is gone already. It first loses its name, durably, so that a
 * process killed half-way leaves no damaged file under it; `sweepDestroyed` finishes for that one. Copy-on-write file
 * systems and flash memory may keep the old blocks, which hold a key only as wrapped by the private key.
 */
export async function destroyFile(path: string, random: Random): Promise<void> {
  const nameless = join(dirname(path), `.${basename(path)}${DESTROYED}`);
  try {
    await rename(path, nameless);
  } catch (error) {
    if (isNodeError(error) && error.code === "ENOENT") return;
    throw error;
  }
  await syncFolder(dirname(path));
  await overwriteAndRemove(nameless, random);
}

/** Finishes what `destroyFile` began in a process that was killed. */
export async function sweepDestroyed(folder: string, random: Random): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(".") && name.endsWith(DESTROYED))
      await overwriteAndRemove(join(folder, name), random);
  }
}

const DESTROYED = ".destroyed";

async function overwriteAndRemove(path: string, random: Random): Promise<void> {
  try {
    const file = await open(path, "r+");
    try {
      const { size } = await file.stat();
      await file.write(random.bytes(size), 0, size, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await unlink(path);
  } catch (error) {
    // Another process destroys the same file at the same time.
    if (!isNodeError(error) || error.code !== "ENOENT") throw error;
  }
  await syncFolder(dirname(path));
}

export function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}
