import { z } from "zod";
import { nameOfItem } from "../coded.ts";
import type { Localised } from "../compiled.ts";
import { PolicyError } from "../policy.errors.ts";
import type { StatutorySet } from "../statutory-purposes.ts";
import { statutorySetFile } from "../statutory-set.schema.ts";
import { calendarFile, WorkingCalendar, type YearCalendar } from "./calendar.ts";
import { type Clock, clocksFile } from "./clock.ts";
import { countriesFile, type CountryRules } from "./country-list.ts";
import { type LegalDocument, legalDocumentFile } from "./legal-document.ts";
import { type SettingLimit, settingLimitsFile } from "./setting-limit.ts";
import { countryCode, localised, repeated, sourced, withMark } from "./sourced.ts";

/**
 * One regime's law as data: what `rules/<folder>/` says. Replaceable without touching code; each entry says where it
 * was read, from when it holds and when somebody looked last. As a statutory set it is the regime's closed purposes.
 */
export interface RulePack extends StatutorySet {
  /** The folder under `rules`: `ru-152fz`. */
  readonly folder: string;
  readonly name: Localised;
  /** Whose law it is: ISO 3166-1 alpha-2, or `EU`. */
  readonly country: string;
  readonly clocks: readonly Clock[];
  readonly calendar: WorkingCalendar;
  readonly countries: CountryRules;
  readonly documents: readonly LegalDocument[];
  /** What the law leaves open of the settings. */
  readonly limits: readonly SettingLimit[];
}

/** A file of a pack: its place in the pack's folder, and its text. */
export interface RuleFile {
  /** `clocks.json`, `documents/consent.json`. */
  readonly path: string;
  readonly text: string;
}

const packFile = z
  .strictObject({
    regime: z.string().regex(/^[A-Z][A-Z0-9-]+$/u),
    version: z.string().min(1),
    name: localised,
    country: countryCode,
    ...sourced,
  })
  .transform(withMark);

/** A text that another room reads, by rules of its own. */
const READ_ELSEWHERE = new Set(["free-text.json"]);

/**
 * Reads one pack from the texts of its files.
 * @throws PolicyError `wrong-rules`, naming folder, file and entry: an unknown unit, an entry without source, a list
 *   with a duplicate, a calendar with a wrong date or a hole between its years, a file that no pack has or that is missing
 */
export function parseRulePack(folder: string, files: readonly RuleFile[]): RulePack {
  const file = (path: string) => {
    const found = files.find((one) => one.path === path);
    if (found === undefined) throw new PolicyError("wrong-rules", `${folder}/${path}: is missing`);
    return found;
  };
  const read = <T>(schema: z.ZodType<T>, one: RuleFile): T => parseFile(schema, `${folder}/${one.path}`, one);

  const calendars = files.filter(({ path }) => /^calendar-\d{4}\.json$/u.test(path));
  const documents = files.filter(({ path }) => /^documents\/[a-z0-9-]+\.json$/u.test(path));
  const single = ["pack.json", "statutory-purposes.json", "clocks.json", "countries.json", "settings.json"];
  const known = new Set([...single, ...[...calendars, ...documents].map(({ path }) => path)]);
  for (const { path } of files) {
    if (known.has(path) || READ_ELSEWHERE.has(path)) continue;
    throw new PolicyError("wrong-rules", `${folder}/${path}: is no file of a rule pack`);
  }

  const { verifyBeforeUse: _, provenance: __, ...pack } = read(packFile, file("pack.json"));
  const statutory = read(statutorySetFile, file("statutory-purposes.json"));
  if (statutory.regime !== pack.regime) {
    throw new PolicyError("wrong-rules", `${folder}/statutory-purposes.json regime: is not ${pack.regime}`);
  }
  return {
    ...pack,
    folder,
    purposes: statutory.purposes,
    clocks: read(clocksFile, file("clocks.json")),
    calendar: new WorkingCalendar(yearsOf(folder, calendars, read)),
    countries: read(countriesFile, file("countries.json")),
    limits: read(settingLimitsFile, file("settings.json")),
    documents: documents.map((one) => {
      const document = read(legalDocumentFile, one);
      if (one.path === `documents/${document.code}.json`) return document;
      throw new PolicyError("wrong-rules", `${folder}/${one.path} code: is not the name of the file`);
    }),
  };
}

/** Calendars follow each other year by year: between two of them a day would count by weekends alone, unseen. */
function yearsOf(
  folder: string,
  files: readonly RuleFile[],
  read: <T>(schema: z.ZodType<T>, one: RuleFile) => T,
): YearCalendar[] {
  const years = files
    .map((one) => {
      const calendar = read(calendarFile, one);
      if (one.path === `calendar-${calendar.year}.json`) return calendar;
      throw new PolicyError("wrong-rules", `${folder}/${one.path} year: is not the year of the file's name`);
    })
    .toSorted((one, other) => one.year - other.year);
  if (years.length === 0) throw new PolicyError("wrong-rules", `${folder}: has no calendar`);
  years.forEach(({ year }, i) => {
    const before = years[i - 1];
    if (before === undefined || before.year + 1 === year) return;
    throw new PolicyError("wrong-rules", `${folder}: has no calendar of ${before.year + 1}`);
  });
  return years;
}

function parseFile<T>(schema: z.ZodType<T>, place: string, { text }: RuleFile): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PolicyError("wrong-rules", `${place}: is not JSON`);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const entry = entryOf(value, issue?.path ?? []);
  throw new PolicyError("wrong-rules", `${place}${entry === "" ? "" : ` ${entry}`}: ${issue?.message ?? ""}`);
}

/** `clocks ru.access unit`: entries of lists by their names, where they have one, as whoever edits the file knows them. */
function entryOf(value: unknown, path: readonly PropertyKey[]): string {
  const words: string[] = [];
  let here: unknown = value;
  for (const step of path) {
    here = typeof here === "object" && here !== null ? Reflect.get(here, step) : undefined;
    const name = typeof here === "string" ? here : nameOfItem(here);
    words.push(typeof step === "number" ? (name ?? String(step)) : String(step));
  }
  return words.join(" ");
}

/**
 * The packs of one installation, each regime once.
 * @throws PolicyError `wrong-rules`
 */
export function refuseRepeatedRegimes(packs: readonly RulePack[]): void {
  for (const regime of repeated(packs.map((pack) => pack.regime))) {
    const folders = packs.filter((pack) => pack.regime === regime).map(({ folder }) => folder);
    throw new PolicyError("wrong-rules", `${folders.join(", ")}: ${regime} stands twice`);
  }
}

/**
 * The packs under which an operator stands.
 * @throws PolicyError `unknown-rule-pack`, naming the regime that no pack is of
 */
export function packsFor(packs: readonly RulePack[], regimes: readonly string[]): RulePack[] {
  return regimes.map((regime) => {
    const pack = packs.find((one) => one.regime === regime);
    if (pack === undefined) throw new PolicyError("unknown-rule-pack", regime);
    return pack;
  });
}
