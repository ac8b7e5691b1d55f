import type { KeyObject } from "node:crypto";
import { CryptoError, ed25519PrivateKey, rsaKeyFromPem, takeSecretKey } from "../../platform/crypto/index.ts";
import {
  fileOfKey,
  fileOfVersion,
  type KeyringPlace,
  type LastingKey,
  LEDGER,
  MANIFEST,
  operatorFolder,
  PRIVATE_KEY,
  readKeyFile,
  refuseExposed,
} from "./key-folder.ts";
import { Keyring, unwrapKeyFile } from "./keyring.ts";
import {
  fingerprintOfKey,
  fingerprintOfKeyring,
  fingerprintOfPrivateKey,
  type Manifest,
  readManifest,
  stretchPassphrase,
} from "./manifest.ts";
import { VaultError } from "./vault.errors.ts";

/**
 * Opens an operator's keys, looking at every file first: who can read it, whose it is, whether it is what the manifest
 * says. Never makes or mends anything.
 * @throws VaultError `key-file-missing`, `key-file-exposed`, `key-file-wrong`, `passphrase-needed`, `passphrase-wrong`,
 *   `passphrase-unused`; each names the file
 */
export async function openKeyring(place: KeyringPlace): Promise<Keyring> {
  const { keys, operator } = place;
  const folder = operatorFolder(keys, operator);
  refuseExposed(folder, operator);
  const manifest = readManifest(readKeyFile(folder, MANIFEST), operator);
  const privateKey = await openPrivateKey(folder, manifest, place.passphrase);

  const lasting = (name: LastingKey): Buffer => {
    const file = fileOfKey(name);
    const bytes = unwrapKeyFile(privateKey, readKeyFile(folder, file), operator, file);
    if (fingerprintOfKey(operator, name, bytes) !== manifest.fingerprints[name]) {
      throw new VaultError("key-file-wrong", file);
    }
    return bytes;
  };
  const journal = lasting("journal");
  const keyring = new Keyring({
    operator,
    folder,
    privateKey,
    fingerprint: fingerprintOfKeyring(manifest),
    keys: {
      index: takeSecretKey(lasting("index")),
      journal: ed25519PrivateKey(journal),
      token: takeSecretKey(lasting("token")),
      ledger: takeSecretKey(lasting("ledger")),
    },
  });
  journal.fill(0);

  if (keyring.versions().length === 0) throw new VaultError("key-file-missing", fileOfVersion(1));
  refuseExposedLedger(folder);
  return keyring;
}

async function openPrivateKey(
  folder: string,
  manifest: Manifest,
  passphrase: string | undefined,
): Promise<KeyObject> {
  const pem = readKeyFile(folder, PRIVATE_KEY);
  const { passphrase: stretching } = manifest;
  if (stretching === null && passphrase !== undefined) throw new VaultError("passphrase-unused", PRIVATE_KEY);
  if (stretching !== null && passphrase === undefined) throw new VaultError("passphrase-needed", PRIVATE_KEY);

  let key: KeyObject;
  try {
    key =
      stretching !== null && passphrase !== undefined
        ? rsaKeyFromPem(pem, await stretchPassphrase(passphrase, stretching))
        : rsaKeyFromPem(pem);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    throw new VaultError(stretching === null ? "key-file-wrong" : "passphrase-wrong", PRIVATE_KEY);
  }
  if (fingerprintOfPrivateKey(key) !== manifest.fingerprints["private-key"]) {
    throw new VaultError("key-file-wrong", PRIVATE_KEY);
  }
  return key;
}

/** A missing ledger is not the keyring's to judge: whoever opens the ledger does. */
function refuseExposedLedger(folder: string): void {
  try {
    refuseExposed(`${folder}/${LEDGER}`, LEDGER);
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== "key-file-missing") throw error;
  }
}
