import { type Link, withQuery } from "../../platform/http/index.ts";
import { consoleWords } from "./console.messages.ts";
import type { Language } from "../../platform/i18n/index.ts";

/** What a page can say that the act before it has done. Closed: an address can make a page say nothing else. */
export const DONE = [
  "signed-in",
  "answered",
  "closed",
  "reopened",
  "taken-on",
  "left",
  "released",
  "redacted",
  "violation-recorded",
  "advertiser-allowed",
  "advertiser-ended",
  "topics-set",
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

/** `name` is that of who is signed in: whoever followed somebody else's link reads in whose name they would work. */
export function doneText(done: Done, name: string | null, language: Language): string {
  const words = consoleWords(language);
  return done === "signed-in" && name !== null ? words.signedInAs({ name }) : words[`done-${done}`];
}
