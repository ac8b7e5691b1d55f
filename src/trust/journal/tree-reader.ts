import { prepare, type Reader } from "../../platform/store/index.ts";
import { JournalError } from "./journal.errors.ts";
import type { JournalTables } from "./journal.table.ts";
import { consistencySpans, inclusionSpans, type Span, spanHash, subtreesOf } from "./merkle-proof.ts";
import { HASH_SIZE, treeHash } from "./merkle-tree.ts";
import { placeOfSubtree } from "./tlog-tile.ts";

const tile = prepare<JournalTables, { log: number; level: number; place: number }>()((db, param) =>
  db
    .selectFrom("journal_tile")
    .select("hashes")
    .where("log", "=", param("log"))
    .where("level", "=", param("level"))
    .where("place", "=", param("place")),
);

/** The stored hashes of one tile, as wide as it has grown; null when the log has none. */
export async function storedTile(
  reader: Reader,
  log: number,
  level: number,
  place: number,
): Promise<Uint8Array | null> {
  const row = await reader.first(tile, { log, level, place });
  return row?.hashes ?? null;
}

/** The inclusion path of a leaf in the tree of `size` (RFC 9162, section 2.1.3), read from tiles. */
export function inclusionPath(
  reader: Reader,
  log: number,
  index: number,
  size: number,
): Promise<Uint8Array[]> {
  return hashesOf(reader, log, inclusionSpans(index, size));
}

/** The path that the tree of `newer` leaves continues that of `older` (RFC 9162, section 2.1.4), read from tiles. */
export function consistencyPath(
  reader: Reader,
  log: number,
  older: number,
  newer: number,
): Promise<Uint8Array[]> {
  return hashesOf(reader, log, consistencySpans(older, newer));
}

/** The root of the tree of `size` leaves, read from tiles. */
export async function rootAt(reader: Reader, log: number, size: number): Promise<Uint8Array> {
  const [root] =
    size === 0 ? [treeHash(new Uint8Array())] : await hashesOf(reader, log, [{ from: 0, to: size }]);
  return root as Uint8Array;
}

async function hashesOf(reader: Reader, log: number, spans: readonly Span[]): Promise<Uint8Array[]> {
  const tiles = new Map<string, Uint8Array>();
  for (const { height, index } of spans.flatMap(subtreesOf)) {
    const place = placeOfSubtree(height, index);
    const key = `${place.level}/${place.tile}`;
    if (tiles.has(key)) continue;
    const hashes = await storedTile(reader, log, place.level, place.tile);
    if (hashes === null) throw new JournalError("tile-malformed", key);
    tiles.set(key, hashes);
  }
  return spans.map((span) =>
    spanHash(span, (height, index) => {
      const { level, tile: number, offset, count } = placeOfSubtree(height, index);
      const hashes = tiles
        .get(`${level}/${number}`)
        ?.subarray(offset * HASH_SIZE, (offset + count) * HASH_SIZE);
      if (hashes?.length !== count * HASH_SIZE)
        throw new JournalError("tile-malformed", `${level}/${number}`);
      return treeHash(hashes);
    }),
  );
}
