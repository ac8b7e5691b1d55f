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

/**
 * Every configured host by name; `*.studio.example` stands for every name below that one. Throws TypeError on an origin
 * that is none, or two sites under one name.
 */
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
  refuseOverlap(hosts);
  return hosts;
}

/** No name of one operator may lie below another's. */
function refuseOverlap(hosts: ReadonlyMap<string, Host>): void {
  for (const [name, { site }] of hosts) {
    const above = coveringName(hosts, name);
    const other = above === undefined ? undefined : hosts.get(above);
    if (above === undefined || other === undefined || other.site === site) continue;
    throw new TypeError(`${site.operator} is served at ${name}, and ${other.site.operator} at ${above}.`);
  }
}

/** The host of this name: the one configured by name, else the nearest that stands for every name below its own. */
export function hostOf(hosts: ReadonlyMap<string, Host>, name: string): Host | undefined {
  const exact = hosts.get(name);
  if (exact !== undefined) return exact;
  const above = coveringName(hosts, name);
  const host = above === undefined ? undefined : hosts.get(above);
  if (above === undefined || host === undefined) return undefined;
  const origin = host.origin.replace(above, name);
  return { ...host, origin, origins: new Set([...host.origins, origin]) };
}

/** The nearest `*.` name above this one; undefined where there is none. */
function coveringName(hosts: ReadonlyMap<string, Host>, name: string): string | undefined {
  for (let dot = name.indexOf("."); dot !== -1; dot = name.indexOf(".", dot + 1)) {
    const above = `*${name.slice(dot)}`;
    if (above !== name && hosts.has(above)) return above;
  }
  return undefined;
}

function linksOf({ origins: [origin] }: Site): Record<Language, Links> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, createLinks(origin, language)])) as Record<
    Language,
    Links
  >;
}
