import { type Frame, type Link, type Links, withFragment } from "../../platform/http/index.ts";
import { formatDate, formatMoment, type Language } from "../../platform/i18n/index.ts";
import { documentWords } from "./document.messages.ts";
import type { DocumentPlace, VersionState } from "./document-place.ts";
import type { ToldVersion } from "./told-changes.ts";

/** An instant, in the operator's time zone. */
export function Moment(props: {
  readonly at: number;
  readonly language: Language;
  readonly timeZone: string;
}) {
  const { at, language, timeZone } = props;
  return <time datetime={new Date(at).toISOString()}>{formatMoment(at, language, timeZone)}</time>;
}

/** A calendar day that belongs to no time zone: the date that a document states. */
export function Day({ date, language }: { readonly date: string; readonly language: Language }) {
  return <time datetime={date}>{formatDate(Date.parse(date), language, "UTC")}</time>;
}

export function stateWord(state: VersionState, language: Language): string {
  const words = documentWords(language);
  return {
    "in-force": words.inForce,
    earlier: words.earlier,
    scheduled: words.scheduled,
    "called-off": words.calledOff,
  }[state];
}

/** Where a changed clause is read: in a version that has it. Null for what is no clause, or in no version. */
export function clauseLink(
  { versions }: DocumentPlace,
  { place }: Pick<ToldVersion["texts"][number], "place">,
  links: Links,
): Link | null {
  const path = versions.find(({ number }) => number === place?.version)?.path;
  if (place === null || path === undefined) return null;
  const version = links.page(`${path}versions/:number/`, { number: String(place.version) });
  return withFragment(version, place.anchor);
}

/** The path of a document's feed in a language. */
export function feedPath({ path }: DocumentPlace, language: Language): `/${string}` {
  return `${path}changes.${language}.xml`;
}

export function feedOf(place: DocumentPlace, title: string, { language, links }: Frame) {
  const link: Link = links.plain(feedPath(place, language));
  return { title: documentWords(language).changesOf({ title }), link };
}
