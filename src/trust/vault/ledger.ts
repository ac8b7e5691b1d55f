import type { KeyObject } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import {
  equalInConstantTime,
  hmacSha256,
  lengthPrefixed,
  sha256Hex,
  toBase64Url,
} from "../../platform/crypto/index.ts";
import { canonicalJson } from "../../policy/index.ts";
import type { Keyring } from "./keyring.ts";
import { VaultError } from "./vault.errors.ts";
import { isNodeError } from "./write-durably.ts";

/**
 * `ledger.jsonl`: what was destroyed and what was withdrawn, kept outside the database so that a restored database can
 * be told. One line of canonical JSON each, with a MAC, only ever appended.
 */
type LedgerRecord = LedgerFact | TornLine;

/** What no older copy of the store may undo (design invariant 3). */
export type LedgerFact = Destruction | Withdrawal;

export interface Destruction {
  readonly kind: "scopes-destroyed";
  /** The store's clock, ms. */
  readonly at: number;
  readonly subject: string;
  readonly scopes: readonly string[];
}

/** Somebody withdrew a consent. Whose it is, and what for, the store knows by the giving. */
export interface Withdrawal {
  readonly kind: "consent-withdrawn";
  /** When it was withdrawn: the store's clock, ms. */
  readonly at: number;
  /** Id of the giving that it ends. */
  readonly giving: string;
}

/** Every kind of line that this version acts upon. */
const KINDS: readonly string[] = [
  "scopes-destroyed",
  "consent-withdrawn",
] satisfies readonly LedgerFact["kind"][];

/** Follows a line whose writing was cut off, and says which: that line was never acknowledged. */
interface TornLine {
  readonly kind: "torn-line";
  /** Hex SHA-256 of what there is of it. */
  readonly digest: string;
}

const NEWLINE = 0x0a;
/** Characters of a line from the comma before its MAC to its end. */
const SEAL = ',"mac":""}'.length + 43;

export class Ledger {
  readonly #path: string;
  readonly #operator: string;
  readonly #key: KeyObject;

  constructor(keyring: Pick<Keyring, "ledgerPath" | "operator" | "keys">) {
    this.#path = keyring.ledgerPath;
    this.#operator = keyring.operator;
    this.#key = keyring.keys.ledger;
  }

  /**
   * Appends facts, all in one write and one sync; they survive a power cut when this resolves. Other processes append
   * to the same file, which is why it is one write. Never makes the file: one that is gone is an alarm, not a fresh start.
   * @throws VaultError `ledger-unwritable`
   */
  async append(...facts: readonly LedgerFact[]): Promise<void> {
    try {
      const file = await open(this.#path, constants.O_RDWR | constants.O_APPEND);
      try {
        const torn = await unfinishedLine(file);
        const mark = torn === null ? "" : `\n${this.#line({ kind: "torn-line", digest: sha256Hex(torn) })}`;
        const bytes = Buffer.from(mark + facts.map((fact) => this.#line(fact)).join(""));
        const { bytesWritten } = await file.write(bytes);
        if (bytesWritten !== bytes.length) throw new VaultError("ledger-unwritable", "no space");
        await file.datasync();
      } finally {
        await file.close();
      }
    } catch (error) {
      if (error instanceof VaultError) throw error;
      throw new VaultError("ledger-unwritable", isNodeError(error) ? error.code : undefined);
    }
  }

  /**
   * Every fact, oldest first. A line that was cut off is passed over, as the last or where it was marked. One of a kind
   * that we do not know was written by a newer version: whoever passed it over would undo what it says.
   * @throws VaultError `ledger-missing`; `ledger-changed`, `ledger-kind-unknown`, naming the line by its number
   */
  async *read(): AsyncGenerator<LedgerFact> {
    let number = 0;
    let unreadable: { readonly line: string; readonly digest: string } | undefined;
    for await (const { bytes, whole } of linesOf(this.#path)) {
      number += 1;
      if (bytes.length === 0) continue;
      const record = this.#recordOf(bytes);
      if (unreadable !== undefined) {
        if (record?.kind !== "torn-line" || record.digest !== unreadable.digest) break;
        unreadable = undefined;
      } else if (record === undefined && whole) {
        unreadable = { line: `line ${number}`, digest: sha256Hex(bytes) };
      }
      if (record === undefined || record.kind === "torn-line") continue;
      if (!KINDS.includes(record.kind)) throw new VaultError("ledger-kind-unknown", `line ${number}`);
      yield record;
    }
    if (unreadable !== undefined) throw new VaultError("ledger-changed", unreadable.line);
  }

  #line(record: LedgerRecord): string {
    const text = canonicalJson(record);
    return `${text.slice(0, -1)}${this.#seal(text)}\n`;
  }

  /** The end of a line, from the comma before its MAC. */
  #seal(text: string): string {
    const mac = hmacSha256(this.#key, lengthPrefixed("upheld-ledger/1", this.#operator, text));
    return `,"mac":"${toBase64Url(mac)}"}`;
  }

  /** The record of a line, if we wrote this line and nothing of it was changed. */
  #recordOf(bytes: Buffer): LedgerRecord | undefined {
    const line = bytes.toString("utf8");
    const text = `${line.slice(0, -SEAL)}}`;
    if (!equalInConstantTime(line.slice(-SEAL), this.#seal(text))) return undefined;
    return JSON.parse(text) as LedgerRecord;
  }
}

/**
 * Everything that the keyring's ledger knows of, oldest first.
 * @throws VaultError `ledger-missing`; `ledger-changed`, `ledger-kind-unknown` with the number of the line
 */
export function readLedger(
  keyring: Pick<Keyring, "ledgerPath" | "operator" | "keys">,
): AsyncIterable<LedgerFact> {
  return new Ledger(keyring).read();
}

/** What stands after the last newline; null when the file ends with one, or is empty. */
async function unfinishedLine(file: FileHandle): Promise<Buffer | null> {
  const { size } = await file.stat();
  let from = size;
  let found = Buffer.alloc(0);
  while (from > 0) {
    const length = Math.min(from, 4096);
    from -= length;
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, from);
    const newline = buffer.lastIndexOf(NEWLINE);
    found = Buffer.concat([buffer.subarray(newline + 1), found]);
    if (newline !== -1) break;
  }
  return found.length === 0 ? null : found;
}

/** @throws VaultError `ledger-missing` */
async function* linesOf(path: string): AsyncGenerator<{ bytes: Buffer; whole: boolean }> {
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path)) {
      rest = Buffer.concat([rest, chunk as Buffer]);
      let from = 0;
      for (let at = rest.indexOf(NEWLINE); at !== -1; at = rest.indexOf(NEWLINE, from)) {
        yield { bytes: rest.subarray(from, at), whole: true };
        from = at + 1;
      }
      rest = rest.subarray(from);
    }
  } catch (error) {
    if (isNodeError(error) && error.code === "ENOENT") throw new VaultError("ledger-missing");
    throw error;
  }
  if (rest.length > 0) yield { bytes: rest, whole: false };
}
