import type { Finding } from "./finding.ts";
import { outlineOf, type OutlineNode, type SourceOutline } from "./source-outline.ts";

export interface SourceFile {
  /** Relative to the operator's folder. */
  readonly file: string;
  readonly text: string;
}

export interface SourcePlace {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

/**
 * Finds places of the compiled policy again in the files that an author wrote. The compiled policy itself holds
 * nothing of its files, so this is a search: the member whose keys agree most with the place, and in it the word that
 * is wrong. Deterministic; null where nothing agrees.
 */
export function createLocator(
  sources: readonly SourceFile[],
): (finding: Pick<Finding, "where" | "clause"> & { readonly code?: string }) => SourcePlace | null {
  const files = sources.map(({ file, text }) => ({ file, outline: outlineOf(text) }));
  return ({ where, clause, code }) => {
    const wanted = segmentsOf(where, clause);
    let best: { file: string; outline: SourceOutline; node: OutlineNode; path: string[] } | null = null;
    let bestScore = 0;
    for (const { file, outline } of files) {
      for (const node of outline.nodes) {
        const path = pathOf(node);
        const score = agreement(path, wanted);
        const isBetter = score > bestScore || (score === bestScore && path.length < (best?.path.length ?? 0));
        if (score > 0 && isBetter) {
          best = { file, outline, node, path };
          bestScore = score;
        }
      }
    }
    if (best === null) return literal(files, where);
    const { file, outline, node } = best;
    const word = code === "unknown-clause" && clause !== null ? clause : (wanted.at(-1) ?? "");
    const line =
      node.name === word ? node.line : (wordIn(outline, node, word) ?? itemIn(outline, node, word));
    return { file, line: line ?? node.line };
  };
}

/** A clause is found by its id, in whichever file it stands; anything else by the keys on the way to it. */
function segmentsOf(where: string, clause: string | null): string[] {
  if (clause === null || !where.startsWith("documents.")) return where.split(".");
  const mark = `.clauses.${clause}`;
  const at = where.lastIndexOf(mark);
  const rest = at === -1 ? "" : where.slice(at + mark.length + 1);
  return [clause, ...rest.split(".").filter((segment) => segment !== "")];
}

function pathOf(node: OutlineNode): string[] {
  const path: string[] = [];
  for (let at: OutlineNode | null = node; at !== null; at = at.parent) {
    if (at.name !== null) path.unshift(at.name);
  }
  return node.name === null ? [] : path;
}

/** How many of the keys on the way to a member are wanted, in their order; 0 unless the last one is. */
function agreement(path: readonly string[], wanted: readonly string[]): number {
  let next = 0;
  let agreed = 0;
  let last = false;
  for (const key of path) {
    const at = wanted.indexOf(key, next);
    last = at !== -1;
    if (!last) continue;
    agreed++;
    next = at + 1;
  }
  return last ? agreed : 0;
}

function wordIn(outline: SourceOutline, { start, end }: OutlineNode, word: string): number | undefined {
  return outline.strings.find(({ value, at }) => value === word && at >= start && at < end)?.line;
}

/** The item of a list of words by its place in it, counted from 0: `operations.1`. */
function itemIn(outline: SourceOutline, { start, end }: OutlineNode, word: string): number | undefined {
  if (!/^\d+$/u.test(word)) return undefined;
  return outline.strings.filter(({ at }) => at >= start && at < end)[Number(word)]?.line;
}

/** The last of the places where the word is written: where two agree, the later one is too many. */
function literal(
  files: readonly { readonly file: string; readonly outline: SourceOutline }[],
  word: string,
): SourcePlace | null {
  const places = files.flatMap(({ file, outline }) =>
    outline.strings.filter(({ value }) => value === word).map(({ line }) => ({ file, line })),
  );
  return places.at(-1) ?? null;
}
