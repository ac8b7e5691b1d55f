import type {
  ClauseKind,
  CompiledPolicy,
  ControlCode,
  Enforceability,
  Invalidation,
  Kept,
  Localised,
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
    sections.flatMap(({ clauses }) =>
      clauses.map(({ id, ...clause }) => ({
        ...clause,
        id: `${registeredAs}/${id}`,
        operator: operator.id,
        document: code,
        documentTitle: title,
        documentPath: path,
        registeredAs,
        clause: id,
      })),
    ),
  );
}

/** The controls that a clause is bound to; none where it only declares, or waits for a room. */
export function controlsOf({ kept }: Pick<RegisteredClause, "kept">): readonly ControlCode[] {
  if (kept === null) return [];
  if ("by" in kept) return kept.by;
  return "evidence" in kept ? kept.evidence : [];
}
