import type { CompiledPolicy, Localised } from "./compiled.ts";
import { clauseNumbers } from "./render-document.ts";

/** By what number readers of a document cite a clause of it, in each language; null for one that shows no number. */
export type CitedNumbers = (document: string | null, clause: string | null) => Localised | null;

/** The numbers of every clause, as the documents show them: `5.1.term` is read as 5.1(c), 5.1(в). */
export function citedNumbers({ documents }: CompiledPolicy): CitedNumbers {
  const cited = new Map(
    documents.map(({ code, sections }) => [
      code,
      new Map(
        sections.flatMap(({ clauses }) => {
          const [en, ru] = [clauseNumbers(clauses, "en"), clauseNumbers(clauses, "ru")];
          return clauses.map(({ id }, i) => [id, { en: en[i] ?? "", ru: ru[i] ?? "" }] as const);
        }),
      ),
    ]),
  );
  return (document, clause) => {
    const number = document === null || clause === null ? undefined : cited.get(document)?.get(clause);
    return number === undefined || number.en === "" ? null : number;
  };
}
