import { type AcceptingParts, recordAcceptances } from "../../people/consents/index.ts";
import { lockSubject } from "../../people/subjects/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Gate, PolicyFact, Refusal } from "../../trust/gate/index.ts";

export interface AcceptingByLink {
  readonly subject: Pseudonym;
  readonly inForce: PolicyFact;
  readonly documents: readonly string[];
  readonly mode: "continued-use" | "re-accept";
  /** Of the page; left out, the person's. */
  readonly language?: string;
  /** The texts that the page named. */
  readonly texts?: ReadonlyMap<string, string>;
}

/**
 * Writes down an acceptance by whoever holds a mailed link, as the gate lets them (clause itsectr-agreement/1.4). Null
 * when it is written, or nothing was to be.
 * @throws ConsentsError `accepted-superseded`, `accepted-otherwise`
 */
export async function acceptByLink(
  tx: Transaction,
  act: AcceptingByLink,
  parts: AcceptingParts & { readonly gate: Gate },
): Promise<Refusal | null> {
  const { subject, inForce, documents, mode, texts } = act;
  const person = documents.length === 0 ? null : await lockSubject(tx, subject);
  if (person === null) return null;
  const ruling = await parts.gate.ask(tx, {
    actor: { kind: "subject", id: subject },
    purpose: "rights",
    operation: "record",
    subjects: [subject],
    attributes: ["email"],
    details: { mode },
  });
  if (!ruling.allowed) return ruling.refusal;
  const { shardKey, language } = person;
  const accepted = {
    subject,
    shardKey,
    documents,
    policy: inForce.hash,
    language: act.language ?? language,
    channel: "confirm-link",
    mode,
    ...(texts === undefined ? {} : { texts }),
  };
  await recordAcceptances(tx, ruling.permit, accepted, parts);
  return null;
}
