import { numberOf } from "./current-log.ts";
import { JournalError } from "./journal.errors.ts";
import {
  fromBase64,
  type NoteSignature,
  type NoteSigner,
  parseNote,
  parseVerifierKey,
  signNote,
  type VerifierKey,
} from "./signed-note.ts";

/**
 * The receipt that a person keeps: a text of two parts, an empty line between them.
 *
 * The first is a C2SP signed note in which the operator says what it has received. Its first line can never be the
 * name of a log, so no such note can be taken for a checkpoint, nor a checkpoint for a receipt. The second is the
 * journal's checkpoint of that time, or, once the entry has its place, its proof (C2SP tlog-proof).
 */
export interface ReceiptText {
  /** The log whose key signs. */
  readonly origin: string;
  readonly reference: string;
  /** ms. */
  readonly receivedAt: number;
  /** Salt and text of the entry of the receiving. */
  readonly leaf: Uint8Array;
  /** The journal's public key, as it stands on its page. Says nothing until it is compared. */
  readonly verifierKey: string;
}

export interface ParsedReceipt extends ReceiptText {
  readonly key: VerifierKey;
  /** What is signed. */
  readonly statement: string;
  readonly signature: NoteSignature;
  /** The first part, whole. */
  readonly note: string;
  /** The second. */
  readonly proof: string;
}

/** Bytes. A receipt is about two thousand; witnesses may add to it. */
export const LONGEST_RECEIPT = 65_536;

const FORMAT = "upheld-receipt/1";
const BEWARE =
  "compare this key with one that did not come with this file · сверьте этот ключ с полученным не из этого файла";

const REFERENCE = /^[A-Z0-9][A-Z0-9-]{0,39}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The first part, signed. The second is put behind it by `joinReceipt`. */
export function signStatement(said: ReceiptText, signer: NoteSigner): string {
  return signNote(statementOf(said), [signer]);
}

export function joinReceipt(note: string, proof: string): string {
  return `${note}\n${proof}`;
}

function statementOf({ origin, reference, receivedAt, leaf, verifierKey }: ReceiptText): string {
  const lines = [
    FORMAT,
    origin,
    `reference ${reference}`,
    `received ${new Date(receivedAt).toISOString()}`,
    `leaf ${Buffer.from(leaf).toString("base64")}`,
    `key ${verifierKey}`,
    BEWARE,
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * Forgives what mail programs, editors and text fields do to a text, and nothing else: a byte order mark before it,
 * carriage returns at the ends of lines, white space at the ends of lines and after the last one.
 */
export function unwrapped(text: string): string {
  const lines = text.replace(/^\uFEFF/u, "").split("\n");
  const ends = lines.map((line) => {
    let end = line.length;
    while (end > 0 && " \t\r".includes(line.charAt(end - 1))) end--;
    return line.slice(0, end);
  });
  while (ends.at(-1) === "") ends.pop();
  return `${ends.join("\n")}\n`;
}

/**
 * Reads a receipt; whether anything in it holds is for verify-receipt.ts to say.
 * @throws JournalError `note-malformed`, `key-malformed`
 */
export function parseReceipt(text: string): ParsedReceipt {
  const malformed = (why: string) => new JournalError("note-malformed", why);
  if (Buffer.byteLength(text) > LONGEST_RECEIPT) throw malformed("too long");
  const receipt = unwrapped(text);
  const end = receipt.indexOf("\n\n");
  const next = receipt.indexOf("\n\n", end + 1);
  if (end < 0 || next < 0) throw malformed("fewer than two parts");
  const note = receipt.slice(0, next + 1);
  const { text: statement, signatures } = parseNote(note);
  const [signature, ...more] = signatures;
  if (signature === undefined || more.length > 0) throw malformed("not one signature");

  const [format, origin, reference, received, leaf, key, beware] = statement.split("\n");
  if (format !== FORMAT || beware !== BEWARE) throw malformed("not a receipt");
  const verifierKey = after("key ", key) ?? "";
  const said = {
    origin: origin ?? "",
    reference: after("reference ", reference) ?? "",
    receivedAt: Date.parse(after("received ", received) ?? ""),
    leaf: fromBase64(after("leaf ", leaf) ?? "") ?? new Uint8Array(),
    verifierKey,
  };
  if (!REFERENCE.test(said.reference)) throw malformed("reference");
  if (!TIME.test(after("received ", received) ?? "") || Number.isNaN(said.receivedAt))
    throw malformed("time");
  // What is written again from what was read is what was read: a receipt has one spelling.
  if (statementOf(said) !== statement) throw malformed("spelling");
  const parsedKey = parseVerifierKey(verifierKey);
  if (numberOf(said.origin, parsedKey.name) === null) throw malformed("the key of another log");
  return { ...said, key: parsedKey, statement, signature, note, proof: receipt.slice(next + 2) };
}

function after(prefix: string, line: string | undefined): string | null {
  return line?.startsWith(prefix) === true ? line.slice(prefix.length) : null;
}
