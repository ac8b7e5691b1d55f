import { defineTable, operational, pseudonym, type Schema, type Tables } from "../../platform/store/index.ts";

/** Which keyring the store belongs to. One row, written once. */
export const vaultKeyringTable = defineTable(
  "vault_keyring",
  {
    operator: operational.text(),
    fingerprint: operational.text(),
    created_at: operational.integer(),
  },
  { primaryKey: ["operator"], holding: { none: "Names keys, no person." } },
);

/**
 * The key-encryption keys that scopes may still be wrapped by. A version's row is deleted when its key is destroyed.
 * New scopes take the current one; the index lets there be no second.
 */
export const vaultKeyTable = defineTable(
  "vault_key",
  {
    version: operational.integer(),
    state: operational.text<"current" | "retiring">(),
    fingerprint: operational.text(),
    created_at: operational.integer(),
  },
  {
    primaryKey: ["version"],
    indexes: [{ columns: ["state"], unique: true, where: "state = 'current'" }],
    holding: { none: "Names keys, no person." },
  },
);

/** The keys of scopes, wrapped. After destruction the row stays without the key, as the memory that it is gone. */
export const vaultScopeTable = defineTable(
  "vault_scope",
  {
    id: pseudonym(),
    shard_key: pseudonym(),
    kind: operational.text<"subject" | "day" | "evidence">(),
    subject: pseudonym(),
    rule: operational.text().orNull(),
    log: operational.text().orNull(),
    day: operational.text().orNull(),
    /** Refers to vault_key: while a scope is wrapped by a version, that version's row cannot go. */
    kek_version: operational.integer().orNull(),
    wrapped_key: operational.bytes().orNull(),
    created_at: operational.integer(),
    destroyed_at: operational.integer().orNull(),
  },
  {
    primaryKey: ["id"],
    indexes: [
      { columns: ["subject"] },
      { columns: ["kek_version"] },
      { columns: ["destroyed_at"], where: "destroyed_at is not null" },
    ],
    references: [{ columns: ["kek_version"], table: "vault_key", to: ["version"] }],
    holding: { none: "Holds keys, no data. Erasure destroys the key here, and the row is the proof of it." },
  },
);

export type VaultTables = Tables<typeof vaultKeyringTable | typeof vaultKeyTable | typeof vaultScopeTable>;

export const vaultSchema: Schema = {
  room: "trust/vault",
  tables: [vaultKeyringTable, vaultKeyTable, vaultScopeTable],
  steps: [
    {
      id: "0001-vault",
      async up(editor) {
        await editor.create(vaultKeyringTable);
        await editor.create(vaultKeyTable);
        await editor.create(vaultScopeTable);
      },
    },
  ],
};
