import { randomBytes, randomInt } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where things stand in SQLite's files: https://www.sqlite.org/fileformat2.html#walformat, .../walformat.html. */
const LOG_HEADER = 32;
const FRAME_HEADER = 24;
const PAGE_SIZE_AT = 8;
const NEWEST_FRAME_AT = 16;

/**
 * Copies the data folder of a stopped process as a power cut may leave it. What SQLite has synced is known from the
 * log's index, which counts a commit's frames only after the log was synced (`synchronous=full`): whatever the log
 * holds beyond them is cut off, torn or garbled; every page that is also in the log is garbled in the database itself,
 * as a checkpoint that was under way could leave it; and the index, which is never synced, is gone.
 * @param keep how many of the synced frames survive; all but in a test that breaks the promise on purpose
 */
export function copyAsPowerCutLeavesIt(
  from: string,
  to: string,
  operator: string,
  keep: (synced: number) => number = (synced) => synced,
): void {
  cpSync(from, to, { recursive: true });
  const file = join(to, operator, "store.sqlite");
  const synced = keep(readFileSync(`${file}-shm`).readUInt32LE(NEWEST_FRAME_AT));
  const log = readFileSync(`${file}-wal`);
  rmSync(`${file}-shm`);
  if (log.length < LOG_HEADER) return;

  const page = log.readUInt32BE(PAGE_SIZE_AT);
  const frame = FRAME_HEADER + page;
  const database = readFileSync(file);
  for (let at = LOG_HEADER, n = 0; n < synced; n++, at += frame) {
    const start = (log.readUInt32BE(at) - 1) * page;
    if (start < database.length) randomBytes(page).copy(database, start);
  }
  writeFileSync(file, database);
  writeFileSync(`${file}-wal`, withTornEnd(log, LOG_HEADER + synced * frame));
}

/** The log up to a byte, and then one of the ends that a disk may leave. */
function withTornEnd(log: Buffer, end: number): Buffer {
  const rest = log.length - end;
  const kept = rest > 0 ? randomInt(rest) : 0;
  switch (randomInt(3)) {
    case 0:
      return log.subarray(0, end);
    case 1:
      return Buffer.concat([log.subarray(0, end + kept), randomBytes(rest - kept)]);
    default:
      return Buffer.concat([log.subarray(0, end + kept), Buffer.alloc(rest - kept)]);
  }
}
