import { z } from "zod";
import { type Route, withQuery } from "../../platform/http/index.ts";
import { EmptyState, Filter, Pages, Rows } from "../../platform/ui/index.ts";
import { topicCodes, topicsOfOthers } from "../../people/staff/index.ts";
import { listEnquiries } from "../../services/intake/index.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { enquiryWords } from "./enquiry.messages.ts";
import { EnquiryRow, enquiryRowOf, enquiryRowView } from "./enquiry-row.tsx";
import { topicText } from "./enquiry-subject.ts";
import { workPage } from "./work-page.ts";

const PAGE = 25;

const STATUSES = ["open", "answered", "closed", "unconfirmed", "advertising"] as const;

const view = z.object({
  status: z.enum(STATUSES).nullable(),
  rows: z.array(enquiryRowView),
  /** Where the next page begins; null on the last. */
  older: z.string().nullable(),
  isFirst: z.boolean(),
  /** The one topic that is shown; null for several. */
  topic: z.object({ code: z.string(), label: z.string() }).nullable(),
  /** Whether topics of others are left out, or could be; null where the reader has none of their own. */
  mine: z.boolean().nullable(),
  authorised: z.boolean(),
});

const place = z.uuid();

/** The enquiries of one's own purposes, a page at a time (clauses itsectr-privacy/1.1.1, 4.1.1). */
export function enquiriesPage(parts: ConsoleParts): Route {
  const { store } = parts.operator;
  return workPage(parts, {
    path: "/console/enquiries/",
    view,
    async show({ exchange, staff, policy, query, view }) {
      const { language, at } = exchange;
      const status = STATUSES.find((one) => one === query.status) ?? null;
      const before = place.safeParse(query.before).data;
      const purposes = staff.authorisations.map(({ purpose }) => purpose);
      const topic = topicCodes(policy.compiled).find((code) => code === query.topic);
      const { found, others } = await store.read(async (reader) => {
        const of = await topicsOfOthers(reader, staff.staff, at);
        const without = query.topics === "all" || topic !== undefined ? [] : of;
        const page = { limit: PAGE + 1, without, ...(topic === undefined ? {} : { topic }) };
        return {
          others: of,
          found: await listEnquiries(reader, purposes, {
            ...page,
            ...(status === null ? {} : { status }),
            ...(before === undefined ? {} : { before }),
          }),
        };
      });
      const shown = found.slice(0, PAGE);
      const around = { policy: policy.compiled, language };
      return view({
        status,
        rows: shown.map((summary) => enquiryRowOf(summary, at, around)),
        older: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
        isFirst: before === undefined,
        topic:
          topic === undefined ? null : { code: topic, label: topicText(topic, policy.compiled, language) },
        mine: others.length === 0 ? null : query.topics !== "all",
        authorised: purposes.length > 0,
      });
    },
    render({ status, rows, older, isFirst, authorised, topic, mine }, frame, around) {
      const { timeZone } = around;
      const { language, links } = frame;
      const words = enquiryWords(language);
      const list = links.page("/console/enquiries/");
      const topics: Readonly<Record<string, string>> =
        topic !== null ? { topic: topic.code } : mine === false ? { topics: "all" } : {};
      const filtered = { ...state(status), ...topics };
      const choices = [
        { label: words.all, value: null },
        { label: words.filterOpen, value: "open" },
        { label: words.filterAnswered, value: "answered" },
        { label: words.filterClosed, value: "closed" },
        { label: words.filterUnconfirmed, value: "unconfirmed" },
        { label: words.filterAdvertising, value: "advertising" },
      ] as const;
      return (
        <ConsoleFrame frame={frame} title={words.listTitle} around={around} room="/console/enquiries/">
          <h1>{words.listTitle}</h1>
          <p>{authorised ? words.listLead : words.noPurposes}</p>
          {status === "advertising" && (
            <p>
              {words.advertisingLead}{" "}
              <a href={links.page("/console/advertisers/")}>{words.advertisersTitle}</a>
            </p>
          )}
          <Filter
            label={words.filter}
            items={choices.map(({ label, value }) => ({
              label,
              link: withQuery(list, { ...(value === null ? {} : { status: value }), ...topics }),
              current: value === status,
            }))}
          />
          {topic !== null && (
            <p>
              {words.ofTopic({ topic: topic.label })}{" "}
              <a href={withQuery(list, state(status))}>{words.everyTopic}</a>
            </p>
          )}
          {topic === null && mine !== null && (
            <Filter
              label={words.whichTopics}
              items={[
                { label: words.myTopics, link: withQuery(list, state(status)), current: mine },
                {
                  label: words.everyTopic,
                  link: withQuery(list, { ...state(status), topics: "all" }),
                  current: !mine,
                },
              ]}
            />
          )}
          {rows.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneNext}</p>
            </EmptyState>
          ) : (
            <Rows label={words.listTitle}>
              {rows.map((row) => (
                <EnquiryRow row={row} frame={frame} timeZone={timeZone} />
              ))}
            </Rows>
          )}
          <Pages
            language={language}
            newest={isFirst ? null : withQuery(list, filtered)}
            older={older === null ? null : withQuery(list, { ...filtered, before: older })}
          />
        </ConsoleFrame>
      );
    },
  });
}

function state(status: (typeof STATUSES)[number] | null): Readonly<Record<string, string>> {
  return status === null ? {} : { status };
}
