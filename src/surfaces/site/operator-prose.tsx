import MarkdownIt from "markdown-it";
import { raw } from "hono/html";

/** Escapes HTML by default; an operator's text can hold links and lists, and no markup of its own. */
const markdown = new MarkdownIt({ html: false, linkify: false });

/** A link to another site is marked, and does not tell it where its visitor came from (clause itsectr-privacy/2.3). */
markdown.renderer.rules.link_open = (tokens, i, options, _, renderer) => {
  const href = String(tokens[i]?.attrGet("href") ?? "");
  if (/^(?:[a-z]+:)?\/\//iu.test(href)) {
    tokens[i]?.attrSet("rel", "noreferrer noopener");
    tokens[i]?.attrSet("class", "leaving");
  }
  return renderer.renderToken(tokens, i, options);
};

/** A text of the operator's own as HTML, in Markdown, as its policy file has it. */
export function operatorHtml(text: string): string {
  return markdown.render(text);
}

export function OperatorProse({ text }: { readonly text: string }) {
  return <>{raw(operatorHtml(text))}</>;
}
