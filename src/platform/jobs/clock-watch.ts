import type { Clock } from "../clock/index.ts";

/** Below this, ms, a difference between the clocks is an ordinary correction. */
export const JUMP = 5000;

/** Notices that the wall clock has been set, or that the machine has slept, by the clock that never jumps. */
export class ClockWatch {
  readonly #clock: Clock;
  #offset: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#offset = clock.now() - clock.monotonic();
  }

  /** By how much the wall clock has jumped since the last look, ms; 0 when it has not. */
  look(): number {
    const offset = this.#clock.now() - this.#clock.monotonic();
    const by = offset - this.#offset;
    this.#offset = offset;
    return Math.abs(by) > JUMP ? Math.round(by) : 0;
  }
}
