import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { constants, inflateRawSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { type Spelling, spellingsOf } from "./spellings.ts";

/** Where a text was found that must be nowhere. */
export interface Sighting {
  readonly file: string;
  /** `utf-8`, `base64 at 1`: how it was written there; `…, wrapped` with line ends within, `…, gzip` compressed. */
  readonly form: string;
  /** Byte offset in the file; of what is wrapped or compressed, in what is left without that. */
  readonly at: number;
}

/**
 * Looks for texts in every byte of every file of the folders, however they may be written: see `spellingsOf`; also
 * with line ends within, as mail wraps what it encodes, and compressed by gzip, zlib or zstd. A canary should have at
 * least eight characters, or chance will find it.
 */
export function findCanaries(canaries: readonly string[], folders: readonly string[]): Sighting[] {
  return search(
    canaries.flatMap((canary) => spellingsOf(Buffer.from(canary, "utf8"), canary)),
    folders,
  );
}

/** The same for bytes: a wrapped key, a token. */
export function findBytes(secrets: readonly Uint8Array[], folders: readonly string[]): Sighting[] {
  return search(
    secrets.flatMap((secret) => spellingsOf(Buffer.from(secret))),
    folders,
  );
}

function search(spellings: readonly Spelling[], folders: readonly string[]): Sighting[] {
  const finder = new Finder(spellings);
  return folders.flatMap(filesOf).flatMap((file) => {
    const contents = read(file);
    return [
      ...finder.find(contents).map(({ form, at }) => ({ file, form, at })),
      ...finder.find(unwrapped(contents)).map(({ form, at }) => ({ file, form: `${form}, wrapped`, at })),
      ...unpacked(contents).flatMap(({ by, bytes }) =>
        finder.find(bytes).map(({ form, at }) => ({ file, form: `${form}, ${by}`, at })),
      ),
    ].filter((sighting, i, all) => {
      // What stands whole in the file is also found without its line ends.
      const plain = sighting.form.replace(/, wrapped$/u, "");
      return plain === sighting.form || !all.slice(0, i).some(({ form }) => form === plain);
    });
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/** Empty for a file that has gone since it was listed, as a running product replaces some. */
function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}

/** Finds any of many byte strings in one pass; each is told once, at its first place. */
class Finder {
  readonly #byStart = new Map<number, Spelling[]>();
  /** Says of the hash of four bytes whether any spelling may begin with them: most bytes are passed by here. */
  readonly #mayStart = new Uint8Array(1 << 16);

  constructor(spellings: readonly Spelling[]) {
    for (const spelling of spellings) {
      if (spelling.bytes.length < 4)
        throw new RangeError("A spelling of fewer than four bytes finds chance.");
      const start = spelling.bytes.readUInt32BE(0);
      this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), spelling]);
      this.#mayStart[hashOf(start)] = 1;
    }
  }

  find(contents: Buffer): { readonly form: string; readonly at: number }[] {
    const found = new Map<Spelling, number>();
    let start = 0;
    for (let end = 0; end < contents.length; end++) {
      start = ((start << 8) | (contents[end] as number)) >>> 0;
      if (end < 3 || this.#mayStart[hashOf(start)] === 0) continue;
      const at = end - 3;
      for (const spelling of this.#byStart.get(start) ?? []) {
        const { bytes } = spelling;
        if (!found.has(spelling) && contents.subarray(at, at + bytes.length).equals(bytes)) {
          found.set(spelling, at);
        }
      }
    }
    return [...found].map(([{ form }, at]) => ({ form, at }));
  }
}

const hashOf = (start: number) => Math.imul(start, 0x9e3779b1) >>> 16;

/** Without line ends, and without the `=` that quoted-printable writes before one. */
function unwrapped(contents: Buffer): Buffer {
  if (!contents.includes(10)) return Buffer.alloc(0);
  const left = Buffer.allocUnsafe(contents.length);
  let length = 0;
  for (let at = 0; at < contents.length; at++) {
    const byte = contents[at] as number;
    if (byte === 10 || byte === 13) continue;
    const next = contents[at + 1];
    if (byte === 61 && (next === 10 || (next === 13 && contents[at + 2] === 10))) continue;
    left[length++] = byte;
  }
  return left.subarray(0, length);
}

/** How compressed data begins: RFC 1952, section 2.3; RFC 8878, section 3.1.1; RFC 1950, section 2.2. */
const PACKINGS = [
  {
    by: "gzip",
    starts: [[0x1f, 0x8b, 0x08]],
    unpack: (bytes: Buffer) => inflateRawSync(bytes.subarray(gzipHeader(bytes)), CUT_SHORT),
  },
  {
    by: "zlib",
    starts: [
      [0x78, 0x01],
      [0x78, 0x5e],
      [0x78, 0x9c],
      [0x78, 0xda],
    ],
    unpack: (bytes: Buffer) => inflateSync(bytes, CUT_SHORT),
  },
  {
    by: "zstd",
    starts: [[0x28, 0xb5, 0x2f, 0xfd]],
    unpack: (bytes: Buffer) => zstdDecompressSync(bytes, { maxOutputLength: LONGEST }),
  },
] as const;

const LONGEST = 1 << 24;
/** Whatever follows the compressed data, or is missing of it, does not keep the rest from being read. */
const CUT_SHORT = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LONGEST };
/** How much of a file one compressed value may take. */
const WINDOW = 1 << 20;

/** Length of the header before what a gzip member has compressed, with a file's name in it or not. */
function gzipHeader(bytes: Buffer): number {
  const named = ((bytes[3] ?? 0) & 0x08) !== 0;
  return named ? bytes.indexOf(0, 10) + 1 : 10;
}

/** Whatever in a file can be read as compressed data, wherever it begins. */
function unpacked(contents: Buffer): { readonly by: string; readonly bytes: Buffer }[] {
  return PACKINGS.flatMap(({ by, starts, unpack }) =>
    starts.flatMap((start) => {
      const mark = Buffer.from(start);
      const all: { by: string; bytes: Buffer }[] = [];
      for (let at = contents.indexOf(mark); at !== -1; at = contents.indexOf(mark, at + 1)) {
        try {
          all.push({ by, bytes: unpack(contents.subarray(at, at + WINDOW)) });
        } catch {
          // Two or three bytes that only look like a beginning.
        }
      }
      return all;
    }),
  );
}
