import { z } from "zod";
import { CLAUSE_STATES, CONTROLS } from "../../duties/promises/index.ts";
import { cached, type Frame, page, refuse, type Route, withFragment } from "../../platform/http/index.ts";
import { formatDate } from "../../platform/i18n/index.ts";
import { Notice } from "../../platform/ui/index.ts";
import type { Operator } from "../operator.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { CheckRows } from "./promise-checks.tsx";
import { promiseWords } from "./promise.messages.ts";
import { StateMark } from "./promise-parts.tsx";
import { CLAUSE_PATH } from "./promise-row.tsx";
import { checkOf, checkView, lineOf, clauseLine } from "./promise-view.ts";
import { PROMISES_PATH } from "./promises-page.tsx";

const controlKind = z.enum(["type", "gate-rule", "job", "screen", "evidence-query"]);

const view = z.object({
  line: clauseLine,
  documentTitle: z.string(),
  state: z.enum(CLAUSE_STATES),
  invalidatedBecause: z.string().nullable(),
  controls: z.array(z.object({ how: z.string(), kind: controlKind })),
  checks: z.array(checkView),
  tests: z.array(z.string()),
  removedBy: z.array(z.string()),
});

const name = z
  .string()
  .max(80)
  .regex(/^[A-Za-z0-9._-]+$/);

/** One clause: what it promises, what keeps it, which tests show that, and everything that was counted of it. */
export function promisePage(operator: Operator, policies: PolicyReader): Route {
  return page({
    path: CLAUSE_PATH,
    caching: "public",
    params: z.object({ document: name, clause: name }),
    view,
    async show({ at, language }, { params }) {
      const fact = await policies.read(at);
      const { key, standings, board } = await operator.promises.snapshot(fact);
      const id = `${params.document}/${params.clause}`;
      const standing = standings.find(({ clause }) => clause.id === id);
      if (standing === undefined) return refuse("not-found");
      return cached(`${key} ${language}`, () => {
        const { clause, state, controls, checks, tests, removedBy } = standing;
        return {
          line: lineOf(standing, board.records, language),
          documentTitle: clause.documentTitle[language],
          state,
          invalidatedBecause: clause.invalidated?.reason[language] ?? null,
          controls: controls.map((code) => ({
            how: CONTROLS[code].how[language],
            kind: CONTROLS[code].kind,
          })),
          checks: checks.flatMap((code) => {
            const record = board.records.get(code);
            return record === undefined ? [] : [checkOf(record, language)];
          }),
          tests: [...tests],
          removedBy: [...removedBy],
        };
      });
    },
    render: (model, frame) => <OnePromise model={model} frame={frame} policies={policies} />,
  });
}

function OnePromise(props: {
  readonly model: z.output<typeof view>;
  readonly frame: Frame;
  readonly policies: PolicyReader;
}) {
  const { model, frame, policies } = props;
  const { language, links } = frame;
  const { line, state, checks } = model;
  const words = promiseWords(language);
  const policy = policies.current();
  const title = words.clauseTitle({ clause: line.cited });
  const place = withFragment(links.page(line.documentPath as `/${string}`), line.clause);
  return (
    <PageFrame frame={frame} policy={policy} title={`${title} · ${model.documentTitle}`} path="">
      <div class="prose">
        <p class="document-facts">
          <a href={links.page(PROMISES_PATH)}>{words.allPromises}</a> · {model.documentTitle}
        </p>
        <h1>{title}</h1>
        <p class="lead">{line.says}</p>
        <p>
          <a href={place}>{words.inDocument}</a>
        </p>
        {line.invalidatedOn !== null && (
          <Notice
            language={language}
            kind="info"
            title={words.invalidatedOn({ date: formatDate(Date.parse(line.invalidatedOn), language, "UTC") })}
          >
            <p>{model.invalidatedBecause}</p>
          </Notice>
        )}
        <h2>{words.state}</h2>
        <p>
          <StateMark state={state} language={language} />
        </p>
        <p>
          {words[`${state}Means`]} {line.pending !== null && words.waitsFor({ room: words[line.pending] })}
        </p>
        {model.controls.length > 0 && (
          <>
            <h2>{words.how}</h2>
            <ul class="promise-controls">
              {model.controls.map(({ how, kind }) => (
                <li>
                  {how} <span class="promise-kind">({words[kind]})</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {model.controls.length > 0 && (
        <section class="promises-counts">
          <h2>{words.counts}</h2>
          {checks.length === 0 ? (
            <p class="prose">{words.noCounts}</p>
          ) : (
            <CheckRows checks={checks} frame={frame} timeZone={policy.operator.timeZone} open />
          )}
        </section>
      )}
      <Files title={words.tests} files={model.tests} />
      <Files title={words.removed} files={model.removedBy} />
    </PageFrame>
  );
}

function Files({ title, files }: { readonly title: string; readonly files: readonly string[] }) {
  if (files.length === 0) return null;
  return (
    <section class="prose">
      <h2>{title}</h2>
      <ul>
        {files.map((file) => (
          <li>
            <code class="promise-file">{file}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
