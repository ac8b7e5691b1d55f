export { instantOf, localDate } from "./local-time.ts";

/** Time as an argument: nothing outside platform/ reads the machine's clock. */
export interface Clock {
  /** Wall-clock time, whole milliseconds since 1970-01-01T00:00:00Z. May jump either way. */
  now(): number;
  /** Milliseconds from an arbitrary start that never run backwards; for measuring durations. */
  monotonic(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};

/** A clock that stands still until told otherwise: for tests, and for replaying a moment. */
export class ManualClock implements Clock {
  #now: number;
  #monotonic = 0;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  /** Moves both readings forward by `ms` (not negative). */
  advance(ms: number): void {
    this.#now += ms;
    this.#monotonic += ms;
  }

  /** Sets the wall clock alone, as a correction of the machine's clock would. */
  jumpTo(ms: number): void {
    this.#now = ms;
  }
}
