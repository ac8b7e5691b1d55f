import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import { appendBulk, type BulkItem } from "./append-bulk.ts";
import { appendEntry } from "./append-entry.ts";
import type { JournalEntry } from "./entry.ts";
import { EntryMaker } from "./entry-maker.ts";
import type { Checkpoint, Journal } from "./journal.ts";
import { readCheckpoint } from "./read-checkpoint.ts";
import { Sequencer, type SequencerOptions } from "./sequencer.ts";
import { ed25519Signer } from "./signed-note.ts";

/** The journal of one operator in this process, with its sequencer. */
export interface OperatorJournal extends Journal {
  readonly sequencer: Sequencer;
  /** The public key that checkpoints of the first log verify with, as witnesses and auditors take it. */
  readonly verifierKey: string;
}

/** Makes an operator's journal. Nothing is opened or sequenced before `sequencer.start()`. */
export function createJournal(options: SequencerOptions): OperatorJournal {
  return new StoreJournal(options);
}

class StoreJournal implements OperatorJournal {
  readonly sequencer: Sequencer;
  readonly verifierKey: string;
  readonly #options: SequencerOptions;
  readonly #maker: EntryMaker;
  readonly #nudge: () => void;
  /** Good while no other process has committed and our sequencer has signed no newer one. */
  #newest: { readonly checkpoint: Checkpoint; readonly version: number } | null = null;
  #signed = 0;

  constructor(options: SequencerOptions) {
    this.#options = options;
    this.#maker = new EntryMaker(options.operator, options.random);
    this.verifierKey = ed25519Signer(options.origin, options.key).verifierKey;
    this.sequencer = new Sequencer(options, this.#maker, () => {
      this.#newest = null;
      this.#signed++;
    });
    this.#nudge = () => this.sequencer.nudge();
  }

  append(tx: Transaction, entry: JournalEntry, shard?: Pseudonym): Promise<string> {
    tx.afterCommit(this.#nudge);
    return appendEntry(tx, this.#maker, entry, shard);
  }

  appendBulk(
    tx: Transaction,
    entry: Omit<JournalEntry, "event" | "subjects">,
    items: readonly BulkItem[],
  ): Promise<string> {
    tx.afterCommit(this.#nudge);
    return appendBulk(tx, this.#maker, entry, items);
  }

  async checkpoint(): Promise<Checkpoint> {
    const { store } = this.#options;
    // The version is taken before the read: a commit in between leaves a version that no longer fits, never a stale
    // checkpoint under a version that does.
    const version = store.dataVersion();
    const signed = this.#signed;
    if (this.#newest !== null && this.#newest.version === version) return this.#newest.checkpoint;
    const checkpoint = await store.read(readCheckpoint);
    if (version !== null && this.#signed === signed) this.#newest = { checkpoint, version };
    return checkpoint;
  }
}
