import { z } from "zod";
import { type Frame, type Route, withQuery } from "../../platform/http/index.ts";
import { listDeadJobs } from "../../platform/jobs/index.ts";
import { EmptyState, type FigureItem, Figures, Row, Rows } from "../../platform/ui/index.ts";
import { clocksOf } from "../../duties/deadlines/index.ts";
import { endingSoon, topicsOfOthers } from "../../people/staff/index.ts";
import { enquiriesDue, listEnquiries } from "../../services/intake/index.ts";
import { journalHealth } from "../../trust/journal/index.ts";
import type { Around } from "./around.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { enquiryWords } from "./enquiry.messages.ts";
import { EnquiryRow, enquiryRowOf, enquiryRowView } from "./enquiry-row.tsx";
import { Moment } from "./moment.tsx";
import { workPage } from "./work-page.ts";

/** How many due enquiries are looked at, beyond which they are not counted; of them, how many stand on the page. */
const COUNTED = 500;
const SHOWN = 10;
const SOON = 30 * 24 * 3_600_000;

const view = z.object({
  authorised: z.boolean(),
  open: z.number(),
  myData: z.array(enquiryRowView),
  others: z.array(enquiryRowView),
  myDataCount: z.number(),
  flagged: z.number(),
  unconfirmed: z.number(),
  advertising: z.number(),
  /** What is open of each topic of the policy's that anything is open of. */
  topics: z.array(z.object({ code: z.string(), label: z.string(), count: z.number() })),
  scheduled: z.array(z.object({ number: z.number(), effectiveFrom: z.number() })),
  dead: z.number(),
  journalHealthy: z.boolean(),
  authorisationsEnd: z.number(),
  keysEnd: z.number(),
});

type Model = z.output<typeof view>;

/**
 * What the console opens on: what is due next. Enquiries of one's own purposes, those about people's own data first, by
 * when an answer is owed, then the oldest (clauses itsectr-privacy/4.1.1, 10.1); versions to come, and what the machinery asks for. References and
 * counts, nothing of a person.
 */
export function duePage(parts: ConsoleParts): Route {
  const { store, publication } = parts.operator;
  return workPage(parts, {
    path: "/console/",
    view,
    async show({ exchange, staff, policy, view }) {
      const { at, language } = exchange;
      const purposes = staff.authorisations.map(({ purpose }) => purpose);
      const found = await store.read(async (reader) => {
        const others = await topicsOfOthers(reader, staff.staff, at);
        const due = await enquiriesDue(reader, purposes, at, COUNTED, others);
        return {
          due,
          clocks: await clocksOf(
            reader,
            due.map(({ id }) => id),
          ),
          held: await listEnquiries(reader, purposes, {
            status: "unconfirmed",
            without: others,
            limit: COUNTED,
          }),
          suspected: await listEnquiries(reader, purposes, {
            status: "advertising",
            without: others,
            limit: COUNTED,
          }),
          versions: await publication.timeline(reader),
          dead: await listDeadJobs(reader),
          health: await journalHealth(reader, at),
          ending: await endingSoon(reader, at, at + SOON),
        };
      });
      const around = { policy: policy.compiled, language };
      const rows = found.due.map((one) => enquiryRowOf(one, at, around, found.clocks.get(one.id)));
      const myData = rows.filter((row) => row.myData).toSorted(soonestFirst);
      return view({
        authorised: purposes.length > 0,
        open: rows.length,
        myData: myData.slice(0, SHOWN),
        others: rows.filter((row) => !row.myData).slice(0, SHOWN),
        myDataCount: myData.length,
        flagged: rows.filter(({ flags }) => flags.length > 0).length,
        unconfirmed: found.held.length,
        advertising: found.suspected.length,
        topics: policy.compiled.topics.map(({ code, label }) => ({
          code,
          label: label[language],
          count: found.due.filter(({ topic }) => topic === code).length,
        })),
        scheduled: found.versions
          .filter(({ effectiveFrom, calledOffAt }) => calledOffAt === null && effectiveFrom > at)
          .map(({ number, effectiveFrom }) => ({ number, effectiveFrom })),
        dead: found.dead.length,
        journalHealthy: found.health.healthy,
        authorisationsEnd: found.ending.authorisations,
        keysEnd: found.ending.keys,
      });
    },
    render(model, frame, around) {
      const words = enquiryWords(frame.language);
      const others = otherWork(model, frame, around);
      const nothing = model.open === 0 && others.length === 0;
      return (
        <ConsoleFrame frame={frame} title={words.dueTitle} around={around} room="/console/">
          <h1>{words.dueTitle}</h1>
          {!model.authorised && <p>{words.noPurposes}</p>}
          {nothing ? (
            <EmptyState title={words.nothingDue}>
              <p>{words.nothingDueNext}</p>
            </EmptyState>
          ) : (
            <Due model={model} frame={frame} around={around} />
          )}
          {others.length > 0 && (
            <>
              <h2>{words.other}</h2>
              <Rows label={words.other}>{others}</Rows>
            </>
          )}
          {nothing && model.unconfirmed + model.advertising > 0 && (
            <Figures
              items={[
                ...(model.unconfirmed === 0 ? [] : [unconfirmedFigure(model, frame)]),
                ...(model.advertising === 0 ? [] : [advertisingFigure(model, frame)]),
              ]}
            />
          )}
        </ConsoleFrame>
      );
    },
  });
}

type EnquiryRowModel = Model["myData"][number];

/** What is owed by a date before what is not; of two, the sooner. */
function soonestFirst(one: EnquiryRowModel, other: EnquiryRowModel): number {
  return (one.owed?.endsAt ?? Number.MAX_SAFE_INTEGER) - (other.owed?.endsAt ?? Number.MAX_SAFE_INTEGER);
}

interface DueProps {
  readonly model: Model;
  readonly frame: Frame;
  readonly around: Around;
}

function unconfirmedFigure({ unconfirmed }: Model, { language, links }: Frame): FigureItem {
  const link = withQuery(links.page("/console/enquiries/"), { status: "unconfirmed" });
  return { number: counted(unconfirmed), label: enquiryWords(language).unconfirmedCount, link };
}

/** What is held as suspected advertising, where it can be released (clause itsectr-agreement/4.3.5). */
function advertisingFigure({ advertising }: Model, { language, links }: Frame): FigureItem {
  const link = withQuery(links.page("/console/enquiries/"), { status: "advertising" });
  return { number: counted(advertising), label: enquiryWords(language).advertisingCount, link };
}

const counted = (number: number) => (number < COUNTED ? number : `${COUNTED}+`);

function Due({ model, frame, around }: DueProps) {
  const { language, links } = frame;
  const words = enquiryWords(language);
  const open = withQuery(links.page("/console/enquiries/"), { status: "open" });
  const rowsOf = (rows: Model["others"]) =>
    rows.map((row) => <EnquiryRow row={row} frame={frame} timeZone={around.timeZone} />);
  return (
    <>
      <Figures
        items={[
          { number: counted(model.open), label: words.openCount, link: open },
          {
            number: model.myDataCount,
            label: words.myDataCount,
            kind: model.myDataCount > 0 ? "warning" : "neutral",
          },
          { number: model.flagged, label: words.flaggedCount, kind: model.flagged > 0 ? "error" : "neutral" },
          unconfirmedFigure(model, frame),
          ...(model.advertising === 0 ? [] : [advertisingFigure(model, frame)]),
        ]}
      />
      {model.topics.length > 0 && (
        <>
          <h2>{words.byTopic}</h2>
          <Figures
            items={model.topics.map(({ code, label, count }) => ({
              number: counted(count),
              label,
              link: withQuery(links.page("/console/enquiries/"), { status: "open", topic: code }),
            }))}
          />
        </>
      )}
      {model.myData.length > 0 && (
        <>
          <h2>{words.first}</h2>
          <Rows label={words.first}>{rowsOf(model.myData)}</Rows>
        </>
      )}
      {model.others.length > 0 && (
        <>
          <h2>{words.rest}</h2>
          <Rows label={words.rest}>{rowsOf(model.others)}</Rows>
        </>
      )}
      {model.open > model.myData.length + model.others.length && (
        <p>
          <a href={open}>{words.more}</a>
        </p>
      )}
    </>
  );
}

/** What is due beside enquiries; each leads where it is done, for those who may go there. */
function otherWork(model: Model, { language, links }: Frame, { rights, timeZone }: Around) {
  const words = enquiryWords(language);
  const to = (
    right: Around["rights"][number],
    path: "/console/jobs/" | "/console/staff/" | "/console/keys/",
  ) => (rights.includes(right) ? { link: links.page(path) } : {});
  return [
    ...(model.journalHealthy
      ? []
      : [<Row {...to("operate", "/console/jobs/")} title={words.journalIll} note={words.journalIllNote} />]),
    ...(model.dead === 0
      ? []
      : [
          <Row
            {...to("operate", "/console/jobs/")}
            title={words.deadLetters({ count: model.dead })}
            note={words.deadLettersNote}
          />,
        ]),
    ...model.scheduled.map(({ number, effectiveFrom }) => (
      <Row
        link={links.page("/console/versions/")}
        title={words.scheduled({ number })}
        end={<Moment at={effectiveFrom} language={language} timeZone={timeZone} />}
      />
    )),
    ...(model.authorisationsEnd === 0
      ? []
      : [
          <Row
            {...to("manage-staff", "/console/staff/")}
            title={words.authorisationsEnd({ count: model.authorisationsEnd })}
          />,
        ]),
    ...(model.keysEnd === 0
      ? []
      : [<Row {...to("manage-keys", "/console/keys/")} title={words.keysEnd({ count: model.keysEnd })} />]),
  ];
}
