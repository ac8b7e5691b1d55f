import { createSecretKey } from "node:crypto";
import { expect, test } from "vitest";
import { deriveKey, equalInConstantTime, hmacSha256 } from "./keyed-hash.ts";
import { sha256Hex } from "./digest.ts";
import {
  ed25519PrivateKey,
  ed25519PublicBytes,
  ed25519PublicKey,
  ed25519Sign,
  ed25519Verify,
} from "./signing.ts";

const hex = (text: string) => Buffer.from(text, "hex");

test.each([
  [
    "0b".repeat(20),
    Buffer.from("Hi There"),
    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
  ],
  [
    Buffer.from("Jefe").toString("hex"),
    Buffer.from("what do ya want for nothing?"),
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  ],
  ["aa".repeat(20), hex("dd".repeat(50)), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"],
  [
    "aa".repeat(131),
    Buffer.from("Test Using Larger Than Block-Size Key - Hash Key First"),
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
  ],
])("RFC 4231: HMAC-SHA-256 under %s", (key, message, mac) => {
  expect(hmacSha256(createSecretKey(hex(key)), message).toString("hex")).toBe(mac);
  expect(
    hmacSha256(createSecretKey(hex(key)), message.subarray(0, 3), message.subarray(3)).toString("hex"),
  ).toBe(mac);
});

test("RFC 5869, case 3: HKDF-SHA-256 without salt and info, first 32 bytes", () => {
  const derived = deriveKey(createSecretKey(hex("0b".repeat(22))), new Uint8Array(0));
  expect(derived.export().toString("hex")).toBe(
    "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d",
  );
});

test("FIPS 180-4: SHA-256 of abc, whole and in parts", () => {
  const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(sha256Hex("abc")).toBe(abc);
  expect(sha256Hex("a", Buffer.from("b"), "c")).toBe(abc);
});

test.each([
  {
    seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    message: "",
    signature:
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555" +
      "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  },
  {
    seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    message: "72",
    signature:
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da" +
      "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  },
])("RFC 8032, 7.1: Ed25519 of $publicKey", ({ seed, publicKey, message, signature }) => {
  const key = ed25519PrivateKey(hex(seed));
  expect(ed25519PublicBytes(key).toString("hex")).toBe(publicKey);
  expect(ed25519Sign(key, hex(message)).toString("hex")).toBe(signature);

  const reader = ed25519PublicKey(hex(publicKey));
  expect(ed25519Verify(reader, hex(message), hex(signature))).toBe(true);
  expect(ed25519Verify(reader, hex(`${message}00`), hex(signature))).toBe(false);
  const changed = hex(signature);
  changed[40]! ^= 1;
  expect(ed25519Verify(reader, hex(message), changed)).toBe(false);
  expect(ed25519Verify(reader, hex(message), hex(signature).subarray(0, 63))).toBe(false);
});

test("secrets compare by content, whatever their lengths", () => {
  expect(equalInConstantTime("token", Buffer.from("token"))).toBe(true);
  expect(equalInConstantTime("token", "tokem")).toBe(false);
  expect(equalInConstantTime("token", "toke")).toBe(false);
  expect(equalInConstantTime("", "t")).toBe(false);
});
