import { createCipheriv, createDecipheriv, type KeyObject } from "node:crypto";
import type { Random } from "../random/index.ts";
import { CryptoError } from "./crypto.errors.ts";

/**
 * AES-256-GCM (NIST SP 800-38D) with associated data, in one form:
 * format byte | nonce (12) | ciphertext (as long as the plaintext) | tag (16)
 *
 * A random 96-bit nonce allows 2^32 seals under one key (SP 800-38D, 8.3); scope keys stay far below.
 */
const NONCE = 12;
const TAG = 16;

/** How many bytes sealing adds to a plaintext. */
export const SEALING_OVERHEAD = 1 + NONCE + TAG;

/** What the format byte says the contents are. One for each use, so that none can be fed to another. */
export const SEALED_FORMATS = { value: 0x01, key: 0x02 } as const;

export type SealedFormat = keyof typeof SEALED_FORMATS;

/**
 * Seals `plaintext` under a 256-bit secret `key`, bound to `associatedData`.
 * Takes a KeyObject because a raw key costs several times as much on every call.
 * @throws TypeError or RangeError of node:crypto for a key of another size
 */
export function seal(
  key: KeyObject,
  random: Random,
  plaintext: Uint8Array,
  associatedData: Uint8Array,
  format: SealedFormat = "value",
): Uint8Array {
  const nonce = random.bytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG });
  cipher.setAAD(associatedData);
  const ciphertext = cipher.update(plaintext);
  cipher.final();

  const sealed = new Uint8Array(SEALING_OVERHEAD + plaintext.length);
  sealed[0] = SEALED_FORMATS[format];
  sealed.set(nonce, 1);
  sealed.set(ciphertext, 1 + NONCE);
  sealed.set(cipher.getAuthTag(), 1 + NONCE + ciphertext.length);
  return sealed;
}

/**
 * Opens what `seal` made with the same key, associated data and format. The result is the caller's to wipe.
 * @throws CryptoError `malformed` (too short, another format), `not-authentic` (any byte, key or place differs)
 */
export function open(
  key: KeyObject,
  sealed: Uint8Array,
  associatedData: Uint8Array,
  format: SealedFormat = "value",
): Buffer {
  if (sealed.length < SEALING_OVERHEAD) throw new CryptoError("malformed", "too short");
  if (sealed[0] !== SEALED_FORMATS[format]) throw new CryptoError("malformed", "format byte");

  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 1 + NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(associatedData);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plaintext = decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG));
  try {
    decipher.final();
  } catch {
    plaintext.fill(0);
    throw new CryptoError("not-authentic");
  }
  return plaintext;
}
