import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Paper } from "./paper.ts";
import { DocumentsError } from "./documents.errors.ts";

/** How long one paper may take, ms. */
const LIMIT = 30_000;
/** How many may wait for the press beside the one that is printed. */
const WAITING = 8;
/** How much of what was printed is kept, bytes: every version of every document, of which one has about 80,000. */
const KEPT = 24 * 1024 * 1024;

/** The end of the line in which all papers of this process stand: of however many operators, one is printed at a time. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Prints papers as PDF, one at a time and in a thread of its own, so that no request waits for another's paper; what
 * was printed before is kept for a while. Anybody may ask for any version, so what one printing costs is paid once.
 */
export class Press {
  readonly #kept = new Map<string, Promise<Uint8Array>>();
  /** Bytes of each that is printed, in the order of printing. */
  readonly #sizes = new Map<string, number>();
  readonly #most: number;
  #size = 0;
  #waiting = 0;

  /** @param options.kept bytes of papers to keep */
  constructor({ kept = KEPT }: { readonly kept?: number } = {}) {
    this.#most = kept;
  }

  /**
   * @param key names the paper's content: the same key, the same bytes
   * @throws DocumentsError `press-busy` when too many wait, `not-printed` when it takes too long or fails
   */
  async print(key: string, paper: () => Paper): Promise<Uint8Array> {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    if (this.#waiting >= WAITING) throw new DocumentsError("press-busy");
    this.#waiting += 1;
    const printed = last
      .then(() => printInThread(paper()))
      .finally(() => {
        this.#waiting -= 1;
      });
    last = printed.catch(() => undefined);
    this.#keep(key, printed);
    return printed;
  }

  #keep(key: string, printed: Promise<Uint8Array>): void {
    this.#kept.set(key, printed);
    printed.then(
      ({ length }) => this.#makeRoom(key, length),
      () => this.#kept.delete(key),
    );
  }

  /** Drops what was printed first, until all that was printed fits. */
  #makeRoom(key: string, length: number): void {
    this.#sizes.set(key, length);
    this.#size += length;
    for (const [oldest, size] of this.#sizes) {
      if (this.#size <= this.#most) return;
      this.#kept.delete(oldest);
      this.#sizes.delete(oldest);
      this.#size -= size;
    }
  }
}

/** Beside this file, as TypeScript in the source and as JavaScript once built. */
const press = new URL(`./press.worker${extname(import.meta.url)}`, import.meta.url);

function printInThread(paper: Paper): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(press, {
      workerData: paper,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const late = setTimeout(() => void worker.terminate(), LIMIT);
    worker.once("message", (bytes: Uint8Array) => resolve(bytes));
    worker.once("error", (cause) => reject(new DocumentsError("not-printed", { cause })));
    worker.once("exit", () => {
      clearTimeout(late);
      reject(new DocumentsError("not-printed"));
    });
  });
}
