import type { Checkpoint } from "./journal.ts";

/**
 * Where the newest signed checkpoint is remembered out of the database's reach: beside the keys. A database that was
 * put back from an older copy is told by it, before the log signs a second tree of a size that it has signed before.
 */
export interface CheckpointMemory {
  /** What is remembered: mostly one note, each with the name of its file. */
  read(): Promise<readonly RememberedNote[]>;
  /**
   * Remembers the checkpoint at `size` of the `log`-th log, durably, and forgets those before it; a later one that
   * another process remembers stays.
   */
  keep(log: number, size: number, note: string): Promise<void>;
}

export interface RememberedNote {
  readonly file: string;
  readonly note: string;
}

interface KeeperParts {
  readonly memory: CheckpointMemory;
  readonly numberOf: (checkpoint: Checkpoint) => number;
  readonly onFailure: (error: unknown) => void;
}

/** Least time between two writings, ms: a log signs up to twenty checkpoints a second. */
const APART = 1_000;

/** Has the memory keep what is signed, beside the batches and at most once a second: neither waits for the other. */
export class CheckpointKeeper {
  readonly #parts: KeeperParts;
  #newest: Checkpoint | null = null;
  #taken: Checkpoint | null = null;
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Says that a checkpoint was signed and is durable. Returns at once. */
  signed(checkpoint: Checkpoint): void {
    this.#newest = checkpoint;
    if (this.#timer === null) this.#write();
  }

  /** Resolves when what was signed last is remembered, or could not be. */
  async flush(): Promise<void> {
    this.#write();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#writing;
  }

  #write(): void {
    const { memory, numberOf, onFailure } = this.#parts;
    const checkpoint = this.#newest;
    if (checkpoint === null || checkpoint === this.#taken) return;
    this.#taken = checkpoint;
    this.#writing = this.#writing
      .then(() => memory.keep(numberOf(checkpoint), checkpoint.size, checkpoint.note))
      .catch(onFailure);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#write();
    }, APART).unref();
  }
}
