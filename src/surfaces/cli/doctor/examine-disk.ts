import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { refuseKeysBesideData } from "../../../trust/vault/index.ts";
import { type Finding, sound, type Surroundings, warning, wrong } from "./examination.ts";

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

/** The two folders: apart, writable, closed to others, with room left. */
export function examineDisk({ dataFolder, keysFolder }: Surroundings): Finding[] {
  return [
    ...apart(keysFolder, dataFolder),
    ...room("data", dataFolder),
    ...room("keys", keysFolder),
    ...closed(keysFolder),
  ];
}

function apart(keys: string, data: string): Finding[] {
  try {
    refuseKeysBesideData(keys, data);
    return [];
  } catch {
    return [
      wrong(
        "disk",
        "One of the folders for keys and data lies inside the other.",
        "Set UPHELD_KEYS and UPHELD_DATA to two folders, neither inside the other.",
      ),
    ];
  }
}

function room(name: string, folder: string): Finding[] {
  const there = existing(folder);
  try {
    accessSync(there, constants.W_OK);
  } catch {
    return [wrong("disk", `The ${name} folder cannot be written.`, "Give it to the user who runs Upheld.")];
  }
  const { bavail, bsize } = statfsSync(there);
  const free = bavail * bsize;
  const said = `The ${name} folder is writable; ${(free / GIB).toFixed(1)} GiB are free.`;
  if (free < 100 * MIB) {
    return [wrong("disk", said, "Make room: on a full disk everything that is sent is refused with 503.")];
  }
  return [free < GIB ? warning("disk", said, "Make room before it runs out.") : sound("disk", said)];
}

/** The folder, or the nearest above it that is there. */
function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}

/** Windows has no such bits. */
function closed(folder: string): Finding[] {
  if (process.platform === "win32" || !existsSync(folder)) return [];
  const open = (statSync(folder).mode & 0o077) !== 0;
  return open
    ? [warning("disk", "Other users of this machine can look into the key folder.", "chmod 700 on it.")]
    : [];
}
