import type { KeyObject } from "node:crypto";
import { ed25519PublicKey, ed25519Sign, ed25519Verify } from "../../platform/crypto/index.ts";
import { JournalError } from "./journal.errors.ts";
import {
  formatVerifierKey,
  type NoteSigner,
  type NoteVerifier,
  SIGNATURE_TYPES,
  type VerifierKey,
} from "./signed-note.ts";

/** Bytes of a timestamped signature: eight of time, sixty-four of Ed25519. */
const SIZE = 72;

/** What the witness signs (C2SP tlog-cosignature, "Ed25519 signed message"). `time` is POSIX seconds. */
function cosignedMessage(text: string, time: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
}

/** The time that a witness states, POSIX seconds; null when the bytes are no timestamped signature. */
export function cosignatureTime(signature: Uint8Array): number | null {
  if (signature.length !== SIZE) return null;
  const time = Buffer.from(signature).readBigUInt64BE(0);
  return time <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(time) : null;
}

/** The verifier of a configured witness's cosignatures. */
export function cosignatureVerifier(key: VerifierKey): NoteVerifier {
  if (key.type !== SIGNATURE_TYPES.cosignature)
    throw new JournalError("key-malformed", "not a witness's key");
  const publicKey = ed25519PublicKey(key.publicKey);
  return {
    name: key.name,
    keyId: key.keyId,
    verify(text, signature) {
      const time = cosignatureTime(signature);
      return (
        time !== null && ed25519Verify(publicKey, cosignedMessage(text, BigInt(time)), signature.subarray(8))
      );
    },
  };
}

/** A witness of our own: cosigns as of `time`, POSIX seconds. */
export function cosigner(
  key: VerifierKey,
  privateKey: KeyObject,
  time: () => number,
): NoteSigner & { readonly verifierKey: string } {
  return {
    name: key.name,
    keyId: key.keyId,
    verifierKey: formatVerifierKey(key),
    sign(text) {
      const seconds = BigInt(time());
      const stamp = Buffer.alloc(8);
      stamp.writeBigUInt64BE(seconds);
      return Buffer.concat([stamp, ed25519Sign(privateKey, cosignedMessage(text, seconds))]);
    },
  };
}
