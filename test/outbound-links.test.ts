import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DOCUMENTS_PATH, SERVICES_PATH, WRITE_PATH } from "../src/surfaces/site/site-rooms.ts";
import { startConsole } from "./console-site.ts";
import { OPERATORS } from "./four-operators.ts";
import { send } from "./http-client.ts";
import type { TestSite } from "./http-site.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { keeps, removes } from "./keeps.ts";

/** Every other host that a page may lead to, and whose it is. There is none so far. */
const LISTED: Readonly<Record<string, string>> = {};

/** What leads out of a page: links and whatever a browser would fetch, with what it says of itself. */
function leaving(html: string, own: readonly string[]): { readonly host: string; readonly tag: string }[] {
  return [...html.matchAll(/<(?:a|link|script|img|iframe|form|source|object)\b[^>]*>/gu)].flatMap(([tag]) => {
    const [, address = ""] = /\s(?:href|src|action|data)="([^"]*)"/u.exec(tag) ?? [];
    const url = URL.parse(address, "http://site.localhost");
    const elsewhere = url !== null && /^https?:$/u.test(url.protocol) && !own.includes(url.hostname);
    return elsewhere ? [{ host: url.hostname, tag }] : [];
  });
}

describe.each(OPERATORS)("%s", (id) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let site: TestSite;
  beforeAll(async () => {
    installation = await temporaryInstallation("sqlite");
    operator = await installation.open({ id });
    site = await startConsole(operator);
  });
  afterAll(async () => {
    await site.served.close();
    await installation.remove();
  });

  /** Every public page that can be reached from the first by links. */
  const crawl = async (): Promise<Map<string, string>> => {
    const found = new Map<string, string>();
    const waiting = ["/en/", "/ru/"];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (found.has(path)) continue;
      const { status, text, headers } = await send({ port: site.port, path });
      expect(status, path).toBeLessThan(400);
      const isPage = String(headers["content-type"]).startsWith("text/html");
      found.set(path, isPage ? text : "");
      if (!isPage) continue;
      for (const [, href = ""] of text.matchAll(/<a\b[^>]*\shref="(\/[^"]*)"/gu)) {
        const next = href.replaceAll("&amp;", "&").split("#")[0] ?? "";
        // One clause's page is like the next, and a paper takes a second to print.
        const skipped = /\/promises\/.+\/|\.pdf$|\/console\//u.test(next);
        if (!next.startsWith("//") && !skipped) waiting.push(next);
      }
    }
    return found;
  };

  test(
    "itsectr-privacy/2.3: no page leads to another host but those that are listed, and what leads there says so",
    keeps("outbound-links", "itsectr-privacy/2.3", "itsectr-agreement/7.2.c"),
    async () => {
      const pages = await crawl();
      const { documents, services } = operator.policy;
      const expected = [DOCUMENTS_PATH, WRITE_PATH, "/promises/", "/journal/", "/letter/"];
      if (services.length > 0) expected.push(SERVICES_PATH, ...services.map(({ path }) => path));
      expected.push(...documents.map(({ path }) => path));
      for (const path of expected) expect([...pages.keys()]).toContain(`/en${path}`);
      // Every page leads to the promises.
      for (const [path, text] of pages) {
        const isPage = /^\/(?:en|ru)\//u.test(path) && text !== "";
        if (isPage) expect(text.includes(`href="${path.slice(0, 3)}/promises/"`), path).toBe(true);
      }
      const own = ["site.localhost", ...operator.policy.hosts];
      for (const [path, text] of pages) {
        for (const { host, tag } of leaving(text, own)) {
          expect(LISTED, `${path} leads to ${host}`).toHaveProperty([host]);
          expect(tag).toContain('rel="noreferrer noopener"');
        }
      }
    },
  );
});

test("a link, a picture or a form of another host's would be found", removes("outbound-links"), () => {
  const page =
    '<a href="https://a.example/">x</a><img src="//b.example/c.png"><form action="https://d.example/"><a href="/en/">';
  expect(leaving(page, ["site.localhost"]).map(({ host }) => host)).toEqual([
    "a.example",
    "b.example",
    "d.example",
  ]);
  expect(leaving(page, ["site.localhost", "a.example", "b.example", "d.example"])).toEqual([]);
});
