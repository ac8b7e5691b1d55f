import { describe, expect, test } from "vitest";
import fc from "fast-check";
import {
  consistencySpans,
  inclusionSpans,
  spanHash,
  type Span,
  verifyConsistency,
  verifyInclusion,
} from "./merkle-proof.ts";
import { EMPTY_ROOT, Frontier, HASH_SIZE, leafHash, nodeHash, treeHash } from "./merkle-tree.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Leaves, roots and proofs that Certificate Transparency's reference implementation publishes for RFC 6962. */
const LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const INCLUSION = [
  {
    index: 0,
    size: 8,
    path: [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  },
  {
    index: 5,
    size: 8,
    path: [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  },
  { index: 2, size: 3, path: ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"] },
  {
    index: 1,
    size: 5,
    path: [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  },
  { index: 0, size: 1, path: [] },
];
const CONSISTENCY = [
  { older: 1, newer: 1, path: [] },
  {
    older: 1,
    newer: 8,
    path: [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  },
  {
    older: 6,
    newer: 8,
    path: [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  },
  {
    older: 2,
    newer: 5,
    path: [
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  },
];

const leaves = LEAVES.map((leaf) => Buffer.from(leaf, "hex"));
const hashes = leaves.map(leafHash);

/** MTH by the words of RFC 6962, section 2.1, beside which the quick ways are checked. */
function defined(all: readonly Uint8Array[]): Uint8Array {
  if (all.length === 0) return EMPTY_ROOT;
  if (all.length === 1) return all[0] as Uint8Array;
  let k = 1;
  while (k * 2 < all.length) k *= 2;
  return nodeHash(defined(all.slice(0, k)), defined(all.slice(k)));
}

const prove = (spans: readonly Span[], all: readonly Uint8Array[]) =>
  spans.map((span) =>
    spanHash(span, (height, index) => defined(all.slice(index * 2 ** height, (index + 1) * 2 ** height))),
  );

const tree = fc
  .array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 })
  .map((inputs) => inputs.map(leafHash));

describe("the published values of RFC 6962", () => {
  test.each(ROOTS.map((root, size) => ({ size, root })))("root of $size leaves", ({ size, root }) => {
    const frontier = Frontier.empty();
    for (const leaf of hashes.slice(0, size)) frontier.append(leaf);
    expect(hex(frontier.root())).toBe(root);
    expect(hex(treeHash(Buffer.concat(hashes.slice(0, size))))).toBe(root);
    expect(hex(defined(hashes.slice(0, size)))).toBe(root);
  });

  test.each(INCLUSION)("inclusion of $index in $size", ({ index, size, path }) => {
    const proof = prove(inclusionSpans(index, size), hashes);
    expect(proof.map(hex)).toEqual(path);
    const root = Buffer.from(ROOTS[size] as string, "hex");
    expect(verifyInclusion({ index, size, leafHash: hashes[index] as Uint8Array, path: proof, root })).toBe(
      true,
    );
  });

  test.each(CONSISTENCY)("consistency of $older with $newer", ({ older, newer, path }) => {
    const proof = prove(consistencySpans(older, newer), hashes);
    expect(proof.map(hex)).toEqual(path);
    const olderRoot = Buffer.from(ROOTS[older] as string, "hex");
    const newerRoot = Buffer.from(ROOTS[newer] as string, "hex");
    expect(verifyConsistency({ older, newer, olderRoot, newerRoot, path: proof })).toBe(true);
  });
});

describe("any tree's proofs verify and any changed byte does not", () => {
  test("the quick tree hash, the frontier and the definition agree, also after a frontier was stored", () => {
    fc.assert(
      fc.property(tree, fc.nat(), (all, cut) => {
        const frontier = Frontier.empty();
        const at = cut % (all.length + 1);
        for (const leaf of all.slice(0, at)) frontier.append(leaf);
        const restored = Frontier.parse(frontier.size, frontier.bytes());
        for (const leaf of all.slice(at)) restored?.append(leaf);
        expect(hex(restored?.root() ?? EMPTY_ROOT)).toBe(hex(defined(all)));
        expect(hex(treeHash(Buffer.concat(all)))).toBe(hex(defined(all)));
      }),
    );
  });

  test("inclusion", () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (all, place, where, flip) => {
        const index = place % all.length;
        const size = all.length;
        const claim = {
          index,
          size,
          leafHash: all[index] as Uint8Array,
          path: prove(inclusionSpans(index, size), all),
          root: defined(all),
        };
        expect(verifyInclusion(claim)).toBe(true);
        const parts = [claim.leafHash, ...claim.path, claim.root].map((part) => Uint8Array.from(part));
        flipByte(parts, where, flip);
        const [leaf, root] = [parts[0] as Uint8Array, parts.at(-1) as Uint8Array];
        expect(verifyInclusion({ ...claim, leafHash: leaf, path: parts.slice(1, -1), root })).toBe(false);
        expect(verifyInclusion({ ...claim, path: claim.path.slice(1) })).toBe(size === 1);
        expect(verifyInclusion({ ...claim, path: [...claim.path, claim.root] })).toBe(false);
        expect(verifyInclusion({ ...claim, index: size + index })).toBe(false);
      }),
    );
  });

  test("consistency", () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (all, place, where, flip) => {
        const older = 1 + (place % all.length);
        const newer = all.length;
        const claim = {
          older,
          newer,
          olderRoot: defined(all.slice(0, older)),
          newerRoot: defined(all),
          path: prove(consistencySpans(older, newer), all),
        };
        expect(verifyConsistency(claim)).toBe(true);
        const parts = [claim.olderRoot, ...claim.path, claim.newerRoot].map((part) => Uint8Array.from(part));
        flipByte(parts, where, flip);
        const [olderRoot, newerRoot] = [parts[0] as Uint8Array, parts.at(-1) as Uint8Array];
        expect(verifyConsistency({ ...claim, olderRoot, newerRoot, path: parts.slice(1, -1) })).toBe(false);
        expect(verifyConsistency({ ...claim, path: [...claim.path, claim.newerRoot] })).toBe(false);
        expect(verifyConsistency({ ...claim, older: newer + 1 })).toBe(false);
      }),
    );
  });

  test("a frontier whose size and hashes do not fit is refused", () => {
    expect(Frontier.parse(3, new Uint8Array(HASH_SIZE))).toBeNull();
    expect(Frontier.parse(3, new Uint8Array(2 * HASH_SIZE))).not.toBeNull();
  });
});

function flipByte(parts: readonly Uint8Array[], where: number, flip: number): void {
  const at = where % (parts.length * HASH_SIZE);
  const part = parts[Math.floor(at / HASH_SIZE)] as Uint8Array;
  part[at % HASH_SIZE] = (part[at % HASH_SIZE] as number) ^ flip;
}
