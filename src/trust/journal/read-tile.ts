import type { Reader } from "../../platform/store/index.ts";
import { currentLog } from "./current-log.ts";
import { JournalError } from "./journal.errors.ts";
import { HASH_SIZE } from "./merkle-tree.ts";
import { parseTilePath } from "./tlog-tile.ts";
import { storedTile } from "./tree-reader.ts";

/**
 * The bytes of a hash tile of the current log, full or partial: what is served below `/journal/` as
 * `application/octet-stream`, for ever the same. `path` is `tile/<level>/<index>[.p/<width>]` (C2SP tlog-tiles).
 * @throws JournalError `tile-malformed` for any other path and for a tile that the log has not reached
 */
export async function readTile(reader: Reader, path: string): Promise<Uint8Array> {
  const { level, index, width } = parseTilePath(path);
  const { number } = await currentLog(reader);
  const hashes = await storedTile(reader, number, level, index);
  if (hashes === null || hashes.length < width * HASH_SIZE) throw new JournalError("tile-malformed", path);
  return hashes.subarray(0, width * HASH_SIZE);
}
