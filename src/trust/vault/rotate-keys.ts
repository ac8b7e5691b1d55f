import { CryptoError, unwrapKey, wrapKey } from "../../platform/crypto/index.ts";
import type { Random } from "../../platform/random/index.ts";
import { prepare, type Store, StoreError, type Transaction } from "../../platform/store/index.ts";
import type { Journal } from "../journal/index.ts";
import { placeOfScopeKey } from "./associated-data.ts";
import type { KeyEncryptionKey, Keyring } from "./keyring.ts";
import { VaultError } from "./vault.errors.ts";
import { vaultKeyTable, type VaultTables } from "./vault.table.ts";

/** Scopes wrapped anew in one unit of work: few enough for a fraction of its time limit, many enough to pay for it. */
const BATCH = 200;

export interface RotationParts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly random: Random;
  readonly journal: Pick<Journal, "append">;
  /** Called after each batch with how many scopes have been wrapped anew, and how many there were to do. */
  readonly onProgress?: (done: number, total: number) => void;
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
    do rewrapped += await rewrapAll(parts, keyring.keyEncryptionKey(version), target);
    while (!(await forgetVersion(parts, version)));
    destroyed.push(version);
  }
  await destroyForgottenFiles(parts);
  return { version: current, resumed: unfinished, rewrapped, destroyed };
}

interface KnownVersion {
  readonly version: number;
  readonly state: "current" | "retiring";
}

function knownVersions(store: Store): Promise<KnownVersion[]> {
  return store.transaction((tx) =>
    tx.query<VaultTables>().selectFrom("vault_key").select(["version", "state"]).orderBy("version").execute(),
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

const scopesUnder = prepare<VaultTables, { version: number; after: string }>()((db, param) =>
  db
    .selectFrom("vault_scope")
    .select(["id", "subject", "kind", "wrapped_key"])
    .where("kek_version", "=", param("version"))
    .where("id", ">", param("after"))
    .orderBy("id")
    .limit(BATCH),
);

/** Leaves a scope alone that was destroyed, or wrapped anew by another, since it was read. */
const rewrap = prepare<
  VaultTables,
  { id: string; from: number; was: Uint8Array; to: number; becomes: Uint8Array }
>()((db, param) =>
  db
    .updateTable("vault_scope")
    .set({ kek_version: param("to"), wrapped_key: param("becomes") })
    .where("id", "=", param("id"))
    .where("kek_version", "=", param("from"))
    .where("wrapped_key", "=", param("was")),
);

async function rewrapAll(
  parts: RotationParts,
  from: KeyEncryptionKey,
  to: KeyEncryptionKey,
): Promise<number> {
  const { store, onProgress } = parts;
  const total = await countUnder(store, from.version);
  let done = 0;
  let after: string | undefined = "00000000-0000-0000-0000-000000000000";
  while (after !== undefined) {
    const start: string = after;
    const batch = await store.transaction((tx) => rewrapBatch(tx, parts, from, to, start));
    done += batch.changed;
    after = batch.last;
    onProgress?.(done, Math.max(total, done));
  }
  return done;
}

async function rewrapBatch(
  tx: Transaction,
  { keyring, random }: RotationParts,
  from: KeyEncryptionKey,
  to: KeyEncryptionKey,
  after: string,
): Promise<{ changed: number; last: string | undefined }> {
  const { operator } = keyring;
  const scopes = await tx.all(scopesUnder, { version: from.version, after });
  let changed = 0;
  for (const scope of scopes) {
    if (scope.wrapped_key === null) continue;
    let becomes: Uint8Array;
    try {
      const key = unwrapKey(from.key, scope.wrapped_key, placeOfScopeKey(operator, scope, from.version));
      becomes = wrapKey(to.key, random, key, placeOfScopeKey(operator, scope, to.version));
    } catch (error) {
      throw error instanceof CryptoError ? new VaultError("scope-damaged", scope.id) : error;
    }
    const was = scope.wrapped_key;
    changed += await tx.change(rewrap, { id: scope.id, from: from.version, was, to: to.version, becomes });
  }
  return { changed, last: scopes.length < BATCH ? undefined : scopes.at(-1)?.id };
}

async function countUnder(store: Store, version: number): Promise<number> {
  const row = await store.transaction((tx) =>
    tx
      .query<VaultTables>()
      .selectFrom("vault_scope")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("kek_version", "=", version)
      .executeTakeFirstOrThrow(),
  );
  return row.count;
}

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
}
