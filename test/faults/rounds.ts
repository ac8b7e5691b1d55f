import { inject } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** How often the long runs repeat each fault; undefined in a usual run. */
    faultRounds: number;
  }
}

/** How often a fault is repeated: as few as say here in a usual run, 100 in `npm run test:faults`. */
export function rounds(usual: number): number {
  return inject("faultRounds") ?? usual;
}

/** Sendings of different processes and rounds are numbered apart by this much. */
export const APART = 10_000;
