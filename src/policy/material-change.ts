/**
 * What a person may have agreed to, by the place in the compiled object (tension T13): purposes with their ground,
 * operations and data, what is collected and by which category, who receives it and where, for how long, and consents.
 * `*` stands for one code; `**` for the thing itself and everything in it.
 */
const MATERIAL: readonly string[] = [
  "purposes.**",
  "attributes.*",
  "attributes.*.category",
  "attributes.*.identifiability",
  "attributes.*.kind",
  "automatic.*",
  "freeText",
  "forms.*.purpose",
  "forms.*.furtherPurposes.*",
  "forms.*.fields.*",
  "forms.*.consents.*",
  "consents.**",
  "recipients.*",
  "recipients.*.ground",
  "statistics.providers.*",
  "statistics.providers.*.country",
  "statistics.providers.*.connected",
  "statistics.purposes.**",
  "operator.country",
  "retention.*",
  "retention.*.from",
  "retention.*.days",
  "retention.*.endEvents.*",
];

/** Where something rests and in which order it is listed changes nothing that a person agreed to. */
const FORMAL: ReadonlySet<string> = new Set(["clause", "order"]);

const patterns = MATERIAL.map((pattern) => pattern.split("."));

/** Whether a difference at this place is one that an earlier consent does not reach. */
export function isMaterial(path: readonly string[]): boolean {
  if (FORMAL.has(path.at(-1) ?? "")) return false;
  return patterns.some((pattern) => {
    const open = pattern.at(-1) === "**";
    const fixed = open ? pattern.slice(0, -1) : pattern;
    if (open ? path.length <= fixed.length : path.length !== fixed.length) return false;
    return fixed.every((part, i) => part === "*" || part === path[i]);
  });
}
