import type { Exchange, Link } from "../../platform/http/index.ts";

/** Where somebody wanted to be when they were sent to sign in. In a cookie, since the way back leads through their mail. */
const COOKIE = "console-wanted";
const MINUTES = 20;

/** A page of the console, and nothing that could lead elsewhere. */
const PATH = /^\/console\/(?:[A-Za-z0-9-]{1,80}\/){0,4}$/;

/** Keeps the page's path, without language and query, for `MINUTES`. */
export function rememberWanted(
  exchange: Exchange,
  path: string,
  params: Readonly<Record<string, string>>,
): void {
  const filled = path.replaceAll(/:([A-Za-z]+)/gu, (_, name: string) => params[name] ?? "");
  if (!PATH.test(filled)) return;
  const value = Buffer.from(filled).toString("base64url");
  exchange.setCookie({ name: COOKIE, value, maxAge: MINUTES * 60 });
}

/** The page that was wanted, or the console's first; a cookie that somebody else wrote leads to nothing but our own. */
export function takeWanted(exchange: Exchange): Link {
  const cookie = exchange.cookie(COOKIE);
  const path = cookie === null ? "" : Buffer.from(cookie, "base64url").toString("utf8");
  if (cookie !== null) exchange.setCookie({ name: COOKIE, value: "", maxAge: 0 });
  return exchange.links.page(PATH.test(path) ? (path as "/console/") : "/console/");
}
