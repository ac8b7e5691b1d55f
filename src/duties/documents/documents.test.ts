import MarkdownIt from "markdown-it";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { expect, test } from "vitest";
import { smallPolicy } from "../../../test/small-policy.ts";
import type { Localised, PolicyDocument } from "../../policy/index.ts";
import {
  type DocumentEdition,
  documentJson,
  Press,
  writeJson,
  writeLinkedData,
  writeMarkdown,
  writePaper,
} from "./index.ts";

const same = (text: string): Localised => ({ en: text, ru: text });

/** An edition of the small policy whose only clause has this text. */
function edition(
  text: Localised,
  clause: Partial<PolicyDocument["sections"][0]["clauses"][0]> = {},
): DocumentEdition {
  const policy = smallPolicy();
  const [document] = policy.documents;
  const [section] = document?.sections ?? [];
  const [first] = section?.clauses ?? [];
  if (document === undefined || section === undefined || first === undefined)
    throw new Error("The policy is empty.");
  const written = { ...document, sections: [{ ...section, clauses: [{ ...first, ...clause, text }] }] };
  return {
    policy: { ...policy, documents: [written] },
    document: written,
    version: {
      number: 3,
      policy: "ab".repeat(32),
      publishedAt: 1_790_000_000_000,
      effectiveFrom: 1_790_500_000_000,
    },
    origin: "https://small.example",
  };
}

/** What a reader of the rendered Markdown sees. */
function seen(markdown: string): string {
  return new MarkdownIt()
    .render(markdown)
    .replace(/<[^>]*>/g, "")
    .replace(
      /&(amp|lt|gt|quot);/g,
      (_, name: "amp" | "lt" | "gt" | "quot") => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name],
    );
}

async function read(pdf: Uint8Array) {
  const proxy = await getDocumentProxy(new Uint8Array(pdf));
  const { text, totalPages } = await extractText(proxy, { mergePages: true });
  return { text: text.replace(/\s+/g, " "), totalPages, meta: await getMeta(proxy) };
}

test.each([
  "<script>alert(1)</script> & <b>bold</b>",
  "* no list, _no emphasis_, **none**, `no code`, ~~none~~",
  "1. no numbered list",
  "+ no list either",
  "# no heading | no table \\ no escape",
  "[words](javascript:alert(1)) and ![image](https://elsewhere.example/x.png)",
  "![x][y] <https://elsewhere.example>",
])("Markdown shows a text as it was written: %s", (text) => {
  const html = new MarkdownIt({ html: true }).render(writeMarkdown(edition(same(text)), "en"));
  expect(seen(writeMarkdown(edition(same(text)), "en"))).toContain(text);
  expect(html).not.toMatch(/<script|<img|<b>|<em>|<code>|<a href="(?!https:\/\/small\.example)/);
});

test("Markdown makes a link of the site lead to the site, and a list a list", () => {
  const text = "See [the form](/contact/):\n- one\n- two";
  const html = new MarkdownIt().render(writeMarkdown(edition(same(text)), "en"));
  expect(html).toContain('<a href="https://small.example/contact/">the form</a>');
  expect(html).toContain("<li>one</li>");
});

test("every format says which version it is, with its three dates", () => {
  const one = edition(same("A text."));
  const markdown = writeMarkdown(one, "ru");
  const json = writeJson(one);
  expect(documentJson.parse(json)).toEqual(json);
  expect(json.version).toEqual({
    number: 3,
    policy: "ab".repeat(32),
    publishedAt: "2026-09-21T14:13:20.000Z",
    effectiveFrom: "2026-09-27T09:06:40.000Z",
  });
  expect(seen(markdown)).toContain("Версия 3");
  expect(seen(markdown)).toContain("ab".repeat(32));
  expect(seen(markdown)).toContain(`https://small.example${one.document.path}versions/3/`);
});

test("linked data names each purpose once, by terms of prefixes that it declares", () => {
  const one = edition(same("A text."));
  const data = writeLinkedData(one);
  const prefixes = Object.keys(data["@context"] as object);
  const used = JSON.stringify(data).matchAll(/"(?:@id|@type)":"([a-z0-9-]+):/g);
  for (const [, prefix] of used) expect([...prefixes, "https", "mailto"]).toContain(prefix);
  for (const key of keysOf(data))
    expect(key.startsWith("@") || prefixes.includes(key.split(":")[0] ?? "")).toBe(true);
  const processes = data["dpv:hasProcess"] as readonly { "@id": string }[];
  expect(processes.map((process) => process["@id"].split("#")[1])).toEqual(
    one.policy.purposes.map(({ code }) => code),
  );
});

test("an edition is written the same each time, in every format", async () => {
  const one = edition({ en: "A text.", ru: "Текст." });
  for (const write of [(e: DocumentEdition) => writeMarkdown(e, "ru"), writeJson, writeLinkedData]) {
    expect(write(one)).toEqual(write(one));
  }
  const paper = () => writePaper(one, "ru");
  const [first, second] = [await new Press().print("one", paper), await new Press().print("one", paper)];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test("a PDF has the whole text in Cyrillic, its language, title and page numbers", async () => {
  const long = Array.from(
    { length: 60 },
    (_, i) => `Абзац ${i + 1}: съешь ещё этих мягких французских булок.`,
  ).join("\n\n");
  const pdf = await new Press().print("one", () => writePaper(edition({ en: "x", ru: long }), "ru"));
  const { text, totalPages, meta } = await read(pdf);
  expect(text).toContain("Абзац 1: съешь ещё этих мягких французских булок.");
  expect(text).toContain("Абзац 60:");
  expect(totalPages).toBeGreaterThan(1);
  expect(text).toContain(`1 из ${totalPages}`);
  expect(meta.info).toMatchObject({ Title: edition(same("")).document.title.ru, Language: "ru" });
});

test("an invalidated clause is struck with its date and reason, in every format", async () => {
  const struck = edition(same("Gone."), {
    invalidated: { on: "2026-10-01", reason: same("A court said so.") },
  });
  expect(seen(writeMarkdown(struck, "en"))).toMatch(/Invalid since .*2026: A court said so\./);
  expect(writeJson(struck).sections[0]?.clauses[0]?.invalidated).toEqual({
    on: "2026-10-01",
    reason: same("A court said so."),
  });
  const { text } = await read(await new Press().print("struck", () => writePaper(struck, "en")));
  expect(text).toMatch(/Invalid since .*2026: A court said so\./);
});

test("the press takes no more than it can print: the rest is told to come back, and what was printed is kept", async () => {
  const press = new Press();
  const paper = () => writePaper(edition(same("A text.")), "en");
  const asked = Array.from({ length: 12 }, (_, i) => press.print(`paper ${i}`, paper));
  const outcomes = await Promise.allSettled(asked);
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused.length).toBe(4);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: "press-busy" });
  const again = await press.print("paper 0", () => {
    throw new Error("It is printed already.");
  });
  expect(again).toBe(await asked[0]);
});

test("what was printed is kept by its size: whoever asks for one version after another pays for each once", async () => {
  const paper = () => writePaper(edition(same("A text.")), "en");
  const { length } = await new Press().print("measured", paper);
  const press = new Press({ kept: 3 * length });
  const first = await press.print("paper 0", paper);
  const lost = () => {
    throw new Error("It is not kept.");
  };
  for (const key of ["paper 1", "paper 2"]) await press.print(key, paper);
  expect(await press.print("paper 0", lost)).toBe(first);
  await press.print("paper 3", paper);
  await expect(press.print("paper 0", lost)).rejects.toThrow("It is not kept.");
  expect(await press.print("paper 1", lost)).toHaveLength(length);
});

test("several operators' papers are printed one after another, so that no site takes every core", async () => {
  const begun: string[] = [];
  const paper = (name: string) => () => {
    begun.push(name);
    return writePaper(edition(same("A text.")), "en");
  };
  const printing = [new Press().print("one", paper("one")), new Press().print("two", paper("two"))];
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual(["one"]);
  await Promise.all(printing);
  expect(begun).toEqual(["one", "two"]);
});

test("a paper that cannot be printed is refused by name, and the press goes on", async () => {
  const press = new Press();
  const broken = { ...writePaper(edition(same("A text.")), "en"), content: [{ image: "/etc/hostname" }] };
  await expect(press.print("broken", () => broken)).rejects.toMatchObject({ code: "not-printed" });
  const pdf = await press.print("sound", () => writePaper(edition(same("A text.")), "en"));
  expect((await read(pdf)).text).toContain("A text.");
});

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "@context" ? [key] : [key, ...keysOf(inner)],
  );
}
