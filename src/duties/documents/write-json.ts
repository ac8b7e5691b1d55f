import { z } from "zod";
import { clauseNumbers } from "../../policy/index.ts";
import { addressOf, type DocumentEdition } from "./document-edition.ts";

const localised = z.object({ en: z.string(), ru: z.string() });

/** A document for programs: `upheld-document/1`. Dates are ISO; texts are in every language of the operator's. */
export const documentJson = z.object({
  format: z.literal("upheld-document/1"),
  address: z.string(),
  operator: z.object({ id: z.string(), legalName: localised, email: z.string() }),
  document: z.object({
    code: z.string(),
    kind: z.string(),
    title: localised,
    path: z.string(),
    governingLaw: z.string().nullable(),
    offerStatus: z.string(),
    incorporates: z.array(z.string()),
    /** Codes of the documents that win over this one where they differ. */
    yieldsTo: z.array(z.string()),
    updatedOn: z.string(),
  }),
  version: z.object({
    number: z.number(),
    policy: z.string(),
    publishedAt: z.string(),
    effectiveFrom: z.string(),
  }),
  sections: z.array(
    z.object({
      id: z.string(),
      title: localised,
      clauses: z.array(
        z.object({
          id: z.string(),
          number: localised,
          text: localised,
          says: localised.nullable(),
          invalidated: z.object({ on: z.string(), reason: localised }).nullable(),
        }),
      ),
    }),
  ),
});

export type DocumentJson = z.output<typeof documentJson>;

/** A document with all its texts, and nothing of what is behind them. */
export function writeJson(edition: DocumentEdition): DocumentJson {
  const { policy, document, version } = edition;
  const { operator, settings } = policy;
  const rank = settings.documents.precedence.indexOf(document.code);
  return {
    format: "upheld-document/1",
    address: addressOf(edition),
    operator: { id: operator.id, legalName: operator.legalName, email: operator.email },
    document: {
      code: document.code,
      kind: document.kind,
      title: document.title,
      path: document.path,
      governingLaw: document.governingLaw,
      offerStatus: document.offerStatus,
      incorporates: [...document.incorporates],
      yieldsTo: settings.documents.precedence.slice(0, Math.max(0, rank)),
      updatedOn: document.updatedOn,
    },
    version: {
      number: version.number,
      policy: version.policy,
      publishedAt: new Date(version.publishedAt).toISOString(),
      effectiveFrom: new Date(version.effectiveFrom).toISOString(),
    },
    sections: document.sections.map(({ id, title, clauses }) => {
      const numbers = { en: clauseNumbers(clauses, "en"), ru: clauseNumbers(clauses, "ru") };
      return {
        id,
        title,
        clauses: clauses.map((clause, i) => ({
          id: clause.id,
          number: { en: numbers.en[i] ?? "", ru: numbers.ru[i] ?? "" },
          text: clause.text,
          says: clause.says,
          invalidated: clause.invalidated,
        })),
      };
    }),
  };
}
