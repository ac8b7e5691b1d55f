import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { BulkItem } from "./append-bulk.ts";
import type { JournalEntry } from "./entry.ts";

/** One operator's append-only log. Rooms append; the sequencer gives each entry its place; anyone verifies. */
export interface Journal {
  /**
   * Inserts an unsequenced entry beside the unit's own rows. `shard` is the shard key of the
   * person concerned, where rows are distributed by it.
   * @throws JournalError with a code of the `entry-` family
   */
  append(tx: Transaction, entry: JournalEntry, shard?: Pseudonym): Promise<AppendedEntry>;
  /**
   * Journals one operation on many persons as a single leaf over a salted subtree of their items. Resolves with the
   * bulk entry's id. @throws JournalError `bulk-size` beyond 10,000 items, or of the `entry-` family
   */
  appendBulk(
    tx: Transaction,
    entry: Omit<JournalEntry, "event" | "subjects">,
    items: readonly BulkItem[],
  ): Promise<string>;
  /**
   * The newest signed checkpoint, as the C2SP signed note that acknowledgements carry.
   * @throws JournalError `log-unopened`
   */
  checkpoint(): Promise<Checkpoint>;
}

/** An entry that was journalled: its id, and its leaf (salt and text), by which a receipt proves it later. */
export interface AppendedEntry {
  readonly id: string;
  readonly leaf: Uint8Array;
}

export interface Checkpoint {
  /** The log's name: `<operator>.upheld/journal`, with the log's number behind it from the second on. */
  readonly origin: string;
  readonly size: number;
  readonly rootHash: Uint8Array;
  /** The signed note, whole. */
  readonly note: string;
}
