/** A stretch of text, and whether it stands in both texts, in the earlier alone, or in the later alone. */
export interface Stretch {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Cells of the table that is filled; texts that differ in more are shown as one whole change. */
const MOST_CELLS = 1_000_000;

/**
 * How one text became another, word by word: the longest common sequence of words (Wagner and Fischer, 1974). Joined,
 * what is the same and what was removed give the earlier text; what is the same and what was added, the later.
 */
export function textDifference(before: string, after: string): Stretch[] {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < young.length - start &&
    old[old.length - 1 - end] === young[young.length - 1 - end]
  ) {
    end++;
  }
  return joined([
    { kind: "same", text: old.slice(0, start).join("") },
    ...middle(old.slice(start, old.length - end), young.slice(start, young.length - end)),
    { kind: "same", text: old.slice(old.length - end).join("") },
  ]);
}

/** A word with the space behind it. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/gu) ?? [];
}

function middle(old: readonly string[], young: readonly string[]): Stretch[] {
  if (old.length * young.length > MOST_CELLS) {
    return [
      { kind: "removed", text: old.join("") },
      { kind: "added", text: young.join("") },
    ];
  }
  const width = young.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = young.length - 1; j >= 0; j--) {
      common[i * width + j] =
        old[i] === young[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      found.push({ kind: "same", text: old[i] as string });
      i++;
      j++;
    } else if (i < old.length && (j === young.length || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: "removed", text: old[i++] as string });
    } else {
      found.push({ kind: "added", text: young[j++] as string });
    }
  }
  return found;
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (stretch.text === "") continue;
    if (last?.kind === stretch.kind) result[result.length - 1] = { ...last, text: last.text + stretch.text };
    else result.push(stretch);
  }
  return result;
}
