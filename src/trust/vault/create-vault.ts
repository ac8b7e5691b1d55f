import {
  CryptoError,
  deriveKey,
  hmacSha256,
  lengthPrefixed,
  open,
  seal,
} from "../../platform/crypto/index.ts";
import type { KeyObject } from "node:crypto";
import type { ProcessingOperation } from "../../policy/index.ts";
import type { Random } from "../../platform/random/index.ts";
import type { BlindIndex, Pseudonym, SealedValue, Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../gate/index.ts";
import type { Journal } from "../journal/index.ts";
import { placeOfValue } from "./associated-data.ts";
import { destroyScopes } from "./destroy-scopes.ts";
import type { Keyring } from "./keyring.ts";
import { Ledger } from "./ledger.ts";
import { ScopeKeys } from "./scope-keys.ts";
import type { NewScope, PlainValue, ScopeId, SealedPlace, Vault } from "./vault.ts";
import { VaultError } from "./vault.errors.ts";

const SEALING: readonly ProcessingOperation[] = ["collect", "record", "clarify", "store"];
const OPENING: readonly ProcessingOperation[] = [
  "extract",
  "use",
  "provide",
  "transfer",
  "grantAccess",
  "clarify",
];
const DESTROYING: readonly ProcessingOperation[] = ["destroy", "delete"];

/** Largest value, bytes of UTF-8. */
const MAX_VALUE = 256 * 1024;

export interface VaultParts {
  readonly keyring: Keyring;
  readonly random: Random;
  readonly journal: Pick<Journal, "append">;
}

/** The vault of the keyring's operator. */
export function createVault(parts: VaultParts): Vault {
  return new KeyringVault(parts);
}

class KeyringVault implements Vault {
  readonly operator: string;
  readonly #parts: VaultParts;
  readonly #ledger: Ledger;
  readonly #scopeKeys: ScopeKeys;
  readonly #indexKeys = new Map<string, KeyObject>();

  constructor(parts: VaultParts) {
    this.operator = parts.keyring.operator;
    this.#parts = parts;
    this.#ledger = new Ledger(parts.keyring);
    this.#scopeKeys = new ScopeKeys(parts.keyring, parts.random);
  }

  async createScope(tx: Transaction, permit: Permit, scope: NewScope): Promise<ScopeId> {
    permit.require(tx, { operation: SEALING, subject: scope.subject });
    return await this.#scopeKeys.create(tx, scope);
  }

  async seal(
    tx: Transaction,
    permit: Permit,
    scope: ScopeId,
    values: readonly PlainValue[],
  ): Promise<SealedValue[]> {
    for (const { subject, attribute, record } of values) {
      // A correction opens and seals the same record under one permit: they are two acts upon it.
      permit.require(tx, { operation: SEALING, subject, attribute, record: `seal ${record}` });
    }
    const { key, subject } = await this.#scopeKeys.key(tx, scope, true);
    return values.map((value) => {
      if (value.subject !== subject) throw new VaultError("scope-unknown", scope);
      const bytes = utf8(value);
      return seal(key, this.#parts.random, bytes, placeOfValue(this.operator, scope, value)) as SealedValue;
    });
  }

  async open(tx: Transaction, permit: Permit, values: readonly SealedPlace[]): Promise<string[]> {
    for (const { subject, attribute, record } of values) {
      permit.require(tx, { operation: OPENING, subject, attribute, record: `open ${record}` });
    }
    const opened: string[] = [];
    for (const value of values) {
      const { key, subject } = await this.#scopeKeys.key(tx, value.scope, false);
      if (value.subject !== subject) throw new VaultError("scope-unknown", value.scope);
      try {
        const place = placeOfValue(this.operator, value.scope, value);
        opened.push(open(key, value.sealed, place).toString("utf8"));
      } catch (error) {
        if (error instanceof CryptoError) throw new VaultError("value-damaged", value.attribute);
        throw error;
      }
    }
    return opened;
  }

  blindIndex(
    tx: Transaction,
    permit: Permit,
    subject: Pseudonym,
    kind: string,
    normalised: string,
  ): BlindIndex {
    permit.require(tx, { operation: [...SEALING, ...OPENING], subject });
    return this.lookupIndex(kind, normalised);
  }

  lookupIndex(kind: string, normalised: string): BlindIndex {
    if (!normalised.isWellFormed()) throw new VaultError("value-malformed", kind);
    return hmacSha256(this.#indexKey(kind), normalised) as Uint8Array as BlindIndex;
  }

  async destroyScopes(
    tx: Transaction,
    permit: Permit,
    subject: Pseudonym,
    scopes: readonly ScopeId[],
  ): Promise<void> {
    permit.require(tx, { operation: DESTROYING, subject });
    await destroyScopes(tx, { subject, scopes }, { ledger: this.#ledger, journal: this.#parts.journal });
    for (const scope of scopes) this.#scopeKeys.forget(tx, scope);
  }

  /** Kinds are codes of ours, so there are few; one that came from outside would grow the map, and is refused. */
  #indexKey(kind: string): KeyObject {
    let key = this.#indexKeys.get(kind);
    if (key === undefined) {
      if (!/^[a-z][a-z0-9-]{0,31}$/.test(kind)) throw new TypeError("A kind of index is a code.");
      key = deriveKey(
        this.#parts.keyring.keys.index,
        lengthPrefixed("upheld-blind-index/1", this.operator, kind),
      );
      this.#indexKeys.set(kind, key);
    }
    return key;
  }
}

function utf8({ plaintext, attribute }: PlainValue): Buffer {
  if (!plaintext.isWellFormed()) throw new VaultError("value-malformed", attribute);
  const bytes = Buffer.from(plaintext, "utf8");
  if (bytes.length > MAX_VALUE) throw new VaultError("value-too-large", attribute);
  return bytes;
}
