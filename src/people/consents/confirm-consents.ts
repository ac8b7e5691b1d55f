import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import { lockSubject } from "../subjects/index.ts";
import { type ConsentRecord, coveredConsent } from "./consent.ts";
import { consentEventTable } from "./consents.table.ts";
import { laterEntry, laterEvent } from "./later-event.ts";
import { consentsOf } from "./read-consents.ts";
import type { ConsentParts } from "./record-acceptances.ts";

/**
 * Confirms what a person gave with one sending, once its address is proven: from here on it is relied on. What was
 * confirmed or withdrawn before stays as it is, and so does what the policy in force no longer asks for. Each is
 * journalled (clauses itsectr-privacy/3.2.3, 4.1.2). Resolves with those that are newly confirmed.
 */
export async function confirmConsents(
  tx: Transaction,
  subject: Pseudonym,
  parts: ConsentParts & { readonly policy: Pick<CompiledPolicy, "consents"> },
): Promise<ConsentRecord[]> {
  const { journal, random, policy } = parts;
  const person = await lockSubject(tx, subject);
  if (person === null) return [];
  const waiting = (await consentsOf(tx, subject)).filter(
    (record) =>
      record.confirmedAt === null && record.withdrawnAt === null && coveredConsent(record, policy) !== null,
  );
  const { shardKey } = person;
  await tx.insert(
    consentEventTable,
    waiting.map((record) => laterEvent(tx, record, { event: "confirmed", shardKey, random })),
  );
  for (const record of waiting) await journal.append(tx, laterEntry(record, "consent-confirmed"));
  return waiting.map((record) => ({
    ...record,
    confirmedAt: tx.at,
    signatureLevel: "confirmed-channel" as const,
  }));
}
