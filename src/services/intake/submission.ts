import type { Address } from "../../platform/http/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import type { JobQueue } from "../../platform/jobs/index.ts";
import type { Random } from "../../platform/random/index.ts";
import type { Store } from "../../platform/store/index.ts";
import type { CompiledPolicy, Form } from "../../policy/index.ts";
import type { Gate, Refusal } from "../../trust/gate/index.ts";
import type { OperatorJournal } from "../../trust/journal/index.ts";
import type { Publication } from "../../trust/publication/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { FieldProblem, SentFields } from "./check-fields.ts";
import type { EnquiryClocks } from "./enquiry-clocks.ts";
import type { Topic } from "./enquiry.table.ts";
import type { FormSettings } from "./form-settings.ts";
import type { ProofOfWork } from "./proof-of-work.ts";
import type { FreeTextScan } from "./scan-free-text.ts";

export interface IntakeParts {
  readonly store: Store;
  readonly gate: Gate;
  readonly vault: Vault;
  readonly journal: Pick<OperatorJournal, "append" | "receipt" | "receiptAgain">;
  readonly publication: Pick<Publication, "inForce" | "readShownToken" | "texts">;
  readonly jobs: JobQueue;
  readonly random: Random;
  readonly forms: FormSettings;
  readonly proofs: ProofOfWork;
  /** Looks through free text (clause itsectr-privacy/3.2.5). */
  readonly scan: FreeTextScan;
  /** Counts the time within which a letter about one's own data is owed an answer. */
  readonly clocks: EnquiryClocks;
}

/** One sending of a form, as it came. */
export interface Submission {
  readonly form: Form;
  /** The policy in force, as the page read it; the gate looks again inside the unit of work. */
  readonly policy: CompiledPolicy;
  /** Of the page that answers, and of the acknowledgement; which text was shown, and in which, is the token's to say. */
  readonly language: Language;
  /** The shown-version token of the page; empty when there was none. */
  readonly token: string;
  readonly fields: SentFields;
  /** Codes of the consents whose boxes were ticked. */
  readonly consents: readonly string[];
  readonly topic: Topic;
  /** The section that was being read, `privacy-policy/3`, or the service that it is about; null for neither. */
  readonly about?: string | null;
  /** The proof of work, as ALTCHA writes it; null or empty without one. */
  readonly proof: string | null;
  /** What came in the field that people do not see: empty. */
  readonly trap: string;
  /** True when the policy was declined in this browser: what it may still send accepts nothing (clause itsectr-privacy/2.2). */
  readonly declined?: boolean;
  /** True when the control was used by which a newer version is accepted anew (tension T13). */
  readonly reaccepts?: boolean;
  /** Who sent it, as far as is known. Used for the allowance, and neither stored nor logged. */
  readonly client: Address | null;
}

export type SubmitOutcome =
  | { readonly outcome: "received"; readonly receipt: SubmissionReceipt }
  | { readonly outcome: "fields-refused"; readonly problems: ReadonlyMap<string, FieldProblem> }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

/** What the sender is told, once all of it is durable. */
export interface SubmissionReceipt {
  readonly reference: string;
  readonly receivedAt: number;
  /** True when this sending had been received before. */
  readonly repeated: boolean;
  /** True while staff do not get it: the address has to be confirmed first. */
  readonly held: boolean;
  /** Whether a mail is on its way. */
  readonly mailed: boolean;
  /** The receipt, as a file to keep: `upheld receipt verify` checks it. */
  readonly text: string;
}
