import { CryptoError, unwrapKey, wrapKey } from "../../platform/crypto/index.ts";
import type { Random } from "../../platform/random/index.ts";
import { prepare, type Store, type Transaction } from "../../platform/store/index.ts";
import { placeOfScopeKey } from "./associated-data.ts";
import type { KeyEncryptionKey, Keyring } from "./keyring.ts";
import { VaultError } from "./vault.errors.ts";
import type { VaultTables } from "./vault.table.ts";

/** Scopes wrapped anew in one unit of work: few enough for a fraction of its time limit, many enough to pay for it. */
const BATCH = 200;

export interface RewrappingParts {
  readonly store: Pick<Store, "read" | "transaction">;
  readonly keyring: Keyring;
  readonly random: Random;
  /** Called after each batch with how many scopes have been wrapped anew, and how many there were to do. */
  readonly onProgress?: (done: number, total: number) => void;
}

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

/**
 * Wraps the keys of all scopes under one version by another, in bounded batches. Resolves with how many it wrapped.
 * @throws VaultError `scope-damaged`, naming the scope
 */
export async function rewrapScopes(
  parts: RewrappingParts,
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
  { keyring, random }: RewrappingParts,
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

async function countUnder(store: RewrappingParts["store"], version: number): Promise<number> {
  const row = await store.read((reader) =>
    reader
      .query<VaultTables>()
      .selectFrom("vault_scope")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("kek_version", "=", version)
      .executeTakeFirstOrThrow(),
  );
  return row.count;
}
