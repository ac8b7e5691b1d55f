import fc from "fast-check";
import { expect, test } from "vitest";
import { textDifference } from "./text-difference.ts";

const text = fc
  .array(fc.constantFrom("data ", "are ", "kept ", "a ", "year", "\n"))
  .map((words) => words.join(""));

test("what is the same and removed is the earlier text, what is the same and added the later", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = textDifference(before, after);
      const without = (kind: string) =>
        found
          .filter((one) => one.kind !== kind)
          .map((one) => one.text)
          .join("");
      expect(without("added")).toBe(before);
      expect(without("removed")).toBe(after);
    }),
  );
});

test("one word that changed is one word", () => {
  expect(textDifference("kept for one year", "kept for three years")).toEqual([
    { kind: "same", text: "kept for " },
    { kind: "removed", text: "one year" },
    { kind: "added", text: "three years" },
  ]);
});

test("equal texts have no difference, and texts that share nothing are one change", () => {
  expect(textDifference("as it was", "as it was")).toEqual([{ kind: "same", text: "as it was" }]);
  expect(textDifference("old ".repeat(2_000), "new ".repeat(2_000)).map(({ kind }) => kind)).toEqual([
    "removed",
    "added",
  ]);
});
