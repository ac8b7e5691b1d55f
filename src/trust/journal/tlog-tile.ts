import { JournalError } from "./journal.errors.ts";

/** Hashes in a full tile (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
/** Levels of the tree that one tile spans. */
export const TILE_HEIGHT = 8;

/** One tile of hashes: `width` tree hashes, each over `256 ** level` entries. */
export interface TileName {
  readonly level: number;
  readonly index: number;
  /** 1 to 256; less than 256 in a partial tile. */
  readonly width: number;
}

/** `tile/0/x001/x234/067`, `tile/0/x001/x234/067.p/8` (C2SP tlog-tiles, "Merkle Tree"). */
export function tilePath({ level, index, width }: TileName): string {
  let elements = String(index % 1000).padStart(3, "0");
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    elements = `x${String(rest % 1000).padStart(3, "0")}/${elements}`;
  }
  return `tile/${level}/${elements}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

const PATH = /^tile\/(0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** @throws JournalError `tile-malformed` */
export function parseTilePath(path: string): TileName {
  const match = PATH.exec(path);
  if (match === null) throw new JournalError("tile-malformed");
  const name = {
    level: Number(match[1]),
    index: Number((match[2] as string).replaceAll(/[x/]/g, "")),
    width: match[3] === undefined ? TILE_WIDTH : Number(match[3]),
  };
  // One path a tile: writing it again must give the same, which also refuses a leading `x000` and a width of 256.
  if (name.level > 63 || !Number.isSafeInteger(name.index) || tilePath(name) !== path) {
    throw new JournalError("tile-malformed");
  }
  return name;
}

/** How many hashes stand at `level` in a tree of `size` leaves. */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** How wide tile `index` of `level` is in a tree of `size` leaves; 0 when it has none. */
export function tileWidth(level: number, index: number, size: number): number {
  return Math.min(TILE_WIDTH, Math.max(0, hashesAt(level, size) - index * TILE_WIDTH));
}

/** Where the root of a complete subtree is read: which tile, and which of its hashes make it up. */
export function placeOfSubtree(
  height: number,
  index: number,
): { readonly level: number; readonly tile: number; readonly offset: number; readonly count: number } {
  const level = Math.floor(height / TILE_HEIGHT);
  const count = 2 ** (height % TILE_HEIGHT);
  const first = index * count;
  return { level, tile: Math.floor(first / TILE_WIDTH), offset: first % TILE_WIDTH, count };
}
