import { type Random, uuidv7 } from "../../platform/random/index.ts";
import type { Pseudonym, Row, Transaction } from "../../platform/store/index.ts";
import type { JournalEntry } from "../../trust/journal/index.ts";
import type { ConsentRecord } from "./consent.ts";
import type { consentEventTable } from "./consents.table.ts";

/** The row of what became of a giving. It repeats what was given, so that it can be read without its giving. */
export function laterEvent(
  tx: Transaction,
  record: ConsentRecord,
  later: { readonly event: "confirmed" | "withdrawn"; readonly shardKey: Pseudonym; readonly random: Random },
): Row<typeof consentEventTable> {
  const { giving, subject, consent, purpose, attributes, document, policy, language } = record;
  return {
    id: uuidv7(tx.at, later.random),
    shard_key: later.shardKey,
    subject,
    giving,
    event: later.event,
    consent,
    purpose,
    attributes,
    document,
    policy,
    language,
    channel: `${later.event}-by-link`,
    form: null,
    // Whoever holds the link has the mailbox to which it went.
    signature_level: "confirmed-channel",
    evidence: null,
    at: tx.at,
  };
}

/** The journal's entry beside it. */
export function laterEntry(
  record: ConsentRecord,
  event: "consent-confirmed" | "consent-withdrawn",
): JournalEntry {
  const { giving, subject, consent, purpose, attributes, document, policy } = record;
  return {
    event,
    actor: { kind: "subject", id: subject },
    subjects: [subject],
    purpose,
    attributes,
    details: { consent, document, policy, giving },
  };
}
