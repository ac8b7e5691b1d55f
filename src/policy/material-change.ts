/**
 * What a person may have agreed to, by the place in the compiled object (tension T13): purposes with their ground,
 * operations and data, what is collected, from whom and by which category, who receives it and where, for how long,
 * consents, and the settings that decide these.
 * `*` stands for one code; `**` for the thing itself and everything in it.
 */
const MATERIAL: readonly string[] = [
  "purposes.**",
  "attributes.*",
  "attributes.*.category",
  "attributes.*.identifiability",
  "attributes.*.kind",
  "attributes.*.parts.*",
  "attributes.*.many",
  "automatic.*",
  "freeText",
  "forms.*.purpose",
  "forms.*.furtherPurposes.*",
  "forms.*.fields.*",
  "forms.*.consents.*",
  "consents.**",
  "recipients.*",
  "recipients.*.ground",
  "recipients.*.overrides",
  "connectors.*",
  "connectors.*.country",
  "connectors.*.role",
  "connectors.*.purpose",
  "connectors.*.attributes.*",
  "connectors.*.live",
  "dataSources.*",
  "dataSources.*.kind",
  "dataSources.*.purpose",
  "dataSources.*.ground",
  "dataSources.*.attributes.*",
  "assessments.*",
  "assessments.*.ground",
  "statistics.providers.*",
  "statistics.providers.*.country",
  "statistics.providers.*.connected",
  "statistics.purposes.**",
  "operator.country",
  "settings.disclosure.**",
  "settings.sources.*",
  "settings.distribution",
  "settings.thirdPartyData",
  "settings.treatAnonymousAsPersonal",
  "settings.logs.days",
  "settings.logs.onErasure",
  "settings.research.source",
  "settings.cookies.**",
  "settings.residency.home",
  "retention.*",
  "retention.*.from",
  "retention.*.days",
  "retention.*.endEvents.*",
  "retention.*.minimumDays",
  "retention.*.product",
  "retention.*.overrides",
];

/** Where something rests and in which order it is listed changes nothing that a person agreed to. */
const FORMAL: ReadonlySet<string> = new Set(["clause", "order"]);

/** What is said of a clause beside its text, and is no part of what a person agreed to. */
const BESIDE_TEXT: ReadonlySet<string> = new Set(["says", "kept", "kind", "enforceability", "invalidated"]);

/** Whether a difference inside a document, at this place, is one of its words. */
export function isWording(path: readonly string[]): boolean {
  const [, , list, , clauses, , member] = path;
  return list !== "sections" || clauses !== "clauses" || member === undefined || !BESIDE_TEXT.has(member);
}

const patterns = MATERIAL.map((pattern) => pattern.split("."));

/** Terms of keeping: only a longer one is anything that nobody agreed to. */
const TERMS: ReadonlySet<string> = new Set(["retention.*.days", "settings.logs.days"]);

/**
 * Whether a difference at this place is one that an earlier consent does not reach. A term that becomes shorter is
 * none; `null` is the term without an end.
 */
export function isMaterial(path: readonly string[], was: unknown, is: unknown): boolean {
  if (FORMAL.has(path.at(-1) ?? "")) return false;
  if (TERMS.has(path.map((part, i) => (i === 1 && path[0] === "retention" ? "*" : part)).join("."))) {
    return lengthOf(is) > lengthOf(was);
  }
  return patterns.some((pattern) => {
    const open = pattern.at(-1) === "**";
    const fixed = open ? pattern.slice(0, -1) : pattern;
    if (open ? path.length <= fixed.length : path.length !== fixed.length) return false;
    return fixed.every((part, i) => part === "*" || part === path[i]);
  });
}

function lengthOf(days: unknown): number {
  return typeof days === "number" ? days : Number.POSITIVE_INFINITY;
}
