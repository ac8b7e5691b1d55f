import { z } from "zod";
import type { Route } from "../../platform/http/index.ts";
import { formatDate, type Language } from "../../platform/i18n/index.ts";
import { Notice, Status, Table } from "../../platform/ui/index.ts";
import {
  citation,
  type Clock,
  packsFor,
  type RulePack,
  type Sourced,
  type Term,
} from "../../policy/index.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { rulesWords } from "./rules.messages.ts";
import { workPage } from "./work-page.ts";

const entry = { source: z.string(), verifyBeforeUse: z.boolean() };

const packView = z.object({
  name: z.string(),
  version: z.string(),
  /** ISO date. */
  verifiedOn: z.string(),
  entries: z.number(),
  unverified: z.number(),
  clocks: z.array(
    z.object({
      label: z.string(),
      kind: z.enum(["duty", "not-before", "keep-at-least", "fallback"]),
      term: z.string(),
      when: z.string(),
      longer: z.string().nullable(),
      ...entry,
    }),
  ),
  calendars: z.array(
    z.object({ year: z.number(), status: z.enum(["final", "provisional"]), note: z.string(), ...entry }),
  ),
  lists: z.array(z.object({ label: z.string(), countries: z.number(), ...entry })),
  documents: z.array(z.object({ title: z.string(), fields: z.number(), ...entry })),
});

const view = z.object({ packs: z.array(packView) });

/**
 * The law of the operator's regimes as this installation has it, for whoever answers for it: each entry with its source,
 * and with its mark where nobody has compared it with the official text.
 */
export function rulesPage(parts: ConsoleParts): Route {
  return workPage(parts, {
    path: "/console/rules/",
    view,
    async show({ exchange, policy, view }) {
      const { regimes } = policy.compiled.operator;
      const packs = packsFor(parts.operator.rules, regimes);
      return view({ packs: packs.map((pack) => viewOf(pack, exchange.language)) });
    },
    render({ packs }, frame, around) {
      const words = rulesWords(frame.language);
      return (
        <ConsoleFrame frame={frame} title={words.title} around={around} room="/console/rules/">
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
          {packs.map((pack) => (
            <Pack pack={pack} language={frame.language} />
          ))}
        </ConsoleFrame>
      );
    },
  });
}

function viewOf(pack: RulePack, language: Language): z.output<typeof packView> {
  const { name, version, verifiedOn, clocks, calendar, countries, documents } = pack;
  const marked = ({ source, verifyBeforeUse }: Sourced) => ({ source, verifyBeforeUse });
  const all = [...clocks, ...calendar.years, ...countries.lists, ...documents];
  return {
    name: name[language],
    version,
    verifiedOn,
    entries: all.length,
    unverified: all.filter(({ verifyBeforeUse }) => verifyBeforeUse).length,
    clocks: clocks.map((clock) => ({
      label: clock.label[language],
      kind: clock.kind,
      term: termText(clock, language),
      when: clock.when[language],
      longer: longerText(clock, language),
      ...marked(clock),
    })),
    calendars: calendar.years.map((year) => ({
      year: year.year,
      status: year.status,
      note: year.note[language],
      ...marked(year),
    })),
    lists: countries.lists.map((list) => ({
      label: list.label[language],
      countries: list.countries.length,
      ...marked(list),
    })),
    documents: documents.map((document) => ({
      title: document.title[language],
      fields: document.fields.length,
      ...marked(document),
    })),
  };
}

function termText({ length, unit }: Term, language: Language): string {
  const words = rulesWords(language);
  if (unit === "at-once") return words["at-once"];
  if (unit === "day-of-next-month") return words["day-of-next-month"]({ day: String(length) });
  return words[unit]({ count: length });
}

function longerText({ extension }: Clock, language: Language): string | null {
  if (extension === null) return null;
  const condition = extension.condition[language];
  return rulesWords(language).longer({ term: termText(extension, language), condition });
}

function Pack({ pack, language }: { readonly pack: z.output<typeof packView>; readonly language: Language }) {
  const words = rulesWords(language);
  const day = formatDate(Date.parse(pack.verifiedOn), language, "UTC");
  return (
    <section>
      <h2>{pack.name}</h2>
      <p>{words.edition({ version: pack.version, day })}</p>
      {pack.unverified > 0 && (
        <Notice
          language={language}
          kind="warning"
          title={words.unverified({ count: pack.unverified, all: String(pack.entries) })}
        >
          <p>{words.unverifiedNext}</p>
        </Notice>
      )}
      <Table
        caption={words.clocks}
        columns={[{ label: words.clock }, { label: words.term }, { label: words.source }]}
        rows={pack.clocks.map((clock) => [
          <>
            {clock.label} <Status kind="neutral">{words[clock.kind]}</Status>
          </>,
          <>
            {clock.term}
            <p class="row-note">{words.from({ when: clock.when })}</p>
            {clock.longer !== null && <p class="row-note">{clock.longer}</p>}
          </>,
          <Source entry={clock} language={language} />,
        ])}
      />
      <Table
        caption={words.calendars}
        columns={[{ label: words.year }, { label: words.status }, { label: words.source }]}
        rows={pack.calendars.map((calendar) => [
          calendar.year,
          <Status kind={calendar.status === "final" ? "success" : "warning"}>
            {words[calendar.status]}
          </Status>,
          <>
            <Source entry={calendar} language={language} />
            <p class="row-note">{calendar.note}</p>
          </>,
        ])}
      />
      {pack.lists.length > 0 && (
        <Table
          caption={words.countries}
          columns={[{ label: words.list }, { label: words.count, number: true }, { label: words.source }]}
          rows={pack.lists.map((list) => [
            list.label,
            list.countries,
            <Source entry={list} language={language} />,
          ])}
        />
      )}
      <Table
        caption={words.documents}
        columns={[{ label: words.document }, { label: words.fields, number: true }, { label: words.source }]}
        rows={pack.documents.map((document) => [
          document.title,
          document.fields,
          <Source entry={document} language={language} />,
        ])}
      />
    </section>
  );
}

function Source(props: {
  readonly entry: Pick<Sourced, "source" | "verifyBeforeUse">;
  readonly language: Language;
}) {
  const { entry: one, language } = props;
  return (
    <>
      {citation(one.source, language)}{" "}
      {one.verifyBeforeUse && <Status kind="warning">{rulesWords(language).notVerified}</Status>}
    </>
  );
}
