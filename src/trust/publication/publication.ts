import type { CompiledPolicy, Language } from "../../policy/index.ts";
import type { Reader, Transaction } from "../../platform/store/index.ts";
import type { PolicyFact, ShownFact } from "../gate/index.ts";

/** What is in force, and every version that ever was, in its exact bytes. */
export interface Publication {
  /**
   * Stores a version with its rendered bytes and journals who published it. Effective from `effectiveFrom`, never
   * before now, never before its predecessor.
   * @throws PublicationError `document-missing`, `nothing-changed`, `dated-before-predecessor`,
   *   `updated-before-predecessor`, `published-meanwhile`
   */
  publish(tx: Transaction, edition: Edition): Promise<PolicyFact>;
  /** The version in force at `at`; null before the first. Exactly one at any instant after that. */
  inForce(reader: Reader, at: number): Promise<PolicyFact | null>;
  /** A document's stored bytes: of a version, or of the one in force at `at`. Null when there is none. */
  document(reader: Reader, wanted: WantedDocument): Promise<StoredDocument | null>;
  /** Every version, newest first. */
  versions(reader: Reader): Promise<PublishedVersion[]>;
  /** Signs which text was shown with a form, in which language, until when. Opaque, URL-safe, at most 512 characters. */
  shownToken(shown: {
    policy: string;
    document: string;
    language: Language;
    form: string;
    at: number;
  }): string;
  /** What such a token proves to a form at an instant; null when it is forged, changed, or of another form. */
  readShownToken(token: string, expected: { readonly form: string; readonly at: number }): ShownFact;
}

export interface Edition {
  readonly compiled: CompiledPolicy;
  /** Rendered bytes by document and language: an HTML fragment of the text alone, without page around it. */
  readonly documents: readonly {
    readonly code: string;
    readonly language: Language;
    readonly bytes: Uint8Array;
  }[];
  readonly effectiveFrom: number;
  /** A staff pseudonym, or `installation` for the first version of an empty installation. */
  readonly publishedBy: string;
}

export interface WantedDocument {
  readonly code: string;
  readonly language: Language;
  readonly version?: number;
  readonly at: number;
}

export interface StoredDocument {
  readonly bytes: Uint8Array;
  /** Hex SHA-256 of the bytes. */
  readonly hash: string;
  readonly version: PublishedVersion;
}

/** Three dates, never one for another (tensions T39). */
export interface PublishedVersion {
  readonly number: number;
  readonly policy: string;
  /** ISO date, as the operator states it, by document code. */
  readonly updatedOn: Readonly<Record<string, string>>;
  readonly publishedAt: number;
  readonly effectiveFrom: number;
  readonly publishedBy: string;
}
