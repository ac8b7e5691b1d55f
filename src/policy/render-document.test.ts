import fc from "fast-check";
import { expect, test } from "vitest";
import { smallPolicy } from "../../test/small-policy.ts";
import type { PolicyDocument } from "./compiled.ts";
import { clauseNumbers, renderDocument } from "./render-document.ts";
import { renderProse } from "./render-prose.ts";

function documentOf(text: string, title = text, id = "3.2.1"): PolicyDocument {
  const both = { en: text, ru: text };
  const [document] = smallPolicy().documents;
  const [clause] = document?.sections[0]?.clauses ?? [];
  if (document === undefined || clause === undefined) throw new Error("the small policy has a clause");
  return {
    ...document,
    title: { en: title, ru: title },
    sections: [{ id: "3", title: both, clauses: [{ ...clause, id, text: both, keptBy: both }] }],
  };
}

const html = (document: PolicyDocument) => new TextDecoder().decode(renderDocument(document, "en"));

test("a script in a policy's text comes out as text, wherever it stands", () => {
  const attack = `<script>alert("x")</script><img src=x onerror='alert(1)'>`;
  const rendered = html(documentOf(attack));
  expect(rendered).not.toMatch(/<script|<img/i);
  expect(rendered).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
});

test("no text whatever makes an element or attribute of its own", () => {
  const shape = (rendered: string) => rendered.replace(/>[^<]*</g, "><");
  const plain = shape(html(documentOf("a")));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."<>&\"'=/ab`") }), (text) => {
      fc.pre(text.trim() !== "");
      expect(shape(html(documentOf(text)))).toBe(plain);
    }),
  );
});

test("a document renders to the same bytes each time, and to others when a word changes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
      const document = documentOf(text);
      expect(renderDocument(structuredClone(document), "ru")).toEqual(renderDocument(document, "ru"));
      expect(html(documentOf(`${text}x`))).not.toBe(html(document));
    }),
  );
});

test("a link leads to the same site, an address or a telephone, and nowhere else", () => {
  expect(renderProse("[us](/feedback/)")).toBe('<p><a href="/feedback/">us</a></p>');
  expect(renderProse("[a@b.example](mailto:a@b.example)")).toContain('href="mailto:a@b.example"');
  for (const address of [
    "javascript:alert(1)",
    "//evil.example/",
    "https://evil.example",
    "data:text/html,x",
    "/\\evil",
  ]) {
    expect(renderProse(`[here](${address})`), address).not.toContain("<a");
  }
});

test("blank lines part paragraphs and dashes make lists", () => {
  expect(renderProse("One:\n- a;\n- b.\n\nTwo.")).toBe(
    "<p>One:</p><ul><li>a;</li><li>b.</li></ul><p>Two.</p>",
  );
});

test("every section and clause has a stable anchor, and every contents entry a target", () => {
  const rendered = html(documentOf("text", "Title", "3.1.feedback"));
  const targets = [...rendered.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(targets).toEqual(["s3", "3.1.feedback"]);
  for (const id of targets) expect(rendered).toContain(`id="${id}"`);
});

test("clauses that share a number are lettered", () => {
  const clauses = ["3.1", "3.1.feedback", "3.1.order", "3.2", "updated"].map((id) => ({ id }));
  expect(clauseNumbers(clauses, "en")).toEqual(["3.1", "3.1(a)", "3.1(b)", "3.2", ""]);
  expect(clauseNumbers(clauses, "ru")).toEqual(["3.1", "3.1(а)", "3.1(б)", "3.2", ""]);
});

test("a clause that nothing keeps yet has an empty margin", () => {
  const document = documentOf("text");
  const [section] = document.sections;
  if (section === undefined) throw new Error("no section");
  const unkept = section.clauses.map((clause) => ({ ...clause, keptBy: null }));
  expect(html({ ...document, sections: [{ ...section, clauses: unkept }] })).toContain(
    '<aside class="clause-margin"></aside>',
  );
});
