import { z } from "zod";
import {
  type Frame,
  page,
  refuse,
  type Route,
  seeOther,
  shown,
  withQuery,
} from "../../platform/http/index.ts";
import { formatMoment } from "../../platform/i18n/index.ts";
import { Button, DefinitionList, Field, Form, Notice } from "../../platform/ui/index.ts";
import { formsOf } from "../../policy/index.ts";
import {
  type EnquiryStanding,
  followEnquiry,
  INTAKE_ERRORS,
  IntakeError,
  replyAttribute,
  replyToEnquiry,
} from "../../services/intake/index.ts";
import { REFUSALS } from "../../trust/gate/index.ts";
import type { Operator } from "../operator.ts";
import { followWords } from "./follow.messages.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";

const PATH = "/enquiry/:token/";

const view = z.object({
  reference: z.string(),
  state: z.enum(["held", "open", "takenOn", "answered", "closed"]),
  receivedAt: z.number(),
  confirmedAt: z.number().nullable(),
  closedAt: z.number().nullable(),
  answeredAt: z.array(z.number()),
  repliedAt: z.array(z.number()),
  /** The page's shown-version token; null where nothing can be added. */
  shown: z.string().nullable(),
  added: z.boolean(),
  typed: z.string(),
  problem: z.string().nullable(),
});

type View = z.output<typeof view>;

/**
 * How an enquiry stands, for whoever holds the link that was mailed about it, and a way to add to it. Shows nothing of
 * what either side wrote. Clauses itsectr-privacy/4.1.1, itsectr-agreement/3.2.forms.
 */
export function followPage(operator: Operator, policies: PolicyReader): Route {
  const { store, publication } = operator;
  const look = async (
    token: string,
    { at, language }: { readonly at: number; readonly language: "en" | "ru" },
  ) => {
    const fact = await policies.read(at);
    const standing = await store.read((reader) => followEnquiry(reader, token, operator));
    const { form } = standing;
    const document = formsOf(fact.compiled).find(({ code }) => code === form)?.document;
    const mayAdd = document !== undefined && replyAttribute(form, fact.compiled) !== null;
    return {
      ...viewOf(standing),
      shown: mayAdd ? publication.shownToken({ policy: fact.hash, document, language, form, at }) : null,
    };
  };
  return page({
    path: PATH,
    params: z.object({ token: z.string().max(200) }),
    query: z.object({ added: z.enum(["yes"]).optional().catch(undefined) }),
    view,
    show: async (exchange, { params, query }) => ({
      ...(await look(params.token, exchange)),
      added: query.added === "yes",
    }),
    form: {
      fields: z.strictObject({ text: z.string().max(100_000), shown: z.string().max(512) }),
      async submit(exchange, { params, fields }) {
        const { language, at, client, links } = exchange;
        const { token } = params;
        const again = async (problem: string, status: 409 | 422 | 429, retryAfter?: number | null) =>
          shown({ ...(await look(token, exchange)), typed: fields.text, problem }, status, retryAfter);
        try {
          const policy = (await policies.read(at)).compiled;
          const done = await replyToEnquiry({ token, ...fields, policy, client }, operator);
          if ("refusal" in done) {
            const { status, message } = REFUSALS[done.refusal.code];
            return status === 409 ? await again(message[language], status) : refuse(done.refusal.code);
          }
          return seeOther(withQuery(links.page(PATH, { token }), { added: "yes" }));
        } catch (error) {
          if (!(error instanceof IntakeError)) throw error;
          const { status, message } = INTAKE_ERRORS[error.code];
          if (status !== 409 && status !== 422 && status !== 429) throw error;
          return await again(message[language], status, error.retryAfter);
        }
      },
      again: () => refuse("form-malformed"),
    },
    render: (model, frame) => {
      const title = followWords(frame.language).title({ reference: model.reference });
      const policy = policies.current();
      return (
        <PageFrame frame={frame} policy={policy} title={title} path={PATH} wrong={model.problem !== null}>
          <div class="prose">
            <h1>{title}</h1>
            <Standing model={model} frame={frame} timeZone={policy.operator.timeZone} />
            {model.shown !== null && <Adding model={model} frame={frame} shown={model.shown} />}
          </div>
        </PageFrame>
      );
    },
  });
}

function viewOf(standing: EnquiryStanding): View {
  const { reference, status, held, takenOn, receivedAt, confirmedAt, closedAt } = standing;
  const open = takenOn ? "takenOn" : status;
  return {
    reference,
    state: held ? "held" : status === "open" ? open : status,
    receivedAt,
    confirmedAt,
    closedAt,
    answeredAt: [...standing.answeredAt],
    repliedAt: [...standing.repliedAt],
    shown: null,
    added: false,
    typed: "",
    problem: null,
  };
}

function Standing(props: { readonly model: View; readonly frame: Frame; readonly timeZone: string }) {
  const { model, frame, timeZone } = props;
  const { language } = frame;
  const words = followWords(language);
  const moment = (at: number) => formatMoment(at, language, timeZone);
  return (
    <>
      {model.added && <Notice language={language} kind="success" title={words.addedTitle} />}
      <DefinitionList
        items={[
          { term: words.state, detail: <strong>{words[model.state]}</strong> },
          { term: words.received, detail: moment(model.receivedAt) },
          ...(model.confirmedAt === null
            ? []
            : [{ term: words.confirmed, detail: moment(model.confirmedAt) }]),
          ...model.answeredAt.map((at) => ({ term: words.answeredAt, detail: moment(at) })),
          ...model.repliedAt.map((at) => ({ term: words.repliedAt, detail: moment(at) })),
          ...(model.closedAt === null ? [] : [{ term: words.closedAt, detail: moment(model.closedAt) }]),
        ]}
      />
      <p>{words.keptSealed}</p>
    </>
  );
}

function Adding(props: { readonly model: View; readonly frame: Frame; readonly shown: string }) {
  const { model, frame, shown: token } = props;
  const { language } = frame;
  const words = followWords(language);
  const { problem, typed } = model;
  return (
    <>
      <h2>{words.addTitle}</h2>
      <Form
        language={language}
        action={frame.self}
        errors={problem === null ? [] : [{ field: "text", text: problem }]}
        hidden={{ shown: token }}
      >
        <Field
          language={language}
          kind="long-text"
          name="text"
          label={words.addTitle}
          hint={words.addHint}
          required
          value={typed}
          error={problem}
        />
        <Button>{words.add}</Button>
      </Form>
    </>
  );
}
