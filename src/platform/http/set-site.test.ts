import { expect, test } from "vitest";
import { z } from "zod";
import { send } from "../../../test/http-client.ts";
import { Registry } from "prom-client";
import { html } from "hono/html";
import { systemClock } from "../clock/index.ts";
import { createLog } from "../log/index.ts";
import { systemRandom } from "../random/index.ts";
import { createHttpApp, createHttpMetrics, endpoint, type Route, serve, type Site } from "./index.ts";

function siteOf(operator: string, path: `/${string}`, answer: (at: string) => unknown): Site {
  const route: Route = endpoint({
    method: "GET",
    path,
    summary: "Says its own path.",
    response: z.object({ path: z.string() }),
    async handle() {
      await answer(path);
      return { path };
    },
  });
  return {
    operator,
    name: { en: operator, ru: operator },
    origins: [`http://${operator}.localhost`],
    languages: ["en"],
    routes: [route],
  };
}

async function serving(sites: readonly Site[]) {
  const lines: string[] = [];
  const app = createHttpApp({
    sites,
    errors: [],
    errorPage: () => html`<html></html>`,
    clock: systemClock,
    random: systemRandom,
    log: createLog({ clock: systemClock, write: (line) => lines.push(line) }),
    metrics: createHttpMetrics(new Registry()),
  });
  const served = await serve({ app, port: 0 });
  const status = async (host: string, path: string) =>
    (await send({ port: served.port, host: `${host}.localhost`, path })).status;
  return { app, served, status, lines };
}

test("a site that is laid out anew answers at once, beside a request that has begun on the old one", async () => {
  let letGo = () => {};
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  const waiting = new Promise<void>((resolve) => (letGo = resolve));
  const slow = siteOf("one", "/old/", () => {
    begun();
    return waiting;
  });
  const { app, served, status, lines } = await serving([slow, siteOf("two", "/two/", () => {})]);
  const running = status("one", "/old/");
  await hasBegun;

  app.setSite(siteOf("one", "/new/", () => {}));
  expect([await status("one", "/new/"), await status("one", "/old/")]).toEqual([200, 404]);
  expect(await status("two", "/two/")).toBe(200);
  letGo();
  expect(await running).toBe(200);
  await served.close();
  const routes = lines.map((line) => (JSON.parse(line) as { route?: string }).route);
  expect(routes).toContain("/new/");
  expect(lines.join("")).not.toContain("log.dropped");
});

test("a site that cannot be laid out leaves the one that is there", async () => {
  const { app, served, status } = await serving([
    siteOf("one", "/one/", () => {}),
    siteOf("two", "/two/", () => {}),
  ]);
  const other = siteOf("one", "/new/", () => {});
  expect(() => app.setSite({ ...other, origins: ["http://two.localhost"] })).toThrow(TypeError);
  expect(() => app.setSite({ ...other, routes: [...other.routes, ...other.routes] })).toThrow(TypeError);
  expect(() => app.setSite({ ...other, operator: "three" })).toThrow(TypeError);
  expect([await status("one", "/one/"), await status("one", "/new/")]).toEqual([200, 404]);
  await served.close();
});
