import { createSecretKey, type KeyObject } from "node:crypto";
import type { Random } from "../random/index.ts";
import { CryptoError } from "./crypto.errors.ts";
import { open, seal } from "./sealing.ts";

const KEY_SIZE = 32;

/** Takes 32 bytes over as a key and wipes them: afterwards only the KeyObject holds it. */
export function takeSecretKey(bytes: Uint8Array): KeyObject {
  if (bytes.length !== KEY_SIZE) throw new CryptoError("key-size", `${bytes.length} bytes`);
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

/** A fresh 256-bit key. */
export function newSecretKey(random: Random): KeyObject {
  return takeSecretKey(random.bytes(KEY_SIZE));
}

/** Wraps a 256-bit key under another, bound to `associatedData`: the sealed form of format `key`, 61 bytes. */
export function wrapKey(
  wrapping: KeyObject,
  random: Random,
  key: KeyObject,
  associatedData: Uint8Array,
): Uint8Array {
  const bytes = key.export();
  const wrapped = seal(wrapping, random, bytes, associatedData, "key");
  bytes.fill(0);
  return wrapped;
}

/**
 * The inverse of `wrapKey`.
 * @throws CryptoError `malformed`, `not-authentic`, `key-size`
 */
export function unwrapKey(wrapping: KeyObject, wrapped: Uint8Array, associatedData: Uint8Array): KeyObject {
  return takeSecretKey(open(wrapping, wrapped, associatedData, "key"));
}
