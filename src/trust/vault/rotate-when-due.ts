import type { Clock } from "../../platform/clock/index.ts";
import { type Rotation, type RotationParts, rotateKeys } from "./rotate-keys.ts";
import type { VaultTables } from "./vault.table.ts";

/** The longest that a key-encryption key stays in force: 30 days (design: "Nothing personal at rest in clear"). */
export const KEY_LIFETIME = 30 * 24 * 60 * 60 * 1000;

/**
 * Rotates when the current key is older than `lifetime` (ms) by the store's own record, or when an earlier rotation was
 * interrupted. Resolves with null when nothing is due. Any number of processes may ask at once; one rotation serves all.
 */
export async function rotateWhenDue(
  parts: RotationParts & { readonly clock: Clock },
  lifetime: number = KEY_LIFETIME,
): Promise<Rotation | null> {
  const versions = await parts.store.read((reader) =>
    reader.query<VaultTables>().selectFrom("vault_key").select(["state", "created_at"]).execute(),
  );
  const now = parts.clock.now();
  const due = versions.some(({ state, created_at }) => state === "retiring" || now - created_at >= lifetime);
  return due ? rotateKeys(parts) : null;
}
