import { JournalError } from "./journal.errors.ts";
import { ed25519Verifier, openNote, parseVerifierKey } from "./signed-note.ts";

/** What an operator may state about itself under its journal's key. Closed, and none the name of a log. */
export type StatementKind = "upheld-promises/1";

/** The text that is signed: its kind, whose journal it is, then what is stated, a line each. */
export function statementText(kind: StatementKind, origin: string, lines: readonly string[]): string {
  if (lines.some((line) => line === "" || /[\r\n]/.test(line)))
    throw new JournalError("note-malformed", "line");
  return `${[kind, origin, ...lines].join("\n")}\n`;
}

/**
 * What a signed statement says, if that key signed it and it is of that kind.
 * @throws JournalError `note-malformed`, `key-malformed`, `note-wrong-signature`, `note-unknown-key`
 */
export function readStatement(
  note: string,
  kind: StatementKind,
  verifierKey: string,
): { readonly origin: string; readonly lines: readonly string[] } {
  const { text } = openNote(note, [ed25519Verifier(parseVerifierKey(verifierKey))]);
  const [first, origin = "", ...lines] = text.slice(0, -1).split("\n");
  if (first !== kind) throw new JournalError("note-malformed", "kind");
  return { origin, lines };
}
