import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage } from "../../../test/browser.ts";
import { createLinks } from "../../platform/http/index.ts";
import { writeFeed } from "./change-feed.ts";
import type { ToldVersion } from "./told-changes.ts";

let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const place = {
  path: "/privacy-policy/",
  code: "privacy-policy",
  versions: [{ number: 2, path: "/privacy-policy/" }],
} as const;
const facts = {
  title: 'Policy <of> "A & B" ]]> \u0001&amp;',
  author: "A & B <Ltd>",
  language: "en",
  timeZone: "Europe/Moscow",
  links: createLinks("https://small.example", "en"),
} as const;

const version: ToldVersion = {
  number: 2,
  state: "in-force",
  updatedOn: "2026-11-22",
  publishedAt: 1_790_000_000_000,
  effectiveFrom: 1_790_000_000_000,
  calledOffAt: null,
  base: 1,
  note: "Said <b>plainly</b> ]]> & \u0000 shortly.",
  texts: [
    {
      kind: "changed",
      about: "text",
      cited: "3.1(b)",
      place: { version: 2, anchor: "3.1.order" },
      material: true,
      before: "<script>before</script>",
      after: "after ]]> \ud800 & more",
    },
  ],
  enforced: [{ kind: "added", where: "forms.feedback", material: false }],
};

interface Read {
  readonly broken: number;
  readonly root: string;
  readonly title: string;
  readonly author: string;
  readonly ids: readonly string[];
  readonly text: string;
  readonly links: readonly string[];
  readonly scripts: number;
}

/** Reads a feed as a browser does: as strict XML, and its content as HTML. */
const READ = `(xml) => {
  const feed = new DOMParser().parseFromString(xml, "application/xml");
  const entries = [...feed.getElementsByTagName("entry")];
  const textOf = (parent, name) => parent.getElementsByTagName(name)[0]?.textContent ?? "";
  const content = new DOMParser().parseFromString(textOf(entries[0] ?? feed, "content"), "text/html");
  return {
    broken: feed.getElementsByTagName("parsererror").length,
    root: feed.documentElement.namespaceURI,
    title: textOf(feed, "title"),
    author: textOf(feed, "name"),
    ids: entries.map((entry) => textOf(entry, "id")),
    text: content.body.textContent ?? "",
    links: [...content.links].map(({ href }) => href),
    scripts: content.querySelectorAll("script, b").length,
  };
}`;

test("a feed is well-formed XML, and what texts say arrives as text, whatever they hold", async () => {
  const written = writeFeed(place, [version, { ...version, number: 1, base: null, texts: [] }], facts);
  const { page, close } = await openPage(browser);
  const read: Read = await page.evaluate(`(${READ})(${JSON.stringify(written)})`);
  await close();
  expect(read).toMatchObject({
    broken: 0,
    root: "http://www.w3.org/2005/Atom",
    author: "A & B <Ltd>",
    scripts: 0,
    ids: [
      "https://small.example/en/privacy-policy/changes/#v2",
      "https://small.example/en/privacy-policy/changes/#v1",
    ],
  });
  expect(read.title).toContain('Policy <of> "A & B" ]]>');
  expect(read.text).toContain("Said <b>plainly</b> ]]> &  shortly.");
  expect(read.text).toContain("Clause 3.1(b)");
  expect(read.links).toEqual(["https://small.example/en/privacy-policy/versions/2/#3.1.order"]);
  expect(read.text).toContain("<script>before</script>");
  expect(read.text).toContain("after ]]>  & more");
  expect(read.text).toContain("material");
});
