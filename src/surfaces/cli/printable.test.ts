import { expect, test } from "vitest";
import { indented, printable, printing } from "./printable.ts";

test("typed control characters, of eight bits too, reach no terminal, plain or as JSON", () => {
  const typed = "\u001b]0;owned\u0007 \u009b2J \u202eevil\u2069 ok\nnext";
  const printed: string[] = [];
  const terminal = printing({ out: (text) => printed.push(text), err: (text) => printed.push(text) });
  terminal.out(typed);
  terminal.err(typed);
  terminal.out(JSON.stringify({ typed }));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  for (const text of printed)
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2069]/u);
  expect(JSON.parse(printed[2] ?? "")).toEqual({ typed });
});

test("a typed line cannot pass for an attribute that was verified", () => {
  const typed = "Anna\nemail (verified): thief@example.org";
  expect(indented(printable(typed)).split("\n").slice(1)).toEqual([
    "    email (verified): thief@example.org",
  ]);
});
