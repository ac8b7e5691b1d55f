import type { Random } from "../random/index.ts";
import type { JobKind } from "./job-kind.ts";

/**
 * How long to wait after the given attempt (1 is the first) failed, ms: between half of and the whole of a wait that
 * doubles each time up to the longest. The half at random keeps jobs that failed together from coming back together.
 */
export function backOff(
  kind: Pick<JobKind, "firstWait" | "longestWait">,
  attempt: number,
  random: Random,
): number {
  const wait = Math.min(kind.longestWait, kind.firstWait * 2 ** Math.min(attempt - 1, 40));
  const bytes = random.bytes(4);
  const share = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32;
  return Math.ceil(wait / 2 + (wait / 2) * share);
}
