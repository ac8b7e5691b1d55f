import { z } from "zod";
import { CLAUSE_STATES, countStates } from "../../duties/promises/index.ts";
import { cached, file, type Frame, page, type Route, withQuery } from "../../platform/http/index.ts";
import { formatMoment, type Language } from "../../platform/i18n/index.ts";
import { Code, DefinitionList, EmptyState, Filter, Notice } from "../../platform/ui/index.ts";
import type { Operator } from "../operator.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { CheckRows } from "./promise-checks.tsx";
import { promiseWords } from "./promise.messages.ts";
import { ClauseRow } from "./promise-row.tsx";
import { Waivers, waiversOf, waiverView } from "./promise-waivers.tsx";
import { checkOf, checkView, clauseLine, lineOf } from "./promise-view.ts";

export const PROMISES_PATH = "/promises/";

const state = z.enum(CLAUSE_STATES);

const view = z.object({
  /** Which clauses are listed; null for all. */
  state: state.nullable(),
  counts: z.array(z.object({ state, count: z.number() })),
  total: z.number(),
  broken: z.number(),
  /** When the newest count ended, ms. */
  counted: z.number().nullable(),
  documents: z.array(z.object({ title: z.string(), path: z.string(), clauses: z.array(clauseLine) })),
  checks: z.array(checkView),
  /** Warnings of the check that are accepted in public. */
  waivers: z.array(waiverView),
  custody: z.enum(["folder", "passphrase", "unknown"]),
  profile: z.enum(["rsa-3072-aes-256-gcm"]),
});

/**
 * Every clause of every document in plain words, how it is kept, and what was counted of it on this installation; for
 * everybody, without a script. The same as signed JSON. From a snapshot that is made when a count ends.
 */
export function promisesPage(operator: Operator, policies: PolicyReader): Route[] {
  return [
    page({
      path: PROMISES_PATH,
      caching: "public",
      // What is no state shows everything.
      query: z.object({ state: state.optional().catch(undefined) }),
      view,
      async show({ at, language }, { query }) {
        const fact = await policies.read(at);
        const snapshot = await operator.promises.snapshot(fact);
        const only = query.state ?? null;
        return cached(`${snapshot.key} ${language} ${only ?? "all"}`, () => {
          const { standings, board, custody } = snapshot;
          const counts = countStates(standings);
          const listed = standings.filter((standing) => only === null || standing.state === only);
          return {
            state: only,
            counts: CLAUSE_STATES.map((one) => ({ state: one, count: counts[one] })),
            total: standings.length,
            broken: counts.broken,
            counted: board.at,
            documents: fact.compiled.documents
              .map(({ code, title, path }) => ({
                title: title[language],
                path,
                clauses: listed
                  .filter(({ clause }) => clause.document === code)
                  .map((standing) => lineOf(standing, board.records, language)),
              }))
              .filter(({ clauses }) => clauses.length > 0),
            checks: [...board.records.values()].map((record) => checkOf(record, language)),
            waivers: waiversOf(fact.compiled, language),
            custody,
            profile: fact.compiled.settings.crypto.profile,
          };
        });
      },
      render: (model, frame) => <Promises model={model} frame={frame} policies={policies} />,
    }),
    file({
      path: "/promises.json",
      caching: "revalidate",
      async read({ at }) {
        const snapshot = await operator.promises.snapshot(await policies.read(at));
        return { type: "application/json", bytes: snapshot.file() };
      },
    }),
  ];
}

function Promises(props: {
  readonly model: z.output<typeof view>;
  readonly frame: Frame;
  readonly policies: PolicyReader;
}) {
  const { model, frame, policies } = props;
  const { language, links } = frame;
  const words = promiseWords(language);
  const policy = policies.current();
  const { timeZone } = policy.operator;
  const here = links.page(PROMISES_PATH);
  const filters = [
    { label: words.all({ count: model.total }), link: here, current: model.state === null },
    ...model.counts
      .filter(({ count }) => count > 0)
      .map((one) => ({
        label: words.ofState({ state: words[one.state], count: one.count }),
        link: withQuery(here, { state: one.state }),
        current: model.state === one.state,
      })),
  ];
  return (
    <PageFrame frame={frame} policy={policy} title={words.title} path={PROMISES_PATH}>
      <div class="promises-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {model.broken > 0 && (
          <Notice language={language} kind="error" title={words.brokenTitle({ count: model.broken })}>
            <p>
              <a href={withQuery(here, { state: "broken" })}>{words.brokenWhich}</a>
            </p>
          </Notice>
        )}
        <p class="document-facts">{countedText(model.counted, language, timeZone)}</p>
      </div>
      <Filter label={words.filter} items={filters} />
      {model.state !== null && <p class="promises-means">{words[`${model.state}Means`]}</p>}
      {model.documents.length === 0 && (
        <EmptyState title={words.none}>
          <p>{words.noneNext}</p>
        </EmptyState>
      )}
      {model.documents.map(({ title, path, clauses }) => (
        <section class="promises-document">
          <h2>
            <a href={links.page(path as `/${string}`)}>{title}</a>
          </h2>
          <ol class="promises">
            {clauses.map((line) => (
              <ClauseRow line={line} frame={frame} timeZone={timeZone} />
            ))}
          </ol>
        </section>
      ))}
      <section class="promises-counts">
        <h2>{words.counts}</h2>
        <p>{words.countsLead}</p>
        <CheckRows checks={model.checks} frame={frame} timeZone={timeZone} />
      </section>
      <Waivers waivers={model.waivers} language={language} />
      <section class="prose">
        <h2>{words.keys}</h2>
        <DefinitionList
          items={[
            { term: words.profile, detail: words[model.profile] },
            { term: words.custody, detail: words[model.custody] },
          ]}
        />
        <h2>{words.takeAway}</h2>
        <p>
          <a href={links.plain("/promises.json")}>{words.signedFile}</a>. {words.signedHow}
        </p>
        <Code caption={words.ownMachine} text="npx upheld promises verify promises.json --key KEY" />
      </section>
    </PageFrame>
  );
}

function countedText(at: number | null, language: Language, timeZone: string): string {
  const words = promiseWords(language);
  return at === null ? words.notCounted : words.allCounted({ moment: formatMoment(at, language, timeZone) });
}
