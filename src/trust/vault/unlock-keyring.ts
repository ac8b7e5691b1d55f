import type { Random } from "../../platform/random/index.ts";
import { type Reader, type Store, StoreError, type Transaction } from "../../platform/store/index.ts";
import { createKeyring } from "./create-keyring.ts";
import { fileOfVersion, keyringExists, type KeyringPlace } from "./key-folder.ts";
import type { Keyring } from "./keyring.ts";
import { openKeyring } from "./open-keyring.ts";
import { VaultError } from "./vault.errors.ts";
import { vaultKeyringTable, vaultKeyTable, type VaultTables } from "./vault.table.ts";

/**
 * The keyring of a store, at start. Made anew for a store that has never had one, and never again: a store remembers
 * its keyring, and refuses any other, or none.
 * @throws VaultError `keyring-missing`, `keyring-differs`, `key-file-missing`, and what `openKeyring` throws
 */
export async function unlockKeyring(
  store: Store,
  place: Omit<KeyringPlace, "operator">,
  random: Random,
): Promise<Keyring> {
  const whole = { ...place, operator: store.operator };
  if (!keyringExists(whole) && (await store.read(rememberedKeyring)) !== undefined) {
    throw new VaultError("keyring-missing", store.operator);
  }
  const keyring = keyringExists(whole) ? await openKeyring(whole) : await createOrOpen(whole, random);
  await bindOnce(store, keyring);
  return keyring;
}

/** Two processes may start for the first time together; one makes the keys, and both open them. */
async function createOrOpen(place: KeyringPlace, random: Random): Promise<Keyring> {
  try {
    return await createKeyring(place, random);
  } catch (error) {
    if (error instanceof VaultError && error.code === "keyring-exists") return await openKeyring(place);
    throw error;
  }
}

/**
 * Looks again before it refuses: another process may have introduced the same keyring, or have destroyed a rotated key
 * between our look at the store and at the folder.
 */
async function bindOnce(store: Store, keyring: Keyring): Promise<void> {
  try {
    await store.transaction((tx) => bind(tx, keyring));
  } catch (error) {
    const overtaken =
      (error instanceof StoreError && error.code === "conflict") ||
      (error instanceof VaultError && error.code === "key-file-missing");
    if (!overtaken) throw error;
    await store.transaction((tx) => bind(tx, keyring));
  }
}

async function rememberedKeyring(reader: Reader): Promise<string | undefined> {
  const row = await reader
    .query<VaultTables>()
    .selectFrom("vault_keyring")
    .select("fingerprint")
    .executeTakeFirst();
  return row?.fingerprint;
}

async function bind(tx: Transaction, keyring: Keyring): Promise<void> {
  const remembered = await rememberedKeyring(tx);
  if (remembered === undefined) return await introduce(tx, keyring);
  if (remembered !== keyring.fingerprint) throw new VaultError("keyring-differs", keyring.operator);
  const rows = await tx
    .query<VaultTables>()
    .selectFrom("vault_key")
    .select(["version", "fingerprint"])
    .execute();
  const versions = keyring.versions();
  for (const { version, fingerprint } of rows) {
    if (!versions.includes(version)) throw new VaultError("key-file-missing", fileOfVersion(version));
    if (keyring.keyEncryptionKey(version).fingerprint !== fingerprint) {
      throw new VaultError("key-file-wrong", fileOfVersion(version));
    }
  }
}

async function introduce(tx: Transaction, keyring: Keyring): Promise<void> {
  const { operator, fingerprint } = keyring;
  const newest = Math.max(...keyring.versions());
  const key = keyring.keyEncryptionKey(newest);
  await tx.insert(vaultKeyringTable, [{ operator, fingerprint, created_at: tx.at }]);
  await tx.insert(vaultKeyTable, [
    { version: newest, state: "current", fingerprint: key.fingerprint, created_at: tx.at },
  ]);
}
