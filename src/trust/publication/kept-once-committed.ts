import type { Reader, Transaction } from "../../platform/store/index.ts";

/**
 * Memory for what never changes once it is committed: rows that are only ever added, read by what names them. What a
 * unit read is kept once that unit has committed, since what it saw may be its own and yet be undone.
 */
export class KeptOnceCommitted<Key, Value> {
  readonly #kept = new Map<Key, Value>();
  readonly #most: number;

  /** @param most how many are kept; beyond it all are read anew */
  constructor(most: number) {
    this.#most = most;
  }

  /** Null is an answer for now, and is not kept. */
  async get(reader: Reader, key: Key, read: () => Promise<Value | null>): Promise<Value | null> {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const value = await read();
    if (value === null) return null;
    const keep = () => {
      if (this.#kept.size >= this.#most) this.#kept.clear();
      this.#kept.set(key, value);
    };
    if (isTransaction(reader)) reader.afterCommit(keep);
    else keep();
    return value;
  }
}

function isTransaction(reader: Reader): reader is Transaction {
  return "afterCommit" in reader;
}
