const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

/** A path of the same site, an e-mail address or a telephone number; any other address stays plain text. */
const SAFE_LINK = /^(\/(?!\/)[a-z0-9/-]*|mailto:[a-z0-9._+-]+@[a-z0-9.-]+|tel:\+\d+)$/i;

/**
 * Clause text as HTML. The whole grammar: a blank line parts paragraphs, lines that begin with `- ` make a list,
 * `[words](address)` is a link where the address is one that `SAFE_LINK` knows. Everything else is text, escaped.
 */
export function renderProse(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map(renderBlock)
    .join("");
}

function renderBlock(block: string): string {
  const lines = block.split("\n").map((line) => line.trim());
  const firstItem = lines.findIndex((line) => line.startsWith("- "));
  if (firstItem === -1) return `<p>${lines.map(renderLine).join(" ")}</p>`;
  const lead = lines.slice(0, firstItem);
  const items = lines.slice(firstItem).map((line) => line.replace(/^- /, ""));
  const paragraph = lead.length === 0 ? "" : `<p>${lead.map(renderLine).join(" ")}</p>`;
  return `${paragraph}<ul>${items.map((item) => `<li>${renderLine(item)}</li>`).join("")}</ul>`;
}

function renderLine(line: string): string {
  let html = "";
  let end = 0;
  for (const match of line.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g)) {
    const [whole, words = "", address = ""] = match;
    html += escapeHtml(line.slice(end, match.index));
    html += SAFE_LINK.test(address)
      ? `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`
      : escapeHtml(whole);
    end = match.index + whole.length;
  }
  return html + escapeHtml(line.slice(end));
}
