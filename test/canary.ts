import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where a text was found that must be nowhere. */
export interface Sighting {
  readonly file: string;
  /** `utf-8`, `base64 at 1`: how it was written there. */
  readonly form: string;
  /** Byte offset in the file. */
  readonly at: number;
}

/**
 * Looks for texts in every byte of every file of the folders, however they may be written: UTF-8, UTF-16 in both byte
 * orders, hex in both cases, base64 and base64url at each of the three alignments. A canary should have at least eight
 * characters, or chance will find it.
 */
export function findCanaries(canaries: readonly string[], folders: readonly string[]): Sighting[] {
  const forms = canaries.flatMap((canary) => formsOf(Buffer.from(canary, "utf8"), canary));
  return folders.flatMap(filesOf).flatMap((file) => sightingsIn(file, forms));
}

/** The same for bytes: a wrapped key, a token. */
export function findBytes(secrets: readonly Uint8Array[], folders: readonly string[]): Sighting[] {
  const forms = secrets.flatMap((secret) => formsOf(Buffer.from(secret)));
  return folders.flatMap(filesOf).flatMap((file) => sightingsIn(file, forms));
}

interface Form {
  readonly name: string;
  readonly bytes: Buffer;
}

function formsOf(bytes: Buffer, text?: string): Form[] {
  const hex = bytes.toString("hex");
  return [
    { name: text === undefined ? "bytes" : "utf-8", bytes },
    ...(text === undefined ? [] : utf16(text)),
    { name: "hex", bytes: Buffer.from(hex) },
    { name: "upper-case hex", bytes: Buffer.from(hex.toUpperCase()) },
    ...base64(bytes),
  ];
}

function utf16(text: string): Form[] {
  const little = Buffer.from(text, "utf16le");
  return [
    { name: "utf-16le", bytes: little },
    { name: "utf-16be", bytes: Buffer.from(little).swap16() },
  ];
}

/**
 * In base64 a text looks different by how many bytes (modulo three) stand before it. Only the characters that its
 * neighbours cannot change are looked for.
 */
function base64(bytes: Buffer): Form[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor((padded.length * 8) / 6);
    return (["base64", "base64url"] as const).map((name) => ({
      name: `${name} at ${before}`,
      bytes: Buffer.from(padded.toString(name).slice(from, to)),
    }));
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

function sightingsIn(file: string, forms: readonly Form[]): Sighting[] {
  const contents = readFileSync(file);
  return forms.flatMap(({ name, bytes }) => {
    const at = contents.indexOf(bytes);
    return at === -1 ? [] : [{ file, form: name, at }];
  });
}
