import type { IncomingMessage } from "node:http";
import { isLanguage, type Language, negotiateLanguage } from "../i18n/index.ts";
import type { Host } from "./hosts.ts";
import type { Made } from "./make-exchange.ts";
import type { Match } from "./site.ts";

/** One request on its way through the application. */
export interface Passage {
  readonly request: IncomingMessage;
  readonly method: string;
  readonly requestId: string;
  /** Server time of receipt, ms since 1970. */
  readonly at: number;
  /** The same moment on the clock that never runs back. */
  readonly started: number;
  readonly host: Host;
  /** As sent, undecoded. */
  readonly path: string;
  /** What follows `?`, undecoded. */
  readonly query: string;
  /** What was found out on the way. */
  match: Match | null;
  made: Made | null;
  /** Code of the error that it ended in. */
  code: string | null;
  /** Methods that a 405 names. */
  allowed: readonly string[];
}

/** The language of a request, by its path's first segment or by preference, and the path without that segment. */
export function languageOf({ request, host, path }: Passage): { language: Language; path: string } {
  const [, first = "", rest] = /^\/([a-z]{2})(\/.*)$/.exec(path) ?? [];
  if (rest !== undefined && isLanguage(first) && host.site.languages.includes(first)) {
    return { language: first, path: rest };
  }
  return { language: negotiateLanguage(request.headers["accept-language"], host.site.languages), path };
}
