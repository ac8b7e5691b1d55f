import { JournalError } from "./journal.errors.ts";
import { HASH_SIZE } from "./merkle-tree.ts";

/** The text of a checkpoint (C2SP tlog-checkpoint, "Note text"). */
export interface CheckpointText {
  readonly origin: string;
  readonly size: number;
  readonly rootHash: Uint8Array;
  /** Read, never written by us: no monitor can check them. */
  readonly extensions: readonly string[];
}

export function formatCheckpoint({ origin, size, rootHash, extensions }: CheckpointText): string {
  const lines = [origin, String(size), Buffer.from(rootHash).toString("base64"), ...extensions];
  return `${lines.join("\n")}\n`;
}

/** @throws JournalError `checkpoint-malformed` */
export function parseCheckpoint(text: string): CheckpointText {
  const malformed = (why: string) => new JournalError("checkpoint-malformed", why);
  if (!text.endsWith("\n")) throw malformed("no newline at the end");
  const lines = text.slice(0, -1).split("\n");
  if (lines.some((line) => line === "")) throw malformed("an empty line");
  const [origin, size, root, ...extensions] = lines;
  if (origin === undefined || size === undefined || root === undefined)
    throw malformed("fewer than three lines");
  if (!/^(0|[1-9][0-9]*)$/.test(size) || !Number.isSafeInteger(Number(size))) throw malformed("size");
  const rootHash = Buffer.from(root, "base64");
  if (rootHash.length !== HASH_SIZE || rootHash.toString("base64") !== root) throw malformed("root hash");
  return { origin, size: Number(size), rootHash, extensions };
}
