import type { ClauseReference } from "./compiled.ts";
import type { Localised } from "./localised.ts";
import type { DisclosureGround, SourceKind } from "./settings.ts";
import type { LegalBasis } from "./vocabulary/legal-basis.ts";

export interface Statistics {
  readonly providers: readonly StatisticsProvider[];
  readonly purposes: readonly { readonly code: string; readonly label: Localised }[];
}

export interface StatisticsProvider {
  readonly code: string;
  readonly name: Localised;
  /** ISO 3166-1 alpha-2 of where it stores what it gets. */
  readonly country: string;
  /** False: named, and given nothing. */
  readonly connected: boolean;
}

export interface Recipient {
  readonly code: string;
  readonly label: Localised;
  readonly ground: DisclosureGround;
  /**
   * Code of the one of its kind that this takes the place of where its clause's document stands higher in the order of
   * the documents (T15); null: of none.
   */
  readonly overrides: string | null;
  readonly clause: ClauseReference;
}

/** A system of somebody else's. Data reach it only while it is live and the disclosure settings let them. */
export interface Connector {
  readonly code: string;
  readonly name: Localised;
  /** ISO 3166-1 alpha-2 of where it keeps what it gets. */
  readonly country: string;
  /** A processor acts on the operator's instruction (152-FZ 6(3)); a recipient for itself. */
  readonly role: "processor" | "recipient";
  /** Code of the purpose that it serves; null: nobody has said, which the check reports. */
  readonly purpose: string | null;
  readonly attributes: readonly string[];
  /** False: named, and given nothing. */
  readonly live: boolean;
  readonly clause: ClauseReference;
}

/** Data that others give (152-FZ 18(3), GDPR 14). */
export interface DataSource {
  readonly code: string;
  readonly label: Localised;
  readonly kind: SourceKind;
  /** Code of the purpose that they are for; null: nobody has said, so that nothing is taken from it. */
  readonly purpose: string | null;
  /** On what ground they are taken; null as above. */
  readonly ground: LegalBasis | null;
  /** How it is shown that the person was told; null: it is not shown. */
  readonly evidenceOfNotice: Localised | null;
  readonly attributes: readonly string[];
  readonly clause: ClauseReference;
}

/** What the operator found of a country before any data went there (152-FZ 12, GDPR 45, 46, 49). */
export interface CountryAssessment {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO date. */
  readonly assessedOn: string;
  readonly ground: "adequacy" | "safeguards" | "derogation";
  readonly note: Localised;
}
