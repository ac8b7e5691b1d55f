import type { Clock } from "../platform/clock/index.ts";
import type { LinkTokens } from "../platform/crypto/index.ts";
import type { JobQueue } from "../platform/jobs/index.ts";
import type { Random } from "../platform/random/index.ts";
import type { Store } from "../platform/store/index.ts";
import type { RulePack, StatutoryPurpose } from "../policy/index.ts";
import type { Promises } from "../duties/promises/index.ts";
import type { SessionNames } from "../people/staff/index.ts";
import type { Press } from "../duties/documents/index.ts";
import type { EnquiryClocks, FormSettings, FreeTextScan, ProofOfWork } from "../services/intake/index.ts";
import type { Gate } from "../trust/gate/index.ts";
import type { AnonymousRefusals, OperatorJournal } from "../trust/journal/index.ts";
import type { Publication } from "../trust/publication/index.ts";
import type { Keyring, Vault, WithdrawalLedger } from "../trust/vault/index.ts";

/** One operator with its rooms, as app.ts introduces them to each other. What surfaces work with. */
export interface Operator {
  /** Folder name under operators/. */
  readonly id: string;
  readonly store: Store;
  readonly keyring: Keyring;
  readonly vault: Vault;
  readonly journal: OperatorJournal;
  readonly publication: Publication;
  readonly gate: Gate;
  /** The closed set that law imposes under this operator's regimes. */
  readonly statutory: readonly StatutoryPurpose[];
  /** The law that ships, regime by regime. */
  readonly rules: readonly RulePack[];
  readonly jobs: JobQueue;
  /** Signs and reads the secrets in links that go out by mail. */
  readonly links: LinkTokens;
  /** Keeps withdrawals of consents where a restored database cannot undo them. */
  readonly withdrawals: WithdrawalLedger;
  /** Names of the staff who are signed in. */
  readonly names: SessionNames;
  /** What forms demand of their senders. */
  readonly forms: FormSettings;
  /** Makes and checks the proof of work of forms. */
  readonly proofs: ProofOfWork;
  /** Looks through free text for what staff should look at. */
  readonly scan: FreeTextScan;
  /** Prints documents as PDF. */
  readonly press: Press;
  /** Counts the time within which letters about one's own data are owed an answer. */
  readonly clocks: EnquiryClocks;
  /** Counts what callers without a name were refused. */
  readonly refusals: AnonymousRefusals;
  /** How what is promised is being kept, as it was counted last. */
  readonly promises: Promises;
  readonly clock: Clock;
  readonly random: Random;
}
