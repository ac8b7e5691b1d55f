import type { Transaction } from "../../platform/store/index.ts";
import type { JournalEntry } from "./entry.ts";

/** One operator's append-only log. Rooms append; the sequencer gives each entry its place; anyone verifies. */
export interface Journal {
  /** Inserts an unsequenced entry beside the unit's own rows. Resolves with its id. */
  append(tx: Transaction, entry: JournalEntry): Promise<string>;
  /** The newest signed checkpoint, as the C2SP signed note that acknowledgements carry. */
  checkpoint(): Promise<Checkpoint>;
}

export interface Checkpoint {
  /** The log's name: `<first host>/journal`. */
  readonly origin: string;
  readonly size: number;
  readonly rootHash: Uint8Array;
  /** The signed note, whole. */
  readonly note: string;
}
