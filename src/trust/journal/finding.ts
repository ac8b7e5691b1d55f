/** What verification can find wrong. `where` of a finding says in which entry, tile or checkpoint. */
export const FINDINGS = {
  "entry-altered": "The salt or text of this entry was changed after it was logged.",
  "entry-mislabelled": "The entry's id, time, event or person differ from what its text says.",
  "leaf-hash-altered": "The stored hash of this entry was changed; the entry itself is as it was logged.",
  "entry-missing": "There is no entry at this index.",
  "entry-moved": "This entry was logged at another index.",
  "entry-added": "This entry stands beyond the end of the log.",
  "entry-duplicated": "This entry stands in the log more than once, or waits although it has its place.",
  "entry-unsequenced": "This entry has waited for its place for more than 10 s.",
  "entry-forged": "This entry was put, or changed, before its place past the journal; it is not signed for.",
  "entry-emptied": "The text of this entry is gone, and no pruning that the log tells of covers it.",
  "item-altered": "An item of this bulk entry was changed, removed or added.",
  "tile-altered": "This tile was changed.",
  "tile-missing": "There is no such tile.",
  "checkpoint-altered": "The text of this checkpoint does not fit the log.",
  "checkpoint-signature": "The log's signature on this checkpoint is wrong.",
  "checkpoint-missing": "The newest checkpoint is missing.",
  "checkpoint-contradicted":
    "The entries up to this signed checkpoint are not the ones that it was signed for.",
  "cosignature-wrong": "A witness's signature on this checkpoint is wrong.",
  "head-altered": "The record of the log's size or edge does not fit its entries.",
  "log-missing": "There is no such log here.",
  "log-shrunk": "The log is shorter than the checkpoint that it should continue.",
} as const;

export type FindingCode = keyof typeof FINDINGS;

export interface Finding {
  readonly code: FindingCode;
  /** `entry 17`, `tile/0/000.p/17`, `checkpoint 4096`; with the log's origin before it when it is not the first. */
  readonly where: string;
}

/** Most findings that are told one by one: a log rewritten from its start has as many as entries. */
const MOST = 100;

/** Gathers findings, each once. */
export class Findings {
  readonly list: Finding[] = [];
  readonly #seen = new Set<string>();
  #omitted = 0;

  add(code: FindingCode, where: string): void {
    const key = `${code} ${where}`;
    if (this.#seen.has(key)) return;
    if (this.list.length >= MOST) {
      this.#omitted += 1;
      return;
    }
    this.#seen.add(key);
    this.list.push({ code, where });
  }

  /** How many more there were. */
  get omitted(): number {
    return this.#omitted;
  }
}
