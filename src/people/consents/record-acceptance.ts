import { type Random, uuidv7 } from "../../platform/random/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import { acceptanceTable } from "./consents.table.ts";

/** What this room needs to write down an event. */
export interface ConsentParts {
  readonly journal: Pick<Journal, "append">;
  readonly random: Random;
}

/** That a person accepted a document by an act. It has no purpose: it opens none (tension T03). */
export interface Acceptance {
  readonly subject: Pseudonym;
  readonly shardKey: Pseudonym;
  readonly document: string;
  /** Hash of the policy version whose text it was, hex. */
  readonly policy: string;
  readonly language: string;
  /** The act: the form's code, or the link that was used. */
  readonly channel: string;
}

/**
 * Writes down that a document was accepted by an act that leaves a trace anyway, under the permit of that act (clause
 * itsectr-privacy/2.1). Journalled.
 */
export async function recordAcceptance(
  tx: Transaction,
  permit: Permit,
  accepted: Acceptance,
  { journal, random }: ConsentParts,
): Promise<void> {
  const { subject, shardKey, document, policy, language, channel } = accepted;
  permit.require(tx, { operation: ["collect", "record", "clarify"], subject });
  await tx.insert(acceptanceTable, [
    {
      id: uuidv7(tx.at, random),
      shard_key: shardKey,
      subject,
      document,
      policy,
      language,
      channel,
      accepted_at: tx.at,
    },
  ]);
  await journal.append(tx, {
    event: "acceptance-recorded",
    actor: { kind: "subject", id: subject },
    subjects: [subject],
    details: { document, policy, language, channel },
  });
}
