import { Temporal } from "temporal-polyfill";
import type { WorkingCalendar } from "./calendar.ts";
import type { ClockKind, Term } from "./clock.ts";

/** Where and by which days a term is counted. */
export interface Counting {
  /** IANA name: the operator's. */
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
}

/** When a term ends. */
export interface TermEnd {
  /** Its last day, ISO, in the operator's time zone. */
  readonly date: string;
  /** The moment at which it has run out, ms: what is done at that moment is late. */
  readonly endsAt: number;
  /** True when it rests on a calendar that may still change, or on a year without one. */
  readonly provisional: boolean;
}

/**
 * Ends a term that an event started. Hours run on without a stop, over holidays and over changed clocks. A term of
 * days or months begins on the day after the event and ends with its last day (Civil Code of Russia 191, 194;
 * Regulation 1182/71, article 3(1) and (2)); a month ends on the day of the same number, or on the last day of a
 * shorter month (192(3); 3(2)(c)); a last day that is not worked moves on to the next that is (193; 3(4)). Of working
 * days only those that are worked count.
 * @param startedAt of the event, ms
 * @throws RangeError on an unknown time zone
 */
export function endTerm({ length, unit }: Term, startedAt: number, counting: Counting): TermEnd {
  const { timeZone } = counting;
  const started = Temporal.Instant.fromEpochMilliseconds(startedAt).toZonedDateTimeISO(timeZone);
  const day = started.toPlainDate();
  switch (unit) {
    case "at-once":
      return { date: day.toString(), endsAt: startedAt, provisional: false };
    case "hour": {
      const ended = started.add({ hours: length });
      return { date: ended.toPlainDate().toString(), endsAt: ended.epochMilliseconds, provisional: false };
    }
    case "calendar-day":
      return onWorkingDay(day.add({ days: length }), counting);
    case "month":
      return onWorkingDay(day.add({ months: length }), counting);
    case "day-of-next-month":
      return onWorkingDay(day.add({ months: 1 }).with({ day: length }), counting);
    case "working-day":
      return afterWorkingDays(day, length, counting);
  }
}

function onWorkingDay(last: Temporal.PlainDate, counting: Counting): TermEnd {
  let date = last;
  let provisional = false;
  for (;;) {
    const standing = counting.calendar.standing(date.toString());
    provisional ||= standing.provisional;
    if (standing.working) return endOf(date, provisional, counting);
    date = date.add({ days: 1 });
  }
}

function afterWorkingDays(from: Temporal.PlainDate, length: number, counting: Counting): TermEnd {
  let date = from;
  let provisional = false;
  for (let counted = 0; counted < length; ) {
    date = date.add({ days: 1 });
    const standing = counting.calendar.standing(date.toString());
    provisional ||= standing.provisional;
    if (standing.working) counted++;
  }
  return endOf(date, provisional, counting);
}

function endOf(date: Temporal.PlainDate, provisional: boolean, { timeZone }: Counting): TermEnd {
  const next = date.add({ days: 1 }).toZonedDateTime(timeZone);
  return { date: date.toString(), endsAt: next.epochMilliseconds, provisional };
}

/** A clock that runs: a law's or, with `regime` null, a policy's own promise. */
export interface RunningClock extends Term {
  readonly id: string;
  readonly kind: ClockKind;
  readonly regime: string | null;
}

export interface ClockDue extends TermEnd {
  readonly clock: string;
  readonly kind: ClockKind;
  readonly regime: string | null;
}

/** When a clock that an event started runs out. @throws RangeError on an unknown time zone */
export function clockDue(clock: RunningClock, startedAt: number, counting: Counting): ClockDue {
  const { id, kind, regime } = clock;
  return { clock: id, kind, regime, ...endTerm(clock, startedAt, counting) };
}
