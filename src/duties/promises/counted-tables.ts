/**
 * The columns that checks count in, as they lie in the database: written down here once more, so that no check goes
 * through the code whose work it recounts. A test runs each of them on both engines.
 */
export interface CountedTables {
  readonly subject: { readonly id: string };
  readonly subject_value: {
    readonly id: string;
    readonly subject: string;
    readonly collection: string;
    readonly attribute: string;
    readonly verification_status: string;
  };
  readonly subject_collection: {
    readonly id: string;
    readonly subject: string;
    readonly purpose: string;
    readonly channel: string;
    readonly policy: string;
    readonly received_at: number;
  };
  readonly subject_identifier: {
    readonly id: string;
    readonly subject: string;
    readonly kind: string;
    readonly verified_at: number | null;
  };
  readonly address_confirmation: {
    readonly id: string;
    readonly subject: string;
    readonly identifier: string;
    readonly used_at: number | null;
  };
  readonly acceptance: {
    readonly id: string;
    readonly subject: string;
    readonly document: string;
    readonly policy: string;
    readonly language: string;
    readonly started_at: number;
    readonly text: string;
  };
  readonly consent_event: {
    readonly id: string;
    readonly subject: string;
    readonly giving: string;
    readonly event: string;
    readonly consent: string;
    readonly purpose: string;
    readonly document: string;
    readonly policy: string;
    readonly at: number;
  };
  readonly enquiry: {
    readonly id: string;
    readonly subject: string;
    readonly collection: string;
    readonly form: string;
    readonly received_at: number;
    readonly held: boolean;
    readonly advertising: boolean;
    readonly entry: string;
    readonly confirmed_at: number | null;
  };
  readonly enquiry_answer: {
    readonly id: string;
    readonly enquiry: string;
    readonly answered_at: number;
  };
  readonly staff_member: { readonly id: string; readonly until: number | null };
  readonly staff_authorisation: {
    readonly staff: string;
    readonly purpose: string;
    readonly operations: readonly string[];
    readonly since: number;
    readonly until: number | null;
  };
  readonly publication_version: {
    readonly number: number;
    readonly policy: string;
    readonly compiled: Uint8Array;
    readonly updated_on: Readonly<Record<string, string>>;
    readonly published_at: number;
    readonly effective_from: number;
    readonly base: number | null;
    readonly changes: unknown;
    readonly note: unknown;
    readonly made_from: unknown;
  };
  readonly publication_call_off: { readonly version: number; readonly called_off_at: number };
  readonly publication_document: {
    readonly version: number;
    readonly code: string;
    readonly language: string;
    readonly path: string;
    readonly bytes: Uint8Array;
    readonly hash: string;
  };
  readonly journal_entry: {
    readonly position: number;
    readonly id: string;
    readonly event: string;
    readonly subject: string | null;
    readonly leaf: Uint8Array | null;
  };
  readonly journal_pending: {
    readonly id: string;
    readonly event: string;
    readonly subject: string | null;
    readonly leaf: Uint8Array;
  };
  readonly vault_key: { readonly version: number; readonly state: string; readonly created_at: number };
  readonly promise_result: {
    readonly id: string;
    readonly check_code: string;
    readonly outcome: string;
    readonly changed: boolean;
    readonly examined: number;
    readonly at: number;
  };
  readonly promise_note: {
    readonly id: string;
    readonly check_code: string;
    readonly note: unknown;
    readonly post: unknown;
    readonly at: number;
  };
}
