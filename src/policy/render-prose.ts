import { parseProse, type ProseSpan } from "./parse-prose.ts";

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

/** Clause text as HTML, every text in it escaped. */
export function renderProse(text: string): string {
  return parseProse(text)
    .map((block) =>
      block.kind === "paragraph"
        ? `<p>${renderSpans(block.spans)}</p>`
        : `<ul>${block.items.map((item) => `<li>${renderSpans(item)}</li>`).join("")}</ul>`,
    )
    .join("");
}

function renderSpans(spans: readonly ProseSpan[]): string {
  return spans
    .map(({ text, address }) =>
      address === null ? escapeHtml(text) : `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`,
    )
    .join("");
}
