import { numberOf, originOf } from "./current-log.ts";
import type { CheckpointMemory } from "./checkpoint-memory.ts";
import { JournalError } from "./journal.errors.ts";
import type { LogOptions } from "./open-log.ts";
import { ed25519Signer, ed25519Verifier, openNote, parseNote, parseVerifierKey } from "./signed-note.ts";
import { type CheckpointText, parseCheckpoint } from "./tlog-checkpoint.ts";

/** A checkpoint that this operator's log has signed. */
export interface KnownCheckpoint extends CheckpointText {
  /** Which of the store's logs it is of. */
  readonly number: number;
}

export interface Recalled {
  /** Null when nothing is remembered. */
  readonly newest: KnownCheckpoint | null;
  /** Files that hold no checkpoint, or only a part of one: they count as absent. */
  readonly damaged: readonly string[];
}

/**
 * The newest checkpoint that the memory holds, checked against the operator's key.
 * @throws JournalError `checkpoint-not-ours`, naming the file, when another key signed it or its text was changed
 */
export async function recallCheckpoint(
  memory: CheckpointMemory,
  options: Pick<LogOptions, "origin" | "key">,
): Promise<Recalled> {
  const damaged: string[] = [];
  let newest: KnownCheckpoint | null = null;
  for (const { file, note } of await memory.read()) {
    const stated = statedBy(note);
    if (stated === null) {
      damaged.push(file);
      continue;
    }
    const number = numberOf(stated.origin, options.origin);
    if (number === null || !isSigned(note, originOf(options.origin, number), options)) {
      throw new JournalError("checkpoint-not-ours", file);
    }
    const known = { ...stated, number };
    if (newest === null || isLater(known, newest)) newest = known;
  }
  return { newest, damaged };
}

function isLater(a: KnownCheckpoint, b: KnownCheckpoint): boolean {
  return a.number > b.number || (a.number === b.number && a.size > b.size);
}

function statedBy(note: string): CheckpointText | null {
  return orOnRefusal(() => parseCheckpoint(parseNote(note).text), null);
}

function isSigned(note: string, origin: string, { key }: Pick<LogOptions, "key">): boolean {
  const verifier = ed25519Verifier(parseVerifierKey(ed25519Signer(origin, key).verifierKey));
  return orOnRefusal(() => openNote(note, [verifier]).signed.length > 0, false);
}

function orOnRefusal<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof JournalError) return otherwise;
    throw error;
  }
}
