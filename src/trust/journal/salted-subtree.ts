import { leafHash, treeHash, HASH_SIZE } from "./merkle-tree.ts";
import { inclusionSpans, spanHash, verifyInclusion } from "./merkle-proof.ts";

/**
 * A tree of its own over the items of a bulk entry, with the hashes of RFC 6962. The entry's leaf commits to its root
 * and size; each item is salted, so that one person's item and path say nothing of another's.
 */
export interface Subtree {
  readonly size: number;
  readonly root: Uint8Array;
  readonly hashes: readonly Uint8Array[];
}

export function makeSubtree(hashes: readonly Uint8Array[]): Subtree {
  return { size: hashes.length, root: treeHash(Buffer.concat(hashes)), hashes };
}

/** The path from an item to the root. */
export function subtreePath({ size, hashes }: Subtree, place: number): Uint8Array[] {
  const all = Buffer.concat(hashes);
  return inclusionSpans(place, size).map((span) =>
    spanHash(span, (height, index) => {
      const from = index * 2 ** height * HASH_SIZE;
      return treeHash(all.subarray(from, from + 2 ** height * HASH_SIZE));
    }),
  );
}

/** Whether the item stands at its place under the root that the bulk entry commits to. Never throws. */
export function verifyItem(claim: {
  readonly item: Uint8Array;
  readonly place: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}): boolean {
  const { item, place, size, path, root } = claim;
  return verifyInclusion({ index: place, size, leafHash: leafHash(item), path, root });
}
