import type { Pseudonym, Reader, Transaction } from "../../platform/store/index.ts";
import { acceptCosignatures } from "./accept-cosignature.ts";
import { appendBulk, type BulkItem } from "./append-bulk.ts";
import { appendEntry } from "./append-entry.ts";
import { currentLog, originOf } from "./current-log.ts";
import type { JournalEntry } from "./entry.ts";
import { EntryMaker } from "./entry-maker.ts";
import { JournalError } from "./journal.errors.ts";
import type { AppendedEntry, Checkpoint, Journal } from "./journal.ts";
import type { PendingRow } from "./journal.table.ts";
import { PendingSeal } from "./pending-seal.ts";
import { readCheckpoint } from "./read-checkpoint.ts";
import { joinReceipt, signStatement } from "./receipt-text.ts";
import { Sequencer, type SequencerOptions } from "./sequencer.ts";
import {
  ed25519Signer,
  ed25519Verifier,
  type NoteSigner,
  type NoteVerifier,
  parseVerifierKey,
  signNote,
} from "./signed-note.ts";
import { type StatementKind, statementText } from "./operator-statement.ts";
import { verifyReceipt } from "./verify-receipt.ts";
import { findWaiting } from "./waiting-entry.ts";
import { findReceived, proveReceipt, type Received } from "./write-receipt.ts";

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
  /**
   * The receipt of what was received just now, with the checkpoint of this moment: a promise, until it is completed.
   * One signature.
   * @throws JournalError `log-unopened`
   */
  receipt(received: Received): Promise<string>;
  /**
   * The receipt of an entry by its id, with its proof; null while the entry has no place.
   * @throws JournalError `proof-impossible` when the entry received nothing, or was pruned; `log-damaged`
   */
  provenReceipt(reader: Reader, entry: string): Promise<string | null>;
  /**
   * The receipt of an entry by its id, once more: with its proof, or the same promise as before while the entry waits
   * for its place, as it does when another process died over it. Null when the journal has no such entry.
   * @throws JournalError as `provenReceipt`; `log-unopened`
   */
  receiptAgain(reader: Reader, entry: string): Promise<string | null>;
  /**
   * Adds the entry's proof to a receipt, or renews it against the newest checkpoint; null while the entry has no place.
   * @throws JournalError `note-wrong-signature` for a receipt that is unsound or of another journal;
   *   `proof-impossible` when the journal has no such entry
   */
  completeReceipt(reader: Reader, receipt: string): Promise<string | null>;
  /**
   * A signed note over what the operator states about itself, by the journal's key. Its first line says of what kind it
   * is, so that it passes neither for a checkpoint nor for a receipt.
   * @param lines of printable text, without line ends
   * @throws JournalError `note-malformed` for a line that is not
   */
  signStatement(kind: StatementKind, lines: readonly string[]): string;
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
  #receiptSigner: NoteSigner | undefined;

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

  async receipt(received: Received): Promise<string> {
    const { origin, note } = await this.checkpoint();
    return joinReceipt(this.#statement(received, origin), note);
  }

  async provenReceipt(reader: Reader, entry: string): Promise<string | null> {
    const found = await findReceived(reader, entry);
    if (found === null) return null;
    // By the caller's reader: one that waited for another of the pool's could wait for itself.
    const { origin } = await currentLog(reader);
    return joinReceipt(this.#statement(found, origin), found.proof);
  }

  async receiptAgain(reader: Reader, entry: string): Promise<string | null> {
    const proven = await this.provenReceipt(reader, entry);
    if (proven !== null) return proven;
    const waiting = await findWaiting(reader, entry, this.isGenuine);
    if (waiting === null) return null;
    const { origin, note } = await readCheckpoint(reader);
    return joinReceipt(this.#statement(waiting, origin), note);
  }

  async completeReceipt(reader: Reader, receipt: string): Promise<string | null> {
    const { verdict } = verifyReceipt(receipt, { key: this.verifierKey });
    if (verdict === "unsound") throw new JournalError("note-wrong-signature", "receipt");
    return proveReceipt(reader, receipt);
  }

  signStatement(kind: StatementKind, lines: readonly string[]): string {
    const { origin, key } = this.#options;
    return signNote(statementText(kind, origin, lines), [ed25519Signer(origin, key)]);
  }

  #statement({ reference, receivedAt, leaf }: Received, origin: string): string {
    if (this.#receiptSigner?.name !== origin) this.#receiptSigner = ed25519Signer(origin, this.#options.key);
    const { verifierKey } = this;
    return signStatement({ origin, reference, receivedAt, leaf, verifierKey }, this.#receiptSigner);
  }

  #changed(): void {
    this.#newest = null;
    this.#changes++;
  }
}
