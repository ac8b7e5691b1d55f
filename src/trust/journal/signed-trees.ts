import type { Findings } from "./finding.ts";
import type { RecountedTree } from "./recount-tree.ts";
import { HASH_SIZE } from "./merkle-tree.ts";
import type { SignedTree } from "./verify-checkpoints.ts";

/** Sets the trees that the log has signed for against the tree recounted from entries, as it grows. */
export class SignedTrees {
  readonly #trees: readonly SignedTree[];
  readonly #findings: Findings;
  #next = 0;
  #agreed = 0;
  #contradicted = false;

  constructor(trees: readonly SignedTree[], findings: Findings) {
    this.#trees = [...trees].sort((a, b) => a.size - b.size);
    this.#findings = findings;
  }

  /** Whether some signed tree is not the one that the entries give. */
  get contradicted(): boolean {
    return this.#contradicted;
  }

  /** Checks the trees that end within the next tile, which starts at `from`. The first contradiction is told. */
  check(tree: RecountedTree, from: number, hashes: Buffer): void {
    const to = from + hashes.length / HASH_SIZE;
    for (; ; this.#next++) {
      const signed = this.#trees[this.#next];
      if (signed === undefined || signed.size > to) return;
      if (Buffer.compare(tree.rootWithin(hashes, signed.size - from), signed.rootHash) === 0) {
        this.#agreed = signed.size;
      } else if (!this.#contradicted) {
        this.#contradicted = true;
        const range = this.#agreed < signed.size ? `, entries ${this.#agreed} to ${signed.size - 1}` : "";
        this.#findings.add("checkpoint-contradicted", `checkpoint ${signed.size}${range}`);
      }
    }
  }
}
