import type { Clock } from "../../platform/clock/index.ts";
import type { Store } from "../../platform/store/index.ts";
import type { Journal } from "./journal.ts";

/** Most different refusals of one entry; further ones are counted together. */
const MOST_KINDS = 100;
const OTHER = "other";

/**
 * Counts refusals of callers without a name, so that a flood of them is one entry a minute and not a flood of entries.
 * Whoever owns it flushes it each minute and at the end.
 */
export class AnonymousRefusals {
  readonly #clock: Clock;
  #counts = new Map<string, number>();
  #since: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#since = clock.now();
  }

  /**
   * @param code of the refusal: `not-shown`
   * @param place the form or route as declared, never as requested: `feedback`
   */
  count(code: string, place: string): void {
    const kind = `${code} ${place}`;
    const key = this.#counts.has(kind) || this.#counts.size < MOST_KINDS ? kind : OTHER;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** Journals what was counted since the last flush; nothing when nothing was. What fails is counted again. */
  async flush(store: Store, journal: Journal): Promise<void> {
    const counts = this.#counts;
    if (counts.size === 0) return;
    const from = this.#since;
    const to = this.#clock.now();
    this.#counts = new Map();
    this.#since = to;
    try {
      await store.transaction((tx) =>
        journal.append(tx, {
          event: "anonymous-refusals",
          actor: { kind: "system", id: "journal" },
          details: { ...Object.fromEntries(counts), from, to },
        }),
      );
    } catch (error) {
      for (const [kind, count] of this.#counts) counts.set(kind, (counts.get(kind) ?? 0) + count);
      this.#counts = counts;
      this.#since = from;
      throw error;
    }
  }
}
