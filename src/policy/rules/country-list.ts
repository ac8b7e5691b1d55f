import { z } from "zod";
import type { Localised } from "../compiled.ts";
import { code, countryCode, localised, repeated, type Sourced, sourced, withMark } from "./sourced.ts";

/**
 * How a regime looks at sending data to a country: `adequate` as its own, `listed` with a notice beforehand and no
 * waiting, `not-listed` only on a ground of its own.
 */
export type CountryStandingKind = "adequate" | "listed" | "not-listed";

export interface ListedCountry {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** For whom or what alone it holds. */
  readonly condition: Localised | null;
  /** The last ISO date on which it holds. */
  readonly validUntil: string | null;
}

export interface CountryList extends Sourced {
  /** `rkn-order-128`. */
  readonly code: string;
  readonly label: Localised;
  readonly standing: Exclude<CountryStandingKind, "not-listed">;
  readonly note: Localised | null;
  readonly countries: readonly ListedCountry[];
}

/** A regime's view of other countries. */
export interface CountryRules {
  /** `free`: the regime does not ask where data go. */
  readonly transfers: "assessed" | "free";
  /** Where data may be collected into: anywhere, or only into databases of the regime's own country. */
  readonly collection: Sourced & { readonly where: "anywhere" | "home" };
  readonly lists: readonly CountryList[];
}

const listed = z.union([
  countryCode.transform((country): ListedCountry => ({ country, condition: null, validUntil: null })),
  z
    .strictObject({
      country: countryCode,
      condition: localised.optional(),
      validUntil: z.iso.date().optional(),
    })
    .transform(
      ({ country, condition = null, validUntil = null }): ListedCountry => ({
        country,
        condition,
        validUntil,
      }),
    ),
]);

/** The text of `countries.json`. A country stands in one list of a regime at most. */
export const countriesFile = z
  .strictObject({
    transfers: z.enum(["assessed", "free"]),
    collection: z.strictObject({ where: z.enum(["anywhere", "home"]), ...sourced }).transform(withMark),
    lists: z.array(
      z
        .strictObject({
          code,
          label: localised,
          standing: z.enum(["adequate", "listed"]),
          note: localised.nullable(),
          countries: z.array(listed).min(1),
          ...sourced,
        })
        .transform(withMark),
    ),
  })
  .superRefine(({ lists }, context) => {
    for (const twice of repeated(lists.map((list) => list.code))) {
      context.addIssue({ code: "custom", path: ["lists"], message: `${twice} stands twice` });
    }
    const all = lists.flatMap(({ countries }) => countries.map(({ country }) => country));
    for (const country of repeated(all)) {
      const i = lists.findLastIndex(({ countries }) => countries.some((one) => one.country === country));
      context.addIssue({ code: "custom", path: ["lists", i], message: `${country} stands twice` });
    }
  })
  .transform((rules): CountryRules => rules);

export interface CountryStanding {
  readonly standing: CountryStandingKind;
  /** Code of the list that says so; null where none does. */
  readonly list: string | null;
  readonly condition: Localised | null;
  readonly validUntil: string | null;
  /** Whether what it rests on has to be compared with the official text before anybody relies on it. */
  readonly verifyBeforeUse: boolean;
}

/**
 * How a regime's rules look at sending data to a country on a day (ISO date in the operator's time zone). What a
 * list's end date has passed is not listed any more; that a country is on no list rests on the lists, and has their mark.
 */
export function countryStanding(
  country: string,
  { country: home, countries }: { readonly country: string; readonly countries: CountryRules },
  on: string,
): CountryStanding {
  const none = { list: null, condition: null, validUntil: null, verifyBeforeUse: false };
  if (country === home || countries.transfers === "free") return { ...none, standing: "adequate" };
  for (const list of countries.lists) {
    const found = list.countries.find((one) => one.country === country);
    if (found === undefined) continue;
    const { condition, validUntil } = found;
    const { verifyBeforeUse } = list;
    const over = (validUntil !== null && validUntil < on) || list.validFrom > on;
    const standing = over ? "not-listed" : list.standing;
    return { standing, list: list.code, condition, validUntil, verifyBeforeUse };
  }
  const verifyBeforeUse = countries.lists.some((list) => list.verifyBeforeUse);
  return { ...none, standing: "not-listed", verifyBeforeUse };
}
