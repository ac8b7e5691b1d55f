/** The middle of several values. One that another process disturbed does not move it. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The smallest value that `percent` of all do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new RangeError("There is nothing to take a percentile of.");
  return value;
}

/** What is measured in rounds: ours and its rivals' by name, each call one round's figure. */
export type Contestants = Readonly<Record<string, () => number | Promise<number>>>;

/**
 * Runs all contestants once and discards it, then `rounds` times in turn, so that whatever else the machine does falls
 * on all of them alike. Resolves with each one's median.
 */
export async function interleave<C extends Contestants>(
  rounds: number,
  contestants: C,
): Promise<Record<keyof C, number>> {
  const measured = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round++) {
    for (const [name, measure] of Object.entries(contestants)) {
      const figure = await measure();
      if (round > 0) measured.set(name, [...(measured.get(name) ?? []), figure]);
    }
  }
  const medians = Array.from(measured, ([name, figures]) => [name, median(figures)]);
  return Object.fromEntries(medians) as Record<keyof C, number>;
}

/**
 * Keeps `inFlight` calls of `act` running for `ms`, then waits for the last and for what `settle` adds.
 * @returns how many were completed a second, of the whole time
 */
export async function ratePerSecond(
  { inFlight, ms }: { readonly inFlight: number; readonly ms: number },
  act: () => Promise<unknown>,
  settle?: () => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  const until = started + ms;
  let done = 0;
  const worker = async () => {
    while (performance.now() < until) {
      await act();
      done++;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  await settle?.();
  return (done * 1000) / (performance.now() - started);
}

/** The same for an act that is over when it returns, and does `each` of what is counted. */
export function rateOfCalls(ms: number, each: number, act: () => void): number {
  const started = performance.now();
  let done = 0;
  while (performance.now() < started + ms) {
    act();
    done += each;
  }
  return (done * 1000) / (performance.now() - started);
}

/** How long it takes, ms. */
export async function duration(act: () => unknown): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
