import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import { acceptCosignatures } from "./accept-cosignature.ts";
import { appendBulk, type BulkItem } from "./append-bulk.ts";
import { appendEntry } from "./append-entry.ts";
import { currentLog, originOf } from "./current-log.ts";
import type { JournalEntry } from "./entry.ts";
import { EntryMaker } from "./entry-maker.ts";
import type { AppendedEntry, Checkpoint, Journal } from "./journal.ts";
import type { PendingRow } from "./journal.table.ts";
import { PendingSeal } from "./pending-seal.ts";
import { readCheckpoint } from "./read-checkpoint.ts";
import { Sequencer, type SequencerOptions } from "./sequencer.ts";
import { ed25519Signer, ed25519Verifier, type NoteVerifier, parseVerifierKey } from "./signed-note.ts";

/** The journal of one operator in this process, with its sequencer. */
export interface OperatorJournal extends Journal {
  readonly sequencer: Sequencer;
  /** The public key that checkpoints of the first log verify with, as witnesses and auditors take it. */
  readonly verifierKey: string;
  /** Whether the journal wrote this row that waits for its place; bound, to be handed to `verifyJournal`. */
  readonly isGenuine: (row: PendingRow) => boolean;
  /**
   * Keeps what configured witnesses have signed under a checkpoint of this log; it is served with the checkpoint.
   * @returns how many cosignatures were kept, at least one
   * @throws JournalError `note-unknown-key`, `note-wrong-signature`, `checkpoint-foreign`, `note-malformed`
   */
  acceptCosignatures(note: string, witnesses: readonly NoteVerifier[]): Promise<number>;
}

/** Makes an operator's journal. Nothing is opened or sequenced before `sequencer.start()`. */
export function createJournal(options: SequencerOptions): OperatorJournal {
  return new StoreJournal(options);
}

class StoreJournal implements OperatorJournal {
  readonly sequencer: Sequencer;
  readonly verifierKey: string;
  readonly isGenuine = (row: PendingRow) => this.#seal.holds(row);
  readonly #options: SequencerOptions;
  readonly #maker: EntryMaker;
  readonly #seal: PendingSeal;
  readonly #nudge: () => void;
  /** Good while no other process has committed and we have signed nothing newer and kept no cosignature. */
  #newest: { readonly checkpoint: Checkpoint; readonly version: number } | null = null;
  #changes = 0;

  constructor(options: SequencerOptions) {
    this.#options = options;
    this.#seal = new PendingSeal(options.operator, options.key);
    this.#maker = new EntryMaker(options.operator, options.random, this.#seal);
    this.verifierKey = ed25519Signer(options.origin, options.key).verifierKey;
    this.sequencer = new Sequencer(options, this.#maker, this.#seal, () => this.#changed());
    this.#nudge = () => this.sequencer.nudge();
  }

  append(tx: Transaction, entry: JournalEntry, shard?: Pseudonym): Promise<AppendedEntry> {
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

  async acceptCosignatures(note: string, witnesses: readonly NoteVerifier[]): Promise<number> {
    const { store, key, origin } = this.#options;
    const kept = await store.transaction(async (tx) => {
      const { number } = await currentLog(tx);
      const signer = ed25519Signer(originOf(origin, number), key);
      return acceptCosignatures(tx, note, ed25519Verifier(parseVerifierKey(signer.verifierKey)), witnesses);
    });
    this.#changed();
    return kept;
  }

  async checkpoint(): Promise<Checkpoint> {
    const { store } = this.#options;
    // The version is taken before the read: a commit in between leaves a version that no longer fits, never a stale
    // checkpoint under a version that does.
    const version = store.dataVersion();
    const changes = this.#changes;
    if (this.#newest !== null && this.#newest.version === version) return this.#newest.checkpoint;
    const checkpoint = await store.read((reader) => readCheckpoint(reader));
    if (version !== null && this.#changes === changes) this.#newest = { checkpoint, version };
    return checkpoint;
  }

  #changed(): void {
    this.#newest = null;
    this.#changes++;
  }
}
