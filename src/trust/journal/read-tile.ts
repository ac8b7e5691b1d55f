import type { Reader } from "../../platform/store/index.ts";
import { JournalError } from "./journal.errors.ts";
import { HASH_SIZE } from "./merkle-tree.ts";
import { parseTilePath } from "./tlog-tile.ts";
import { storedTile } from "./tree-reader.ts";

/**
 * The bytes of a hash tile of the store's n-th log, full or partial: what is served as `application/octet-stream`
 * below `/journal/` for the first and `/journal/<n>/` for a later one, for ever the same. `path` is `tile/<level>/<index>[.p/<width>]` (C2SP tlog-tiles).
 * @throws JournalError `tile-malformed` for any other path and for a tile that the log has not reached
 */
export async function readTile(reader: Reader, log: number, path: string): Promise<Uint8Array> {
  const { level, index, width } = parseTilePath(path);
  const hashes = await storedTile(reader, log, level, index);
  if (hashes === null || hashes.length < width * HASH_SIZE) throw new JournalError("tile-malformed", path);
  return hashes.subarray(0, width * HASH_SIZE);
}
