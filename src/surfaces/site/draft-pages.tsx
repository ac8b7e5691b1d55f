import { raw } from "hono/html";
import { z } from "zod";
import { type Exchange, type Frame, page, refuse, type Route } from "../../platform/http/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { Code, Difference, EmptyState, Notice, Sentence, Status } from "../../platform/ui/index.ts";
import { sayFinding } from "../../policy/index.ts";
import type { Draft, DraftOutcome } from "../../trust/publication/index.ts";
import { documentWords } from "./document.messages.ts";
import { draftWords } from "./draft.messages.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";

/** What the operator's folder compiles to as it is saved now, or why it does not; in development alone. */
export interface DraftDesk {
  read(): Promise<DraftOutcome>;
}

const LIST = "/development/draft/";
const ONE = "/development/draft/:code/";

const view = z.object({
  broken: z.string().nullable(),
  base: z.number().nullable(),
  documents: z.array(z.object({ code: z.string(), title: z.string(), changed: z.boolean() })),
  findings: z.array(
    z.object({
      severity: z.enum(["error", "warning"]),
      where: z.string(),
      clause: z.string().nullable(),
      message: z.string(),
      remedy: z.string(),
      rule: z.string().nullable(),
      waived: z.string().nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      kind: z.enum(["added", "removed", "changed"]),
      where: z.string(),
      material: z.boolean(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});

/** The draft in the browser: of this machine alone. Seeing it publishes nothing (design invariant 12). */
export function draftPages(desk: DraftDesk, policies: PolicyReader): Route[] {
  return [summaryPage(desk, policies), draftDocumentPage(desk, policies)];
}

/** A draft is nobody's business yet, so nobody from elsewhere sees that there is one. */
function onlyHere({ fromThisMachine }: Exchange): void {
  if (!fromThisMachine) refuse("not-found");
}

function summaryPage(desk: DraftDesk, policies: PolicyReader): Route {
  return page({
    path: LIST,
    view,
    async show(exchange) {
      onlyHere(exchange);
      await policies.read(exchange.at);
      const read = await desk.read();
      const nothing = { broken: null, base: null, documents: [], findings: [], changes: [] };
      return "broken" in read
        ? { ...nothing, broken: read.broken[exchange.language] }
        : { broken: null, ...summaryOf(read.draft, exchange.language) };
    },
    render: (model, frame) => <Summary model={model} frame={frame} policies={policies} />,
  });
}

function summaryOf(
  { compiled, base, findings, changes, changedDocuments }: Draft,
  language: Language,
): Omit<z.input<typeof view>, "broken"> {
  return {
    base,
    documents: compiled.documents.map(({ code, title }) => ({
      code,
      title: title[language],
      changed: changedDocuments.includes(code),
    })),
    findings: findings.map((finding) => {
      const { severity, where, clause } = finding;
      return { severity, where, clause, ...sayFinding(finding, language) };
    }),
    changes: changes.map(({ kind, where, material, before, after }) => ({
      kind,
      where,
      material,
      before: before?.[language] ?? null,
      after: after?.[language] ?? null,
    })),
  };
}

function Summary(props: {
  readonly model: z.output<typeof view>;
  readonly frame: Frame;
  readonly policies: PolicyReader;
}) {
  const { model, frame, policies } = props;
  const { language, links } = frame;
  const words = draftWords(language);
  const told = documentWords(language);
  const { broken, base, documents, findings, changes } = model;
  return (
    <PageFrame frame={frame} policy={policies.current()} title={words.title} path="">
      <div class="prose">
        <h1>{words.title}</h1>
        <Notice language={language} kind="info" title={words.notInForce}>
          <p>
            {words.howToPublish} <code>npx upheld publish --as LOGIN</code>
          </p>
        </Notice>
        {broken !== null && (
          <>
            <Notice language={language} kind="error" title={words.broken} />
            <Code caption={words.why} text={broken} />
          </>
        )}
        {documents.length > 0 && (
          <>
            <h2>{words.documents}</h2>
            <ul>
              {documents.map(({ code, title, changed }) => (
                <li>
                  <a href={links.page(ONE, { code })}>{title}</a>{" "}
                  {changed && <Status kind="info">{told.changed}</Status>}
                </li>
              ))}
            </ul>
          </>
        )}
        {findings.length > 0 && (
          <>
            <h2>{words.findings}</h2>
            <ul>
              {findings.map(({ severity, where, clause, message, remedy, rule, waived }) => (
                <li>
                  <Status kind={waived === null ? severity : "neutral"}>
                    {waived === null ? words[severity] : words.waived}
                  </Status>{" "}
                  <code>{where}</code>
                  {clause !== null && `, ${told.clause({ clause })}`}
                  <p>
                    <Sentence text={`${message} ${waived ?? remedy}${rule === null ? "" : ` (${rule})`}`} />
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
        {broken === null && <h2>{base === null ? told.changes : told.comparedWith({ number: base })}</h2>}
        {broken === null && changes.length === 0 && <EmptyState title={words.nothing} />}
        {changes.map(({ kind, where, material, before, after }) => (
          <>
            <h3>
              <code>{where}</code> <Status>{told[kind]}</Status>{" "}
              {material && <Status kind="warning">{told.material}</Status>}
            </h3>
            {(before !== null || after !== null) && (
              <Difference language={language} before={before} after={after} />
            )}
          </>
        ))}
      </div>
    </PageFrame>
  );
}

function draftDocumentPage(desk: DraftDesk, policies: PolicyReader): Route {
  return page({
    path: ONE,
    params: z.object({ code: z.string().regex(/^[a-z0-9-]{1,80}$/) }),
    view: z.object({ title: z.string(), text: z.string() }),
    async show(exchange, { params }) {
      onlyHere(exchange);
      await policies.read(exchange.at);
      const read = await desk.read();
      if ("broken" in read) return refuse("not-found");
      const { compiled, documents } = read.draft;
      const document = compiled.documents.find(({ code }) => code === params.code);
      const rendered = documents.find(
        ({ code, language }) => code === params.code && language === exchange.language,
      );
      if (document === undefined || rendered === undefined) return refuse("not-found");
      return { title: document.title[exchange.language], text: new TextDecoder().decode(rendered.bytes) };
    },
    render: ({ title, text }, frame) => {
      const words = draftWords(frame.language);
      return (
        <PageFrame frame={frame} policy={policies.current()} title={title} path="">
          <Notice language={frame.language} kind="warning" title={words.notInForce}>
            <p>
              <a href={frame.links.page(LIST)}>{words.title}</a>
            </p>
          </Notice>
          {raw(text)}
        </PageFrame>
      );
    },
  });
}
