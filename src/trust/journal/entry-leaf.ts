import { canonicalJson } from "../../policy/index.ts";
import type { Random } from "../../platform/random/index.ts";
import type { EntryDetails, JournalEntry } from "./entry.ts";

/** Bytes of salt before the text: nobody can try texts against a public leaf hash. */
export const SALT_SIZE = 16;

/** An entry as it stands in the log. */
export interface RecordedEntry extends JournalEntry {
  readonly v: 1;
  readonly id: string;
  /** The server's clock, ms. */
  readonly at: number;
  readonly operator: string;
}

/** One person's item of a bulk entry. */
export interface RecordedItem {
  readonly v: 1;
  /** Id of the bulk entry. */
  readonly bulk: string;
  readonly subject: string;
  readonly details: EntryDetails;
}

/** The leaf's input: 128 random bits, then the canonical JSON (RFC 8785). */
export function encodeLeaf(recorded: RecordedEntry | RecordedItem, random: Random): Uint8Array {
  const text = Buffer.from(canonicalJson(recorded));
  const leaf = Buffer.allocUnsafe(SALT_SIZE + text.length);
  leaf.set(random.bytes(SALT_SIZE));
  leaf.set(text, SALT_SIZE);
  return leaf;
}

/** What a leaf says of itself; null when its text is no JSON object. Its hash, not this, says whether it is genuine. */
export function decodeLeaf(leaf: Uint8Array): RecordedEntry | null {
  return decode(leaf) as RecordedEntry | null;
}

/** The same for an item of a bulk entry. */
export function decodeItem(leaf: Uint8Array): RecordedItem | null {
  return decode(leaf) as RecordedItem | null;
}

function decode(leaf: Uint8Array): object | null {
  try {
    const text = Buffer.from(leaf.buffer, leaf.byteOffset, leaf.byteLength).toString("utf8", SALT_SIZE);
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}
