import type { KeyObject } from "node:crypto";
import {
  ed25519PublicBytes,
  ed25519PublicKey,
  ed25519Sign,
  ed25519Verify,
  sha256,
} from "../../platform/crypto/index.ts";
import { JournalError } from "./journal.errors.ts";

/** C2SP signed-note: text, an empty line, then one line a signature. */
export interface SignedNote {
  /** With its final newline, which is signed; without the empty line. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  /** The key's name. */
  readonly name: string;
  /** First four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key). */
  readonly keyId: number;
  readonly signature: Uint8Array;
}

/** Checks the signatures of one key. */
export interface NoteVerifier {
  readonly name: string;
  readonly keyId: number;
  verify(text: string, signature: Uint8Array): boolean;
}

/** Signs as one key. The private key stays with whoever made the signer. */
export interface NoteSigner {
  readonly name: string;
  readonly keyId: number;
  sign(text: string): Uint8Array;
}

/** Signature types that this product reads (C2SP signed-note, "Signature types"). */
export const SIGNATURE_TYPES = { ed25519: 0x01, cosignature: 0x04 } as const;
export type SignatureType = (typeof SIGNATURE_TYPES)[keyof typeof SIGNATURE_TYPES];

const MOST_SIGNATURES = 100;
const MOST_CHARACTERS = 1_000_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids exactly these.
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
const SIGNATURE_LINE = /^— ([^\p{White_Space}+]+) ([A-Za-z0-9+/=]+)$/u;
const KEY_NAME = /^[^\p{White_Space}+]+$/u;

/** @throws JournalError `note-malformed` */
export function parseNote(note: string): SignedNote {
  const malformed = (why: string) => new JournalError("note-malformed", why);
  if (note.length > MOST_CHARACTERS) throw malformed("too long");
  if (!note.isWellFormed()) throw malformed("not Unicode");
  if (CONTROL.test(note)) throw malformed("control character");
  const end = note.lastIndexOf("\n\n");
  if (end < 0) throw malformed("no empty line before the signatures");
  if (!note.endsWith("\n")) throw malformed("no newline at the end");
  const lines = note.slice(end + 2, -1).split("\n");
  if (lines.length > MOST_SIGNATURES) throw malformed("too many signatures");
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignatureLine) };
}

/** @throws JournalError `note-malformed` */
export function parseSignatureLine(line: string): NoteSignature {
  const match = SIGNATURE_LINE.exec(line);
  const blob = match === null ? null : fromBase64(match[2] as string);
  if (match === null || blob === null || blob.length < 5)
    throw new JournalError("note-malformed", "signature line");
  return { name: match[1] as string, keyId: blob.readUInt32BE(0), signature: blob.subarray(4) };
}

export function formatNote(note: SignedNote): string {
  if (!note.text.endsWith("\n") || CONTROL.test(note.text) || !note.text.isWellFormed()) {
    throw new JournalError("note-malformed", "text");
  }
  return `${note.text}\n${note.signatures.map(formatSignatureLine).join("")}`;
}

export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(keyId);
  return `— ${name} ${Buffer.concat([id, signature]).toString("base64")}\n`;
}

export function signNote(text: string, signers: readonly NoteSigner[]): string {
  const signatures = signers.map((signer) => ({
    name: signer.name,
    keyId: signer.keyId,
    signature: signer.sign(text),
  }));
  return formatNote({ text, signatures });
}

/**
 * The text, and which of the known keys signed it. Lines of unknown keys are passed over; a second line of one key too.
 * @throws JournalError `note-malformed`; `note-wrong-signature` when a known key's signature is wrong;
 * `note-unknown-key` when no known key has signed
 */
export function openNote(
  note: string,
  known: readonly NoteVerifier[],
): { readonly text: string; readonly signed: readonly NoteSignature[] } {
  const { text, signatures } = parseNote(note);
  const signed: NoteSignature[] = [];
  for (const line of signatures) {
    const verifier = known.find((key) => key.name === line.name && key.keyId === line.keyId);
    if (verifier === undefined) continue;
    if (signed.some((done) => done.name === line.name && done.keyId === line.keyId)) continue;
    if (!verifier.verify(text, line.signature)) throw new JournalError("note-wrong-signature", line.name);
    signed.push(line);
  }
  if (signed.length === 0) throw new JournalError("note-unknown-key");
  return { text, signed };
}

/** A verifier key as it is handed around: `name+hash+base64(type ‖ public key)`. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: number;
  readonly type: SignatureType;
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
}

/** @throws JournalError `key-malformed` */
export function parseVerifierKey(text: string): VerifierKey {
  const [name, id, ...rest] = text.split("+");
  const blob = fromBase64(rest.join("+"));
  const type = Object.values(SIGNATURE_TYPES).find((known) => known === blob?.[0]);
  if (name === undefined || blob === null || type === undefined || blob.length !== 33) {
    throw new JournalError("key-malformed");
  }
  const key = verifierKey(name, type, blob.subarray(1));
  if (id === undefined || !/^[0-9a-f]{8}$/.test(id) || Number.parseInt(id, 16) !== key.keyId) {
    throw new JournalError("key-malformed", "key id");
  }
  return key;
}

export function formatVerifierKey({ name, keyId, type, publicKey }: VerifierKey): string {
  const blob = Buffer.concat([Uint8Array.of(type), publicKey]).toString("base64");
  return `${name}+${keyId.toString(16).padStart(8, "0")}+${blob}`;
}

/** @throws JournalError `key-malformed` for a name with a space or plus sign */
export function verifierKey(name: string, type: SignatureType, publicKey: Uint8Array): VerifierKey {
  if (!KEY_NAME.test(name) || !name.isWellFormed() || CONTROL.test(name)) {
    throw new JournalError("key-malformed", "name");
  }
  const digest = sha256(`${name}\n`, Uint8Array.of(type), publicKey);
  return { name, keyId: digest.readUInt32BE(0), type, publicKey };
}

/** The verifier of plain Ed25519 signatures over the text. */
export function ed25519Verifier(key: VerifierKey): NoteVerifier {
  if (key.type !== SIGNATURE_TYPES.ed25519) throw new JournalError("key-malformed", "not a log's key");
  const publicKey = ed25519PublicKey(key.publicKey);
  return {
    name: key.name,
    keyId: key.keyId,
    verify: (text, signature) => ed25519Verify(publicKey, Buffer.from(text), signature),
  };
}

/** The signer of plain Ed25519 signatures, and the verifier key to publish for it. */
export function ed25519Signer(
  name: string,
  privateKey: KeyObject,
): NoteSigner & { readonly verifierKey: string } {
  const key = verifierKey(name, SIGNATURE_TYPES.ed25519, ed25519PublicBytes(privateKey));
  return {
    name,
    keyId: key.keyId,
    verifierKey: formatVerifierKey(key),
    sign: (text) => ed25519Sign(privateKey, Buffer.from(text)),
  };
}

/**
 * Null for anything but the one encoding: Node reads base64 leniently, and a changed note has to be a different note.
 */
export function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}
