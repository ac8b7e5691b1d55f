import type { CompiledPolicy, Finding, Language, Localised, PolicyChange } from "../../policy/index.ts";
import type { Pseudonym, Reader, Transaction } from "../../platform/store/index.ts";
import type { PolicyFact } from "../gate/index.ts";
import type { DraftOrigin } from "./draft-origin.ts";
import type { MadeFrom, PublishedVia } from "./publication.table.ts";
import type { ProvenShown } from "./shown-token.ts";

/** What is in force, and every version that ever was, in its exact bytes. */
export interface Publication {
  /**
   * Compiles the operator's folder anew, in a process of its own, checks and renders it, and compares it with what it
   * would follow: the newest version that was not called off, in force or scheduled. Stores nothing. Whoever asks while
   * one is compiled shares the next with all who do. From `origin`, it is made of what was published before.
   * @throws CompileError, PolicyError; with an origin PublicationError `version-unknown`, `clause-unknown`,
   *   `invalidated-already`, `note-incomplete`
   */
  draft(origin?: DraftOrigin): Promise<Draft>;
  /**
   * Publishes a draft as the act of a member of staff (clauses itsectr-privacy/1.1.1, 9.1, updated; tensions T13,
   * T39). Whether they may is the caller's question to people/staff.
   * @throws PublicationError `draft-changed`, `policy-has-errors`, `published-meanwhile`, `date-passed`,
   *   `note-incomplete`, `reason-missing`, and what `publish` throws
   */
  publishDraft(tx: Transaction, publishing: DraftPublishing): Promise<PolicyFact>;
  /**
   * Calls off a version that is not yet in force: it never enters into force, the one before it stays, and it stays
   * readable as called off. Its number is not used again.
   * @throws PublicationError `version-unknown`, `called-off-already`, `version-in-force`, `later-version-stands`
   */
  callOff(tx: Transaction, number: number, by: Pseudonym): Promise<void>;
  /**
   * Stores a version with its rendered bytes and journals who published it: an installation's own first one. People
   * publish a draft. Effective from `effectiveFrom`, never before now, never before its predecessor.
   * @throws PublicationError `document-missing`, `nothing-changed`, `dated-before-predecessor`,
   *   `updated-before-predecessor`, `published-meanwhile`
   */
  publish(tx: Transaction, edition: Edition): Promise<PolicyFact>;
  /**
   * The version in force at `at`; null before the first. Exactly one at any instant after that.
   * @throws PublicationError `version-damaged`
   */
  inForce(reader: Reader, at: number): Promise<PolicyFact | null>;
  /** The same, from memory and without a reader while nothing has changed. */
  current(at: number): Promise<PolicyFact | null>;
  /**
   * The version that first stated this policy, by the hash of its canonical JSON: under which data were collected, or a
   * consent was given. Null when no such version was ever published.
   * @throws PublicationError `version-damaged`
   */
  ofPolicy(reader: Reader, hash: string): Promise<PolicyFact | null>;
  /** The hashes of a version's published texts (hex SHA-256), by `textKey` of code and language. */
  texts(reader: Reader, version: number): Promise<ReadonlyMap<string, string>>;
  /**
   * What a version enforces, whether it is in force or not. Null when there is no such version.
   * @throws PublicationError `version-damaged`
   */
  policyOf(reader: Reader, version: number): Promise<PolicyFact | null>;
  /** A document's stored bytes: of a version, or of the one in force at `at`. Null when there is none. */
  document(reader: Reader, wanted: WantedDocument): Promise<StoredDocument | null>;
  /** Every version with what changed in it, newest first. */
  versions(reader: Reader): Promise<VersionChanges[]>;
  /** Every version without its changes, newest first: for what is asked often. */
  timeline(reader: Reader): Promise<PublishedVersion[]>;
  /** Every address that a document has ever been published at, in any version, newest first. */
  addresses(reader: Reader): Promise<DocumentAddress[]>;
  /** Calls `listener` after each publication or calling off of this process, once it is durable; ends with the result. */
  onChange(listener: () => void): () => void;
  /** Signs which text was shown with a form, in which language, until when. Opaque, URL-safe, at most 512 characters. */
  shownToken(shown: {
    policy: string;
    document: string;
    language: Language;
    form: string;
    at: number;
  }): string;
  /** What such a token proves to a form at an instant; null when it is forged, changed, or of another form. */
  readShownToken(token: string, expected: { readonly form: string; readonly at: number }): ProvenShown;
}

/** A document's rendered bytes: an HTML fragment of the text alone, without page around it. */
export interface RenderedDocument {
  readonly code: string;
  readonly language: Language;
  readonly bytes: Uint8Array;
}

/** What would be published if somebody published now, for people to look at first. */
export interface Draft {
  readonly compiled: CompiledPolicy;
  readonly madeFrom: MadeFrom;
  /** Errors among them stop publication. */
  readonly findings: readonly Finding[];
  /** What differs from `base`. */
  readonly changes: readonly PolicyChange[];
  /** The version that it would follow; null on an installation without any. */
  readonly base: number | null;
  readonly documents: readonly RenderedDocument[];
  /** Codes of the documents whose bytes are not those of `base`. */
  readonly changedDocuments: readonly string[];
  /** Names policy, documents, base and what it is made from, hex: what was looked at is what is published. */
  readonly hash: string;
}

export interface DraftPublishing {
  readonly draft: Draft;
  /** `hash` of the draft that was looked at. */
  readonly previewed: string;
  /** ms; left out, now. Never in the past. */
  readonly effectiveFrom?: number;
  readonly publishedBy: Pseudonym;
  readonly via: "console" | "cli";
  /** Public. Needed where a changed document states another day than today as its date of update. */
  readonly note?: Localised;
}

export interface Edition {
  readonly compiled: CompiledPolicy;
  /** Each document in each language that the operator offers. */
  readonly documents: readonly RenderedDocument[];
  readonly effectiveFrom: number;
  /** A staff pseudonym, or `installation` for the first version of an empty installation. */
  readonly publishedBy: string;
}

/** A document by its code, or by the address that it had in the version. */
export type WantedDocument = ({ readonly code: string } | { readonly path: string }) & {
  readonly language: Language;
  readonly version?: number;
  readonly at: number;
};

export interface StoredDocument {
  readonly code: string;
  readonly path: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** Hex SHA-256 of the bytes. */
  readonly hash: string;
  readonly version: PublishedVersion;
}

export interface DocumentAddress {
  readonly version: number;
  readonly code: string;
  readonly path: string;
  readonly language: Language;
  readonly title: string;
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
  readonly via: PublishedVia;
  /** The version that its changes were found against; null for the first. */
  readonly base: number | null;
  readonly note: Localised | null;
  readonly madeFrom: MadeFrom;
  /** Null while it stands. */
  readonly calledOffAt: number | null;
}

export interface VersionChanges extends PublishedVersion {
  /** As they were found at publication. */
  readonly changes: readonly PolicyChange[];
}
