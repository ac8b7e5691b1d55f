import { type CompiledPolicy, inEffect, parseCompiledPolicy } from "../../policy/index.ts";
import { instantOf, localDate } from "../../platform/clock/index.ts";
import { sha256Hex } from "../../platform/crypto/index.ts";
import type { Reader, Store, Transaction } from "../../platform/store/index.ts";
import type { PolicyFact } from "../gate/index.ts";
import { PublicationError } from "./publication.errors.ts";
import { KeptOnceCommitted } from "./kept-once-committed.ts";
import { compiledOf, firstOfPolicy, inForceUntil, versionByNumber } from "./publication.table.ts";

interface Remembered {
  readonly fact: PolicyFact;
  readonly from: number;
  /** When the next version takes over, or a clause ceases to hold; null when neither is announced. */
  readonly until: number | null;
  readonly dataVersion: number;
}

/** How many parsed policies are kept: the one in force, and those under which older data were collected. */
const PARSED_KEPT = 16;

/**
 * Which policy is in force, at no cost while nothing has changed.
 *
 * Two memories. Parsed policies are kept by the hash of their bytes, which cannot go stale. Which of them is in force
 * is kept only with SQLite's data version, which changes with every commit of another process; where the engine has
 * none, one indexed query answers it each time.
 */
export class PolicyInForce {
  readonly #store: Store;
  readonly #parsed = new Map<string, CompiledPolicy>();
  readonly #first = new KeptOnceCommitted<string, number>(256);
  #remembered: Remembered | undefined;
  /** Grows with each publication here, so that an answer older than it is not remembered. */
  #generation = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** @throws PublicationError `version-damaged` */
  async at(reader: Reader, at: number): Promise<PolicyFact | null> {
    const dataVersion = this.#store.dataVersion();
    const known = this.#remembered;
    if (known !== undefined && known.dataVersion === dataVersion && covers(known, at)) return known.fact;

    const generation = this.#generation;
    const read = await this.#read(reader, at);
    if (read === null) return null;
    if (dataVersion !== null && isTransaction(reader)) {
      // A reader's snapshot may be older than the data version, and a unit may yet be undone: so only what a unit
      // read is remembered, and only once it has committed.
      const answer = { ...read, dataVersion };
      reader.afterCommit(() => {
        if (generation === this.#generation) this.#remembered = answer;
      });
    }
    return read.fact;
  }

  /**
   * The same without a reader, which is opened only when memory has no answer. What a reader opened here saw is as new
   * as the data version taken before it, and so may be remembered; a publication of this process in between may not
   * have been in its snapshot, and so forbids it.
   */
  async current(at: number): Promise<PolicyFact | null> {
    const dataVersion = this.#store.dataVersion();
    const known = this.#remembered;
    if (known !== undefined && known.dataVersion === dataVersion && covers(known, at)) return known.fact;
    const generation = this.#generation;
    return this.#store.read(async (reader) => {
      const read = await this.#read(reader, at);
      if (read === null) return null;
      if (dataVersion !== null && generation === this.#generation) {
        this.#remembered = { ...read, dataVersion };
      }
      return read.fact;
    });
  }

  /** The version that first stated a policy. @throws PublicationError `version-damaged` */
  async ofPolicy(reader: Reader, hash: string): Promise<PolicyFact | null> {
    const number = await this.#first.get(reader, hash, async () => {
      const row = await reader.first(firstOfPolicy, { policy: hash });
      return row?.number ?? null;
    });
    if (number === null) return null;
    const compiled = this.#parsed.get(hash) ?? (await this.#parse(reader, number, hash));
    return { compiled, hash, version: number };
  }

  /** What a version enforces, whether it is in force or not; null when there is no such version. */
  async ofVersion(reader: Reader, number: number): Promise<PolicyFact | null> {
    const row = await reader.first(versionByNumber, { number });
    if (row === undefined) return null;
    const compiled = this.#parsed.get(row.policy) ?? (await this.#parse(reader, number, row.policy));
    return { compiled, hash: row.policy, version: number };
  }

  /** Called inside the unit that publishes: units after it in the same commit must see the new version. */
  forget(): void {
    this.#generation++;
    this.#remembered = undefined;
  }

  async #read(reader: Reader, at: number) {
    const row = await reader.first(inForceUntil, { at });
    if (row === undefined) return null;
    const compiled = this.#parsed.get(row.policy) ?? (await this.#parse(reader, row.number, row.policy));
    const { timeZone } = compiled.operator;
    const { policy, rulings, changedOn, changesOn } = inEffect(compiled, localDate(at, timeZone));
    const fact: PolicyFact = {
      compiled: policy,
      hash: row.policy,
      version: row.number,
      ...(rulings.length === 0 ? {} : { rulings }),
    };
    const dayOf = (date: string | null) => (date === null ? null : instantOf(date, timeZone));
    return {
      fact,
      from: Math.max(row.effective_from, dayOf(changedOn) ?? row.effective_from),
      until: earlier(row.until, dayOf(changesOn)),
    };
  }

  async #parse(reader: Reader, number: number, hash: string): Promise<CompiledPolicy> {
    const row = await reader.first(compiledOf, { number });
    if (row === undefined || sha256Hex(row.compiled) !== hash) {
      throw new PublicationError("version-damaged", `version ${number}`);
    }
    const compiled = parseCompiledPolicy(new TextDecoder().decode(row.compiled));
    // The oldest alone: whoever reads one old version after another does not empty it for everybody.
    const [oldest] = this.#parsed.keys();
    if (this.#parsed.size >= PARSED_KEPT && oldest !== undefined) this.#parsed.delete(oldest);
    this.#parsed.set(hash, compiled);
    return compiled;
  }
}

function covers({ from, until }: Remembered, at: number): boolean {
  return at >= from && (until === null || at < until);
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function isTransaction(reader: Reader): reader is Transaction {
  return "afterCommit" in reader;
}
