import type { LegalBasis, ProcessingOperation } from "../../policy/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";

/** What can be journalled. Closed: any other value does not compile and is refused at run time. */
export const JOURNAL_EVENTS = [
  /** A decision of the gate about an operation on personal data, allowed or refused. */
  "decision",
  /** Refusals of anonymous callers in one minute, counted. */
  "anonymous-refusals",
  "policy-published",
  /** A version that was not yet in force was called off. */
  "policy-called-off",
  /** A document was accepted by an act; never a consent (tension T03). */
  "acceptance-recorded",
  "consent-given",
  /** From here on it is relied upon. */
  "consent-confirmed",
  "consent-withdrawn",
  "address-verified",
  "enquiry-answered",
  "enquiry-replied",
  "enquiry-taken-on",
  "enquiry-left",
  /** What was held as suspected advertising was let go. */
  "enquiry-released",
  /** A span of free text was cut, and destroyed. */
  "enquiry-redacted",
  /** Staff recorded that a person broke a clause. */
  "violation-recorded",
  "advertiser-allowed",
  "advertiser-ended",
  "enquiry-closed",
  "enquiry-reopened",
  "scope-destroyed",
  "keys-rotated",
  "key-destroyed",
  "staff-authorised",
  "staff-revoked",
  "staff-invited",
  "staff-signed-in",
  "staff-signed-out",
  "staff-ended",
  /** Which topics reach a member of staff. */
  "staff-topics-set",
  "api-key-created",
  "api-key-rotated",
  "api-key-revoked",
  "mail-sent",
  "mail-failed",
  /** Somebody gave a job that had failed for good all its attempts again, or gave it up. */
  "job-retried",
  "job-discarded",
  /** A person was told by when something is owed them. */
  "deadline-announced",
  /** A date that rested on a provisional calendar came out otherwise by another one. */
  "deadline-recomputed",
  "clock-jumped",
  /** A live check on the promises found another outcome than the time before. */
  "promise-checked",
  /** Staff said something in public about a check. */
  "promise-annotated",
  /** First entry of a log: what it continues, and the gap, if it follows a restore. */
  "log-opened",
  /** One leaf over a salted subtree of many persons' items. */
  "bulk",
  /** The contents of entries past their term were removed; their hashes stay. */
  "entries-pruned",
] as const;

export type JournalEvent = (typeof JOURNAL_EVENTS)[number];

/** What a room asks to be journalled. Codes, references and pseudonyms; never a value of a person. */
export interface JournalEntry {
  readonly event: JournalEvent;
  /** The one operation of an entry about a person (clause 1.1.3). */
  readonly operation?: ProcessingOperation;
  readonly actor: { readonly kind: string; readonly id?: string };
  readonly subjects?: readonly Pseudonym[];
  readonly purpose?: string;
  readonly attributes?: readonly string[];
  readonly decision?: {
    readonly allowed: boolean;
    readonly clause: string | null;
    readonly basis?: LegalBasis;
    readonly code?: string;
    readonly about?: string;
    readonly policy?: string;
    /** Which clause held over which, where documents differ. */
    readonly over?: string;
  };
  /** Codes, references and whole numbers: at most 200 characters each, never free text. */
  readonly details?: EntryDetails;
}

export type EntryDetails = Readonly<Record<string, string | number | boolean>>;
