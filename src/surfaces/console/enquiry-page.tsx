import { z } from "zod";
import {
  type Frame,
  type PageAnswer,
  refuse,
  type Route,
  seeOther,
  shown,
} from "../../platform/http/index.ts";
import {
  Beside,
  Button,
  DefinitionList,
  Field,
  Form,
  type FormError,
  Notice,
  Status,
  type StatusKind,
} from "../../platform/ui/index.ts";
import { colleagueNames } from "../../people/staff/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";
import {
  answerEnquiry,
  closeEnquiry,
  INTAKE_ERRORS,
  IntakeError,
  lastAnswer,
  openEnquiry,
  type OpenedEnquiry,
  reopenEnquiry,
} from "../../services/intake/index.ts";
import type { Around } from "./around.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { saying } from "./done.ts";
import { enquiryWords } from "./enquiry.messages.ts";
import { enquiryRowOf, enquiryRowView, STATUS_KINDS } from "./enquiry-row.tsx";
import { entryOf, entryView, JournalBeside } from "./journal-beside.tsx";
import { Moment } from "./moment.tsx";
import { purposeText } from "./purposes.ts";
import { type Visit, workAct, workPage } from "./work-page.ts";

/** As people type it; what it means is the intake room's to say. */
const params = z.object({ reference: z.string().regex(/^[0-9A-Za-z -]{1,40}$/) });

const view = z.object({
  enquiry: enquiryRowView,
  purpose: z.string(),
  closedAt: z.number().nullable(),
  confirmed: z.boolean(),
  shown: z.object({ version: z.number().nullable(), language: z.string() }).nullable(),
  values: z.array(
    z.object({ label: z.string(), value: z.string(), verified: z.boolean(), long: z.boolean() }),
  ),
  consents: z.array(
    z.object({
      label: z.string(),
      state: z.enum(["consentGiven", "consentConfirmed", "consentWithdrawn"]),
      at: z.number(),
    }),
  ),
  answers: z.array(
    z.object({
      text: z.string(),
      at: z.number(),
      by: z.string(),
      name: z.string().nullable(),
      you: z.boolean(),
    }),
  ),
  /** Id of the newest answer, empty before the first: the form carries it, so that it is sent once. */
  seen: z.string(),
  entries: z.array(entryView),
  problem: z.string().nullable(),
  typed: z.string(),
});

type View = z.input<typeof view>;
type Model = z.output<typeof view>;

/**
 * One enquiry, read under the purpose for which it was collected, beside its journal, in which this reading stands too
 * (clauses itsectr-privacy/1.1.1, 3.2.5, 4.1.1). Answered here by mail. Addresses of the network are not shown.
 */
export function enquiryPage(parts: ConsoleParts): Route {
  const { operator } = parts;

  const look = async (visit: Visit, reference: string, changed: Partial<View> = {}): Promise<View> => {
    const { actor, policy, exchange, staff } = visit;
    const { language, at } = exchange;
    const { compiled } = policy;
    const opened = await operator.store.transaction(async (tx) => {
      const found = await openEnquiry(tx, actor, reference, { ...operator, policy: compiled });
      if ("refusal" in found) return found;
      return { ...found, names: await colleagueNames(tx, staff, colleaguesIn(found.enquiry), operator) };
    });
    // By now the refusal is journalled; only then is it told.
    if ("refusal" in opened) return refuse(opened.refusal.code);
    const { enquiry, names } = opened;
    const versions = await operator.store.read((reader) => operator.publication.timeline(reader));
    const attributes = new Map(compiled.attributes.map((one) => [one.code, one]));
    const titles = new Map(compiled.forms.map(({ code, title }) => [code, title[language]]));
    const consents = new Map(compiled.consents.map(({ code, label }) => [code, label[language]]));
    return {
      enquiry: enquiryRowOf(enquiry, titles.get(enquiry.form) ?? enquiry.form, at),
      purpose: purposeText(enquiry.purpose, compiled, operator, language),
      closedAt: enquiry.closedAt,
      confirmed: enquiry.confirmedAt !== null,
      shown:
        enquiry.shown === null
          ? null
          : {
              version: versions.find(({ policy: hash }) => hash === enquiry.shown?.policy)?.number ?? null,
              language: enquiry.shown.language,
            },
      values: enquiry.values.map(({ attribute, value, verificationStatus }) => ({
        label: attributes.get(attribute)?.label[language] ?? attribute,
        value,
        verified: verificationStatus === "verified",
        long: attributes.get(attribute)?.kind === "free-text",
      })),
      consents: enquiry.consents.map(({ consent, givenAt, confirmedAt, withdrawnAt }) => ({
        label: consents.get(consent) ?? consent,
        state:
          withdrawnAt !== null
            ? "consentWithdrawn"
            : confirmedAt !== null
              ? "consentConfirmed"
              : "consentGiven",
        at: withdrawnAt ?? confirmedAt ?? givenAt,
      })),
      answers: enquiry.answers.map(({ text, answeredAt, answeredBy }) => ({
        text,
        at: answeredAt,
        by: answeredBy.slice(-6),
        name: names.get(answeredBy) ?? null,
        you: answeredBy === staff.staff,
      })),
      seen: enquiry.answers.at(-1)?.id ?? "",
      entries: enquiry.entries.map((entry) => entryOf(entry, staff.staff, names)),
      problem: null,
      typed: "",
      ...changed,
    };
  };

  const again = async (
    visit: Visit,
    reference: string,
    typed: string,
    problem: string,
    status: 409 | 422,
  ): Promise<PageAnswer<ReturnType<typeof visit.view<View>>>> =>
    shown(visit.view(await look(visit, reference, { typed, problem })), status);

  return workPage(parts, {
    path: "/console/enquiries/:reference/",
    params,
    view,
    show: async (visit, { reference }) => visit.view(await look(visit, reference)),
    form: {
      fields: z.strictObject({ text: z.string().max(60_000), seen: z.union([z.uuid(), z.literal("")]) }),
      written: (language) => [{ name: "text", label: enquiryWords(language).text, required: true }],
      async submit(visit, { reference }, { text, seen }) {
        const { actor, policy, exchange } = visit;
        const { language, links } = exchange;
        try {
          const answered = await operator.store.transaction(async (tx) => {
            if (((await lastAnswer(tx, reference)) ?? "") !== seen) return null;
            return answerEnquiry(tx, actor, reference, text, { ...operator, policy: policy.compiled });
          });
          if (answered === null) {
            return await again(visit, reference, text, enquiryWords(language).answeredMeanwhile, 409);
          }
          if ("refusal" in answered) return refuse(answered.refusal.code, { kept: "nothing" });
        } catch (error) {
          if (!(error instanceof IntakeError) || (error.status !== 409 && error.status !== 422)) throw error;
          const problem = INTAKE_ERRORS[error.code].message[language];
          return await again(visit, reference, text, problem, error.status === 409 ? 409 : 422);
        }
        return seeOther(saying(links.page("/console/enquiries/:reference/", { reference }), "answered"));
      },
      again: (visit, { reference }, { typed }) =>
        again(
          visit,
          reference,
          typed["text"] ?? "",
          INTAKE_ERRORS["answer-too-long"].message[visit.exchange.language],
          422,
        ),
    },
    render: (model, frame, around) => <EnquiryView model={model} frame={frame} around={around} />,
  });
}

/** Who of those who work here stands on the page. */
function colleaguesIn({ answers, entries }: OpenedEnquiry): Pseudonym[] {
  return [
    ...answers.map(({ answeredBy }) => answeredBy),
    ...entries.flatMap(({ entry: { actor } }) =>
      actor.kind === "staff" && actor.id !== undefined ? [actor.id] : [],
    ),
  ];
}

/** Closing an enquiry, which starts its retention clock, and taking that back. Done before, each says so. */
export function enquiryActs(parts: ConsoleParts): Route[] {
  const { operator } = parts;
  const act = (name: "close" | "reopen", change: typeof closeEnquiry): Route =>
    workAct(parts, {
      path: `/console/enquiries/:reference/${name}/`,
      params,
      fields: z.strictObject({}),
      from: ({ exchange }, at) => exchange.links.page("/console/enquiries/:reference/", at),
      async act({ actor, policy, exchange }, { reference }) {
        const changed = await operator.store.transaction((tx) =>
          change(tx, actor, reference, { ...operator, policy: policy.compiled }),
        );
        if ("refusal" in changed) return refuse(changed.refusal.code);
        const page = exchange.links.page("/console/enquiries/:reference/", { reference });
        if (changed.repeated) return saying(page, "nothing-to-do");
        return saying(page, name === "close" ? "closed" : "reopened");
      },
    });
  return [act("close", closeEnquiry), act("reopen", reopenEnquiry)];
}

interface EnquiryProps {
  readonly model: Model;
  readonly frame: Frame;
  readonly around: Around;
}

function EnquiryView({ model, frame, around }: EnquiryProps) {
  const { language } = frame;
  const words = enquiryWords(language);
  const { enquiry } = model;
  const title = words.title({ reference: enquiry.reference });
  return (
    <ConsoleFrame
      frame={frame}
      title={title}
      around={around}
      room="/console/enquiries/"
      wrong={model.problem !== null}
    >
      <div class="page-head">
        <h1>{title}</h1>
        <Status kind={STATUS_KINDS[enquiry.status]}>{words[enquiry.status]}</Status>
        {enquiry.myData && <Status kind="warning">{words.myData}</Status>}
      </div>
      <Beside
        title={words.journal}
        side={<JournalBeside entries={model.entries} language={language} timeZone={around.timeZone} />}
      >
        <Warnings model={model} frame={frame} around={around} />
        <Written model={model} frame={frame} around={around} />
        <Facts model={model} frame={frame} around={around} />
        <Answers model={model} frame={frame} around={around} />
        <Closing model={model} frame={frame} around={around} />
      </Beside>
    </ConsoleFrame>
  );
}

function Warnings({ model, frame }: EnquiryProps) {
  const { language } = frame;
  const words = enquiryWords(language);
  const { enquiry } = model;
  return (
    <>
      {enquiry.held && <Notice language={language} kind="warning" title={words.heldTitle} />}
      {!enquiry.held && !model.confirmed && (
        <Notice language={language} kind="info" title={words.unconfirmedTitle} />
      )}
      {enquiry.flags.length > 0 && (
        <Notice language={language} kind="warning" title={words.flaggedTitle}>
          <p>
            {enquiry.flags.map((flag) => (
              <>
                <Status kind="error">{words[flag]}</Status>{" "}
              </>
            ))}
          </p>
          <p>{words.flaggedNext}</p>
        </Notice>
      )}
    </>
  );
}

function Written({ model, frame }: EnquiryProps) {
  const words = enquiryWords(frame.language);
  return (
    <>
      <h2>{words.written}</h2>
      {model.values.length === 0 && <p>{words.nothingLeft}</p>}
      <dl class="values">
        {model.values.map(({ label, value, verified, long }) => (
          <>
            <dt>
              {label}{" "}
              <Status kind={verified ? "success" : "neutral"}>
                {verified ? words.verified : words.unverified}
              </Status>
            </dt>
            <dd class={long ? "written" : "value"}>{value}</dd>
          </>
        ))}
      </dl>
    </>
  );
}

const CONSENT_KINDS: Record<Model["consents"][number]["state"], StatusKind> = {
  consentGiven: "neutral",
  consentConfirmed: "success",
  consentWithdrawn: "warning",
};

function Facts({ model, frame, around }: EnquiryProps) {
  const { language } = frame;
  const words = enquiryWords(language);
  const { enquiry, shown } = model;
  const moment = (at: number) => <Moment at={at} language={language} timeZone={around.timeZone} />;
  return (
    <>
      <DefinitionList
        items={[
          { term: words.receivedAt, detail: moment(enquiry.receivedAt) },
          { term: words.form, detail: enquiry.form },
          { term: words.purpose, detail: model.purpose },
          {
            term: words.shown,
            detail:
              shown === null
                ? words.shownGone
                : words.shownVersion({ number: String(shown.version ?? "?"), language: shown.language }),
          },
          ...(model.closedAt === null ? [] : [{ term: words.closedAt, detail: moment(model.closedAt) }]),
          {
            term: words.consents,
            detail:
              model.consents.length === 0
                ? words.noConsents
                : model.consents.map(({ label, state, at }) => (
                    <p class="value">
                      {label} <Status kind={CONSENT_KINDS[state]}>{words[state]}</Status> {moment(at)}
                    </p>
                  )),
          },
        ]}
      />
    </>
  );
}

function Answers({ model, frame, around }: EnquiryProps) {
  const { language } = frame;
  const words = enquiryWords(language);
  const { answers, enquiry, problem } = model;
  const errors: FormError[] = problem === null ? [] : [{ field: "text", text: problem }];
  return (
    <>
      {answers.length > 0 && <h2>{words.answers}</h2>}
      {answers.map(({ text, at, by, name, you }) => (
        <>
          <p class="row-note">
            {words.answeredAt} <Moment at={at} language={language} timeZone={around.timeZone} />,{" "}
            {you ? words.byYou : name === null ? words.byColleague({ code: by }) : words.byNamed({ name })}
          </p>
          <p class="written">{text}</p>
        </>
      ))}
      {enquiry.status !== "closed" && !enquiry.held && (
        <>
          <h2>{words.answer}</h2>
          <Form language={language} action={frame.self} errors={errors} hidden={{ seen: model.seen }}>
            <Field
              language={language}
              kind="long-text"
              name="text"
              label={words.text}
              hint={words.answerHint}
              required
              value={model.typed}
              error={problem}
            />
            <Button>{words.send}</Button>
          </Form>
        </>
      )}
      {(enquiry.status === "closed" || enquiry.held) && problem !== null && (
        <Notice language={language} kind="error" title={problem}>
          <p class="written">{model.typed}</p>
        </Notice>
      )}
    </>
  );
}

function Closing({ model, frame }: EnquiryProps) {
  const { language, links } = frame;
  const words = enquiryWords(language);
  const at = { reference: model.enquiry.reference };
  const closed = model.enquiry.status === "closed";
  const path = closed ? "/console/enquiries/:reference/reopen/" : "/console/enquiries/:reference/close/";
  return (
    <section class="closing">
      {!closed && <p class="row-note">{words.closeNote}</p>}
      <Form language={language} action={links.page(path, at)}>
        <Button quiet>{closed ? words.reopen : words.close}</Button>
      </Form>
    </section>
  );
}
