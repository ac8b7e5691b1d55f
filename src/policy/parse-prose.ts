/** A piece of a line: text, or a link whose address is safe to follow. */
export type ProseSpan =
  | { readonly text: string; readonly address: null }
  | { readonly text: string; readonly address: string };

/** A paragraph, or a list of items under it. Each line is its spans. */
export type ProseBlock =
  | { readonly kind: "paragraph"; readonly spans: readonly ProseSpan[] }
  | { readonly kind: "list"; readonly items: readonly (readonly ProseSpan[])[] };

/** A path of the same site with or without an anchor, an e-mail address or a telephone number; any other address stays plain text. */
const SAFE_LINK = /^(\/(?!\/)[a-z0-9/-]*(?:#[a-z0-9.-]+)?|mailto:[a-z0-9._+-]+@[a-z0-9.-]+|tel:\+\d+)$/i;

/**
 * Clause text as blocks. The whole grammar: a blank line parts paragraphs, lines that begin with `- ` make a list,
 * `[words](address)` is a link where the address is one that `SAFE_LINK` knows. Everything else is text.
 */
export function parseProse(text: string): ProseBlock[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .flatMap(parseBlock);
}

function parseBlock(block: string): ProseBlock[] {
  const lines = block.split("\n").map((line) => line.trim());
  const firstItem = lines.findIndex((line) => line.startsWith("- "));
  const lead = firstItem === -1 ? lines : lines.slice(0, firstItem);
  const items = firstItem === -1 ? [] : lines.slice(firstItem);
  return [
    ...(lead.length === 0 ? [] : [{ kind: "paragraph" as const, spans: parseLine(lead.join(" ")) }]),
    ...(items.length === 0
      ? []
      : [{ kind: "list" as const, items: items.map((line) => parseLine(line.replace(/^- /, ""))) }]),
  ];
}

function parseLine(line: string): ProseSpan[] {
  const spans: ProseSpan[] = [];
  const plain = (text: string) => {
    if (text !== "") spans.push({ text, address: null });
  };
  let end = 0;
  for (const match of line.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g)) {
    const [whole, words = "", address = ""] = match;
    plain(line.slice(end, match.index));
    if (SAFE_LINK.test(address)) spans.push({ text: words, address });
    else plain(whole);
    end = match.index + whole.length;
  }
  plain(line.slice(end));
  return spans;
}
