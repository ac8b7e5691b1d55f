import { HASH_SIZE, Frontier, treeHash } from "./merkle-tree.ts";
import { TILE_HEIGHT, TILE_WIDTH } from "./tlog-tile.ts";

/** The hashes of one finished or last tile of the recounted tree. */
export type OnTile = (level: number, place: number, hashes: Buffer) => Promise<void>;

/**
 * Builds the tree again from leaf hashes, one level-0 tile after another, in memory that grows with the number of
 * tiles above level 0 alone.
 */
export class RecountedTree {
  readonly #frontier = Frontier.empty();
  /** Hashes of unfinished tiles above level 0. */
  readonly #above: Uint8Array[][] = [];
  readonly #onTile: OnTile;
  #last: Buffer = Buffer.alloc(0);

  constructor(onTile: OnTile) {
    this.#onTile = onTile;
  }

  /** The root of the tree that ends `count` hashes into the tile to be added next. */
  rootWithin(hashes: Buffer, count: number): Uint8Array {
    const frontier = this.#frontier.copy();
    appendPart(frontier, hashes, count);
    return frontier.root();
  }

  /** Adds the next level-0 tile. Only the last may be partial. */
  async add(place: number, hashes: Buffer): Promise<void> {
    await this.#onTile(0, place, hashes);
    if (hashes.length < TILE_WIDTH * HASH_SIZE) {
      this.#last = hashes;
      return;
    }
    const root = treeHash(hashes);
    this.#frontier.appendSubtree(root, TILE_HEIGHT);
    await this.#carry(1, place, root);
  }

  /** Gives out the tiles that stayed partial; then the root and the edge of the whole tree. */
  async finish(): Promise<{ readonly root: Uint8Array; readonly frontier: Frontier }> {
    for (const [i, hashes] of this.#above.entries()) {
      const full = Math.floor(this.#frontier.size / TILE_WIDTH ** (i + 2));
      if (hashes.length > 0) await this.#onTile(i + 1, full, Buffer.concat(hashes));
    }
    const frontier = this.#frontier.copy();
    appendPart(frontier, this.#last, this.#last.length / HASH_SIZE);
    return { root: frontier.root(), frontier };
  }

  async #carry(level: number, below: number, root: Uint8Array): Promise<void> {
    this.#above[level - 1] ??= [];
    const hashes = this.#above[level - 1] as Uint8Array[];
    hashes.push(root);
    if (hashes.length < TILE_WIDTH) return;
    const tile = Buffer.concat(hashes);
    const place = Math.floor(below / TILE_WIDTH);
    hashes.length = 0;
    await this.#onTile(level, place, tile);
    await this.#carry(level + 1, place, treeHash(tile));
  }
}

function appendPart(frontier: Frontier, hashes: Buffer, count: number): void {
  let from = 0;
  for (let height = TILE_HEIGHT; height >= 0; height--) {
    const leaves = 2 ** height;
    if (count - from < leaves) continue;
    frontier.appendSubtree(treeHash(hashes.subarray(from * HASH_SIZE, (from + leaves) * HASH_SIZE)), height);
    from += leaves;
  }
}
