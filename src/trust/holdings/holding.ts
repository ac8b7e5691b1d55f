import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../gate/index.ts";

/**
 * What a room holds about a person, so that erasure, access and blocking reach everything. Each table that refers to
 * a person names its holding; a test fails on one that does not.
 */
export interface Holding {
  /** The name that tables declare: `subjects`. */
  readonly name: string;
  readonly tables: readonly string[];
  /** Everything held of this person, opened under the permit (operation `provide` or `extract`). */
  list(tx: Transaction, permit: Permit, subject: Pseudonym): Promise<HeldItem[]>;
  /**
   * Removes at most `limit` rows of ciphertext and references that the destroyed keys have made dead; resolves with
   * how many went, 0 when none is left. Run again until 0.
   */
  remove(tx: Transaction, permit: Permit, subject: Pseudonym, limit: number): Promise<number>;
}

export interface HeldItem {
  readonly attribute: string;
  readonly value: string;
  readonly purpose: string;
  /** How and when it came: channel, time in ms. */
  readonly source: string;
  readonly at: number;
}
