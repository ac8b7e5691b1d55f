import { z } from "zod";
import type { Localised } from "../localised.ts";
import { localised, repeated, type Sourced, sourced, withMark } from "./sourced.ts";

/**
 * A year's working days. Monday to Friday are working days and Saturday and Sunday are not, but for the days named.
 * `provisional` until the year's own decree is entered: dates that rest on it may still move.
 */
export interface YearCalendar extends Sourced {
  readonly year: number;
  /** Names the edition: `2026-1`. */
  readonly version: string;
  readonly status: "final" | "provisional";
  /** What it has and what it lacks. */
  readonly note: Localised;
  /** ISO dates, Monday to Friday. */
  readonly nonWorkingWeekdays: readonly string[];
  /** ISO dates, Saturday or Sunday. */
  readonly workingWeekends: readonly string[];
  /** Working days that end earlier; they count as any other. */
  readonly shortened: readonly string[];
}

/** True for Saturday and Sunday. `date` is an ISO date. */
export function isWeekend(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
}

const days = z.array(z.iso.date());

/** The text of `calendar-<year>.json`. */
export const calendarFile = z
  .strictObject({
    year: z.int().min(2000).max(2200),
    version: z.string().min(1),
    status: z.enum(["final", "provisional"]),
    note: localised,
    nonWorkingWeekdays: days,
    workingWeekends: days,
    shortened: days,
    ...sourced,
  })
  .superRefine((calendar, context) => {
    const wrong = (list: string, message: string) =>
      context.addIssue({ code: "custom", path: [list], message });
    const { year, nonWorkingWeekdays, workingWeekends, shortened } = calendar;
    for (const [list, dates] of Object.entries({ nonWorkingWeekdays, workingWeekends, shortened })) {
      for (const date of repeated(dates)) wrong(list, `${date} stands twice`);
      for (const date of dates) {
        if (!date.startsWith(`${year}-`)) wrong(list, `${date} is not of ${year}`);
      }
    }
    for (const date of nonWorkingWeekdays) {
      if (isWeekend(date)) wrong("nonWorkingWeekdays", `${date} is a day off by itself`);
    }
    for (const date of workingWeekends) {
      if (!isWeekend(date)) wrong("workingWeekends", `${date} is a working day by itself`);
    }
    for (const date of shortened) {
      const working = isWeekend(date) ? workingWeekends.includes(date) : !nonWorkingWeekdays.includes(date);
      if (!working) wrong("shortened", `${date} is no working day`);
    }
  })
  .transform((calendar): YearCalendar => withMark(calendar));

/** Whether a day is worked, and whether that may still change. */
export interface DayStanding {
  readonly working: boolean;
  readonly provisional: boolean;
}

/** The working days of a country, year after year. Made once for a list of years. */
export class WorkingCalendar {
  readonly years: readonly YearCalendar[];
  readonly #days: ReadonlyMap<
    number,
    { readonly off: ReadonlySet<string>; readonly on: ReadonlySet<string>; readonly provisional: boolean }
  >;

  constructor(years: readonly YearCalendar[]) {
    this.years = years;
    this.#days = new Map(
      years.map(({ year, nonWorkingWeekdays, workingWeekends, status }) => [
        year,
        {
          off: new Set(nonWorkingWeekdays),
          on: new Set(workingWeekends),
          provisional: status === "provisional",
        },
      ]),
    );
  }

  /**
   * A year without a calendar has its weekends only, which gives an earlier date rather than a later one, and is
   * provisional. `date` is an ISO date.
   */
  standing(date: string): DayStanding {
    const year = this.#days.get(Number(date.slice(0, 4)));
    if (year === undefined) return { working: !isWeekend(date), provisional: true };
    const working = isWeekend(date) ? year.on.has(date) : !year.off.has(date);
    return { working, provisional: year.provisional };
  }
}
