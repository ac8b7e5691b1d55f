import { numberOf } from "./current-log.ts";
import { JournalError } from "./journal.errors.ts";
import { verifyInclusion } from "./merkle-proof.ts";
import { leafHash } from "./merkle-tree.ts";
import type { ReceiptFinding } from "./receipt-finding.ts";
import { type ParsedReceipt, parseReceipt } from "./receipt-text.ts";
import { readReceived } from "./received-entry.ts";
import {
  ed25519Verifier,
  type NoteVerifier,
  openNote,
  parseNote,
  parseVerifierKey,
  type VerifierKey,
  verifierKey,
} from "./signed-note.ts";
import { type CheckpointText, parseCheckpoint } from "./tlog-checkpoint.ts";
import { parseProof, TLOG_PROOF } from "./tlog-proof.ts";

export interface ReceiptTrust {
  /** The journal's public key from elsewhere than the receipt. Left out, the receipt's own is taken: see `key`. */
  readonly key?: string;
  /** Witnesses whose cosignatures are looked at. */
  readonly witnesses?: readonly NoteVerifier[];
}

/** What a receipt says, once its signature and its entry have been found to hold. */
export interface ReceiptStatement {
  readonly reference: string;
  /** ms, by the operator's clock. */
  readonly receivedAt: number;
  readonly purpose: string;
  readonly attributes: readonly string[];
  /** Clause by which it was allowed. */
  readonly clause: string | null;
  /** Hex SHA-256 of the policy that was in force. */
  readonly policy: string;
  /** Id of the journal's entry. */
  readonly entry: string;
  /** Where it stands; null while it is only promised. */
  readonly place: ReceiptPlace | null;
}

export interface ReceiptPlace {
  /** The log's name. */
  readonly log: string;
  /** Zero-based. */
  readonly index: number;
  /** Entries in the log when the proof was made. */
  readonly size: number;
  /** Names of the given witnesses who have signed for that log. */
  readonly witnesses: readonly string[];
}

export interface ReceiptOutcome {
  /** `promised`: signed for, not yet proven to stand in the journal. */
  readonly verdict: "proven" | "promised" | "unsound";
  readonly findings: readonly ReceiptFinding[];
  /** Null when unsound: what nobody has signed is not repeated. */
  readonly says: ReceiptStatement | null;
  /** The key that it was checked against, and whether it came from elsewhere. Null when it could not be read. */
  readonly key: { readonly text: string; readonly given: boolean } | null;
}

/**
 * Checks a receipt, with nothing but itself and, better, the journal's key from elsewhere. Pure; never throws for
 * what stands in the receipt, whatever it is.
 * @throws JournalError `key-malformed` for a given key that is none
 */
export function verifyReceipt(text: string, trust: ReceiptTrust = {}): ReceiptOutcome {
  const given = trust.key === undefined ? null : parseVerifierKey(trust.key);
  const receipt = orOnRefusal(() => parseReceipt(text), null);
  if (receipt === null) return { verdict: "unsound", findings: ["receipt-malformed"], says: null, key: null };

  const key = { text: trust.key ?? receipt.verifierKey, given: given !== null };
  const unsound = (...findings: ReceiptFinding[]) =>
    ({ verdict: "unsound", findings, says: null, key }) as const;

  if (given !== null && !isSameKey(given, receipt)) return unsound("receipt-other-key");
  if (!isSigned(receipt)) return unsound("receipt-signature");

  const entry = readReceived(receipt.leaf);
  if (entry === null) return unsound("receipt-entry");
  const differing: ReceiptFinding[] = [];
  if (entry.details.reference !== receipt.reference) differing.push("receipt-reference");
  if (entry.at !== receipt.receivedAt) differing.push("receipt-time");
  if (differing.length > 0) return unsound(...differing);

  const place = placeIn(receipt, trust.witnesses ?? []);
  if (typeof place === "string") return unsound(place);
  const { reference, receivedAt } = receipt;
  const { purpose, attributes, decision, id } = entry;
  const { clause, policy } = decision;
  const says = { reference, receivedAt, purpose, attributes, clause, policy, entry: id, place };
  return place === null
    ? { verdict: "promised", findings: ["receipt-promised"], says, key }
    : { verdict: "proven", findings: [], says, key };
}

/** The logs of one operator share a key and differ in name (current-log.ts). */
function isSameKey(given: VerifierKey, { key, origin }: ParsedReceipt): boolean {
  const same = given.type === key.type && Buffer.compare(given.publicKey, key.publicKey) === 0;
  return same && (given.name === origin || numberOf(origin, given.name) !== null);
}

function verifierOf(origin: string, { type, publicKey }: VerifierKey): NoteVerifier {
  return ed25519Verifier(verifierKey(origin, type, publicKey));
}

function isSigned({ origin, key, statement, signature }: ParsedReceipt): boolean {
  const verifier = orOnRefusal(() => verifierOf(origin, key), null);
  return (
    verifier !== null &&
    signature.name === verifier.name &&
    signature.keyId === verifier.keyId &&
    verifier.verify(statement, signature.signature)
  );
}

/** Where the proof puts the entry; null for a checkpoint alone, which puts it nowhere yet. */
function placeIn(
  receipt: ParsedReceipt,
  witnesses: readonly NoteVerifier[],
): ReceiptPlace | null | ReceiptFinding {
  const proven = receipt.proof.startsWith(`${TLOG_PROOF}\n`);
  const proof = proven ? orOnRefusal(() => parseProof(receipt.proof), null) : null;
  if (proven && proof === null) return "receipt-malformed";
  const opened = openCheckpoint(proof?.checkpoint ?? receipt.proof, receipt.key, witnesses);
  if (typeof opened === "string") return opened;
  if (proof === null) return null;
  const { origin, size, rootHash: root } = opened.checkpoint;
  const { index, path } = proof;
  if (!verifyInclusion({ index, size, leafHash: leafHash(receipt.leaf), path, root }))
    return "receipt-not-in-tree";
  return { log: origin, index, size, witnesses: opened.witnesses };
}

/** Any log of the operator's will do: an entry that waited while the journal was continued stands in the next. */
function openCheckpoint(
  note: string,
  key: VerifierKey,
  witnesses: readonly NoteVerifier[],
): { readonly checkpoint: CheckpointText; readonly witnesses: string[] } | ReceiptFinding {
  const checkpoint = orOnRefusal(() => parseCheckpoint(parseNote(note).text), null);
  if (checkpoint === null || numberOf(checkpoint.origin, key.name) === null) return "receipt-checkpoint";
  const signed = orOnRefusal(() => openNote(note, [verifierOf(checkpoint.origin, key)]), null);
  if (signed === null) return "receipt-checkpoint";
  const cosigned: string[] = [];
  for (const witness of witnesses) {
    const code = codeOfOpening(note, witness);
    if (code === "note-wrong-signature") return "receipt-cosignature";
    if (code === null) cosigned.push(witness.name);
  }
  return { checkpoint, witnesses: cosigned };
}

function codeOfOpening(note: string, verifier: NoteVerifier): string | null {
  try {
    openNote(note, [verifier]);
    return null;
  } catch (error) {
    if (error instanceof JournalError) return error.code;
    throw error;
  }
}

function orOnRefusal<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof JournalError) return otherwise;
    throw error;
  }
}
