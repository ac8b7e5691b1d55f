import { type Link, withQuery } from "../../platform/http/index.ts";
import { consoleWords } from "./console.messages.ts";
import type { Language } from "../../platform/i18n/index.ts";

/** What a page can say that the act before it has done. Closed: an address can make a page say nothing else. */
export const DONE = [
  "signed-in",
  "answered",
  "closed",
  "reopened",
  "published",
  "scheduled",
  "called-off",
  "granted",
  "revoked",
  "link-mailed",
  "member-ended",
  "key-revoked",
  "job-retried",
  "job-discarded",
  "nothing-to-do",
] as const;

export type Done = (typeof DONE)[number];

/** Where to go after an act, and what to say there. */
export function saying(link: Link, done: Done): Link {
  return withQuery(link, { done });
}

export function doneText(done: Done, language: Language): string {
  return consoleWords(language)[`done-${done}`];
}
