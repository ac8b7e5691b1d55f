import { prepare, type Reader } from "../../platform/store/index.ts";
import type { VaultTables } from "./vault.table.ts";

const inForce = prepare<VaultTables>()((db) =>
  db.selectFrom("vault_key").select(["version", "created_at"]).where("state", "=", "current"),
);

/** The key-encryption key that new scopes take, by the store's own record; null before the first. */
export async function currentKey(
  reader: Reader,
): Promise<{ readonly version: number; readonly createdAt: number } | null> {
  const row = await reader.first(inForce, {});
  return row === undefined ? null : { version: row.version, createdAt: row.created_at };
}
