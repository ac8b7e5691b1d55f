import type { Clause, CompiledPolicy, PolicyDocument } from "./compiled.ts";
import type { Language } from "./localised.ts";

/** The text of a clause in one language, and where it stands. */
export interface ClauseText {
  readonly document: PolicyDocument;
  readonly clause: Clause;
  readonly text: string;
  /** `documents.privacy-policy.sections.3.clauses.3.2.text.en` */
  readonly where: string;
}

/** Every clause of every document, in each language that the operator offers. */
export function clauseTexts(
  { documents, operator }: CompiledPolicy,
  languages: readonly Language[] = operator.languages,
): ClauseText[] {
  return documents.flatMap((document) =>
    document.sections.flatMap((section) =>
      section.clauses.flatMap((clause) =>
        languages.map((language) => ({
          document,
          clause,
          text: clause.text[language],
          where: `documents.${document.code}.sections.${section.id}.clauses.${clause.id}.text.${language}`,
        })),
      ),
    ),
  );
}

/** The sentences of a text; an abbreviation may cut one short, which loses nothing that is looked for here. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+|\n+/u).filter((sentence) => sentence.trim() !== "");
}
