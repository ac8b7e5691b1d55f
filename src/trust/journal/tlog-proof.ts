import { JournalError } from "./journal.errors.ts";
import { HASH_SIZE } from "./merkle-tree.ts";
import { fromBase64 } from "./signed-note.ts";

/** The first line of every such proof. */
export const TLOG_PROOF = "c2sp.org/tlog-proof@v1";

/** A proof that a leaf stands in a log (C2SP tlog-proof). The leaf itself is told elsewhere. */
export interface TlogProof {
  /** Zero-based, in its log. */
  readonly index: number;
  /** From the leaf's sibling up to the root's child (RFC 9162, section 2.1.3). */
  readonly path: readonly Uint8Array[];
  /** The checkpoint, a signed note, whole. */
  readonly checkpoint: string;
}

/** More steps than a tree of as many leaves as a number can count has. */
const LONGEST_PATH = 63;
const INDEX = /^index (0|[1-9][0-9]{0,15})$/;

export function formatProof({ index, path, checkpoint }: TlogProof): string {
  const steps = path.map((hash) => Buffer.from(hash).toString("base64"));
  return `${[TLOG_PROOF, `index ${index}`, ...steps].join("\n")}\n\n${checkpoint}`;
}

/**
 * Reads a proof without an `extra` line: nothing authenticates that one, so it is refused rather than passed over.
 * @throws JournalError `note-malformed`
 */
export function parseProof(text: string): TlogProof {
  const malformed = (why: string) => new JournalError("note-malformed", why);
  const end = text.indexOf("\n\n");
  if (end < 0) throw malformed("no checkpoint");
  const [first, second = "", ...steps] = text.slice(0, end).split("\n");
  if (first !== TLOG_PROOF) throw malformed("not a proof");
  const index = Number(INDEX.exec(second)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(index)) throw malformed("index");
  if (steps.length > LONGEST_PATH) throw malformed("too many steps");
  const path = steps.map((step) => {
    const hash = fromBase64(step);
    if (hash?.length !== HASH_SIZE) throw malformed("hash");
    return hash;
  });
  return { index, path, checkpoint: text.slice(end + 2) };
}
