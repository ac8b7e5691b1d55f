import { z } from "zod";
import type { Localised } from "../compiled.ts";
import { RIGHTS_REQUEST_TYPES, type RightsRequestType } from "../vocabulary/rights.ts";
import { code, localised, repeated, type Sourced, sourced, withMark } from "./sourced.ts";

/**
 * What a clock is for. A `duty` is to be done before its end, so the earliest rules; `not-before` forbids until then;
 * `keep-at-least` forbids to destroy until then, so the latest rules; a `fallback` is the last way out of a duty that
 * cannot be met in time.
 */
export const CLOCK_KINDS = ["duty", "not-before", "keep-at-least", "fallback"] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** `at-once` has no length; `day-of-next-month` has the day of the month that follows as its length. */
export const TERM_UNITS = [
  "at-once",
  "hour",
  "calendar-day",
  "working-day",
  "month",
  "day-of-next-month",
] as const;
export type TermUnit = (typeof TERM_UNITS)[number];

/** A term as law and policies state it. */
export interface Term {
  readonly length: number;
  readonly unit: TermUnit;
}

/** One clock of a law (law as data: nothing of it stands in code). */
export interface Clock extends Sourced, Term {
  /** `ru.access`. */
  readonly id: string;
  readonly kind: ClockKind;
  /** Requests that start it; empty where it is not a person's request that does. */
  readonly rights: readonly RightsRequestType[];
  /** What starts it, as a code and in words. */
  readonly trigger: string;
  readonly when: Localised;
  /** What is to be done, or left undone, by its end. */
  readonly label: Localised;
  readonly effect: Localised;
  /** How it may be prolonged, once; null where it may not. */
  readonly extension: (Term & { readonly condition: Localised }) | null;
}

const LONGEST: Readonly<Record<TermUnit, readonly [number, number]>> = {
  "at-once": [0, 0],
  hour: [1, 24 * 31],
  "calendar-day": [1, 3660],
  "working-day": [1, 366],
  month: [1, 120],
  "day-of-next-month": [1, 28],
};

const term = { length: z.int(), unit: z.enum(TERM_UNITS) };

function isSensible({ length, unit }: Term): boolean {
  const [least, most] = LONGEST[unit];
  return length >= least && length <= most;
}

const wrongLength = { error: "a length that its unit does not have" };

/** The text of `clocks.json`. */
export const clocksFile = z
  .strictObject({
    triggers: z.record(code, localised),
    clocks: z
      .array(
        z
          .strictObject({
            id: code,
            kind: z.enum(CLOCK_KINDS),
            rights: z.array(z.enum(RIGHTS_REQUEST_TYPES)),
            trigger: code,
            label: localised,
            ...term,
            extension: z
              .strictObject({ ...term, condition: localised })
              .refine(isSensible, wrongLength)
              .nullable(),
            effect: localised,
            ...sourced,
          })
          .refine(isSensible, wrongLength),
      )
      .min(1),
  })
  .superRefine(({ clocks, triggers }, context) => {
    for (const id of repeated(clocks.map((clock) => clock.id))) {
      context.addIssue({ code: "custom", path: ["clocks"], message: `${id} stands twice` });
    }
    clocks.forEach(({ trigger }, i) => {
      if (trigger in triggers) return;
      context.addIssue({ code: "custom", path: ["clocks", i, "trigger"], message: `no trigger ${trigger}` });
    });
  })
  .transform(({ clocks, triggers }): Clock[] =>
    clocks.map((clock) => ({ ...withMark(clock), when: triggers[clock.trigger] as Localised })),
  );
