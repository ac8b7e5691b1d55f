import type { Localised } from "./localised.ts";
import type { ClauseKind, Enforceability } from "./vocabulary/clause-kinds.ts";
import type { ControlCode, PendingRoom } from "./vocabulary/controls.ts";
import type { DocumentKind } from "./vocabulary/document-kinds.ts";

export interface PolicyDocument {
  /** `privacy-policy`. */
  readonly code: string;
  readonly kind: DocumentKind;
  readonly path: string;
  readonly title: Localised;
  /** ISO date, as the operator states it. */
  readonly updatedOn: string;
  /** Whether the document itself is an offer to anyone (Civil Code of Russia 437(2), tension T14). */
  readonly offerStatus: "public-offer" | "none";
  /** ISO 3166-1 alpha-2; null: the operator's. */
  readonly governingLaw: string | null;
  /** Codes of the documents that are part of this one (tension T15). */
  readonly incorporates: readonly string[];
  /** What its clauses are called outside, before the slash: `itsectr-privacy`. */
  readonly registeredAs: string;
  /** Where it ends: what it covers and what it does not; null where a clause alone says it. */
  readonly scope: Localised | null;
  readonly sections: readonly Section[];
}

export interface Section {
  /** `3`. */
  readonly id: string;
  readonly title: Localised;
  readonly clauses: readonly Clause[];
}

export interface Clause {
  /** As in the register, without the document: `3.2.1`. */
  readonly id: string;
  /** Finished text; facts already filled in from the enforced object. */
  readonly text: Localised;
  /** The same in plain words, one or two short sentences, for the page of promises; null where nobody wrote them. */
  readonly says: Localised | null;
  /** How it is kept, in the author's own words for the margin; null: the words of what keeps it. */
  readonly keptBy: Localised | null;
  /** What keeps it; null where the author has not said. */
  readonly kept: Kept | null;
  readonly kind: ClauseKind | null;
  readonly enforceability: Enforceability | null;
  /** Since when it does not hold, and why; what hangs on it stops, and nothing else (img-privacy/9.sever). */
  readonly invalidated: Invalidation | null;
}

/**
 * `by`: controls enforce it. `evidence`: controls record what shows whether it is kept. `declared`: it only declares
 * something. `pending`: it waits for a room that is yet to be built.
 */
export type Kept =
  | { readonly by: readonly ControlCode[] }
  | { readonly evidence: readonly ControlCode[] }
  | { readonly declared: true }
  | { readonly pending: PendingRoom };

export interface Invalidation {
  /** ISO date from whose first moment, in the operator's time zone, the clause does not hold. */
  readonly on: string;
  readonly reason: Localised;
}
