import { z } from "zod";
import { type CaseClock, rulingOf } from "../../duties/deadlines/index.ts";
import { formatDate, type Language } from "../../platform/i18n/index.ts";
import { Status, Table } from "../../platform/ui/index.ts";
import { citation, type CompiledPolicy, type RulePack } from "../../policy/index.ts";
import { owedWords } from "./owed.messages.ts";

/** By when something is owed. */
export const owedView = z.object({
  /** ISO date in the operator's time zone. */
  date: z.iso.date(),
  endsAt: z.number(),
  late: z.boolean(),
  /** True while it rests on a calendar that may still change. */
  provisional: z.boolean(),
});

/** The duty that rules a case at this moment; null where none runs. */
export function owedOf(clocks: readonly CaseClock[], at: number): z.output<typeof owedView> | null {
  const { duty } = rulingOf(clocks);
  if (duty === null) return null;
  const { date, endsAt, provisional } = duty;
  return { date, endsAt, late: at >= endsAt, provisional };
}

export function dueMark({ date, late, provisional }: z.output<typeof owedView>, language: Language) {
  const words = owedWords(language);
  const day = dayText(date, language);
  return (
    <>
      <Status kind={late ? "error" : "info"}>{late ? words.late({ day }) : words.due({ day })}</Status>
      {provisional && <Status kind="neutral">{words.provisional}</Status>}
    </>
  );
}

/** One clock of a case, as its page lists it. */
export const clockRow = z.object({
  label: z.string(),
  source: z.string(),
  date: z.iso.date(),
  dueOn: z.iso.date(),
  announcedOn: z.iso.date().nullable(),
  provisional: z.boolean(),
  rules: z.boolean(),
  stopped: z.boolean(),
  verifyBeforeUse: z.boolean(),
});

/** What each clock is, in words of its law or of the policy. */
export function clockRows(
  clocks: readonly CaseClock[],
  policy: CompiledPolicy,
  packs: readonly RulePack[],
  language: Language,
): z.output<typeof clockRow>[] {
  const ruling = rulingOf(clocks).duty;
  return clocks.map((one) => {
    const law = packs.find(({ regime }) => regime === one.regime)?.clocks.find(({ id }) => id === one.clock);
    const promise = one.regime === null ? policy.deadlines.find(({ code }) => code === one.clock) : undefined;
    const words = owedWords(language);
    return {
      label: law?.label[language] ?? promise?.label[language] ?? one.clock,
      source:
        (law === undefined ? undefined : citation(law.source, language)) ??
        (promise === undefined ? one.clock : words.promise({ clause: promise.clause })),
      date: one.date,
      dueOn: one.dueOn,
      announcedOn: one.announcedOn,
      provisional: one.provisional,
      rules: one.id === ruling?.id,
      stopped: one.stoppedAt !== null,
      verifyBeforeUse: law?.verifyBeforeUse ?? false,
    };
  });
}

/** All clocks of a case, and which rules (tensions T05). */
export function Clocks(props: {
  readonly clocks: readonly z.output<typeof clockRow>[];
  readonly language: Language;
}) {
  const { clocks, language } = props;
  const words = owedWords(language);
  if (clocks.length === 0) return null;
  return (
    <>
      <h2>{words.clocks}</h2>
      <p>{words.clocksLead}</p>
      <Table
        caption={words.soonestFirst}
        columns={[{ label: words.clock }, { label: words.lastDay }, { label: words.source }]}
        rows={clocks.map((one) => [
          <>
            {one.label} {one.rules && <Status kind="info">{words.rules}</Status>}
            {one.stopped && <Status kind="success">{words.stopped}</Status>}
          </>,
          <>
            <time datetime={one.dueOn}>{dayText(one.dueOn, language)}</time>{" "}
            {one.provisional && <Status kind="neutral">{words.provisional}</Status>}
            {one.announcedOn !== null && (
              <p class="row-note">{words.told({ day: dayText(one.announcedOn, language) })}</p>
            )}
          </>,
          <>
            {one.source} {one.verifyBeforeUse && <Status kind="neutral">{words.verify}</Status>}
          </>,
        ])}
      />
    </>
  );
}

function dayText(date: string, language: Language): string {
  return formatDate(Date.parse(date), language, "UTC");
}
