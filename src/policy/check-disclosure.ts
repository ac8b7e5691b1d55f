import type { CompiledPolicy } from "./compiled.ts";
import { type Finding, finding } from "./finding.ts";
import { countryStanding } from "./rules/country-list.ts";
import type { RulePack } from "./rules/rule-pack.ts";

/** What a visitor's browser gives without being asked; whoever counts visits gets it straight from there. */
const OBSERVED = new Set([
  "ip",
  "userAgent",
  "os",
  "device",
  "cookie",
  "page",
  "referrer",
  "visitorId",
  "geo",
  "time",
]);

/** A system of somebody else's that is switched on. */
interface LiveSystem {
  readonly where: string;
  readonly clause: string | null;
  readonly country: string;
  readonly role: "processor" | "recipient";
  readonly purpose: string | null;
  /** Whether it is in the visitor's browser, or takes what is observed there. */
  readonly collects: boolean;
}

/**
 * Whether what is switched on agrees with what the policy says of others (T01), with the law of where data are
 * collected into (T11), and with what was found of each country (152-FZ 12, GDPR 44-49); and whether each source of
 * others has a purpose and is told of (T17).
 */
export function checkDisclosure(policy: CompiledPolicy, packs: readonly RulePack[], on: string): Finding[] {
  const live = liveSystems(policy);
  return [
    ...live.flatMap((system) => checkSystem(policy, system, packs)),
    ...checkCountries(policy, live, packs, on),
    ...checkAssessments(policy, packs, on),
    ...checkSources(policy),
  ];
}

function liveSystems({ connectors, statistics, attributes, automatic }: CompiledPolicy): LiveSystem[] {
  const isObserved = (code: string) =>
    automatic.some((item) => item.code === code) ||
    OBSERVED.has(attributes.find((attribute) => attribute.code === code)?.category ?? "");
  return [
    ...connectors
      .filter(({ live }) => live)
      .map(({ code, clause, country, role, purpose, attributes: given }) => ({
        where: `connectors.${code}`,
        clause,
        country,
        role,
        purpose,
        collects: given.length === 0 || given.some(isObserved),
      })),
    ...statistics.providers
      .filter(({ connected }) => connected)
      .map(({ code, country }) => ({
        where: `statistics.providers.${code}`,
        clause: null,
        country,
        role: "processor" as const,
        purpose: statistics.purposes[0]?.code ?? null,
        collects: true,
      })),
  ];
}

function checkSystem(
  { settings }: CompiledPolicy,
  { where, clause, role, purpose, country, collects }: LiveSystem,
  packs: readonly RulePack[],
): Finding[] {
  const { posture, processors } = settings.disclosure;
  const forbidden = role === "processor" ? processors === "off" : posture === "never-except-law";
  const home = packs.find((pack) => pack.countries.collection.where === "home" && pack.country !== country);
  return [
    ...(forbidden ? [finding("connector-against-posture", where, clause)] : []),
    ...(purpose === null ? [finding("connector-without-purpose", where, clause)] : []),
    ...(collects && home !== undefined
      ? [finding("connector-abroad", where, clause, { rule: home.countries.collection.source })]
      : []),
  ];
}

/** Countries to which data go: those of live systems, and the one in which the store stands. */
function checkCountries(
  { assessments, settings }: CompiledPolicy,
  live: readonly LiveSystem[],
  packs: readonly RulePack[],
  on: string,
): Finding[] {
  const places = [
    ...live.map(({ where, clause, country }) => ({ where, clause, country })),
    { where: "settings.residency.home", clause: null, country: settings.residency.home },
  ];
  return places
    .filter(({ country }) => packs.some((pack) => needsAssessment(country, pack, on)))
    .filter(({ country }) => !assessments.some((assessment) => assessment.country === country))
    .map(({ where, clause, country }) =>
      finding("country-without-assessment", `${where}.${country}`, clause),
    );
}

/** A listed country is assessed as well, before its notice; so is one that is adequate under a condition alone. */
function needsAssessment(country: string, pack: RulePack, on: string): boolean {
  const { standing, condition } = countryStanding(country, pack, on);
  return standing !== "adequate" || condition !== null;
}

function checkAssessments(
  { assessments }: CompiledPolicy,
  packs: readonly RulePack[],
  on: string,
): Finding[] {
  return assessments
    .filter(({ ground }) => ground === "adequacy")
    .filter(({ country }) =>
      packs.every((pack) => countryStanding(country, pack, on).standing === "not-listed"),
    )
    .map(({ country }) => finding("adequacy-not-listed", `assessments.${country}`));
}

function checkSources({ dataSources }: CompiledPolicy): Finding[] {
  return dataSources.flatMap(({ code, clause, purpose, ground, evidenceOfNotice }) => {
    const where = `dataSources.${code}`;
    if (purpose === null || ground === null) return [finding("source-without-purpose", where, clause)];
    return evidenceOfNotice === null ? [finding("source-without-notice", where, clause)] : [];
  });
}
