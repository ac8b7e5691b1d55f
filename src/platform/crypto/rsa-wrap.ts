import {
  constants,
  createPrivateKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
} from "node:crypto";
import { promisify } from "node:util";
import { CryptoError } from "./crypto.errors.ts";

/** RSAES-OAEP with SHA-256 and MGF1-SHA-256 (RFC 8017, 7.1). Form: format byte 0x03 | ciphertext (384 for RSA-3072). */
const FORMAT = 0x03;
const MODULUS_BITS = 3072;

/** A fresh RSA-3072 private key, made off the main thread; takes about a second. */
export async function newRsaKey(): Promise<KeyObject> {
  const pair = await promisify(generateKeyPair)("rsa", {
    modulusLength: MODULUS_BITS,
    publicExponent: 0x10001,
  });
  return pair.privateKey;
}

/** The key as PKCS#8 PEM; under `passphrase` by AES-256-CBC (PBES2). The passphrase must already be stretched. */
export function rsaKeyToPem(key: KeyObject, passphrase?: string): string {
  const pem = passphrase === undefined ? {} : { cipher: "aes-256-cbc", passphrase };
  return String(key.export({ type: "pkcs8", format: "pem", ...pem }));
}

/**
 * The inverse of `rsaKeyToPem`.
 * @throws CryptoError `malformed` (no such key, or another passphrase), `key-size` (not RSA, or under 3072 bits)
 */
export function rsaKeyFromPem(pem: string | Uint8Array, passphrase?: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey({
      key: typeof pem === "string" ? pem : Buffer.from(pem),
      format: "pem",
      ...(passphrase === undefined ? {} : { passphrase }),
    });
  } catch {
    throw new CryptoError("malformed", "private key");
  }
  if (key.asymmetricKeyType !== "rsa" || (key.asymmetricKeyDetails?.modulusLength ?? 0) < MODULUS_BITS) {
    throw new CryptoError("key-size", "private key");
  }
  return key;
}

/** Wraps a few bytes (a key) for the owner of `key`; `label` must be given again to unwrap. */
export function rsaWrap(key: KeyObject, bytes: Uint8Array, label: Uint8Array): Uint8Array {
  const ciphertext = publicEncrypt(
    {
      key,
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: "sha256",
      oaepLabel: Buffer.from(label),
    },
    bytes,
  );
  return Buffer.concat([Uint8Array.of(FORMAT), ciphertext]);
}

/**
 * The inverse of `rsaWrap`. The result is the caller's to wipe.
 * @throws CryptoError `malformed` (another format or length), `not-authentic` (another key or label, changed bytes)
 */
export function rsaUnwrap(key: KeyObject, wrapped: Uint8Array, label: Uint8Array): Buffer {
  const size = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  if (wrapped.length !== 1 + size || wrapped[0] !== FORMAT) throw new CryptoError("malformed");
  try {
    return privateDecrypt(
      {
        key,
        padding: constants.RSA_PKCS1_OAEP_PADDING,
        oaepHash: "sha256",
        oaepLabel: Buffer.from(label),
      },
      wrapped.subarray(1),
    );
  } catch {
    throw new CryptoError("not-authentic");
  }
}
