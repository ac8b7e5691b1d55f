import { CryptoError } from "./crypto.errors.ts";

/** base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64url");
}

/**
 * Strict: accepts exactly what `toBase64Url` makes, so that one value has one spelling.
 * @throws CryptoError `malformed`
 */
export function fromBase64Url(text: string): Buffer {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.toString("base64url") !== text) throw new CryptoError("malformed", "base64url");
  return bytes;
}
