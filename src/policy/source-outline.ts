/** A member of an object literal, or an element of a list, as it stands in a source file. */
export interface OutlineNode {
  /** The member's key; an element's code, id or attribute; null for an element without one. */
  name: string | null;
  readonly parent: OutlineNode | null;
  /** Counts from 1. */
  readonly line: number;
  /** Offsets of the first character and of the one behind the last. */
  readonly start: number;
  end: number;
}

/** A string literal. */
export interface OutlineString {
  readonly value: string;
  readonly line: number;
  readonly at: number;
}

export interface SourceOutline {
  readonly nodes: readonly OutlineNode[];
  readonly strings: readonly OutlineString[];
}

interface Frame {
  readonly open: string;
  readonly parent: OutlineNode | null;
  node: OutlineNode | null;
  /** Just behind the opening or a comma: what follows may be a key. */
  fresh: boolean;
}

/** By these members an element of a list is recognised, as in the compiled object. */
const NAMING: ReadonlySet<string> = new Set(["code", "id", "attribute"]);

/** Comments; quoted strings; template literals, whole; words; what opens, closes and parts. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`|[\p{L}_$][\p{L}\p{N}_$]*|[{}()[\],]/gu;

/**
 * The object literals of a source file: which keys stand in which, and on which line. Reads just enough of TypeScript
 * for files that declare; what it does not understand it passes over.
 */
export function outlineOf(source: string): SourceOutline {
  const nodes: OutlineNode[] = [];
  const strings: OutlineString[] = [];
  const frames: Frame[] = [{ open: "", parent: null, node: null, fresh: false }];
  const lineOf = lineCounter(source);
  const top = () => frames.at(-1) as Frame;

  const begin = (frame: Frame, name: string | null, start: number) => {
    frame.node = { name, parent: frame.parent, line: lineOf(start), start, end: source.length };
    frame.fresh = false;
    nodes.push(frame.node);
  };
  const finish = (frame: Frame, end: number) => {
    if (frame.node !== null) frame.node.end = end;
    frame.node = null;
  };

  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const [token] = match;
    const at = match.index;
    const frame = top();
    if (token.startsWith("//") || token.startsWith("/*")) continue;
    if (token === "`") {
      TOKEN.lastIndex = endOfTemplate(source, at + 1);
      frame.fresh = false;
    } else if (token === "{" || token === "[" || token === "(") {
      if (frame.open === "[" && frame.fresh) begin(frame, null, at);
      frame.fresh = false;
      frames.push({ open: token, parent: frame.node ?? frame.parent, node: null, fresh: true });
    } else if (token === "}" || token === "]" || token === ")") {
      finish(frame, at);
      if (frames.length > 1) frames.pop();
    } else if (token === ",") {
      finish(frame, at);
      frame.fresh = true;
    } else {
      const quoted = /^["']/u.test(token);
      const word = quoted ? token.slice(1, -1) : token;
      const isKey = frame.open === "{" && frame.fresh && /^\s*:/u.test(source.slice(at + token.length));
      if (isKey) begin(frame, word, at);
      else if (quoted) {
        strings.push({ value: word, line: lineOf(at), at });
        nameElement(frame, word);
      }
      frame.fresh = false;
    }
  }
  return { nodes, strings };
}

/** `{ id: "3.1", … }` as an element of a list is called 3.1. */
function nameElement({ node, parent }: Frame, value: string): void {
  if (node === null || parent === null || node.name === null || parent.name !== null) return;
  if (NAMING.has(node.name)) parent.name = value;
}

/** The offset behind a template literal that began just before `from`, with whatever is nested in it. */
function endOfTemplate(source: string, from: number): number {
  let depth = 0;
  for (let i = from; i < source.length; i++) {
    const character = source[i];
    if (character === "\\") i++;
    else if (depth === 0 && character === "`") return i + 1;
    else if (character === "$" && source[i + 1] === "{") {
      depth++;
      i++;
    } else if (depth > 0 && character === "`") i = endOfTemplate(source, i + 1) - 1;
    else if (depth > 0 && character === "{") depth++;
    else if (depth > 0 && character === "}") depth--;
  }
  return source.length;
}

function lineCounter(source: string): (offset: number) => number {
  let line = 1;
  let counted = 0;
  return (offset) => {
    for (; counted < offset; counted++) if (source[counted] === "\n") line++;
    return line;
  };
}
