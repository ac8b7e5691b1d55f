import { timingSafeEqual } from "node:crypto";
import { JournalError } from "./journal.errors.ts";
import { HASH_SIZE, nodeHash } from "./merkle-tree.ts";

/** The leaves from `from` up to, not including, `to`; a proof is a list of the tree hashes of such spans. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The root of the complete subtree over leaves `index * 2 ** height` to `(index + 1) * 2 ** height`. */
export type SubtreeRoot = (height: number, index: number) => Uint8Array;

/** The largest power of two smaller than `n` (n > 1). */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The spans of an inclusion proof, bottom up (RFC 9162, section 2.1.3.1). */
export function inclusionSpans(index: number, size: number): Span[] {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) {
    throw new JournalError("proof-impossible", `leaf ${index} of ${size}`);
  }
  const spans: Span[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (index < middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
    }
  }
  return spans.reverse();
}

/** The spans of a consistency proof (RFC 9162, section 2.1.4.1). Nothing proves a tree of no leaves. */
export function consistencySpans(older: number, newer: number): Span[] {
  if (!(Number.isSafeInteger(older) && Number.isSafeInteger(newer) && older >= 0 && older <= newer)) {
    throw new JournalError("proof-impossible", `from ${older} to ${newer}`);
  }
  if (older === 0) return [];
  const spans: Span[] = [];
  let from = 0;
  let to = newer;
  let whole = true;
  while (older !== to) {
    const middle = from + split(to - from);
    if (older <= middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
      whole = false;
    }
  }
  if (!whole) spans.push({ from, to });
  return spans.reverse();
}

/** The complete subtrees that make up a span, largest first. A span of a proof starts at a multiple of its largest. */
export function subtreesOf(span: Span): { readonly height: number; readonly index: number }[] {
  const subtrees: { height: number; index: number }[] = [];
  let from = span.from;
  while (from < span.to) {
    let height = 0;
    while (from + 2 ** (height + 1) <= span.to) height += 1;
    subtrees.push({ height, index: from / 2 ** height });
    from += 2 ** height;
  }
  return subtrees;
}

/** The tree hash of a span, from the roots of complete subtrees. */
export function spanHash(span: Span, root: SubtreeRoot): Uint8Array {
  return subtreesOf(span)
    .map(({ height, index }) => root(height, index))
    .reduceRight((right, left) => nodeHash(left, right));
}

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether the path proves that the leaf stands at `index` in the tree (RFC 9162, section 2.1.3.2). Never throws. */
export function verifyInclusion(claim: InclusionClaim): boolean {
  if (!isPlace(claim.index, claim.size - 1) || !Number.isSafeInteger(claim.size)) return false;
  let fn = claim.index;
  let sn = claim.size - 1;
  let r = claim.leafHash;
  for (const p of claim.path) {
    if (sn === 0 || p.length !== HASH_SIZE) return false;
    if (fn % 2 === 1 || fn === sn) {
      r = nodeHash(p, r);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      r = nodeHash(r, p);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equal(r, claim.root);
}

export interface ConsistencyClaim {
  readonly older: number;
  readonly olderRoot: Uint8Array;
  readonly newer: number;
  readonly newerRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** Whether the path proves that the newer tree continues the older (RFC 9162, section 2.1.4.2). Never throws. */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { older, newer, olderRoot, newerRoot } = claim;
  if (!isPlace(older, newer) || !Number.isSafeInteger(newer)) return false;
  if (older === newer) return claim.path.length === 0 && equal(olderRoot, newerRoot);
  if (older === 0) return claim.path.length === 0;
  if (claim.path.some((p) => p.length !== HASH_SIZE)) return false;

  let fn = older - 1;
  let sn = newer - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  // An older tree that is a complete subtree of the newer is its own first step.
  const path = fn === 0 ? [olderRoot, ...claim.path] : claim.path;
  const first = path[0];
  if (first === undefined) return false;
  let fr = first;
  let sr = first;
  for (const c of path.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(c, fr);
      sr = nodeHash(c, sr);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      sr = nodeHash(sr, c);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equal(fr, olderRoot) && equal(sr, newerRoot);
}

function isPlace(value: number, last: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= last;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
