import type { KeyObject } from "node:crypto";
import { CryptoError, newSecretKey, unwrapKey, wrapKey } from "../../platform/crypto/index.ts";
import { type Random, uuidv7 } from "../../platform/random/index.ts";
import { prepare, type Pseudonym, type Transaction } from "../../platform/store/index.ts";
import { placeOfScopeKey } from "./associated-data.ts";
import type { KeyEncryptionKey, Keyring } from "./keyring.ts";
import type { NewScope, ScopeId } from "./vault.ts";
import { VaultError } from "./vault.errors.ts";
import type { VaultTables } from "./vault.table.ts";

/** A scope's key, good for the unit of work that it was read in. */
export interface ScopeKey {
  readonly key: KeyObject;
  readonly subject: Pseudonym;
  /** Read with a lock that keeps it from being destroyed before this unit ends: needed to seal. */
  readonly held: boolean;
}

const COLUMNS = [
  "id",
  "shard_key",
  "kind",
  "subject",
  "rule",
  "log",
  "day",
  "kek_version",
  "wrapped_key",
  "created_at",
] as const;

type ScopeRow = Pick<VaultTables["vault_scope"], (typeof COLUMNS)[number]>;
type StoredKey = Pick<VaultTables["vault_scope"], "id" | "subject" | "kind" | "kek_version" | "wrapped_key">;

/** Inserts only while the version is current, so that a process which missed a rotation finds out. */
const insertUnderCurrent = prepare<VaultTables, ScopeRow>()((db, param) =>
  db
    .insertInto("vault_scope")
    .columns(COLUMNS)
    .expression((eb) =>
      eb
        .selectFrom("vault_key")
        .select(COLUMNS.map((name) => eb.val(param(name)).as(name)))
        .where("version", "=", param("kek_version") as number)
        .where("state", "=", "current"),
    ),
);

const currentKey = prepare<VaultTables>()((db) =>
  db.selectFrom("vault_key").select(["version", "fingerprint"]).where("state", "=", "current"),
);

const storedKey = prepare<VaultTables, { id: string }>()((db, param) =>
  db
    .selectFrom("vault_scope")
    .select(["id", "subject", "kind", "kek_version", "wrapped_key"])
    .where("id", "=", param("id")),
);

const heldKey = prepare<VaultTables, { id: string }>()((db, param, engine) =>
  db
    .selectFrom("vault_scope")
    .select(["id", "subject", "kind", "kek_version", "wrapped_key"])
    .where("id", "=", param("id"))
    .$call((query) => (engine.locksRows ? query.forShare() : query)),
);

/** How many rotations in a row, each by another process, one new scope outlasts. */
const ATTEMPTS = 8;

/** Makes and reads scope keys. None is kept past its unit: the row is the only truth about whether a key still lives. */
export class ScopeKeys {
  readonly #keyring: Keyring;
  readonly #random: Random;
  readonly #read = new WeakMap<Transaction, Map<ScopeId, ScopeKey>>();
  /** The newest version this process has seen in force. Wrong after a rotation elsewhere, and then found wrong. */
  #current: KeyEncryptionKey | undefined;

  constructor(keyring: Keyring, random: Random) {
    this.#keyring = keyring;
    this.#random = random;
  }

  async create(tx: Transaction, scope: NewScope): Promise<ScopeId> {
    const id: ScopeId = uuidv7(tx.at, this.#random);
    const key = newSecretKey(this.#random);
    await this.#insertUnderNewest(tx, id, scope, key);
    this.#keysOf(tx).set(id, { key, subject: scope.subject, held: true });
    return id;
  }

  /** Another process may rotate between a look at the newest version and the insert under it: then it is looked again. */
  async #insertUnderNewest(tx: Transaction, id: ScopeId, scope: NewScope, key: KeyObject): Promise<void> {
    const known = this.#current;
    if (known !== undefined && (await this.#insert(tx, id, scope, key, known))) return;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const current = await this.#readCurrent(tx);
      if (!(await this.#insert(tx, id, scope, key, current))) continue;
      this.#current = current;
      return;
    }
    throw new VaultError("key-missing");
  }

  /**
   * The key of a scope, as of now in this unit.
   * @param hold keep it from being destroyed before the unit ends
   * @throws VaultError `scope-unknown`, `scope-destroyed`, `scope-damaged`, `key-missing`
   */
  async key(tx: Transaction, id: ScopeId, hold: boolean): Promise<ScopeKey> {
    const keys = this.#keysOf(tx);
    const known = keys.get(id);
    if (known !== undefined && (known.held || !hold)) return known;
    const query = hold ? heldKey : storedKey;
    let read: ScopeKey;
    try {
      read = this.#unwrapped(await tx.first(query, { id }), id, hold);
    } catch (error) {
      if (!(error instanceof VaultError) || error.code !== "key-missing") throw error;
      // A rotation may have wrapped it anew and destroyed the old key since the row was read.
      read = this.#unwrapped(await tx.first(query, { id }), id, hold);
    }
    keys.set(id, read);
    return read;
  }

  /** Forgets a scope in this unit, as its destruction does. */
  forget(tx: Transaction, id: ScopeId): void {
    this.#keysOf(tx).delete(id);
  }

  #keysOf(tx: Transaction): Map<ScopeId, ScopeKey> {
    let keys = this.#read.get(tx);
    if (keys === undefined) this.#read.set(tx, (keys = new Map()));
    return keys;
  }

  async #insert(
    tx: Transaction,
    id: ScopeId,
    scope: NewScope,
    key: KeyObject,
    under: KeyEncryptionKey,
  ): Promise<boolean> {
    const { kind, subject } = scope;
    const place = placeOfScopeKey(this.#keyring.operator, { id, subject, kind }, under.version);
    const inserted = await tx.change(insertUnderCurrent, {
      id,
      shard_key: scope.shardKey,
      kind,
      subject,
      rule: scope.kind === "day" ? null : scope.rule,
      log: scope.kind === "day" ? scope.log : null,
      day: scope.kind === "day" ? scope.day : null,
      kek_version: under.version,
      wrapped_key: wrapKey(under.key, this.#random, key, place),
      created_at: tx.at,
    });
    return inserted === 1;
  }

  async #readCurrent(tx: Transaction): Promise<KeyEncryptionKey> {
    const row = await tx.first(currentKey, {});
    if (row === undefined) throw new VaultError("key-missing", "no current version");
    const found = this.#keyring.keyEncryptionKey(row.version);
    if (found.fingerprint !== row.fingerprint)
      throw new VaultError("keyring-differs", `version ${row.version}`);
    return found;
  }

  #unwrapped(row: StoredKey | undefined, id: ScopeId, held: boolean): ScopeKey {
    if (row === undefined) throw new VaultError("scope-unknown", id);
    if (row.wrapped_key === null || row.kek_version === null) throw new VaultError("scope-destroyed", id);
    const under = this.#keyring.keyEncryptionKey(row.kek_version);
    const place = placeOfScopeKey(this.#keyring.operator, row, row.kek_version);
    try {
      return { key: unwrapKey(under.key, row.wrapped_key, place), subject: row.subject, held };
    } catch (error) {
      if (error instanceof CryptoError) throw new VaultError("scope-damaged", id);
      throw error;
    }
  }
}
