import type { Language } from "../i18n/index.ts";
import type { Address } from "./address.ts";
import type { Cookie } from "./cookies.ts";
import type { Link, Links } from "./links.ts";

/** The request headers that a handler may read. Closed: the rest of a request is not a room's business. */
export type ReadableHeader = "authorization" | "dnt" | "referer" | "sec-gpc" | "user-agent";

/** One request and its answer, as a handler sees them. Rooms never see Hono, Node or a Response. */
export interface Exchange {
  /** UUID of this request; also the answer's `X-Request-Id`. A client's own is ignored. */
  readonly requestId: string;
  /** Folder name of the operator whose site this is. */
  readonly operator: string;
  readonly language: Language;
  /** Server time of receipt, ms since 1970. */
  readonly at: number;
  /** Bound to the site's configured origin and this language. */
  readonly links: Links;
  /** Who sent it, as far as trusted proxies say; null when the socket is gone. Personal data. */
  readonly client: Address | null;
  /** True when it was sent on this machine, to a name of this machine, through no proxy. */
  readonly fromThisMachine: boolean;
  /** First value of the header; null when absent. Personal data may stand in it. */
  header(name: ReadableHeader): string | null;
  cookie(name: string): string | null;
  setCookie(cookie: Cookie): void;
}

/** What a page's JSX gets beside its view model: all that the frame around it needs. */
export interface Frame {
  readonly language: Language;
  /** This page in each language of the site, to switch by. */
  readonly languages: readonly { readonly language: Language; readonly link: Link }[];
  /** The operator's name, in this language. */
  readonly siteName: string;
  /** Which of the site's variants this visitor gets; empty: the plain one. */
  readonly variant: string;
  /** This page itself, in this language: where its own form posts to. */
  readonly self: Link;
  readonly links: Links;
  readonly requestId: string;
  /**
   * The nonce for an inline script or style of this answer. Asking for it changes the answer's content security
   * policy and keeps the page out of every cache; a page that does not ask may run no script at all.
   */
  nonce(): string;
}
