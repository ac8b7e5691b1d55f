import { CryptoError } from "./crypto.errors.ts";

/**
 * Several texts as one string of bytes from which exactly those texts can be read back: each as a 32-bit big-endian
 * byte count and its UTF-8. Two different lists never encode alike, so none can be passed off as another in
 * associated data, under a MAC, or in a derivation.
 * @throws CryptoError `not-canonical` for a lone surrogate, which UTF-8 would silently replace
 */
export function lengthPrefixed(...parts: readonly string[]): Buffer {
  let size = 0;
  for (const part of parts) size += 4 + Buffer.byteLength(part, "utf8");
  const out = Buffer.allocUnsafe(size);
  let at = 0;
  for (const part of parts) {
    if (!part.isWellFormed()) throw new CryptoError("not-canonical", "lone surrogate");
    const written = out.write(part, at + 4, "utf8");
    out.writeUInt32BE(written, at);
    at += 4 + written;
  }
  return out;
}
