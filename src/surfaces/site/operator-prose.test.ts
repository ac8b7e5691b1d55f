import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { keeps, removes } from "../../../test/keeps.ts";
import { operatorHtml } from "./operator-prose.tsx";

const TEXT = [
  "[ours](/services/care/) [theirs](https://other.example/a) [also theirs](//other.example/b)",
  "[written to](mailto:anna@example.org) [no link](javascript:alert(1)) <a href='https://other.example'>typed</a>",
].join("\n\n");

/** Links to other sites that tell them where their visitor came from. */
const telling = (html: string) =>
  [...html.matchAll(/<a ([^>]*)>/gu)]
    .map(([, attributes = ""]) => attributes)
    .filter((attributes) => /href="(?:[a-z]+:)?\/\//u.test(attributes) && !attributes.includes("noreferrer"));

test(
  "itsectr-privacy/2.3: an operator's link to another site is marked, and tells it nothing of who follows it",
  keeps("outbound-links", "itsectr-privacy/2.3", "itsectr-agreement/7.2.c"),
  () => {
    const html = operatorHtml(TEXT);
    expect(telling(html)).toEqual([]);
    expect(html.match(/rel="noreferrer noopener"/gu)).toHaveLength(2);
    expect(html).toContain('<a href="/services/care/">ours</a>');
    expect(html).not.toMatch(/href="javascript|<a href='/u);
  },
);

test("without the mark, links that tell are found", removes("outbound-links"), () => {
  expect(telling(new MarkdownIt({ html: false }).render(TEXT))).toHaveLength(2);
});
