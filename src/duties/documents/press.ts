import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Paper } from "./paper.ts";
import { DocumentsError } from "./documents.errors.ts";

/** How long one paper may take, ms. */
const LIMIT = 30_000;
/** How many may wait for the press beside the one that is printed. */
const WAITING = 8;
/** How many printed papers are kept. */
const KEPT = 16;

/**
 * Prints papers as PDF, one at a time and in a thread of its own, so that no request waits for another's paper; what
 * was printed before is kept for a while.
 */
export class Press {
  readonly #kept = new Map<string, Promise<Uint8Array>>();
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /**
   * @param key names the paper's content: the same key, the same bytes
   * @throws DocumentsError `press-busy` when too many wait, `not-printed` when it takes too long or fails
   */
  async print(key: string, paper: () => Paper): Promise<Uint8Array> {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    if (this.#waiting >= WAITING) throw new DocumentsError("press-busy");
    this.#waiting += 1;
    const printed = this.#last
      .then(() => printInThread(paper()))
      .finally(() => {
        this.#waiting -= 1;
      });
    this.#last = printed.catch(() => undefined);
    this.#keep(key, printed);
    return printed;
  }

  #keep(key: string, printed: Promise<Uint8Array>): void {
    this.#kept.set(key, printed);
    printed.catch(() => this.#kept.delete(key));
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT && oldest.done !== true) this.#kept.delete(oldest.value);
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
