import { nameOfItem } from "./coded.ts";
import type { Localised } from "./compiled.ts";

/** A text of a policy, where it stands, and the clause that it concerns. */
export interface PolicyText {
  readonly text: Localised;
  readonly where: string;
  readonly clause: string | null;
}

/** Every text of a policy or a part of it, in the order of the object; what stands in a list is named by its code, its id or its attribute. */
export function textsOf(value: unknown, where = "", clause: string | null = null): PolicyText[] {
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
