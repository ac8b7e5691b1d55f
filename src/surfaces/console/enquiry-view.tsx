import { z } from "zod";
import type { Frame } from "../../platform/http/index.ts";
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
import { VIOLATION_REASONS } from "../../services/intake/index.ts";
import type { Around } from "./around.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import { enquiryWords } from "./enquiry.messages.ts";
import { Cutting } from "./enquiry-cutting.tsx";
import { enquiryRowView, STATUS_KINDS } from "./enquiry-row.tsx";
import { Violations } from "./enquiry-violations.tsx";
import { entryView, JournalBeside } from "./journal-beside.tsx";
import { Moment } from "./moment.tsx";
import { clockRow, Clocks, dueMark } from "./owed.tsx";

const colleague = z.object({ by: z.string(), name: z.string().nullable(), you: z.boolean() });

/** All that the page of one enquiry gets to see. */
export const enquiryView = z.object({
  enquiry: enquiryRowView,
  purpose: z.string(),
  /** Every clock that runs for it. */
  clocks: z.array(clockRow),
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
  /** What staff answered and what the sender added, oldest first. */
  exchanged: z.array(z.object({ text: z.string(), at: z.number(), staff: colleague.nullable() })),
  /** Who has taken it on; null for nobody. */
  owner: colleague.nullable(),
  /** Id of the newest answer, empty before the first: the form carries it, so that it is sent once. */
  seen: z.string(),
  entries: z.array(entryView),
  /** What the scan met in the text, as it stands there. */
  found: z.array(z.object({ quote: z.string(), flag: z.enum(["document-number", "special-category"]) })),
  /** Clauses that forbid something to people. */
  prohibitions: z.array(z.object({ value: z.string(), label: z.string() })),
  violations: z.array(z.object({ clause: z.string(), reason: z.enum(VIOLATION_REASONS), at: z.number() })),
  /** Operations that the reader is authorised for here. */
  may: z.array(z.string()),
  problem: z.string().nullable(),
  typed: z.string(),
});

type Model = z.output<typeof enquiryView>;

export interface EnquiryProps {
  readonly model: Model;
  readonly frame: Frame;
  readonly around: Around;
}

/** One enquiry: what was sent and what became of it, beside its journal (clause itsectr-privacy/4.1.1). */
export function EnquiryView({ model, frame, around }: EnquiryProps) {
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
        {enquiry.owed !== null && dueMark(enquiry.owed, language)}
        {enquiry.subject !== null && (
          <Status kind={enquiry.myData ? "warning" : "neutral"}>{enquiry.subject}</Status>
        )}
      </div>
      <Beside
        title={words.journal}
        side={<JournalBeside entries={model.entries} language={language} timeZone={around.timeZone} />}
      >
        <Warnings model={model} frame={frame} around={around} />
        <Written model={model} frame={frame} around={around} />
        <Cutting model={model} frame={frame} around={around} />
        <Facts model={model} frame={frame} around={around} />
        <Clocks clocks={model.clocks} language={language} />
        <Answers model={model} frame={frame} around={around} />
        <Owner model={model} frame={frame} around={around} />
        <Violations model={model} frame={frame} around={around} />
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
      {enquiry.advertising && (
        <Notice language={language} kind="warning" title={words.suspectedTitle}>
          <p>{enquiry.suspicion.map((reason) => words[`why-${reason}`]).join("; ")}</p>
          <Form
            language={language}
            action={frame.links.page("/console/enquiries/:reference/release/", {
              reference: enquiry.reference,
            })}
          >
            <Button quiet>{words.releaseIt}</Button>
          </Form>
        </Notice>
      )}
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
  const { exchanged, enquiry, problem } = model;
  const errors: FormError[] = problem === null ? [] : [{ field: "text", text: problem }];
  return (
    <>
      {exchanged.length > 0 && <h2>{words.answers}</h2>}
      {exchanged.map(({ text, at, staff }) => (
        <>
          <p class="row-note">
            {staff === null ? words.addedAt : words.answeredAt}{" "}
            <Moment at={at} language={language} timeZone={around.timeZone} />
            {staff !== null && `, ${inWords(staff, words)}`}
          </p>
          <p class="written">{text}</p>
        </>
      ))}
      {enquiry.status !== "closed" && !enquiry.held && !enquiry.advertising && (
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
      {(enquiry.status === "closed" || enquiry.held || enquiry.advertising) && problem !== null && (
        <Notice language={language} kind="error" title={problem}>
          <p class="written">{model.typed}</p>
        </Notice>
      )}
    </>
  );
}

function inWords(
  { by, name, you }: z.output<typeof colleague>,
  words: ReturnType<typeof enquiryWords>,
): string {
  if (you) return words.byYou;
  return name === null ? words.byColleague({ code: by }) : words.byNamed({ name });
}

/** Who works on it, and how somebody else does (clause itsectr-privacy/4.1.1). */
function Owner({ model, frame }: EnquiryProps) {
  const { language, links } = frame;
  const words = enquiryWords(language);
  const { owner } = model;
  const at = { reference: model.enquiry.reference };
  const mine = owner?.you === true;
  const path = mine ? "/console/enquiries/:reference/leave/" : "/console/enquiries/:reference/take-on/";
  return (
    <section class="closing">
      <p class="row-note">
        {owner === null ? words.ownedByNobody : words.ownedBy({ name: inWords(owner, words) })}
      </p>
      {model.enquiry.status !== "closed" && (
        <Form language={language} action={links.page(path, at)}>
          <Button quiet>{mine ? words.leave : words.takeOn}</Button>
        </Form>
      )}
    </section>
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
