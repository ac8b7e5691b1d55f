import { LANGUAGES, type Language } from "../i18n/index.ts";
import { createLinks, type Links } from "./links.ts";
import { layOut, type Site, type SiteRoutes } from "./site.ts";

/** A configured host: its site, and whether the site is served over https there. */
export interface Host {
  readonly site: Site;
  readonly routes: SiteRoutes;
  readonly https: boolean;
  /** The origin under this name. */
  readonly origin: string;
  /** Links of the site, by language. */
  readonly links: Readonly<Record<Language, Links>>;
  /** Origins from which forms of this site may be sent. */
  readonly origins: ReadonlySet<string>;
}

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9-]+(?:\.[a-z0-9-]+)*)\.?(?::\d{1,5})?$/;

/** The name in a `Host` header: lower case, without port and final dot. Null when it is not one. */
export function hostName(header: string | undefined): string | null {
  return HOST.exec(header?.toLowerCase() ?? "")?.[1] ?? null;
}

/** Every configured host by name. Throws TypeError on an origin that is none, or two sites under one name. */
export function hostsOf(sites: readonly Site[]): ReadonlyMap<string, Host> {
  const hosts = new Map<string, Host>();
  for (const site of sites) {
    const routes = layOut(site);
    const links = linksOf(site);
    const origins = new Set<string>(site.origins);
    for (const origin of origins) {
      const url = new URL(origin);
      if (url.origin !== origin || !/^https?:$/.test(url.protocol))
        throw new TypeError(`"${origin}" is not an origin.`);
      const other = hosts.get(url.hostname);
      if (other !== undefined && other.site !== site) {
        throw new TypeError(
          `Both ${other.site.operator} and ${site.operator} are served at ${url.hostname}.`,
        );
      }
      hosts.set(url.hostname, { site, routes, https: url.protocol === "https:", origin, links, origins });
    }
  }
  return hosts;
}

function linksOf({ origins: [origin] }: Site): Record<Language, Links> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, createLinks(origin, language)])) as Record<
    Language,
    Links
  >;
}
