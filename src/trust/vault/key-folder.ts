import { closeSync, existsSync, fstatSync, openSync, readFileSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { VaultError } from "./vault.errors.ts";
import { isNodeError } from "./write-durably.ts";

/**
 * What lies in `UPHELD_KEYS/<operator>/`. All keys but the private key are wrapped by it.
 *
 *   manifest.json     whose keys these are, and the fingerprint of each
 *   private-key.pem   RSA-3072, PKCS#8
 *   kek-000001.key    key-encryption keys by version: wrap the keys of scopes
 *   index.key         makes blind indexes
 *   journal.key       Ed25519 seed, signs the journal's checkpoints
 *   token.key         signs shown-version tokens
 *   ledger.key        authenticates the ledger's lines
 *   ledger.jsonl      append-only: what was destroyed
 *   journal-checkpoint-1-42.txt   what the journal signed last, by log and size; nothing secret
 */
export const MANIFEST = "manifest.json";
export const PRIVATE_KEY = "private-key.pem";
export const LEDGER = "ledger.jsonl";

/** The keys that live as long as the keyring does. */
export const LASTING_KEYS = ["index", "journal", "token", "ledger"] as const;
export type LastingKey = (typeof LASTING_KEYS)[number];

export const fileOfKey = (name: LastingKey): string => `${name}.key`;
export const fileOfVersion = (version: number): string => `kek-${String(version).padStart(6, "0")}.key`;

/** The version that a file name stands for; null for any other file. */
export function versionOfFile(name: string): number | null {
  const match = /^kek-([0-9]{6})\.key$/.exec(name);
  return match === null ? null : Number(match[1]);
}

/** The folder of one operator's keys. Operator names are folder names, so nothing else passes. */
export function operatorFolder(keys: string, operator: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(operator)) throw new TypeError("This is no operator's name.");
  return join(keys, operator);
}

export interface KeyringPlace {
  /** `UPHELD_KEYS`. */
  readonly keys: string;
  readonly operator: string;
  /** Protects the private key at rest. Without one, the folder's modes alone do. */
  readonly passphrase?: string;
}

/** Whether there is a key folder for this operator. It is there whole or not at all. */
export function keyringExists(place: Pick<KeyringPlace, "keys" | "operator">): boolean {
  return existsSync(operatorFolder(place.keys, place.operator));
}

/**
 * Refuses a folder or file that anyone but this process's user can read or write.
 * Windows has no such modes; there the folder's access list is the administrator's.
 * @throws VaultError `key-file-exposed`, `key-file-missing`
 */
export function refuseExposed(path: string, name: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new VaultError("key-file-missing", name);
  refuseExposedModes(stat, name);
}

/**
 * Reads a key file, after looking at who else could. What is looked at is the file that is read, even when another
 * process removes or replaces it meanwhile.
 * @throws VaultError `key-file-missing`, `key-file-exposed`, naming the file
 */
export function readKeyFile(folder: string, name: string): Buffer {
  const file = openExisting(join(folder, name), name);
  try {
    refuseExposedModes(fstatSync(file), name);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function refuseExposedModes(stat: Stats, name: string): void {
  if (process.getuid === undefined) return;
  const ours = stat.uid === process.getuid() || stat.uid === 0;
  if (!ours || (stat.mode & 0o077) !== 0) throw new VaultError("key-file-exposed", name);
}

function openExisting(path: string, name: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (isNodeError(error) && error.code === "ENOENT") throw new VaultError("key-file-missing", name);
    throw error;
  }
}
