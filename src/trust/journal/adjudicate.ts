import type { Findings } from "./finding.ts";
import { Frontier, HASH_SIZE, treeHash } from "./merkle-tree.ts";
import { hashesAt, TILE_HEIGHT, TILE_WIDTH, tilePath, tileWidth } from "./tlog-tile.ts";
import type { CountedTile } from "./verify-entries.ts";

/** A tile above level 0 as it is stored and as the entries give it. */
export interface UpperTile {
  readonly level: number;
  readonly place: number;
  readonly counted: Uint8Array;
  readonly stored: Uint8Array | null;
}

export interface Evidence {
  readonly size: number;
  /** The root that the log has signed for at that size; null when no good checkpoint of it is left. */
  readonly signedRoot: Uint8Array | null;
  /** Whether the entries give the root of every tree that the log has signed for. */
  readonly entriesFit: boolean;
  /** Level-0 tiles in which entries, their stored hashes and the tile differ. */
  readonly differing: readonly CountedTile[];
  /** The last level-0 tile, which with the upper ones makes up the right-hand edge. */
  readonly last: CountedTile | null;
  /** Every tile above level 0. */
  readonly upper: readonly UpperTile[];
}

/**
 * Says who is wrong where entries and tiles differ. When the entries give the signed root, they are as they were
 * logged and every difference is the tile's. When they do not, a tile that hangs together with the signed root through
 * the tiles above it shows which entries were changed.
 */
export function adjudicate(evidence: Evidence, findings: Findings): void {
  const { size, entriesFit, differing, upper } = evidence;
  const trusted = entriesFit ? null : trustedTiles(evidence);
  for (const { level, place, counted, stored } of upper) {
    const width = tileWidth(level, place, size);
    if (stored === null) findings.add("tile-missing", tilePath({ level, index: place, width }));
    else if (same(counted, stored)) continue;
    else if (trusted === null || !trusted.has(`${level}/${place}`)) {
      findings.add("tile-altered", tilePath({ level, index: place, width }));
    }
  }
  const homes = trusted === null ? new Map<string, number>() : homesOf(differing);
  for (const tile of differing) {
    const { place, counted, stored, unlike } = tile;
    const path = tilePath({ level: 0, index: place, width: tileWidth(0, place, size) });
    const believed = trusted?.has(`0/${place}`) === true;
    if (stored === null) findings.add("tile-missing", path);
    else if (!believed && !same(counted, stored)) findings.add("tile-altered", path);
    for (const i of changedIn(tile, entriesFit, believed)) {
      const index = place * TILE_WIDTH + i;
      const home = believed ? homes.get(hexAt(counted, i)) : undefined;
      if (home !== undefined) findings.add("entry-moved", `entry ${index}, logged at ${home}`);
      else findings.add("entry-altered", `entry ${index}`);
    }
    for (const i of unlike) {
      const genuine = entriesFit || (believed && stored !== null && hexAt(stored, i) === hexAt(counted, i));
      if (genuine) findings.add("leaf-hash-altered", `entry ${place * TILE_WIDTH + i}`);
    }
  }
}

/** Which leaves of a tile were changed, as far as can be told. */
function changedIn(
  { counted, stored, unlike }: CountedTile,
  entriesFit: boolean,
  believed: boolean,
): readonly number[] {
  if (entriesFit) return [];
  if (!believed || stored === null) return unlike;
  const leaves = Array.from({ length: counted.length / HASH_SIZE }, (_, i) => i);
  return leaves.filter((i) => hexAt(counted, i) !== hexAt(stored, i));
}

/** Where each hash of the differing tiles belongs, to tell an entry that was moved from one that was changed. */
function homesOf(differing: readonly CountedTile[]): Map<string, number> {
  const homes = new Map<string, number>();
  for (const { place, stored } of differing) {
    if (stored === null) continue;
    for (let i = 0; i < Math.floor(stored.length / HASH_SIZE); i++) {
      homes.set(hexAt(stored, i), place * TILE_WIDTH + i);
    }
  }
  return homes;
}

/** The stored tiles that hang together with the signed root, as `level/place`, from the top down. */
function trustedTiles({ size, signedRoot, differing, last, upper }: Evidence): Set<string> {
  const stored = new Map<string, Uint8Array>();
  for (const tile of upper) if (tile.stored !== null) stored.set(`${tile.level}/${tile.place}`, tile.stored);
  const leaves = last === null ? differing : [...differing, last];
  for (const tile of leaves) if (tile.stored !== null) stored.set(`0/${tile.place}`, tile.stored);
  const edge = storedEdge(size, stored);
  const trusted = new Set<string>();
  if (signedRoot === null || edge === null || !same(edge, signedRoot)) return trusted;
  const topLevel = Math.max(0, ...upper.map((tile) => tile.level));
  for (let level = topLevel; level >= 0; level--) {
    for (let place = 0; place * TILE_WIDTH < hashesAt(level, size); place++) {
      const key = `${level}/${place}`;
      const tile = stored.get(key);
      if (tile === undefined) continue;
      const parent = `${level + 1}/${Math.floor(place / TILE_WIDTH)}`;
      const full = tileWidth(level, place, size) === TILE_WIDTH;
      const above = stored
        .get(parent)
        ?.subarray((place % TILE_WIDTH) * HASH_SIZE, ((place % TILE_WIDTH) + 1) * HASH_SIZE);
      const held = full ? trusted.has(parent) && above !== undefined && same(treeHash(tile), above) : true;
      if (held) trusted.add(key);
    }
  }
  return trusted;
}

/** The root that the stored tiles at the right-hand edge give; null when one is missing. */
function storedEdge(size: number, stored: ReadonlyMap<string, Uint8Array>): Uint8Array | null {
  const frontier = Frontier.empty();
  let top = 0;
  while (hashesAt(top + 1, size) > 0) top += 1;
  for (let level = top; level >= 0; level--) {
    const count = hashesAt(level, size) % TILE_WIDTH;
    if (count === 0) continue;
    const tile = stored.get(`${level}/${Math.floor(hashesAt(level, size) / TILE_WIDTH)}`);
    if (tile === undefined || tile.length < count * HASH_SIZE) return null;
    let from = 0;
    for (let height = TILE_HEIGHT - 1; height >= 0; height--) {
      const leaves = 2 ** height;
      if (count - from < leaves) continue;
      const part = tile.subarray(from * HASH_SIZE, (from + leaves) * HASH_SIZE);
      frontier.appendSubtree(treeHash(part), level * TILE_HEIGHT + height);
      from += leaves;
    }
  }
  return frontier.root();
}

function hexAt(hashes: Uint8Array, i: number): string {
  return Buffer.from(hashes.subarray(i * HASH_SIZE, (i + 1) * HASH_SIZE)).toString("hex");
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
