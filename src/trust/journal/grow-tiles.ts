import { HASH_SIZE, treeHash } from "./merkle-tree.ts";
import { hashesAt, TILE_WIDTH } from "./tlog-tile.ts";

/** A tile that grew, whole. */
export interface GrownTile {
  readonly level: number;
  readonly place: number;
  readonly hashes: Uint8Array;
  /** How many of its hashes were there before. */
  readonly known: number;
}

/** The tiles at the right-hand edge of a tree that are not full, by level: where the next hashes go. */
export function edgeTiles(size: number): { readonly level: number; readonly place: number }[] {
  const edge: { level: number; place: number }[] = [];
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    const count = hashesAt(level, size);
    if (count % TILE_WIDTH > 0) edge.push({ level, place: Math.floor(count / TILE_WIDTH) });
  }
  return edge;
}

/**
 * What changes in the tiles of a tree of `size` leaves when leaf hashes are appended. `edge` gives the hashes of a
 * tile of edgeTiles(size).
 */
export function growTiles(
  size: number,
  edge: (level: number) => Uint8Array,
  appended: readonly Uint8Array[],
): GrownTile[] {
  const grown: GrownTile[] = [];
  let incoming = appended;
  for (let level = 0; incoming.length > 0; level++) {
    const before = hashesAt(level, size);
    const above: Uint8Array[] = [];
    let place = Math.floor(before / TILE_WIDTH);
    let known = before % TILE_WIDTH;
    for (let from = 0; from < incoming.length; ) {
      const taken = incoming.slice(from, from + TILE_WIDTH - known);
      const kept = known === 0 ? [] : [edge(level).subarray(0, known * HASH_SIZE)];
      const hashes = Buffer.concat([...kept, ...taken]);
      grown.push({ level, place, hashes, known });
      if (hashes.length === TILE_WIDTH * HASH_SIZE) above.push(treeHash(hashes));
      from += taken.length;
      place += 1;
      known = 0;
    }
    incoming = above;
  }
  return grown;
}
