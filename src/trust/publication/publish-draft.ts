import { localDate } from "../../platform/clock/index.ts";
import type { Transaction } from "../../platform/store/index.ts";
import type { Localised } from "../../policy/index.ts";
import type { PolicyFact } from "../gate/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Draft, DraftPublishing } from "./publication.ts";
import { PublicationError } from "./publication.errors.ts";
import { publishVersion } from "./publish-version.ts";

/** Longest note, in UTF-16 units. */
const LONGEST_NOTE = 2000;

/**
 * Publishes what was looked at, and nothing else, in the caller's unit (clauses itsectr-privacy/1.1.1, 9.1, updated;
 * tensions T13, T39). `Publication.publishDraft` lists what it throws.
 */
export async function publishDraft(
  tx: Transaction,
  journal: Pick<Journal, "append">,
  { draft, previewed, effectiveFrom, publishedBy, via, note }: DraftPublishing,
): Promise<PolicyFact> {
  if (previewed !== draft.hash) throw new PublicationError("draft-changed", draft.hash.slice(0, 12));
  const errors = draft.findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    throw new PublicationError("policy-has-errors", errors.map(({ where }) => where).join(", "));
  }
  if (effectiveFrom !== undefined && effectiveFrom < tx.at) {
    throw new PublicationError("date-passed", "date");
  }
  if (note !== undefined) checkNote(note, draft);
  const [otherwise] = datedOtherwise(draft, tx.at);
  if (otherwise !== undefined && note === undefined) throw new PublicationError("reason-missing", otherwise);

  const { compiled, documents, base, changes, madeFrom } = draft;
  return publishVersion(tx, journal, {
    edition: { compiled, documents, effectiveFrom: effectiveFrom ?? tx.at, publishedBy },
    via,
    note: note ?? null,
    madeFrom,
    follows: { base, changes },
  });
}

/**
 * Documents that changed and state another date of update than the day of `at` where the operator is: the clause
 * `updated` lets the two differ only with a recorded reason.
 */
export function datedOtherwise({ compiled, changedDocuments }: Draft, at: number): string[] {
  const today = localDate(at, compiled.operator.timeZone);
  return compiled.documents
    .filter(({ code, updatedOn }) => changedDocuments.includes(code) && updatedOn !== today)
    .map(({ code }) => code);
}

function checkNote(note: Localised, { compiled }: Draft): void {
  for (const language of compiled.operator.languages) {
    const text = note[language];
    if (text.trim() === "" || text.length > LONGEST_NOTE || !text.isWellFormed()) {
      throw new PublicationError("note-incomplete", language);
    }
  }
}
