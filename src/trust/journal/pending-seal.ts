import type { KeyObject } from "node:crypto";
import {
  deriveKey,
  ed25519Seed,
  equalInConstantTime,
  hmacSha256,
  lengthPrefixed,
} from "../../platform/crypto/index.ts";
import type { PendingRow } from "./journal.table.ts";
import { leafHash } from "./merkle-tree.ts";

/** What a seal is made over: all of a waiting row. The leaf by its hash, which is computed anew when it is checked. */
type Sealed = Omit<PendingRow, "leaf" | "mac">;

/**
 * Seals entries that wait for their place, so that the sequencer signs for nothing that was written into the database
 * past the journal. The key is derived (HKDF) from the one that signs checkpoints: whoever has the database alone has
 * neither.
 */
export class PendingSeal {
  readonly #key: KeyObject;

  /** @param key the journal's Ed25519 private key */
  constructor(operator: string, key: KeyObject) {
    const seed = ed25519Seed(key);
    this.#key = deriveKey(seed, lengthPrefixed("upheld-journal-pending/1", operator));
  }

  /** HMAC-SHA-256: 32 bytes. */
  make({ id, shard_key, at, event, subject, leaf_hash }: Sealed): Uint8Array {
    // JSON keeps the fields apart; the hash behind it has always 32 bytes.
    return hmacSha256(this.#key, JSON.stringify([id, shard_key, at, event, subject]), leaf_hash);
  }

  /** Whether this row is as an append wrote it. */
  holds(row: PendingRow): boolean {
    const hashed = leafHash(row.leaf);
    if (Buffer.compare(hashed, row.leaf_hash) !== 0) return false;
    return equalInConstantTime(this.make({ ...row, leaf_hash: hashed }), row.mac);
  }
}
