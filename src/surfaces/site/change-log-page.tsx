import { z } from "zod";
import { cached, type Frame, page, refuse, type Route } from "../../platform/http/index.ts";
import { DefinitionList, Difference, Status } from "../../platform/ui/index.ts";
import type { Operator } from "../operator.ts";
import { documentWords } from "./document.messages.ts";
import type { DocumentPlace } from "./document-place.ts";
import { clauseLink, Day, feedOf, feedPath, Moment, stateWord } from "./document-parts.tsx";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { toldChanges, toldVersion, type ToldVersion } from "./told-changes.ts";

const view = z.object({ title: z.string(), versions: z.array(toldVersion) });

/**
 * What each version of a document changed: clause by clause before and after, with the publisher's note, and what is
 * material marked (clause itsectr-privacy/9.1, tension T13). Told as it was recorded at publication.
 */
export function changeLogPage(place: DocumentPlace, operator: Operator, policies: PolicyReader): Route {
  return page({
    path: `${place.path}changes/`,
    caching: "public",
    view,
    async show({ at, language }) {
      const { version: current } = await policies.read(at);
      const told = await readLog(place, operator, { at, language, current });
      if (told === null) return refuse("not-found");
      return cached(`${told.key} ${language}`, () => ({ title: told.title, versions: told.versions() }));
    },
    render({ title, versions }, frame) {
      const { language, links } = frame;
      const words = documentWords(language);
      const policy = policies.current();
      const isMaterial = versions.some(({ texts, enforced }) =>
        [...texts, ...enforced].some(({ material }) => material),
      );
      return (
        <PageFrame
          frame={frame}
          policy={policy}
          title={words.changesOf({ title })}
          path=""
          feed={feedOf(place, title, frame)}
        >
          <div class="prose">
            <h1>{words.changesOf({ title })}</h1>
            <p class="lead">{words.changesLead}</p>
            <p>
              <a href={links.page(place.path)}>{title}</a> ·{" "}
              <a href={links.plain(feedPath(place, language))}>{words.feed}</a>
            </p>
            {isMaterial && <p>{words.materialMeans}</p>}
            {versions.map((version) => (
              <Version
                version={version}
                frame={frame}
                place={place}
                timeZone={policy.operator.timeZone}
                isFirst={version.base === null}
              />
            ))}
          </div>
        </PageFrame>
      );
    },
  });
}

/** The log's versions, and what they depend on. Null when no version has the document. */
export async function readLog(
  place: DocumentPlace,
  { store, publication }: Operator,
  asked: Parameters<typeof toldChanges>[2],
) {
  const newest = place.versions[0];
  if (newest === undefined) return null;
  const { all, stored } = await store.read(async (reader) => ({
    all: await publication.versions(reader),
    stored: await publication.document(reader, {
      code: place.code,
      language: asked.language,
      version: newest.number,
      at: asked.at,
    }),
  }));
  if (stored === null) return null;
  const calledOff = all.filter(({ calledOffAt }) => calledOffAt !== null).length;
  return {
    title: stored.title,
    key: `${asked.current} ${all.length} ${calledOff}`,
    versions: () => toldChanges(place, all, asked),
  };
}

/** The clause by its number in the document, which leads to it there. */
function Cited(props: {
  readonly change: ToldVersion["texts"][number];
  readonly frame: Frame;
  readonly place: DocumentPlace;
}) {
  const { change, frame, place } = props;
  const words = documentWords(frame.language);
  if (change.cited === null) return <>{words.heading}</>;
  const title = words.clause({ clause: change.cited });
  const link = clauseLink(place, change, frame.links);
  return link === null ? <>{title}</> : <a href={link}>{title}</a>;
}

function Version(props: {
  readonly version: ToldVersion;
  readonly frame: Frame;
  readonly place: DocumentPlace;
  readonly timeZone: string;
  readonly isFirst: boolean;
}) {
  const { version, frame, place, timeZone, isFirst } = props;
  const { language, links } = frame;
  const { number, state, texts, enforced } = version;
  const words = documentWords(language);
  const path = place.versions.find((one) => one.number === number)?.path;
  const effective = {
    "in-force": words.effective,
    earlier: words.effective,
    scheduled: words.effectiveLater,
    "called-off": words.effectiveNever,
  }[state];
  const title = `${words.versionNumber({ number })}, ${stateWord(state, language)}`;
  return (
    <section id={`v${number}`} aria-labelledby={`v${number}-title`}>
      <h2 id={`v${number}-title`}>
        {path === undefined ? (
          title
        ) : (
          <a href={links.page(`${path}versions/:number/`, { number: String(number) })}>{title}</a>
        )}
      </h2>
      <DefinitionList
        items={[
          ...(version.updatedOn === null
            ? []
            : [{ term: words.updated, detail: <Day date={version.updatedOn} language={language} /> }]),
          {
            term: words.published,
            detail: <Moment at={version.publishedAt} language={language} timeZone={timeZone} />,
          },
          {
            term: effective,
            detail: <Moment at={version.effectiveFrom} language={language} timeZone={timeZone} />,
          },
          ...(version.calledOffAt === null
            ? []
            : [
                {
                  term: words.calledOffAt,
                  detail: <Moment at={version.calledOffAt} language={language} timeZone={timeZone} />,
                },
              ]),
          ...(version.note === null ? [] : [{ term: words.note, detail: version.note }]),
        ]}
      />
      <p>
        {isFirst ? words.firstVersion : words.comparedWith({ number: version.base ?? 0 })}{" "}
        {!isFirst && texts.length === 0 && words.nothingChanged}
      </p>
      {texts.map((change) => (
        <>
          <h3>
            <Cited change={change} frame={frame} place={place} />
            {change.about === "margin" && `, ${words.howKept.toLowerCase()}`}{" "}
            <Status>{words[change.kind]}</Status>{" "}
            {change.material && <Status kind="warning">{words.material}</Status>}
          </h3>
          <Difference language={language} before={change.before} after={change.after} />
        </>
      ))}
      {enforced.length > 0 && (
        <>
          <h3>{words.enforced}</h3>
          <ul>
            {enforced.map(({ kind, where, material }) => (
              <li>
                <code>{where}</code> {words[kind]}{" "}
                {material && <Status kind="warning">{words.material}</Status>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
