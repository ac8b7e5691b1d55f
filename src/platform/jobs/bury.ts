import type { Pseudonym, Store } from "../store/index.ts";
import type { BoundHandler } from "./handler.ts";
import { buryJob } from "./job.table.ts";

/** A job that will not be tried again by itself, and the claim of it that is still good. */
export interface Dying {
  readonly id: string;
  readonly shardKey: Pseudonym;
  readonly fence: number;
  readonly payload: unknown;
  readonly handler: BoundHandler;
}

/**
 * Puts a job on the dead list, and lets its room say so in the same unit. A room that fails at that leaves its job no
 * less dead: a job that could not die would be claimed for ever. False when it has become another's.
 */
export async function bury(store: Store, dying: Dying, code: string): Promise<boolean> {
  const { id, shardKey, fence, payload, handler } = dying;
  const claim = { id, shardKey, fence, error: code };
  const { onDead } = handler;
  if (onDead !== undefined) {
    try {
      return await store.transaction(async (tx) => {
        if ((await tx.change(buryJob, { ...claim, now: tx.at })) !== 1) return false;
        await onDead(tx, { id, shardKey, payload, code });
        return true;
      });
    } catch {
      // Undone as a whole: below it is buried all the same, and the report of its death names it.
    }
  }
  return store.transaction(async (tx) => (await tx.change(buryJob, { ...claim, now: tx.at })) === 1);
}
