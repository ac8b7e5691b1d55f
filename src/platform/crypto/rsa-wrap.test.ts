import { expect, test } from "vitest";
import { CryptoError } from "./crypto.errors.ts";
import { newRsaKey, rsaKeyFromPem, rsaKeyToPem, rsaUnwrap, rsaWrap } from "./rsa-wrap.ts";

const label = Buffer.from("kek 1");

test("what RSA-OAEP wrapped, its key and label alone unwrap, and no changed byte", async () => {
  const [key, other] = await Promise.all([newRsaKey(), newRsaKey()]);
  const secret = Buffer.alloc(32, 7);
  const wrapped = rsaWrap(key, secret, label);
  expect(wrapped.length).toBe(385);
  expect(rsaUnwrap(key, wrapped, label)).toEqual(secret);

  expect(() => rsaUnwrap(other, wrapped, label)).toThrow(CryptoError);
  expect(() => rsaUnwrap(key, wrapped, Buffer.from("kek 2"))).toThrow(CryptoError);
  for (const at of [0, 1, 200, 384]) {
    const changed = Buffer.from(wrapped);
    changed[at]! ^= 1;
    expect(() => rsaUnwrap(key, changed, label)).toThrow(CryptoError);
  }
  expect(() => rsaUnwrap(key, wrapped.subarray(0, 384), label)).toThrow(CryptoError);
});

test("a private key travels as PKCS#8 PEM, and under a passphrase opens with it alone", async () => {
  const key = await newRsaKey();
  expect(rsaKeyFromPem(rsaKeyToPem(key)).equals(key)).toBe(true);

  const pem = rsaKeyToPem(key, "stretched");
  expect(pem).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
  expect(rsaKeyFromPem(pem, "stretched").equals(key)).toBe(true);
  expect(() => rsaKeyFromPem(pem, "another")).toThrow(CryptoError);
  expect(() => rsaKeyFromPem(pem)).toThrow(CryptoError);
});
