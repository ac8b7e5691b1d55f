import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { WithdrawalLedger } from "../../trust/vault/index.ts";
import { lockSubject, samePerson } from "../subjects/index.ts";
import type { ConsentRecord } from "./consent.ts";
import { consentEventTable } from "./consents.table.ts";
import { laterEntry, laterEvent } from "./later-event.ts";
import { consentsOf } from "./read-consents.ts";
import type { ConsentParts } from "./record-acceptances.ts";

/**
 * Withdraws a consent by its code, wherever this person gave it, confirmed or not: everyone that a proven address has
 * linked to them is the same person (152-FZ 9(2), 21(5); GDPR 7(3)). The gate refuses its purpose from this commit on.
 * Never refused, whatever the policy has come to be; withdrawing twice is withdrawing once. Each is journalled, and in
 * the ledger of the key folder before it is acknowledged, so that no restored copy brings it back (design invariant 3).
 * Resolves with those that are newly withdrawn.
 */
export async function withdrawConsent(
  tx: Transaction,
  subject: Pseudonym,
  code: string,
  parts: ConsentParts & { readonly withdrawals: Pick<WithdrawalLedger, "keep"> },
): Promise<ConsentRecord[]> {
  const { journal, random, withdrawals } = parts;
  const withdrawn: ConsentRecord[] = [];
  const kept: { readonly giving: string; readonly at: number }[] = [];
  // In one order for everybody, so that two withdrawals of one person never wait for each other in a circle.
  for (const member of (await samePerson(tx, subject)).toSorted()) {
    const person = await lockSubject(tx, member);
    if (person === null) continue;
    const given = (await consentsOf(tx, member)).filter(({ consent }) => consent === code);
    const standing = given.filter(({ withdrawnAt }) => withdrawnAt === null);
    // Those withdrawn before are handed in again: who withdraws a second time may not have been told that it is done.
    kept.push(...given.map(({ giving, withdrawnAt }) => ({ giving, at: withdrawnAt ?? tx.at })));
    const { shardKey } = person;
    await tx.insert(
      consentEventTable,
      standing.map((record) => laterEvent(tx, record, { event: "withdrawn", shardKey, random })),
    );
    for (const record of standing) await journal.append(tx, laterEntry(record, "consent-withdrawn"));
    withdrawn.push(...standing.map((record) => ({ ...record, withdrawnAt: tx.at })));
  }
  withdrawals.keep(tx, kept);
  return withdrawn;
}
