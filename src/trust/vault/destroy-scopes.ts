import { prepare, type Pseudonym, type Transaction } from "../../platform/store/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Ledger } from "./ledger.ts";
import type { ScopeId } from "./vault.ts";
import { VaultError } from "./vault.errors.ts";
import type { VaultTables } from "./vault.table.ts";

const destroyKey = prepare<VaultTables, { id: string; subject: string; at: number }>()((db, param) =>
  db
    .updateTable("vault_scope")
    .set({ wrapped_key: null, kek_version: null, destroyed_at: param("at") })
    .where("id", "=", param("id"))
    .where("subject", "=", param("subject"))
    .where("wrapped_key", "is not", null),
);

const scopeOfSubject = prepare<VaultTables, { id: string; subject: string }>()((db, param) =>
  db
    .selectFrom("vault_scope")
    .select("id")
    .where("id", "=", param("id"))
    .where("subject", "=", param("subject")),
);

/**
 * Destroys the keys of scopes: one row each, however much they sealed. Journalled in the same unit; the ledger's line
 * is durable before the unit is acknowledged. If the ledger fails, the keys are gone and the caller is told so;
 * destroying the same scopes again writes the line.
 * @throws VaultError `scope-unknown` (or another person's); `ledger-unwritable` after the commit
 */
export async function destroyScopes(
  tx: Transaction,
  destroyed: { readonly subject: Pseudonym; readonly scopes: readonly ScopeId[] },
  parts: { readonly ledger: Ledger; readonly journal: Pick<Journal, "append"> },
): Promise<void> {
  const { subject } = destroyed;
  // In the order of their keys, so that two units that destroy the same scopes cannot wait for each other.
  const scopes = [...new Set(destroyed.scopes)].sort();
  if (scopes.length === 0) return;
  let count = 0;
  for (const id of scopes) {
    const changed = await tx.change(destroyKey, { id, subject, at: tx.at });
    if (changed === 0 && (await tx.first(scopeOfSubject, { id, subject })) === undefined) {
      throw new VaultError("scope-unknown", id);
    }
    count += changed;
  }
  if (count > 0) {
    await parts.journal.append(tx, {
      event: "scope-destroyed",
      operation: "destroy",
      actor: { kind: "system", id: "vault" },
      subjects: [subject],
      details: { scopes: count },
    });
  }
  const { at } = tx;
  tx.afterCommit(() => parts.ledger.append({ at, kind: "scopes-destroyed", subject, scopes }));
}
