import { prepare, type Store, StoreError, type Transaction } from "../../platform/store/index.ts";
import type { Journal } from "../journal/index.ts";
import type { KeyEncryptionKey } from "./keyring.ts";
import { type RewrappingParts, rewrapScopes } from "./rewrap-scopes.ts";
import { VaultError } from "./vault.errors.ts";
import { vaultKeyTable, type VaultTables } from "./vault.table.ts";

export interface RotationParts extends RewrappingParts {
  readonly store: Pick<Store, "read" | "transaction" | "scrub">;
  readonly journal: Pick<Journal, "append">;
}

export interface Rotation {
  /** The version now in force. */
  readonly version: number;
  /** True when this run finished a rotation that an earlier one had begun, and began none itself. */
  readonly resumed: boolean;
  readonly rewrapped: number;
  /** Versions whose key was destroyed. */
  readonly destroyed: readonly number[];
}

/**
 * Puts a new key-encryption key in force, wraps every scope key anew, and destroys the old key when nothing is wrapped
 * by it any more. Other processes go on sealing and opening meanwhile. Killed at any point, the next run goes on from
 * there.
 * @throws VaultError `scope-damaged` for a wrapped key that does not open; the old key then stays
 */
export async function rotateKeys(parts: RotationParts): Promise<Rotation> {
  const { keyring, store } = parts;
  const before = await knownVersions(store);
  const unfinished = before.some(({ state }) => state === "retiring");
  const current = unfinished ? newestOf(before) : await putInForce(parts, newestOf(before));

  const target = keyring.keyEncryptionKey(current);
  const old = (await knownVersions(store)).filter(({ state }) => state === "retiring");
  let rewrapped = 0;
  const destroyed: number[] = [];
  for (const { version } of old) {
    rewrapped += await retireVersion(parts, version, target);
    destroyed.push(version);
  }
  await destroyForgottenFiles(parts);
  // What was wrapped by the old key also stands in freed pages and in the log of the database's writes.
  await store.scrub(["vault_scope"]);
  return { version: current, resumed: unfinished, rewrapped, destroyed };
}

/** Wraps anew what a version still wraps until nothing is left, then destroys its key. */
async function retireVersion(
  parts: RotationParts,
  version: number,
  target: KeyEncryptionKey,
): Promise<number> {
  let rewrapped = 0;
  do {
    const old = await oldKey(parts, version);
    if (old === undefined) return rewrapped;
    rewrapped += await rewrapScopes(parts, old, target);
  } while (!(await forgetVersion(parts, version)));
  return rewrapped;
}

/** The key of a retiring version; undefined when another rotation has just destroyed it. */
async function oldKey(
  { store, keyring }: RotationParts,
  version: number,
): Promise<KeyEncryptionKey | undefined> {
  try {
    return keyring.keyEncryptionKey(version);
  } catch (error) {
    const gone = !(await knownVersions(store)).some((known) => known.version === version);
    if (gone && error instanceof VaultError && error.code === "key-missing") return undefined;
    throw error;
  }
}

interface KnownVersion {
  readonly version: number;
  readonly state: "current" | "retiring";
}

function knownVersions(store: RotationParts["store"]): Promise<KnownVersion[]> {
  return store.read((reader) =>
    reader
      .query<VaultTables>()
      .selectFrom("vault_key")
      .select(["version", "state"])
      .orderBy("version")
      .execute(),
  );
}

function newestOf(versions: readonly KnownVersion[]): number {
  const current = versions.find(({ state }) => state === "current");
  if (current === undefined) throw new VaultError("key-missing", "no current version");
  return current.version;
}

const retire = prepare<VaultTables, { version: number }>()((db, param) =>
  db
    .updateTable("vault_key")
    .set({ state: "retiring" })
    .where("version", "=", param("version"))
    .where("state", "=", "current"),
);

/**
 * Makes the next version and announces it. The file comes first, so that whoever reads of a version finds its key; a
 * file that a killed run left unannounced is announced now.
 */
async function putInForce({ store, keyring, random, journal }: RotationParts, from: number): Promise<number> {
  const to = from + 1;
  const made = await keyring.createKeyEncryptionKey(to, random);
  const announced = await store.transaction(async (tx) => {
    // Nothing to retire: another process rotated at the same time, and its rotation serves for both.
    if ((await tx.change(retire, { version: from })) === 0) return false;
    await tx.insert(vaultKeyTable, [
      { version: to, state: "current", fingerprint: made.fingerprint, created_at: tx.at },
    ]);
    await journal.append(tx, { event: "keys-rotated", actor: SYSTEM, details: { from, to } });
    return true;
  });
  return announced ? to : newestOf(await knownVersions(store));
}

const SYSTEM = { kind: "system", id: "rotate-keys" };

const forget = prepare<VaultTables, { version: number }>()((db, param) =>
  db
    .deleteFrom("vault_key")
    .where("version", "=", param("version"))
    .where("state", "=", "retiring")
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("vault_scope").select("id").where("kek_version", "=", param("version")))),
    ),
);

/**
 * Deletes the version's row, then its file. The database lets the row go only when no scope refers to it, whatever
 * other processes have just written. False when some does.
 */
async function forgetVersion(
  { store, keyring, random, journal }: RotationParts,
  version: number,
): Promise<boolean> {
  try {
    return await store.transaction(async (tx) => {
      if ((await tx.change(forget, { version })) === 0) return await isGone(tx, version);
      await journal.append(tx, { event: "key-destroyed", actor: SYSTEM, details: { version } });
      tx.afterCommit(() => keyring.destroyKeyEncryptionKey(version, random));
      return true;
    });
  } catch (error) {
    if (error instanceof StoreError && error.code === "store-refused") return false;
    throw error;
  }
}

async function isGone(tx: Transaction, version: number): Promise<boolean> {
  const query = tx
    .query<VaultTables>()
    .selectFrom("vault_key")
    .select("version")
    .where("version", "=", version);
  return (await query.executeTakeFirst()) === undefined;
}

/** A run that was killed between the two leaves the file of a version that the store has forgotten. */
async function destroyForgottenFiles({ store, keyring, random }: RotationParts): Promise<void> {
  const known = await knownVersions(store);
  const current = newestOf(known);
  for (const version of keyring.versions()) {
    if (version < current && !known.some((row) => row.version === version)) {
      await keyring.destroyKeyEncryptionKey(version, random);
    }
  }
  await keyring.finishDestructions(random);
}
