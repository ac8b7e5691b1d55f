import type { Terminal } from "./command.ts";

/**
 * Control characters but the line end, and what turns the direction of text round (Unicode TR 9, "Explicit
 * Formatting"): what somebody typed is shown by a terminal, not obeyed, and reads as it was written.
 */
const DRIVES_A_TERMINAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** The text with such characters as JSON writes them, so that JSON stays JSON. */
export function printable(text: string): string {
  return text.replaceAll(DRIVES_A_TERMINAL, (character) => {
    const code = character.codePointAt(0) as number;
    return `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

/** A typed text whose further lines are indented: none of them passes for a line of ours. */
export function indented(text: string): string {
  return text.replaceAll("\n", "\n    ");
}

/** A terminal to which nothing gets but what is printable. */
export function printing(terminal: Terminal): Terminal {
  return {
    ...terminal,
    out: (text) => terminal.out(printable(text)),
    err: (text) => terminal.err(printable(text)),
  };
}
