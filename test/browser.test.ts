import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage } from "./browser.ts";

let browser: Browser;
let server: Server;
let port: number;
let asked = 0;

beforeAll(async () => {
  browser = await launchBrowser();
  server = createServer((request, response) => {
    if (request.url === "/secret") asked++;
    response.setHeader("Content-Type", "text/html");
    response.setHeader("Set-Cookie", "session=1");
    response.end(request.url === "/secret" ? "secret" : "<p>page</p>");
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test("web security is on: a page of one origin cannot read another's answer with the visitor's cookies", async () => {
  const { page, close } = await openPage(browser);
  await page.goto(`http://other.localhost:${port}/`);
  const read = (origin: string) =>
    page.evaluate(
      (url) =>
        fetch(url, { credentials: "include" }).then(
          (response) => response.text(),
          () => "blocked",
        ),
      `${origin}/secret`,
    );
  expect(await read(`http://victim.localhost:${port}`)).toBe("blocked");
  expect(await read(`http://other.localhost:${port}`)).toBe("secret");
  expect(asked).toBe(2);
  await close();
});

test("nothing resolves but this machine, and what was tried is known", async () => {
  const { page, hosts, close } = await openPage(browser);
  await page.goto(`http://site.localhost:${port}/`);
  const outcome = await page.evaluate(() => fetch("http://elsewhere.example/").then(String, String));
  expect(outcome).toContain("Failed to fetch");
  expect([...hosts].sort()).toEqual(["elsewhere.example", "site.localhost"]);
  await close();
});

test("a page can be opened without JavaScript", async () => {
  const { page, close } = await openPage(browser, { javaScript: false });
  await page.setContent("<p>before</p><script>document.querySelector('p').textContent = 'after'</script>");
  expect(await page.textContent("p")).toBe("before");
  await close();
});
