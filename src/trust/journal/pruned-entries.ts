import { decodeLeaf } from "./entry-leaf.ts";
import type { Findings } from "./finding.ts";

/** What an `entries-pruned` entry tells: everything up to it, so that the last one suffices. */
export interface Pruning {
  /** Entries emptied in this store so far. */
  readonly total: number;
  /** The furthest position of them. */
  readonly through: number;
  /** No emptied entry claims this time, ms, or a later one. */
  readonly before: number;
}

interface Run {
  readonly from: number;
  to: number;
  latest: number;
}

/** Sets the entries found empty against what the log tells of pruning. */
export class PrunedEntries {
  readonly #runs: Run[] = [];
  #count = 0;
  #told: Pruning = { total: 0, through: -1, before: Number.NEGATIVE_INFINITY };

  get count(): number {
    return this.#count;
  }

  /** An entry without text, in the order of positions. */
  emptied(position: number, at: number): void {
    this.#count += 1;
    const last = this.#runs.at(-1);
    if (last === undefined || last.to + 1 !== position) {
      this.#runs.push({ from: position, to: position, latest: at });
      return;
    }
    last.to = position;
    last.latest = Math.max(last.latest, at);
  }

  /** The leaf of an `entries-pruned` entry. */
  told(leaf: Uint8Array): void {
    const { total, through, before } = decodeLeaf(leaf)?.details ?? {};
    if (typeof total !== "number" || typeof through !== "number" || typeof before !== "number") return;
    this.#told = {
      total: Math.max(this.#told.total, total),
      through: Math.max(this.#told.through, through),
      before: Math.max(this.#told.before, before),
    };
  }

  /** Fewer empty ones than told are none of our business: pruning may have gone on while we read. */
  verify(findings: Findings): void {
    for (const { from, to, latest } of this.#runs) {
      if (to <= this.#told.through && latest < this.#told.before) continue;
      findings.add("entry-emptied", from === to ? `entry ${from}` : `entries ${from} to ${to}`);
    }
    const excess = this.#count - this.#told.total;
    if (excess > 0) findings.add("entry-emptied", `${excess} of ${this.#count} emptied entries`);
  }
}
