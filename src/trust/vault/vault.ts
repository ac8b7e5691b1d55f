import type { BlindIndex, Pseudonym, SealedValue, Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../gate/index.ts";

/**
 * The only code that seals and opens personal data, for one operator.
 * Every act takes the Permit under which it happens; without one nothing opens.
 */
export interface Vault {
  readonly operator: string;

  /** Makes a scope: a fresh 256-bit key, wrapped by the current key-encryption key. One row. */
  createScope(tx: Transaction, permit: Permit, scope: NewScope): Promise<ScopeId>;

  /** Seals values of one scope, each under a fresh nonce, bound to its place. Order kept. */
  seal(
    tx: Transaction,
    permit: Permit,
    scope: ScopeId,
    values: readonly PlainValue[],
  ): Promise<SealedValue[]>;

  /**
   * Opens values, in order. Operations that cover it: `extract`, `use`, `provide`, `transfer`, `grantAccess`, `clarify`.
   * @throws VaultError `scope-destroyed`, `scope-unknown`, `value-damaged` (a flipped byte, another place), `key-missing`
   */
  open(tx: Transaction, permit: Permit, values: readonly SealedPlace[]): Promise<string[]>;

  /** The index of a value already brought to its normal form. `kind` separates e-mail from phone from login. */
  blindIndex(
    tx: Transaction,
    permit: Permit,
    subject: Pseudonym,
    kind: string,
    normalised: string,
  ): BlindIndex;

  /**
   * The index to look a person up by, before anybody knows whether there is one. It tells nothing by itself; what it
   * finds is a pseudonym, and opening anything of that person asks the gate.
   */
  lookupIndex(kind: string, normalised: string): BlindIndex;

  /**
   * Destroys scope keys in this unit of work, at a cost that does not grow with what they sealed, and writes the
   * ledger line before the unit is acknowledged. What they sealed is unreadable from that commit on.
   */
  destroyScopes(
    tx: Transaction,
    permit: Permit,
    subject: Pseudonym,
    scopes: readonly ScopeId[],
  ): Promise<void>;
}

export type ScopeId = Pseudonym;

/** What a key covers (design: "Scopes"), and where its row is kept: beside its person's other rows. */
export type NewScope = { readonly subject: Pseudonym; readonly shardKey: Pseudonym } & (
  | { readonly kind: "subject"; readonly rule: string }
  | { readonly kind: "day"; readonly log: string; readonly day: string }
  | { readonly kind: "evidence"; readonly rule: string }
);

/** Where a value stands; all of it is authenticated with the ciphertext. */
export interface Place {
  readonly subject: Pseudonym;
  readonly attribute: string;
  /** The row that holds it. */
  readonly record: string;
}

export interface PlainValue extends Place {
  /** At most 256 KiB of UTF-8. */
  readonly plaintext: string;
}

export interface SealedPlace extends Place {
  readonly scope: ScopeId;
  readonly sealed: SealedValue;
}
