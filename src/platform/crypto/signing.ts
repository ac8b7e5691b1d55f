import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { CryptoError } from "./crypto.errors.ts";

/** Ed25519 (RFC 8032). Keys travel as 32 raw bytes, signatures as 64. */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** The private key of a 32-byte seed. The caller wipes the seed. */
export function ed25519PrivateKey(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new CryptoError("key-size", `${seed.length} bytes`);
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  der.fill(0);
  return key;
}

/** The seed of a private key, as a secret from which keys of other uses are derived. */
export function ed25519Seed(privateKey: KeyObject): KeyObject {
  const der = privateKey.export({ type: "pkcs8", format: "der" });
  const seed = createSecretKey(der.subarray(PKCS8_PREFIX.length));
  der.fill(0);
  return seed;
}

/** The public key of 32 raw bytes. */
export function ed25519PublicKey(raw: Uint8Array): KeyObject {
  if (raw.length !== 32) throw new CryptoError("key-size", `${raw.length} bytes`);
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: "der", type: "spki" });
}

/** The 32 raw bytes of the public half of either key. */
export function ed25519PublicBytes(key: KeyObject): Buffer {
  const publicKey = key.type === "private" ? createPublicKey(key) : key;
  return publicKey.export({ type: "spki", format: "der" }).subarray(SPKI_PREFIX.length);
}

export function ed25519Sign(privateKey: KeyObject, message: Uint8Array): Buffer {
  return sign(null, message, privateKey);
}

/** False for a changed message or signature, another key, or a signature of another length. */
export function ed25519Verify(publicKey: KeyObject, message: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === 64 && verify(null, message, publicKey, signature);
}
