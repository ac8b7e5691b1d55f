import type { Language } from "../i18n/index.ts";

declare const link: unique symbol;
declare const externalLink: unique symbol;

/** A path on our own site, made by `Links` from a declared route: safe in `href`, `action` and `Location`. */
export type Link = string & { readonly [link]: true };

/** An address on another site whose scheme has been checked. */
export type ExternalLink = string & { readonly [externalLink]: true };

type ParameterOf<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer After}`
    ? Name | ParameterOf<`/${After}`>
    : Rest
  : never;

type Fill<Path extends string> = string extends Path
  ? [parameters?: Readonly<Record<string, string>>]
  : [ParameterOf<Path>] extends [never]
    ? []
    : [parameters: { readonly [K in ParameterOf<Path>]: string }];

/** The one maker of links, bound to a site's configured origin and a language; it never looks at `Host`. */
export interface Links {
  /** A page's path in this language, `/en/feedback/received/A-1/`. Never put personal data into a parameter. */
  page<Path extends string>(path: Path, ...parameters: Fill<Path>): Link;
  /** The path of an endpoint or file, which have no language. */
  plain<Path extends string>(path: Path, ...parameters: Fill<Path>): Link;
  /** A link with the site's public origin before it: for mail, receipts and documents. */
  absolute(link: Link): string;
  /** The same site's links in another language. */
  in(language: Language): Links;
}

/** `origin` as configured: scheme, host, port, nothing else. Throws TypeError otherwise. */
export function createLinks(origin: string, language: Language): Links {
  if (new URL(origin).origin !== origin) throw new TypeError(`"${origin}" is not an origin.`);
  const links: Links = {
    page: (path, ...[parameters]) => `/${language}${fill(path, parameters)}` as Link,
    plain: (path, ...[parameters]) => fill(path, parameters) as Link,
    absolute: (path) => `${origin}${path}`,
    in: (other) => (other === language ? links : createLinks(origin, other)),
  };
  return links;
}

/**
 * A link with a query: filters and codes, each of letters, digits and `-`, which no address book of a proxy minds.
 * Throws TypeError on anything else: nothing personal, and nothing typed, goes into an address.
 */
export function withQuery(link: Link, query: Readonly<Record<string, string>>): Link {
  const pairs = Object.entries(query).map(([name, value]) => {
    if (!/^[A-Za-z0-9-]{1,80}$/.test(name) || !/^[A-Za-z0-9-]{1,80}$/.test(value)) {
      throw new TypeError("A link's query carries codes alone.");
    }
    return `${name}=${value}`;
  });
  return (pairs.length === 0 ? link : `${link}?${pairs.join("&")}`) as Link;
}

/**
 * A link to a place within a page: an id of letters, digits, `.`, `_` and `-`. Throws TypeError on anything else.
 */
export function withFragment(link: Link, id: string): Link {
  if (!/^[A-Za-z0-9._-]{1,80}$/.test(id)) throw new TypeError("This is not the id of a place in a page.");
  return `${link}#${id}` as Link;
}

function fill(path: string, parameters: Readonly<Record<string, string>> = {}): string {
  if (!/^\/(?:[A-Za-z0-9._~:-]+\/?)*$/.test(path)) throw new TypeError(`"${path}" is not a route's path.`);
  return path.replace(/:([A-Za-z]\w*)/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined || value === "") throw new TypeError(`The link needs "${name}".`);
    return encodeURIComponent(value);
  });
}

const SAFE_SCHEMES = new Set(["https:", "http:", "mailto:", "tel:"]);

/**
 * An address on another site, for `<External href>`; TypeError for any scheme but https, http, mailto and tel, so
 * that `javascript:` never stands in a page whatever the text came from.
 */
export function external(href: string): ExternalLink {
  const url = URL.parse(href);
  if (url === null || !SAFE_SCHEMES.has(url.protocol))
    throw new TypeError("This is not a link that can be shown.");
  return url.href as ExternalLink;
}
