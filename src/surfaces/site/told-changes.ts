import { z } from "zod";
import type { Language } from "../../platform/i18n/index.ts";
import type { VersionChanges } from "../../trust/publication/index.ts";
import { type DocumentPlace, stateOf, VERSION_STATES } from "./document-place.ts";

const KINDS = ["added", "removed", "changed"] as const;

/** A version as the change log of one document tells it, in one language. */
export const toldVersion = z.object({
  number: z.number(),
  state: z.enum(VERSION_STATES),
  updatedOn: z.string().nullable(),
  publishedAt: z.number(),
  effectiveFrom: z.number(),
  calledOffAt: z.number().nullable(),
  /** Null for a first version, or one without this document before. */
  base: z.number().nullable(),
  note: z.string().nullable(),
  texts: z.array(
    z.object({
      kind: z.enum(KINDS),
      about: z.enum(["text", "title", "margin"]),
      /** By what number the document's readers cite it. */
      cited: z.string().nullable(),
      /** Where it stands: a version that has the clause, and its anchor there. Null for a title, or a version gone. */
      place: z.object({ version: z.number(), anchor: z.string() }).nullable(),
      material: z.boolean(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  enforced: z.array(z.object({ kind: z.enum(KINDS), where: z.string(), material: z.boolean() })),
});

export type ToldVersion = z.output<typeof toldVersion>;

/** What each version that has or had the document changed in it and in what is enforced, newest first. */
export function toldChanges(
  { code, versions }: DocumentPlace,
  all: readonly VersionChanges[],
  { current, at, language }: { readonly current: number; readonly at: number; readonly language: Language },
): ToldVersion[] {
  const numbers = new Set(versions.map(({ number }) => number));
  return all
    .filter((one) => numbers.has(one.number) || one.changes.some(({ document }) => document === code))
    .map((one) => {
      const { number, publishedAt, effectiveFrom, calledOffAt, base } = one;
      const ours = one.changes.filter(({ document }) => document === code || document === null);
      return {
        number,
        state: stateOf(one, current, at),
        updatedOn: one.updatedOn[code] ?? null,
        publishedAt,
        effectiveFrom,
        calledOffAt,
        base,
        note: one.note?.[language] ?? null,
        texts: ours
          .filter(({ before, after }) => before !== null || after !== null)
          .map(({ kind, where, clause, cited, material, before, after }) => ({
            kind,
            about: aboutOf(where),
            cited: cited?.[language] ?? clause,
            place: placeOf(clause, kind === "removed" && where.endsWith(`.${clause}`) ? base : number),
            material,
            ...readable(before?.[language] ?? null, after?.[language] ?? null),
          })),
        enforced: ours
          .filter(({ where }) => !where.startsWith("documents."))
          .filter(({ before, after }) => before === null && after === null)
          .map(({ kind, where, material }) => ({ kind, where, material })),
      };
    });
}

function placeOf(clause: string | null, version: number | null): ToldVersion["texts"][number]["place"] {
  return clause === null || version === null ? null : { version, anchor: clause };
}

/** The texts as a reader of the document sees them: links by their words, unless it is their targets that differ. */
function readable(before: string | null, after: string | null) {
  const [was, is] = [before, after].map(
    (text) => text?.replaceAll(/\[([^\]]+)\]\([^)\s]+\)/gu, "$1") ?? null,
  );
  return was === is ? { before, after } : { before: was ?? null, after: is ?? null };
}

function aboutOf(where: string): "text" | "title" | "margin" {
  if (where.endsWith(".keptBy")) return "margin";
  return where.includes(".clauses.") ? "text" : "title";
}
