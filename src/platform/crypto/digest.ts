import { createHash, hash } from "node:crypto";

/** SHA-256 (FIPS 180-4) of the parts in a row: 32 bytes. Strings are taken as UTF-8. */
export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return hash("sha256", only, "buffer");
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part);
  return digest.digest();
}

/** The same in lower-case hex: 64 characters. */
export function sha256Hex(...parts: readonly (Uint8Array | string)[]): string {
  return sha256(...parts).toString("hex");
}
