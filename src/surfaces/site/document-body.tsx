import { raw } from "hono/html";
import { z } from "zod";
import type { Frame } from "../../platform/http/index.ts";
import { formatMoment } from "../../platform/i18n/index.ts";
import { DefinitionList, Notice } from "../../platform/ui/index.ts";
import { DOCUMENT_FORMATS, documentFileName, type DocumentFormat } from "./document-files.ts";
import { withAskLinks } from "./ask-section.ts";
import { documentWords } from "./document.messages.ts";
import { type DocumentPlace, VERSION_STATES } from "./document-place.ts";
import { DocumentRelations, documentRelations } from "./document-relations.tsx";
import { Day, feedOf, Moment, stateWord } from "./document-parts.tsx";
import { PageFrame } from "./page-frame.tsx";
import { marginNote, withMargin } from "./policy-margin.ts";
import type { PolicyReader } from "./policy-reader.ts";
import { CLAUSE_PATH } from "./promise-row.tsx";

const state = z.enum(VERSION_STATES);

export const documentView = z.object({
  title: z.string(),
  /** The published bytes, as text. */
  text: z.string(),
  /** How each clause stands today; of the version in force alone. */
  margin: z.array(marginNote),
  relations: documentRelations.nullable(),
  hash: z.string(),
  number: z.number(),
  state,
  updatedOn: z.string().nullable(),
  publishedAt: z.number(),
  effectiveFrom: z.number(),
  calledOffAt: z.number().nullable(),
  note: z.string().nullable(),
  /** The next version that is announced. */
  next: z.object({ number: z.number(), effectiveFrom: z.number() }).nullable(),
  versions: z.array(z.object({ number: z.number(), state })),
});

export interface DocumentBodyProps {
  readonly model: z.output<typeof documentView>;
  readonly frame: Frame;
  readonly policies: PolicyReader;
  readonly place: DocumentPlace;
}

/** The text of a version, what to know about it first, and its dates (tension T39: three, never one for another). */
export function DocumentBody({ model, frame, policies, place }: DocumentBodyProps) {
  const { language, links } = frame;
  const words = documentWords(language);
  const policy = policies.current();
  const { timeZone } = policy.operator;
  const { number, versions } = model;
  const effective = {
    "in-force": words.effective,
    earlier: words.effective,
    scheduled: words.effectiveLater,
  };
  const text = withMargin(model.text, model.margin, {
    language,
    timeZone,
    link: ({ registeredAs, clause }) => links.page(CLAUSE_PATH, { document: registeredAs, clause }),
  });
  const inForce = model.state === "in-force";
  const shown = inForce ? withAskLinks(text, policy, place.code, frame) : text;
  // What is in force says what it is below its title, in the head with which each published text begins. Of any other
  // version that has to be known first, and its text stands whole.
  const head = inForce ? Math.max(0, shown.indexOf("</div>")) : 0;
  return (
    <PageFrame
      frame={frame}
      policy={policy}
      title={model.title}
      path={inForce ? place.path : ""}
      feed={feedOf(place, model.title, frame)}
    >
      <Announcement model={model} frame={frame} policies={policies} place={place} />
      {raw(shown.slice(0, head))}
      <p class="document-facts">
        {words.versionNumber({ number })}, {stateWord(model.state, language)} ·{" "}
        <a href="#version">{words.aboutVersion}</a> ·{" "}
        <a href={links.page(`${place.path}changes/`)}>{words.changes}</a>
      </p>
      <DocumentRelations relations={model.relations} frame={frame} />
      {raw(shown.slice(head))}
      <section id="version" aria-labelledby="version-title">
        <h2 id="version-title">{words.aboutVersion}</h2>
        <DefinitionList
          items={[
            {
              term: words.version,
              detail: `${number}, ${stateWord(model.state, language)}`,
            },
            ...(model.updatedOn === null
              ? []
              : [{ term: words.updated, detail: <Day date={model.updatedOn} language={language} /> }]),
            {
              term: words.published,
              detail: <Moment at={model.publishedAt} language={language} timeZone={timeZone} />,
            },
            {
              term: model.state === "called-off" ? words.effectiveNever : effective[model.state],
              detail: <Moment at={model.effectiveFrom} language={language} timeZone={timeZone} />,
            },
            ...(model.calledOffAt === null
              ? []
              : [
                  {
                    term: words.calledOffAt,
                    detail: <Moment at={model.calledOffAt} language={language} timeZone={timeZone} />,
                  },
                ]),
            ...(model.note === null ? [] : [{ term: words.note, detail: model.note }]),
            { term: words.fingerprint, detail: <code>{model.hash}</code> },
            {
              term: words.otherFormats,
              detail: (
                <ul class="versions">
                  {DOCUMENT_FORMATS.map((format) => (
                    <li>
                      <a href={fileLink(place, number, format, frame)}>{formatName(format, words)}</a>
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              term: words.versions,
              detail: (
                <ul class="versions">
                  {versions.map((version) => (
                    <li>
                      <a href={versionLink(place, version.number, frame)}>
                        {words.versionNumber({ number: version.number })}
                      </a>
                      , {stateWord(version.state, language)}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
        <p>
          <a href={links.page(`${place.path}changes/`)}>{words.changes}</a>
        </p>
      </section>
    </PageFrame>
  );
}

/** What has to be known before reading: that this is not the version in force, or will not be for long. */
function Announcement({ model, frame, policies, place }: DocumentBodyProps) {
  const { language, links } = frame;
  const words = documentWords(language);
  const policy = policies.current();
  const moment = (at: number) => formatMoment(at, language, policy.operator.timeZone);
  const isInPolicy = policy.documents.some(({ code }) => code === place.code);
  const current = isInPolicy && (
    <p>
      <a href={links.page(place.path)}>{words.readCurrent}</a>
    </p>
  );
  const { state: stands, next } = model;
  if (stands === "in-force") {
    if (next === null) return null;
    const title = words.announcedTitle({ number: next.number, moment: moment(next.effectiveFrom) });
    return (
      <Notice language={language} kind="info" title={title}>
        <p>
          <a href={versionLink(place, next.number, frame)}>{words.announcedRead}</a>
        </p>
      </Notice>
    );
  }
  if (stands === "scheduled") {
    const title = words.scheduledTitle({ moment: moment(model.effectiveFrom) });
    return (
      <Notice language={language} kind="info" title={title}>
        {isInPolicy && <p>{words.scheduledBody}</p>}
        {current}
      </Notice>
    );
  }
  const title = stands === "called-off" ? words.calledOffTitle : words.earlierTitle;
  return (
    <Notice language={language} kind="warning" title={title}>
      {current}
    </Notice>
  );
}

/** A version at the address that the document had in it. */
function versionLink(place: DocumentPlace, number: number, { links }: Frame) {
  const path = place.versions.find((version) => version.number === number)?.path ?? place.path;
  return links.page(`${path}versions/:number/`, { number: String(number) });
}

/** A version in another format, beside its page. */
function fileLink(place: DocumentPlace, number: number, format: DocumentFormat, { links, language }: Frame) {
  const path = place.versions.find((version) => version.number === number)?.path ?? place.path;
  return links.plain(`${path}versions/${number}/${documentFileName(format, language)}`);
}

/** What a format is called where a document can be taken away. */
export function formatName(format: DocumentFormat, words: ReturnType<typeof documentWords>): string {
  return {
    html: words.formatHtml,
    pdf: words.formatPdf,
    md: words.formatMarkdown,
    json: words.formatJson,
    jsonld: words.formatLinkedData,
  }[format];
}
