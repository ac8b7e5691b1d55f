import { canonicalJson } from "./canonical-json.ts";
import type { CompiledPolicy, Language, Localised, PolicyDocument } from "./compiled.ts";
import { dateInWords } from "./wording.ts";

/**
 * A policy that is published without its author's hand, with the dates that it has to state (clause
 * itsectr-privacy/updated): a document that differs from the one before it was updated on `date`, an ISO date; one that
 * does not keeps the date of that one. A clause that states the date in words states the new one.
 */
export function dateDocuments(policy: CompiledPolicy, before: CompiledPolicy, date: string): CompiledPolicy {
  return {
    ...policy,
    documents: policy.documents.map((document) => {
      const former = before.documents.find(({ code }) => code === document.code);
      if (former === undefined) return dated(document, date);
      const same = dated(document, former.updatedOn);
      return canonicalJson(same) === canonicalJson(former) ? same : dated(document, date);
    }),
  };
}

function dated(document: PolicyDocument, updatedOn: string): PolicyDocument {
  const restated = (text: Localised): Localised => ({
    en: restate(text, document.updatedOn, updatedOn, "en"),
    ru: restate(text, document.updatedOn, updatedOn, "ru"),
  });
  return {
    ...document,
    updatedOn,
    sections: document.sections.map((section) => ({
      ...section,
      clauses: section.clauses.map((clause) => ({ ...clause, text: restated(clause.text) })),
    })),
  };
}

function restate(text: Localised, from: string, to: string, language: Language): string {
  return text[language].replaceAll(dateInWords(from, language), dateInWords(to, language));
}
