import { z } from "zod";
import { CLAUSE_STATES, type PromisesSnapshot } from "../../duties/promises/index.ts";
import { formatMoment, type Language } from "../../platform/i18n/index.ts";
import { promiseWords } from "./promise.messages.ts";
import { lineOf } from "./promise-view.ts";
import { STATE_SHAPES } from "./state-shapes.ts";

/** What stands in a policy's margin level with a clause: how it is kept, how that stands, and when it was seen. */
export const marginNote = z.object({
  clause: z.string(),
  registeredAs: z.string(),
  how: z.string(),
  state: z.enum(CLAUSE_STATES),
  seen: z.number().nullable(),
});
export type MarginNote = z.output<typeof marginNote>;

/** The notes for a document of the policy in force; none for a clause that does not hold: its text says so. */
export function marginNotes(
  { standings, board }: PromisesSnapshot,
  document: string,
  language: Language,
): MarginNote[] {
  return standings
    .filter(({ clause }) => clause.document === document && clause.invalidated === null)
    .map((standing) => {
      const { clause, registeredAs, how, state, seen } = lineOf(standing, board.records, language);
      return { clause, registeredAs, how, state, seen };
    });
}

/** A clause as `policy/render-document.ts` wrote it: its id, what stands before its margin, and what is in that. */
const CLAUSE =
  /(<div class="clause" id="([^"]+)">(?:(?!<div class="clause")[\s\S])*?)<aside class="clause-margin(?: kept)?">([\s\S]*?)<\/aside>/g;

/**
 * The published text with its margin filled in: the author's words stay, and below them stands how the clause stands
 * today. The published bytes themselves are never changed: they are given out without this.
 */
export function withMargin(
  html: string,
  notes: readonly MarginNote[],
  around: { readonly language: Language; readonly timeZone: string; link(note: MarginNote): string },
): string {
  const { language, timeZone, link } = around;
  const words = promiseWords(language);
  const byClause = new Map(notes.map((note) => [escape(note.clause), note]));
  return html.replaceAll(CLAUSE, (whole, before: string, id: string, written: string) => {
    const note = byClause.get(id);
    if (note === undefined) return whole;
    const { how, state, seen } = note;
    const own =
      written !== "" || how === ""
        ? written
        : `<p class="kept-text"><span class="kept-label">${words.marginHow}: </span>${escape(how)}</p>`;
    const counted =
      seen === null
        ? ""
        : ` <span class="kept-when">${escape(words.lastSeen({ moment: formatMoment(seen, language, timeZone) }))}</span>`;
    const mark = `<svg class="standing-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="${STATE_SHAPES[state]}"/></svg>`;
    const stands = `<p class="kept-seen standing-${state}">${mark} <a href="${escape(link(note))}">${words[state]}</a>${counted}</p>`;
    const look = state === "broken" ? " kept-not" : state === "pending" ? " kept-later" : "";
    return `${before}<aside class="clause-margin kept${look}">${own}${stands}</aside>`;
  });
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
