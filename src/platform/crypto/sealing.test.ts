import * as fc from "fast-check";
import { createSecretKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import { systemRandom } from "../random/index.ts";
import { CryptoError } from "./crypto.errors.ts";
import { open, seal, SEALING_OVERHEAD } from "./sealing.ts";
import { newSecretKey, unwrapKey, wrapKey } from "./secret-key.ts";

const hex = (text: string) => Buffer.from(text, "hex");

/** McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B, cases with a 256-bit key and a 96-bit IV. */
const GCM_VECTORS = [
  {
    name: "13",
    key: "00".repeat(32),
    nonce: "00".repeat(12),
    aad: "",
    plaintext: "",
    ciphertext: "",
    tag: "530f8afbc74536b9a963b4f1c4cb738b",
  },
  {
    name: "14",
    key: "00".repeat(32),
    nonce: "00".repeat(12),
    aad: "",
    plaintext: "00".repeat(16),
    ciphertext: "cea7403d4d606b6e074ec5d3baf39d18",
    tag: "d0d1c8a799996bf0265b98b5d48ab919",
  },
  {
    name: "16",
    key: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
    nonce: "cafebabefacedbaddecaf888",
    aad: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
    plaintext:
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72" +
      "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
    ciphertext:
      "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa" +
      "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
    tag: "76fc6ece0f4e1768cddf8853bb2d551b",
  },
];

test.each(GCM_VECTORS)("published AES-256-GCM case $name, in both directions", (vector) => {
  const key = createSecretKey(hex(vector.key));
  const fixedNonce = { bytes: () => new Uint8Array(hex(vector.nonce)) };
  const sealed = seal(key, fixedNonce, hex(vector.plaintext), hex(vector.aad));
  expect(Buffer.from(sealed).toString("hex")).toBe(`01${vector.nonce}${vector.ciphertext}${vector.tag}`);
  expect(open(key, sealed, hex(vector.aad)).toString("hex")).toBe(vector.plaintext);
});

describe("opening inverts sealing, and nothing else opens", () => {
  const bytes = (max: number) => fc.uint8Array({ maxLength: max });

  test("any bytes under any associated data come back", () => {
    fc.assert(
      fc.property(bytes(2000), bytes(200), (plaintext, aad) => {
        const key = newSecretKey(systemRandom);
        const sealed = seal(key, systemRandom, plaintext, aad);
        expect(sealed.length).toBe(plaintext.length + SEALING_OVERHEAD);
        expect(new Uint8Array(open(key, sealed, aad))).toEqual(plaintext);
      }),
    );
  });

  test("one changed bit anywhere, in the sealed bytes or in the place, does not open", () => {
    const key = newSecretKey(systemRandom);
    fc.assert(
      fc.property(
        bytes(300),
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(7),
        (plaintext, aad, position, bit) => {
          const sealed = seal(key, systemRandom, plaintext, aad);
          const changed = sealed.slice();
          changed[position % changed.length]! ^= 1 << bit;
          expect(() => open(key, changed, aad)).toThrow(CryptoError);
          const elsewhere = aad.slice();
          elsewhere[position % elsewhere.length]! ^= 1 << bit;
          expect(() => open(key, sealed, elsewhere)).toThrow(CryptoError);
        },
      ),
    );
  });

  test("cut short at any byte, or longer, does not open", () => {
    const key = newSecretKey(systemRandom);
    const aad = new Uint8Array(4);
    const sealed = seal(key, systemRandom, Buffer.from("a value"), aad);
    for (let length = 0; length < sealed.length; length++) {
      expect(() => open(key, sealed.subarray(0, length), aad)).toThrow(CryptoError);
    }
    expect(() => open(key, Buffer.concat([sealed, Uint8Array.of(0)]), aad)).toThrow(CryptoError);
  });

  test("another key does not open", () => {
    const sealed = seal(newSecretKey(systemRandom), systemRandom, Buffer.from("a value"), Buffer.alloc(0));
    expect(() => open(newSecretKey(systemRandom), sealed, Buffer.alloc(0))).toThrow(
      expect.objectContaining({ code: "not-authentic" }),
    );
  });
});

test("no nonce comes twice in 20,000 seals", () => {
  const key = newSecretKey(systemRandom);
  const nonces = new Set<string>();
  for (let i = 0; i < 20_000; i++) {
    const sealed = seal(key, systemRandom, new Uint8Array(1), new Uint8Array(0));
    nonces.add(Buffer.from(sealed.subarray(1, 13)).toString("hex"));
  }
  expect(nonces.size).toBe(20_000);
});

test("a wrapped key unwraps under its own place alone, and is no sealed value", () => {
  const wrapping = newSecretKey(systemRandom);
  const key = newSecretKey(systemRandom);
  const place = Buffer.from("scope 1");
  const wrapped = wrapKey(wrapping, systemRandom, key, place);
  expect(wrapped.length).toBe(61);
  expect(unwrapKey(wrapping, wrapped, place).equals(key)).toBe(true);
  expect(() => unwrapKey(wrapping, wrapped, Buffer.from("scope 2"))).toThrow(CryptoError);
  expect(() => open(wrapping, wrapped, place)).toThrow(expect.objectContaining({ code: "malformed" }));
});
