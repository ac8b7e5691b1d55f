import type { IncomingHttpHeaders } from "node:http";
import type { Language } from "../i18n/index.ts";
import type { Random } from "../random/index.ts";
import type { Address } from "./address.ts";
import { readCookie, writeCookie } from "./cookies.ts";
import type { Exchange, Frame } from "./exchange.ts";
import type { Host } from "./hosts.ts";
import type { Link } from "./links.ts";

/** What is known of a request when its exchange is made. */
export interface Received {
  readonly requestId: string;
  readonly at: number;
  readonly host: Host;
  readonly language: Language;
  /** Path without language: `/feedback/`. */
  readonly path: string;
  readonly client: Address | null;
  readonly fromThisMachine: boolean;
  readonly headers: IncomingHttpHeaders;
  readonly random: Random;
}

/** The exchange and frame of one request, and what the handler left behind for the answer's headers. */
export interface Made {
  readonly exchange: Exchange;
  readonly frame: Frame;
  readonly cookies: readonly string[];
  /** Null when nobody asked for one. */
  nonce(): string | null;
}

export function makeExchange({
  requestId,
  at,
  host,
  language,
  path,
  client,
  fromThisMachine,
  headers,
  random,
}: Received): Made {
  const { site, https } = host;
  const links = host.links[language];
  const cookies: string[] = [];
  let nonce: string | null = null;
  const cookie = (name: string) => readCookie(headers.cookie, name, https);
  const pathIn = (other: Language) => `/${other}${path}` as Link;
  return {
    cookies,
    nonce: () => nonce,
    exchange: {
      requestId,
      operator: site.operator,
      language,
      at,
      links,
      client,
      fromThisMachine,
      header: (name) => headers[name]?.toString() ?? null,
      cookie,
      setCookie: (cookie) => {
        cookies.push(writeCookie(cookie, https));
      },
    },
    frame: {
      requestId,
      language,
      links,
      siteName: site.name[language],
      variant: site.variant?.(cookie) ?? "",
      self: pathIn(language),
      languages: site.languages.map((other) => ({ language: other, link: pathIn(other) })),
      nonce: () => {
        nonce ??= Buffer.from(random.bytes(16)).toString("base64url");
        return nonce;
      },
    },
  };
}
