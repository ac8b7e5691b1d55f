import { type ApiKeyActor, apiKeyActor, noteKeyUse } from "../../people/staff/index.ts";
import type { Exchange } from "../../platform/http/index.ts";
import type { Transaction } from "../../platform/store/index.ts";
import type { Operator } from "../operator.ts";

/**
 * Does something for a program that showed a good key, in one unit of work with the note of its use. A missing, forged,
 * expired or revoked key is 401; what a good one may do is the gate's to decide (clause itsectr-privacy/6.2.1).
 */
export function withApiKey<T>(
  exchange: Exchange,
  { store }: Pick<Operator, "store">,
  act: (tx: Transaction, key: ApiKeyActor) => Promise<T>,
): Promise<T> {
  return store.transaction(async (tx) => {
    const key = await apiKeyActor(tx, exchange.header("authorization"), tx.at);
    await noteKeyUse(tx, key);
    return act(tx, key);
  });
}

/** Times leave in RFC 3339, UTC. */
export const timeOf = (at: number): string => new Date(at).toISOString();
