import type { PolicyFact } from "../../trust/gate/index.ts";

/**
 * What was read beside a policy in force, kept for as long as memory vouches for that policy.
 *
 * `publication.current` answers with the same object while nothing was published or called off, in this process or
 * another, and no version took over: what was read after that object was handed out is as good as the object. Where
 * every request reads anew (PostgreSQL), each has an object of its own, and nothing is kept.
 */
export class WhileInForce<Value> {
  readonly #kept = new WeakMap<PolicyFact, Map<string, Value>>();

  /** @param key of a small closed set: what is kept under it stays until the policy changes */
  async get(fact: PolicyFact, key: string, read: () => Promise<Value>): Promise<Value> {
    const kept = this.#kept.get(fact) ?? new Map<string, Value>();
    this.#kept.set(fact, kept);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const value = await read();
    kept.set(key, value);
    return value;
  }
}
