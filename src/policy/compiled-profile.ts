import type { Language, Localised } from "./localised.ts";

/** Who the operator is. */
export interface OperatorProfile {
  /** Folder name under operators/, and the store's name: `itsectr`. */
  readonly id: string;
  readonly kind: "organisation" | "sole-trader";
  readonly legalName: Localised;
  readonly shortName: Localised;
  /** What the operator does for a living; null where no text says it. */
  readonly activity: Localised | null;
  readonly address: Localised;
  /** Checked by their control digits (law: identifier checks). */
  readonly inn: string;
  /** OGRN of an organisation, 13 digits; OGRNIP of a sole trader, 15. */
  readonly ogrn: string;
  readonly bank: BankAccount | null;
  /** What anybody may read of the operator, on its pages and in its documents. */
  readonly publicRequisites: readonly PublicRequisite[];
  /** Who answers for the processing of personal data (152-FZ 22.1): a post, or an invented name. */
  readonly responsible: Localised | null;
  readonly email: string;
  readonly phone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA name; every clock of the operator counts in it. */
  readonly timeZone: string;
  readonly languages: readonly Language[];
  /** Rule packs: `RU-152FZ`. */
  readonly regimes: readonly string[];
  /** ISO 3166-1 alpha-2 of the law that governs what a document does not put under another. */
  readonly governingLaw: string;
}

export const PUBLIC_REQUISITES = ["inn", "ogrn", "bank", "phone", "address", "email"] as const;
export type PublicRequisite = (typeof PUBLIC_REQUISITES)[number];

/** A Russian bank account: nine digits of the bank, twenty of each account. */
export interface BankAccount {
  readonly name: Localised;
  readonly bic: string;
  readonly account: string;
  readonly correspondentAccount: string;
}
