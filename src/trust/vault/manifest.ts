import { createPublicKey, type KeyObject, scrypt } from "node:crypto";
import { fromBase64Url, lengthPrefixed, sha256Hex, toBase64Url } from "../../platform/crypto/index.ts";
import { canonicalJson } from "../../policy/index.ts";
import type { Random } from "../../platform/random/index.ts";
import { LASTING_KEYS, type LastingKey, MANIFEST } from "./key-folder.ts";
import { VaultError } from "./vault.errors.ts";

/** `manifest.json`: whose keys these are, and how each is recognised. Written once, holds no secret. */
export interface Manifest {
  readonly format: "upheld-keys/1";
  readonly operator: string;
  /** How the passphrase of the private key is stretched; null when the key is under none. */
  readonly passphrase: Stretching | null;
  readonly fingerprints: Readonly<Record<LastingKey | "private-key", string>>;
}

/** scrypt (RFC 7914). The salt is base64url. */
export interface Stretching {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
}

export const writeManifest = (manifest: Manifest): string => `${canonicalJson(manifest)}\n`;

/** @throws VaultError `key-file-wrong` for anything but a manifest of this operator */
export function readManifest(bytes: Uint8Array, operator: string): Manifest {
  let found: Manifest;
  try {
    found = JSON.parse(Buffer.from(bytes).toString("utf8")) as Manifest;
    if (found.format !== "upheld-keys/1") throw new TypeError("format");
    if (
      [...LASTING_KEYS, "private-key" as const].some((name) => typeof found.fingerprints[name] !== "string")
    ) {
      throw new TypeError("fingerprints");
    }
  } catch {
    throw new VaultError("key-file-wrong", MANIFEST);
  }
  if (found.operator !== operator) throw new VaultError("key-file-wrong", `${MANIFEST}: another operator's`);
  return found;
}

/** Recognises a random 256-bit key without telling anything about it. Hex SHA-256. */
export function fingerprintOfKey(operator: string, name: string, bytes: Uint8Array): string {
  return sha256Hex(lengthPrefixed("upheld-key-fingerprint/1", operator, name), bytes);
}

export function fingerprintOfPrivateKey(key: KeyObject): string {
  return sha256Hex(createPublicKey(key).export({ type: "spki", format: "der" }));
}

/** Recognises the whole keyring; what a store remembers. Does not change when key-encryption keys rotate. */
export function fingerprintOfKeyring(manifest: Manifest): string {
  const { operator, fingerprints } = manifest;
  return sha256Hex(
    lengthPrefixed(
      "upheld-keyring/1",
      operator,
      fingerprints["private-key"],
      ...LASTING_KEYS.map((name) => fingerprints[name]),
    ),
  );
}

export function newStretching(random: Random): Stretching {
  return { N: 2 ** 15, r: 8, p: 1, salt: toBase64Url(random.bytes(16)) };
}

/**
 * What the private key is really encrypted with: PKCS#8's own derivation is too fast to protect what a person can
 * remember. About 80 ms and 32 MB.
 */
export async function stretchPassphrase(passphrase: string, { N, r, p, salt }: Stretching): Promise<string> {
  const maxmem = 256 * N * r;
  const stretched = await new Promise<Buffer>((done, failed) => {
    scrypt(passphrase.normalize("NFC"), fromBase64Url(salt), 32, { N, r, p, maxmem }, (error, key) =>
      error === null ? done(key) : failed(error),
    );
  });
  return stretched.toString("hex");
}
