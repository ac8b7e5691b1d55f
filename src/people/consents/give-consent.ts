import { uuidv7 } from "../../platform/random/index.ts";
import { sha256 } from "../../platform/crypto/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Consent } from "../../policy/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import { consentEventTable } from "./consents.table.ts";
import type { ConsentParts } from "./record-acceptances.ts";

/** A box that a person ticked, under the text that stood beside it. */
export interface GivenConsent {
  readonly subject: Pseudonym;
  readonly shardKey: Pseudonym;
  /** As the policy that was shown declares it. */
  readonly consent: Consent;
  /** Hash of that policy version, hex. */
  readonly policy: string;
  readonly language: string;
  readonly channel: string;
  readonly form: string;
  /** The shown-version token of the page; its hash is kept as evidence. */
  readonly shown: Uint8Array;
}

/**
 * Writes down that a consent was given by its own control and under its own document (152-FZ 9(1); clause
 * itsectr-privacy/4.1.2). It opens nothing yet: it is relied on once the address that it came with is confirmed.
 * Journalled. Resolves with the giving's id, by which its link to withdraw is made (link kind `withdraw`).
 */
export async function giveConsent(
  tx: Transaction,
  permit: Permit,
  given: GivenConsent,
  { journal, random }: ConsentParts,
): Promise<string> {
  const { subject, shardKey, consent, policy, language, channel, form, shown } = given;
  permit.require(tx, { operation: ["collect", "record"], subject });
  const giving = uuidv7(tx.at, random);
  await tx.insert(consentEventTable, [
    {
      id: giving,
      shard_key: shardKey,
      subject,
      giving,
      event: "given",
      consent: consent.code,
      purpose: consent.purpose,
      attributes: consent.attributes,
      document: consent.document,
      policy,
      language,
      channel,
      form,
      signature_level: "click",
      evidence: sha256(shown),
      at: tx.at,
    },
  ]);
  await journal.append(tx, {
    event: "consent-given",
    actor: { kind: "subject", id: subject },
    subjects: [subject],
    purpose: consent.purpose,
    attributes: consent.attributes,
    details: { consent: consent.code, document: consent.document, policy, language, giving },
  });
  return giving;
}
