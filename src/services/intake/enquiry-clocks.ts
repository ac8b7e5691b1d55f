import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";

/** An enquiry about its sender's own data, as it is received. */
export interface ClockedEnquiry {
  readonly id: string;
  readonly subject: Pseudonym;
  readonly shardKey: Pseudonym;
  /** The policy under which it is received, and its hash. */
  readonly policy: CompiledPolicy;
  readonly version: string;
}

/** What counts the time within which such enquiries are owed an answer. Intake knows no law: duties implements it. */
export interface EnquiryClocks {
  /** In the unit that receives it. */
  start(tx: Transaction, enquiry: ClockedEnquiry): Promise<void>;
  /**
   * The day (ISO) by which an answer is owed, told to the sender in the acknowledgement and held to from then on; null
   * where none is owed. `provisional` while it rests on a calendar that may still change.
   */
  announce(
    tx: Transaction,
    id: string,
  ): Promise<{ readonly on: string; readonly provisional: boolean } | null>;
  /** It has been answered or closed. */
  stop(tx: Transaction, id: string): Promise<void>;
  /** It is worked again. */
  resume(tx: Transaction, id: string): Promise<void>;
}
