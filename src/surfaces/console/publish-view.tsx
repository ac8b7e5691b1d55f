import { z } from "zod";
import type { Frame } from "../../platform/http/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import {
  Button,
  Difference,
  EmptyState,
  Field,
  Form,
  type FormError,
  Notice,
  Row,
  Rows,
  Sentence,
  Status,
} from "../../platform/ui/index.ts";
import type { Around } from "./around.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import { versionWords } from "./versions.messages.ts";

const localised = z.object({ en: z.string(), ru: z.string() });

/** A draft as the page shows it. */
export const draftView = z.object({
  hash: z.string(),
  base: z.number().nullable(),
  nothing: z.boolean(),
  needsReason: z.boolean(),
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
      kind: z.string(),
      where: z.string(),
      clause: z.string().nullable(),
      material: z.boolean(),
      before: localised.nullable(),
      after: localised.nullable(),
    }),
  ),
  /** Number of the version whose content it is; null: what stands in the folder. */
  restored: z.number().nullable(),
  /** The clause that it marks as not holding any more, with its document. */
  invalidated: z.string().nullable(),
  documents: z.array(z.object({ code: z.string(), path: z.string(), title: z.string() })),
});

const asked = z.object({
  clause: z.string(),
  "reason-en": z.string(),
  "reason-ru": z.string(),
  on: z.string(),
});

export type Asked = z.output<typeof asked>;

/** All that the publishing page gets to see. */
export const publishView = z.object({
  draft: draftView.nullable(),
  broken: z.string().nullable(),
  /** About the whole when it names no field. Overtaken: what was looked at stands no more, and nothing was typed wrongly. */
  problem: z.object({ field: z.string(), text: z.string(), overtaken: z.boolean() }).nullable(),
  typed: z.object({ from: z.string(), en: z.string(), ru: z.string() }),
  /** Which clause is to be marked, why and from when; null where nothing is asked for. */
  asked: asked.nullable(),
  /** True while it is asked for. */
  asks: z.boolean(),
});

type Model = z.output<typeof publishView>;
type ShownDraft = z.output<typeof draftView>;

/** The draft with what the check found, its differences and its texts, and the form by which it is published. */
export function PublishView(props: {
  readonly model: Model;
  readonly frame: Frame;
  readonly around: Around;
}) {
  const { model, frame, around } = props;
  const words = versionWords(frame.language);
  const { draft, broken, problem } = model;
  return (
    <ConsoleFrame
      frame={frame}
      title={words.publishTitle}
      around={around}
      room="/console/publish/"
      wrong={problem !== null && !problem.overtaken}
    >
      <h1>{words.publishTitle}</h1>
      {problem !== null && problem.field === "" && (
        <Notice
          language={frame.language}
          kind={problem.overtaken ? "warning" : "error"}
          title={problem.text}
          first
        >
          {problem.overtaken && publishable(draft) && <p>{words.typedKept}</p>}
        </Notice>
      )}
      {broken !== null && (
        <Notice language={frame.language} kind="error" title={words.broken}>
          <p>
            <Sentence text={broken} />
          </p>
          <p>{words.brokenNext}</p>
        </Notice>
      )}
      {model.asks && <AskForm model={model} frame={frame} />}
      {!publishable(draft) && <Kept typed={model.typed} language={frame.language} />}
      {draft !== null && <DraftBody draft={draft} model={model} frame={frame} />}
    </ConsoleFrame>
  );
}

/** Which clause does not hold any more, and why: looked at next, and published after that. */
function AskForm({ model, frame }: { readonly model: Model; readonly frame: Frame }) {
  const { language } = frame;
  const words = versionWords(language);
  const { asked: typed, problem } = model;
  const errorOf = (field: string) => (problem?.field === field ? problem.text : null);
  const field = (
    name: keyof Asked,
    label: string,
    hint: string | null,
    kind: "text" | "long-text" | "date",
  ) => (
    <Field
      language={language}
      kind={kind}
      name={name}
      label={label}
      hint={hint}
      required={name !== "on"}
      value={typed?.[name] ?? ""}
      error={errorOf(name)}
    />
  );
  return (
    <Form language={language} action={frame.self} errors={problem === null ? [] : [problem]}>
      <p>{words.invalidateLead}</p>
      {field("clause", words.invalidateClause, words.invalidateClauseHint, "text")}
      {field("reason-en", words.reasonEn, null, "long-text")}
      {field("reason-ru", words.reasonRu, null, "long-text")}
      {field("on", words.invalidateOn, words.invalidateOnHint, "date")}
      <Button>{words.look}</Button>
    </Form>
  );
}

/** Whether there is a form to publish it with. */
function publishable(draft: ShownDraft | null): draft is ShownDraft {
  return draft !== null && !draft.nothing && !draft.findings.some(({ severity }) => severity === "error");
}

/** What was typed, where there is no form any more to show it in. */
function Kept(props: { readonly typed: Model["typed"]; readonly language: Language }) {
  const { typed, language } = props;
  const words = versionWords(language);
  if (typed.en === "" && typed.ru === "") return null;
  return (
    <>
      <h2>{words.typed}</h2>
      <p class="written" lang="en">
        {typed.en}
      </p>
      <p class="written" lang="ru">
        {typed.ru}
      </p>
    </>
  );
}

interface DraftBodyProps {
  readonly draft: ShownDraft;
  readonly model: Model;
  readonly frame: Frame;
}

/** What the draft was made from. */
function leadOf(
  { restored, invalidated }: DraftBodyProps["draft"],
  base: string,
  words: ReturnType<typeof versionWords>,
): string {
  if (restored !== null) return words.restoreLead({ base, version: String(restored) });
  return invalidated === null
    ? words.publishLead({ base })
    : words.invalidatedLead({ base, clause: invalidated });
}

function DraftBody({ draft, model, frame }: DraftBodyProps) {
  const { language, links } = frame;
  const words = versionWords(language);
  const base = String(draft.base ?? 0);
  if (draft.nothing && draft.findings.length === 0) {
    return (
      <EmptyState title={words.same}>
        <p>{words.sameNext({ base })}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p>{leadOf(draft, base, words)}</p>
      <h2>{words.findings}</h2>
      <Findings draft={draft} frame={frame} />
      {draft.nothing ? (
        <EmptyState title={words.same}>
          <p>{words.sameNext({ base })}</p>
        </EmptyState>
      ) : (
        <>
          <h2>{words.changes}</h2>
          <Changes draft={draft} frame={frame} />
          <h2>{words.preview}</h2>
          <ul>
            {draft.documents.map(({ code, path, title }) => (
              <li>
                <a
                  href={
                    draft.restored === null
                      ? links.page("/console/publish/:document/:draft/", {
                          document: code,
                          draft: draft.hash,
                        })
                      : links.page(`${path as `/${string}`}versions/:number/`, {
                          number: String(draft.restored),
                        })
                  }
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
          {publishable(draft) && <PublishForm draft={draft} model={model} frame={frame} />}
        </>
      )}
    </>
  );
}

function Findings({ draft, frame }: Pick<DraftBodyProps, "draft" | "frame">) {
  const words = versionWords(frame.language);
  const { findings } = draft;
  if (findings.length === 0) return <p>{words.noFindings}</p>;
  return (
    <>
      {findings.some(({ severity }) => severity === "error") && <p>{words.findingsStop}</p>}
      <Rows label={words.findings}>
        {findings.map(({ severity, where, clause, message, remedy, rule, waived }) => (
          <Row
            title={<Sentence text={message} />}
            marks={
              waived === null ? (
                <Status kind={severity}>
                  {severity === "error" ? words.errorFinding : words.warningFinding}
                </Status>
              ) : (
                <Status kind="neutral">{words.waivedFinding}</Status>
              )
            }
            note={
              <>
                {waived === null ? <Sentence text={remedy} /> : words.waivedBecause({ reason: waived })}
                {rule !== null && ` ${words.rule({ rule })}`}
              </>
            }
            end={
              <>
                <code>{where}</code> {clause !== null && words.clause({ clause })}
              </>
            }
          />
        ))}
      </Rows>
    </>
  );
}

function Changes({ draft, frame }: Pick<DraftBodyProps, "draft" | "frame">) {
  const { language } = frame;
  const words = versionWords(language);
  const material = draft.changes.filter((change) => change.material).length;
  return (
    <>
      <p>
        {words.changeCount({ count: draft.changes.length, material })}. {material > 0 && words.materialMeans}
      </p>
      <ol class="changes">
        {draft.changes.map(({ kind, where, clause, material, before, after }) => (
          <li class="change">
            <p class="change-head">
              <span class="change-place">
                {clause === null ? <code>{where}</code> : words.clause({ clause })}
              </span>{" "}
              <Status>{words.kindOf({ kind })}</Status>{" "}
              {material && <Status kind="warning">{words.material}</Status>}
            </p>
            {before === null && after === null ? (
              clause !== null && (
                <p class="change-where">
                  <code>{where}</code>
                </p>
              )
            ) : (
              <Difference
                language={language}
                before={before?.[language] ?? null}
                after={after?.[language] ?? null}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function PublishForm({ draft, model, frame }: DraftBodyProps) {
  const { language } = frame;
  const words = versionWords(language);
  const { typed, problem } = model;
  const errors: FormError[] = problem === null || problem.field === "" ? [] : [problem];
  const errorOf = (field: string) => (problem?.field === field ? problem.text : null);
  const hint = draft.needsReason ? words.reasonHint : words.noteHint;
  return (
    <>
      <h2>{words.act}</h2>
      <Form
        language={language}
        action={frame.self}
        errors={errors}
        hidden={{ ...model.asked, draft: draft.hash }}
      >
        <Field
          language={language}
          kind="long-text"
          name="note-en"
          label={words.noteEn}
          hint={hint}
          required={draft.needsReason}
          value={typed.en}
          maxLength={2000}
          error={errorOf("note-en")}
        />
        <Field
          language={language}
          kind="long-text"
          name="note-ru"
          label={words.noteRu}
          hint={hint}
          required={draft.needsReason}
          value={typed.ru}
          maxLength={2000}
          error={errorOf("note-ru")}
        />
        <Field
          language={language}
          kind="date"
          name="from"
          label={words.from}
          hint={words.fromHint}
          required={false}
          value={typed.from}
          error={errorOf("from")}
        />
        <Button>{words.press}</Button>
      </Form>
    </>
  );
}
