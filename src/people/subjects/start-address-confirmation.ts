import { type Random, uuidv7 } from "../../platform/random/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import { addressConfirmationTable } from "./subjects.table.ts";

/** How long a link that proves an address is good, ms: 14 days. */
export const CONFIRMATION_LIFE = 14 * 24 * 60 * 60 * 1000;

export interface UnprovenAddress {
  readonly subject: Pseudonym;
  readonly shardKey: Pseudonym;
  readonly kind: "email";
  /** Its row, as `recordSubject` named it. */
  readonly identifier: string;
}

/**
 * Opens the way to prove an address that a person gave (clause itsectr-privacy/3.2.3). Resolves with the id of which
 * the mailed link is made (link kind `confirm`); whoever uses it has the mailbox. One row.
 */
export async function startAddressConfirmation(
  tx: Transaction,
  permit: Permit,
  { subject, shardKey, kind, identifier }: UnprovenAddress,
  { random }: { readonly random: Random },
): Promise<string> {
  permit.require(tx, { operation: ["collect", "record", "clarify"], subject });
  const id = uuidv7(tx.at, random);
  await tx.insert(addressConfirmationTable, [
    {
      id,
      shard_key: shardKey,
      subject,
      kind,
      identifier,
      made_at: tx.at,
      expires_at: tx.at + CONFIRMATION_LIFE,
      used_at: null,
    },
  ]);
  return id;
}
