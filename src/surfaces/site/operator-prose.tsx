import MarkdownIt from "markdown-it";
import { raw } from "hono/html";

/** Escapes HTML by default; an operator's text can hold links and lists, and no markup of its own. */
const markdown = new MarkdownIt({ html: false, linkify: false });

/** A text of the operator's own, in Markdown, as its policy file has it. */
export function OperatorProse({ text }: { readonly text: string }) {
  return <>{raw(markdown.render(text))}</>;
}
