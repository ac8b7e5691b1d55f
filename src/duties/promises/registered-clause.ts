import {
  clauseNumbers,
  type ClauseKind,
  type CompiledPolicy,
  type ControlCode,
  type Enforceability,
  type Invalidation,
  type Kept,
  type Localised,
} from "../../policy/index.ts";

/** A clause of one of an operator's documents, as the register lists it. */
export interface RegisteredClause {
  /** `itsectr-privacy/3.2.1`: what it is called outside. */
  readonly id: string;
  readonly operator: string;
  /** `privacy-policy`. */
  readonly document: string;
  readonly documentTitle: Localised;
  readonly documentPath: string;
  /** Before the slash of `id`: `itsectr-privacy`. */
  readonly registeredAs: string;
  /** Behind it: `3.2.1`, the anchor in the document. */
  readonly clause: string;
  /** Its number as readers cite it, in each language; empty where it has none. */
  readonly cited: Localised;
  readonly text: Localised;
  readonly says: Localised | null;
  readonly kind: ClauseKind | null;
  readonly enforceability: Enforceability | null;
  readonly keptBy: Localised | null;
  readonly kept: Kept | null;
  readonly invalidated: Invalidation | null;
}

/** Every clause of every document of a policy, in the order in which they stand. */
export function registeredClauses({ operator, documents }: CompiledPolicy): RegisteredClause[] {
  return documents.flatMap(({ code, title, path, registeredAs, sections }) =>
    sections.flatMap(({ clauses }) => {
      const [en, ru] = [clauseNumbers(clauses, "en"), clauseNumbers(clauses, "ru")];
      return clauses.map(({ id, ...clause }, place) => ({
        ...clause,
        cited: { en: en[place] ?? "", ru: ru[place] ?? "" },
        id: `${registeredAs}/${id}`,
        operator: operator.id,
        document: code,
        documentTitle: title,
        documentPath: path,
        registeredAs,
        clause: id,
      }));
    }),
  );
}

/** The controls that a clause is bound to; none where it only declares, or waits for a room. */
export function controlsOf({ kept }: Pick<RegisteredClause, "kept">): readonly ControlCode[] {
  if (kept === null) return [];
  if ("by" in kept) return kept.by;
  return "evidence" in kept ? kept.evidence : [];
}
