import { html } from "hono/html";
import { Registry } from "prom-client";
import { systemClock } from "../src/platform/clock/index.ts";
import {
  type ConnectionLimits,
  createHttpApp,
  createHttpMetrics,
  type HttpAppOptions,
  type Route,
  type Served,
  serve,
} from "../src/platform/http/index.ts";
import { createLog } from "../src/platform/log/index.ts";
import { systemRandom } from "../src/platform/random/index.ts";

export interface TestSite {
  readonly port: number;
  readonly served: Served;
  /** Every line logged so far. */
  readonly lines: readonly string[];
  metrics(): Promise<string>;
}

export interface TestSiteOptions extends Partial<HttpAppOptions> {
  readonly connections?: Partial<ConnectionLimits>;
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
  readonly origins?: readonly [string, ...string[]];
  /** Left out: a free one. */
  readonly port?: number;
}

/** A real server on a free port of 127.0.0.1 with one site, `site.localhost`, in Russian and English. */
export async function startSite(routes: readonly Route[], options: TestSiteOptions = {}): Promise<TestSite> {
  const lines: string[] = [];
  const registry = new Registry();
  const log = createLog({ clock: systemClock, write: (line) => lines.push(line) });
  const { connections, tls, port = 0, origins = ["http://site.localhost"], ...rest } = options;
  const app = createHttpApp({
    sites: [
      {
        operator: "example",
        name: { en: "Example", ru: "Пример" },
        origins,
        languages: ["en", "ru"],
        routes,
      },
    ],
    errors: [],
    errorPage: (view, frame) =>
      html`<html lang="${frame.language}"><h1>${view.message}</h1><p>${view.kept} ${view.advice}</p><code>${view.requestId}</code></html>`,
    clock: systemClock,
    random: systemRandom,
    log,
    metrics: createHttpMetrics(registry),
    ...rest,
  });
  const served = await serve({
    app,
    port,
    ...(connections === undefined ? {} : { limits: connections }),
    ...(tls === undefined ? {} : { tls }),
  });
  return { port: served.port, served, lines, metrics: () => registry.metrics() };
}
