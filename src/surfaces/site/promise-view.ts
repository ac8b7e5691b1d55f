import { z } from "zod";
import {
  CHECK_CODES,
  CLAUSE_STATES,
  type CheckRecord,
  type ClauseStanding,
  CONTROLS,
  LIVE_CHECKS,
} from "../../duties/promises/index.ts";
import type { Language } from "../../platform/i18n/index.ts";

const outcome = z.enum(["kept", "broken", "unknown"]);
const result = z.object({ outcome, at: z.number(), examined: z.number(), broken: z.number() });

/** A check, as pages show it. */
export const checkView = z.object({
  code: z.enum(CHECK_CODES),
  counts: z.string(),
  newest: result.nullable(),
  history: z.array(result),
  notes: z.array(z.object({ at: z.number(), note: z.string(), post: z.string() })),
});
export type CheckView = z.output<typeof checkView>;

/** A clause in one line, as the page of all promises and a policy's margin show it. */
export const clauseLine = z.object({
  registeredAs: z.string(),
  clause: z.string(),
  /** As readers cite it; what has no number, by its name. */
  cited: z.string(),
  documentPath: z.string(),
  says: z.string(),
  how: z.string(),
  state: z.enum(CLAUSE_STATES),
  /** The room that it waits for. */
  pending: z.enum(["accounts", "rights", "leaves", "services", "visits", "products"]).nullable(),
  invalidatedOn: z.string().nullable(),
  /** When the last of its counts ended, ms; null when it has none, or none was made. */
  seen: z.number().nullable(),
});
export type ClauseLine = z.output<typeof clauseLine>;

/** Changes of a check's outcome that a page shows; the signed file has more. */
const SHOWN = 50;

export function checkOf(
  { code, newest, history, notes }: CheckRecord,
  language: Language,
): z.input<typeof checkView> {
  return {
    code,
    counts: LIVE_CHECKS[code].counts[language],
    newest: newest === null ? null : plain(newest),
    history: history.slice(0, SHOWN).map(plain),
    notes: notes.map(({ at, note, post }) => ({ at, note: note[language], post: post[language] })),
  };
}

function plain({ outcome: found, at, examined, broken }: NonNullable<CheckRecord["newest"]>) {
  return { outcome: found, at, examined, broken };
}

export function lineOf(
  { clause, state, controls, checks }: ClauseStanding,
  records: ReadonlyMap<string, CheckRecord>,
  language: Language,
): ClauseLine {
  const { registeredAs, clause: id, cited, documentPath, says, text, keptBy, kept, invalidated } = clause;
  const times = checks.map((code) => records.get(code)?.newest?.at ?? null);
  const seen = times.filter((at) => at !== null);
  return {
    registeredAs,
    clause: id,
    cited: cited[language] === "" ? id : cited[language],
    documentPath,
    // Where nobody has said it in plain words, the clause speaks for itself.
    says: (says ?? text)[language],
    how: keptBy?.[language] ?? controls.map((code) => CONTROLS[code].how[language]).join(" "),
    state,
    pending: kept !== null && "pending" in kept ? kept.pending : null,
    invalidatedOn: invalidated?.on ?? null,
    // All of them vouch together, so the oldest says since when.
    seen: seen.length === 0 || seen.length < times.length ? null : Math.min(...seen),
  };
}
