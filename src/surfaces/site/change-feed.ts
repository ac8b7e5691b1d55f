import { Feed } from "feed";
import { file, type Link, type Links, type Route } from "../../platform/http/index.ts";
import { formatMoment, type Language } from "../../platform/i18n/index.ts";
import type { Operator } from "../operator.ts";
import { readLog } from "./change-log-page.tsx";
import { documentWords } from "./document.messages.ts";
import type { DocumentPlace } from "./document-place.ts";
import { clauseLink, feedPath, stateWord } from "./document-parts.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import type { ToldVersion } from "./told-changes.ts";

/** What XML 1.0 (section 2.2, Char) has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text as the HTML that an Atom text construct of type `html` is read as (RFC 4287, section 3.1.1.2). */
function asHtml(text: string): string {
  return asText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function asText(text: string): string {
  return text.replaceAll(NOT_IN_XML, "");
}

/** A document's change log as an Atom feed (RFC 4287), one for each language. Clause itsectr-privacy/9.1. */
export function changeFeeds(
  place: DocumentPlace,
  languages: readonly Language[],
  operator: Operator,
  policies: PolicyReader,
): Route[] {
  return languages.map((language) => {
    let held: { readonly key: string; readonly bytes: Uint8Array } | null = null;
    return file({
      path: feedPath(place, language),
      caching: "revalidate",
      async read({ at, links }) {
        const { version: current, compiled } = await policies.read(at);
        const told = await readLog(place, operator, { at, language, current });
        if (told === null) return null;
        if (held?.key !== told.key) {
          const { legalName, timeZone } = compiled.operator;
          const text = writeFeed(place, told.versions(), {
            title: told.title,
            author: legalName[language],
            language,
            timeZone,
            links: links.in(language),
          });
          held = { key: told.key, bytes: new TextEncoder().encode(text) };
        }
        return { type: "application/atom+xml; charset=utf-8", bytes: held.bytes };
      },
    });
  });
}

interface FeedFacts {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly links: Links;
}

export function writeFeed(place: DocumentPlace, versions: readonly ToldVersion[], facts: FeedFacts): string {
  const { title, author, language, links } = facts;
  const words = documentWords(language);
  const log = links.absolute(links.page(`${place.path}changes/`));
  const self = links.absolute(links.plain(feedPath(place, language)));
  const feed = new Feed({
    id: self,
    title: asText(words.changesOf({ title })),
    link: log,
    feedLinks: { atom: self },
    updated: new Date(Math.max(0, ...versions.map(changedAt))),
    author: { name: asText(author) },
    generator: false,
    language,
  });
  for (const version of versions) {
    const { number, state, publishedAt } = version;
    feed.addItem({
      id: `${log}#v${number}`,
      link: `${log}#v${number}`,
      title: asHtml(`${words.versionNumber({ number })}, ${stateWord(state, language)}`),
      published: new Date(publishedAt),
      date: new Date(changedAt(version)),
      content: contentOf(version, place, facts),
    });
  }
  return feed.atom1();
}

function changedAt({ publishedAt, calledOffAt }: ToldVersion): number {
  return calledOffAt ?? publishedAt;
}

function contentOf(
  version: ToldVersion,
  place: DocumentPlace,
  { language, timeZone, links }: FeedFacts,
): string {
  const words = documentWords(language);
  const { state, effectiveFrom, note, base, texts, enforced } = version;
  const from = formatMoment(effectiveFrom, language, timeZone);
  const effective = {
    "in-force": words.effective,
    earlier: words.effective,
    scheduled: words.effectiveLater,
    "called-off": words.effectiveNever,
  }[state];
  const marked = (kind: string, material: boolean) => (material ? `${kind}, ${words.material}` : kind);
  const citing = (cited: string | null, link: Link | null) => {
    const title = asHtml(cited === null ? words.heading : words.clause({ clause: cited }));
    return link === null ? title : `<a href="${asHtml(links.absolute(link))}">${title}</a>`;
  };
  const lines = [
    `<p>${asHtml(`${effective} ${from}`)}</p>`,
    ...(note === null ? [] : [`<p>${asHtml(note)}</p>`]),
    ...(base === null ? [`<p>${asHtml(words.firstVersion)}</p>`] : []),
    ...texts.map(({ kind, cited, place: standsAt, material, before, after }) =>
      [
        `<h3>${citing(cited, clauseLink(place, { place: standsAt }, links))} (${asHtml(marked(words[kind], material))})</h3>`,
        before === null ? "" : `<p><del>${asHtml(before)}</del></p>`,
        after === null ? "" : `<p><ins>${asHtml(after)}</ins></p>`,
      ].join(""),
    ),
    ...enforced.map(
      ({ kind, where, material }) =>
        `<p><code>${asHtml(where)}</code> ${asHtml(marked(words[kind], material))}</p>`,
    ),
  ];
  return lines.join("");
}
