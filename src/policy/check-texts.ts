import { nameOfItem } from "./coded.ts";
import type { CompiledPolicy, Localised } from "./compiled.ts";
import { type Finding, finding } from "./finding.ts";
import { undeclaredOwnHosts } from "./own-hosts.ts";
import { placeholderIn } from "./placeholders.ts";

/**
 * Reads every text of the policy, in each language that the operator offers: whether it is there, whether anything of
 * a template is left in it, and whether it names a host that the policy does not cover.
 */
export function checkTexts(policy: CompiledPolicy): Finding[] {
  const { languages } = policy.operator;
  const phone = placeholderIn(policy.operator.phone) === null ? [] : ["operator.phone"];
  return [
    ...phone.map((where) => finding("unresolved-placeholder", where)),
    ...textsOf(policy).flatMap(({ text, where, clause }) =>
      languages.flatMap((language) => checkText(policy, text[language], `${where}.${language}`, clause)),
    ),
  ];
}

function checkText({ hosts }: CompiledPolicy, text: string, where: string, clause: string | null): Finding[] {
  if (text.trim() === "") return [finding("missing-language", where, clause)];
  const wrong: Finding[] = [];
  if (placeholderIn(text) !== null) wrong.push(finding("unresolved-placeholder", where, clause));
  if (undeclaredOwnHosts(text, hosts).length > 0) wrong.push(finding("host-outside-scope", where, clause));
  return wrong;
}

interface Text {
  readonly text: Localised;
  readonly where: string;
  readonly clause: string | null;
}

/** In the order of the object; what stands in a list is named by its code, its id or its attribute. */
function textsOf(value: unknown, where = "", clause: string | null = null): Text[] {
  if (typeof value !== "object" || value === null) return [];
  if (isLocalised(value)) return [{ text: value, where, clause }];
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = (Array.isArray(value) ? nameOfItem(inner) : undefined) ?? key;
    const within = where.endsWith(".clauses") ? name : (clauseOf(inner) ?? clause);
    return textsOf(inner, where === "" ? name : `${where}.${name}`, within);
  });
}

function isLocalised(value: object): value is Localised {
  return "en" in value && "ru" in value;
}

function clauseOf(thing: unknown): string | null {
  if (typeof thing !== "object" || thing === null || !("clause" in thing)) return null;
  return typeof thing.clause === "string" ? thing.clause : null;
}
