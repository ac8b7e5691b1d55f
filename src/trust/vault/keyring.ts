import type { KeyObject } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  CryptoError,
  lengthPrefixed,
  rsaUnwrap,
  rsaWrap,
  takeSecretKey,
} from "../../platform/crypto/index.ts";
import type { Random } from "../../platform/random/index.ts";
import { fileOfVersion, LEDGER, readKeyFile, versionOfFile } from "./key-folder.ts";
import { fingerprintOfKey } from "./manifest.ts";
import { VaultError } from "./vault.errors.ts";
import { destroyFile, isNodeError, sweepDestroyed, writeNewFile } from "./write-durably.ts";

/** A key-encryption key, and how the store recognises it. */
export interface KeyEncryptionKey {
  readonly version: number;
  readonly key: KeyObject;
  readonly fingerprint: string;
}

/** The keys that live as long as the keyring, unwrapped. */
export interface LastingKeys {
  /** Derives the keys of blind indexes. */
  readonly index: KeyObject;
  /** Ed25519 private key that signs the journal's checkpoints. */
  readonly journal: KeyObject;
  /** Signs shown-version tokens. */
  readonly token: KeyObject;
  /** Authenticates the ledger's lines. */
  readonly ledger: KeyObject;
}

/**
 * One operator's keys, in memory. Made by `createKeyring` and `openKeyring`.
 * Other processes rotate keys meanwhile: a version that is not known yet is looked for in the folder.
 */
export class Keyring {
  readonly operator: string;
  /** Hex SHA-256 that stands for the whole keyring; the store remembers it. */
  readonly fingerprint: string;
  readonly folder: string;
  readonly keys: LastingKeys;
  readonly #privateKey: KeyObject;
  readonly #versions = new Map<number, KeyEncryptionKey>();

  constructor(made: {
    operator: string;
    fingerprint: string;
    folder: string;
    keys: LastingKeys;
    privateKey: KeyObject;
  }) {
    this.operator = made.operator;
    this.fingerprint = made.fingerprint;
    this.folder = made.folder;
    this.keys = made.keys;
    this.#privateKey = made.privateKey;
  }

  get ledgerPath(): string {
    return join(this.folder, LEDGER);
  }

  /**
   * The versions in the folder now, ascending, each seen to open; forgets those that are gone.
   * @throws VaultError `key-file-wrong`, `key-file-exposed`
   */
  versions(): readonly number[] {
    const found = readdirSync(this.folder)
      .map(versionOfFile)
      .filter((version) => version !== null)
      .filter((version) => this.#stillThere(version))
      .sort((a, b) => a - b);
    for (const known of this.#versions.keys()) if (!found.includes(known)) this.#versions.delete(known);
    return found;
  }

  /**
   * The key of a version; read from the folder the first time (one RSA operation, about 2 ms).
   * @throws VaultError `key-missing` (no such file), `key-file-wrong`, `key-file-exposed`
   */
  keyEncryptionKey(version: number): KeyEncryptionKey {
    const known = this.#versions.get(version);
    if (known !== undefined) return known;
    const name = fileOfVersion(version);
    try {
      const wrapped = readKeyFile(this.folder, name);
      const bytes = unwrapKeyFile(this.#privateKey, wrapped, this.operator, name);
      const fingerprint = fingerprintOfKey(this.operator, name, bytes);
      const read = { version, fingerprint, key: takeSecretKey(bytes) };
      this.#versions.set(version, read);
      return read;
    } catch (error) {
      // What was destroyed by another process while it was read is not there, however it read.
      throw existsSync(join(this.folder, name)) ? error : new VaultError("key-missing", name);
    }
  }

  #stillThere(version: number): boolean {
    try {
      this.keyEncryptionKey(version);
      return true;
    } catch (error) {
      if (error instanceof VaultError && error.code === "key-missing") return false;
      throw error;
    }
  }

  /** Makes the key of a new version, durable when it resolves. If another process made it first, that one is taken. */
  async createKeyEncryptionKey(version: number, random: Random): Promise<KeyEncryptionKey> {
    const name = fileOfVersion(version);
    try {
      await writeNewFile(
        join(this.folder, name),
        newWrappedKey(this.#privateKey, this.operator, name, random),
        random,
      );
    } catch (error) {
      if (!isNodeError(error) || error.code !== "EEXIST") throw error;
    }
    return this.keyEncryptionKey(version);
  }

  /** Overwrites and removes the key of a version; nothing when it is gone already. */
  async destroyKeyEncryptionKey(version: number, random: Random): Promise<void> {
    await destroyFile(join(this.folder, fileOfVersion(version)), random);
    this.#versions.delete(version);
  }

  /** Finishes a destruction during which a process was killed. */
  async finishDestructions(random: Random): Promise<void> {
    await sweepDestroyed(this.folder, random);
  }
}

/** A fresh 256-bit key as its file holds it. */
export function newWrappedKey(
  privateKey: KeyObject,
  operator: string,
  name: string,
  random: Random,
): Uint8Array {
  return wrapKeyFile(privateKey, random.bytes(32), operator, name);
}

/** Wraps a key for its file and wipes it. The label binds it to operator and file name. */
export function wrapKeyFile(
  privateKey: KeyObject,
  bytes: Uint8Array,
  operator: string,
  name: string,
): Uint8Array {
  const wrapped = rsaWrap(privateKey, bytes, lengthPrefixed("upheld-key/1", operator, name));
  bytes.fill(0);
  return wrapped;
}

/** @throws VaultError `key-file-wrong`: damaged, renamed, another operator's, or another private key's */
export function unwrapKeyFile(
  privateKey: KeyObject,
  wrapped: Uint8Array,
  operator: string,
  name: string,
): Buffer {
  try {
    return rsaUnwrap(privateKey, wrapped, lengthPrefixed("upheld-key/1", operator, name));
  } catch (error) {
    if (error instanceof CryptoError) throw new VaultError("key-file-wrong", name);
    throw error;
  }
}
