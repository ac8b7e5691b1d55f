import type { ClauseFacts, PromisedPolicy } from "./clause-facts.ts";
import type { Section } from "./compiled.ts";
import { findByCode, unknownCode } from "./find-by-code.ts";
import type { Language, Localised } from "./localised.ts";
import { clauseNumbers } from "./render-document.ts";
import { partsOfReference } from "./resolve-clause.ts";

/** The numbering of every document, by its code: what a citation is made from. */
export type Numbering = Readonly<
  Record<
    string,
    readonly (Pick<Section, "id" | "title"> & { readonly clauses: readonly { readonly id: string }[] })[]
  >
>;

/** How this document cites a clause, or a section, by the number that readers see. */
export function citesFrom(
  own: string,
  policy: PromisedPolicy,
  numbering: Numbering,
  language: Language,
): ClauseFacts["cite"] {
  return (reference) => {
    const { document: code, id } = partsOfReference(policy, reference);
    const sections = numbering[code] ?? unknownCode("document", code);
    const number = sections
      .flatMap(({ clauses }) => {
        const at = clauses.findIndex((clause) => clause.id === id);
        return at === -1 ? [] : [clauseNumbers(clauses, language)[at] ?? ""];
      })
      .at(0);
    const section = sections.find((one) => one.id === id || one.clauses.some((clause) => clause.id === id));
    if (section === undefined) return unknownCode("clause", reference);
    const isSection = number === undefined && /^\d/.test(section.id);
    const words = number
      ? `${CITE.clause[language]} ${number}`
      : `${CITE.section[language]} ${isSection ? section.id : quoted(section.title[language], language)}`;
    if (code === own) return words;
    const { title, path } = findByCode("document", policy.documents, code);
    const anchor = number === undefined && section.id === id && /^\d/.test(id) ? `s${id}` : id;
    return `${words} ${CITE.of[language]} [${title[language]}](${path}#${anchor})`;
  };
}

const CITE = {
  clause: { en: "clause", ru: "пункт" },
  section: { en: "section", ru: "раздел" },
  of: { en: "of the document", ru: "документа" },
} as const satisfies Record<string, Localised>;

function quoted(title: string, language: Language): string {
  return language === "ru" ? `«${title}»` : `“${title}”`;
}
