import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import type { Language, Localised } from "../i18n/index.ts";
import type { Route } from "./route.ts";

/** One operator's site. */
export interface Site {
  /** Folder name of the operator. */
  readonly operator: string;
  readonly name: Localised;
  /** Where the site is reached: `https://itsectr.example`. Links point to the first; forms may come from any. */
  readonly origins: readonly [string, ...string[]];
  /** The first is spoken when a visitor's preferences name none. */
  readonly languages: readonly [Language, ...Language[]];
  readonly routes: readonly Route[];
  /** Names the variant of every page that a visitor with these cookies gets, out of a few; left out, there is one. */
  readonly variant?: (cookie: (name: string) => string | null) => string;
}

/** A route at one of its addresses: a page has one for each language and one where that is negotiated. */
export interface Place {
  readonly route: Route;
  /** Null: negotiated, or a route without language. */
  readonly language: Language | null;
  /** The pattern as logged and counted. */
  readonly pattern: string;
}

export interface Match {
  readonly place: Place;
  readonly params: Readonly<Record<string, string>>;
}

export interface SiteRoutes {
  readonly patterns: readonly string[];
  /** What answers; else the methods that would, empty when there is no such address at all. */
  find(method: string, path: string): Match | { readonly allowed: readonly string[] };
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Lays out a site's addresses. Throws TypeError when two routes claim the same one. */
export function layOut({ operator, languages, routes }: Site): SiteRoutes {
  const router = new SmartRouter<Place>({ routers: [new RegExpRouter(), new TrieRouter()] });
  const taken = new Set<string>();
  for (const route of routes) {
    for (const place of placesOf(route, languages)) {
      for (const method of route.methods) {
        const claim = `${method} ${place.pattern}`;
        if (taken.has(claim)) throw new TypeError(`Two routes of ${operator} answer ${claim}.`);
        taken.add(claim);
        router.add(method, place.pattern, place);
      }
    }
  }
  const first = (method: string, path: string): Match | null => {
    const [handlers, stash] = router.match(method, path);
    const found = handlers[0];
    if (found === undefined) return null;
    const params: Record<string, string> = {};
    for (const [name, value] of Object.entries(found[1])) {
      params[name] = typeof value === "number" ? (stash?.[value] ?? "") : value;
    }
    return { place: found[0], params };
  };
  return {
    patterns: [...new Set([...taken].map((claim) => claim.slice(claim.indexOf(" ") + 1)))],
    find(method, path) {
      const match = first(method === "HEAD" ? "GET" : method, path);
      if (match !== null) return match;
      const allowed = METHODS.filter((one) => first(one, path) !== null);
      return { allowed: allowed.includes("GET") ? [...allowed, "HEAD"] : allowed };
    },
  };
}

function placesOf(route: Route, languages: readonly Language[]): Place[] {
  const own: Place = { route, language: null, pattern: route.path };
  if (route.kind !== "page") return [own];
  return [own, ...languages.map((language) => ({ route, language, pattern: `/${language}${route.path}` }))];
}
