import type { Clause, ClauseReference, PolicyDocument } from "./compiled.ts";

/** A clause with the document that it stands in. */
export interface PlacedClause {
  readonly document: PolicyDocument;
  readonly clause: Clause;
}

/** The code of the document that a reference means, and the clause's id in it. The only reader of the notation. */
export function partsOfReference(
  { documents }: { readonly documents: readonly Pick<PolicyDocument, "code">[] },
  reference: ClauseReference,
): { readonly document: string; readonly id: string } {
  const slash = reference.indexOf("/");
  if (slash === -1) return { document: documents[0]?.code ?? "", id: reference };
  return { document: reference.slice(0, slash), id: reference.slice(slash + 1) };
}

/** The clause that a reference means; null where no document has it. */
export function clauseOf(
  policy: { readonly documents: readonly PolicyDocument[] },
  reference: ClauseReference,
): PlacedClause | null {
  const { document: code, id } = partsOfReference(policy, reference);
  const document = policy.documents.find((one) => one.code === code);
  const clause = document?.sections.flatMap(({ clauses }) => clauses).find((one) => one.id === id);
  return document === undefined || clause === undefined ? null : { document, clause };
}

/** What a clause is called outside the policy: `itsectr-privacy/3.2.1`. As written where its document is unknown. */
export function registeredClause(
  policy: { readonly documents: readonly Pick<PolicyDocument, "code" | "registeredAs">[] },
  reference: ClauseReference,
): string {
  const { document: code, id } = partsOfReference(policy, reference);
  const document = policy.documents.find((one) => one.code === code);
  return document === undefined ? reference : `${document.registeredAs}/${id}`;
}
