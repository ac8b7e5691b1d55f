import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { newRsaKey, rsaKeyToPem } from "../../platform/crypto/index.ts";
import type { Random } from "../../platform/random/index.ts";
import {
  fileOfKey,
  fileOfVersion,
  keyringExists,
  type KeyringPlace,
  LASTING_KEYS,
  LEDGER,
  MANIFEST,
  operatorFolder,
  PRIVATE_KEY,
} from "./key-folder.ts";
import { type Keyring, newWrappedKey, wrapKeyFile } from "./keyring.ts";
import {
  fingerprintOfKey,
  fingerprintOfPrivateKey,
  type Manifest,
  newStretching,
  stretchPassphrase,
  writeManifest,
} from "./manifest.ts";
import { openKeyring } from "./open-keyring.ts";
import { VaultError } from "./vault.errors.ts";
import { syncFolder, writeNewFile } from "./write-durably.ts";

/**
 * Makes an operator's keys: about a second, most of it RSA off the main thread. The folder is built under another name
 * and renamed when whole, so one that was killed half-way is never taken for a keyring; its remains are swept by the
 * next that succeeds.
 * @throws VaultError `keyring-exists`
 */
export async function createKeyring(place: KeyringPlace, random: Random): Promise<Keyring> {
  const { keys, operator } = place;
  const folder = operatorFolder(keys, operator);
  if (keyringExists(place)) throw new VaultError("keyring-exists", operator);
  await mkdir(keys, { recursive: true, mode: 0o700 });

  const draft = await mkdtemp(join(keys, `.new-${operator}-`));
  try {
    await fill(draft, place, random);
    await rename(draft, folder);
  } catch (error) {
    await removeDraft(draft);
    // Another process finished first, and perhaps swept our draft away.
    throw keyringExists(place) ? new VaultError("keyring-exists", operator) : error;
  }
  await syncFolder(keys);
  await sweepDrafts(keys, operator);
  return await openKeyring(place);
}

async function fill(draft: string, place: KeyringPlace, random: Random): Promise<void> {
  const { operator, passphrase } = place;
  const put = (name: string, bytes: Uint8Array | string) => writeNewFile(join(draft, name), bytes, random);

  const privateKey = await newRsaKey();
  const stretching = passphrase === undefined ? null : newStretching(random);
  const stretched =
    stretching && passphrase !== undefined ? await stretchPassphrase(passphrase, stretching) : undefined;
  await put(PRIVATE_KEY, rsaKeyToPem(privateKey, stretched));

  const fingerprints: Record<string, string> = { "private-key": fingerprintOfPrivateKey(privateKey) };
  for (const name of LASTING_KEYS) {
    const bytes = random.bytes(32);
    fingerprints[name] = fingerprintOfKey(operator, name, bytes);
    await put(fileOfKey(name), wrapKeyFile(privateKey, bytes, operator, fileOfKey(name)));
  }
  await put(fileOfVersion(1), newWrappedKey(privateKey, operator, fileOfVersion(1), random));
  await put(LEDGER, "");
  const manifest = { format: "upheld-keys/1", operator, passphrase: stretching, fingerprints } as Manifest;
  await put(MANIFEST, writeManifest(manifest));
}

async function sweepDrafts(keys: string, operator: string): Promise<void> {
  for (const name of await readdir(keys)) {
    if (name.startsWith(`.new-${operator}-`) && name.length === `.new-${operator}-`.length + 6) {
      await removeDraft(join(keys, name));
    }
  }
}

/** Retried, because its maker may be alive and still write into it; it then fails, and removes it too. */
async function removeDraft(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
}
