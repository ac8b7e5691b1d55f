import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from "node:crypto";
import { sha256 } from "./digest.ts";

/** HMAC-SHA-256 (RFC 2104): 32 bytes. */
export function hmacSha256(key: KeyObject, ...parts: readonly (Uint8Array | string)[]): Buffer {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/**
 * A 256-bit key for one use, derived by HKDF-SHA-256 (RFC 5869) without salt, as a uniformly random key allows.
 * `info` must name the use unambiguously: make it with `lengthPrefixed`.
 */
export function deriveKey(key: KeyObject, info: Uint8Array): KeyObject {
  const bytes = new Uint8Array(hkdfSync("sha256", key, new Uint8Array(0), info, 32));
  const derived = createSecretKey(bytes);
  bytes.fill(0);
  return derived;
}

/** Whether two secrets are the same, in a time that does not depend on where they differ. Lengths may differ too. */
export function equalInConstantTime(a: Uint8Array | string, b: Uint8Array | string): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}
