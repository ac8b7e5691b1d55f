import {
  acceptedBefore,
  acceptedUnproven,
  confirmConsents,
  type ConsentRecord,
  consentsOf,
  coveredConsent,
  isInForce,
} from "../../people/consents/index.ts";
import {
  confirmAddress,
  readAddressConfirmation,
  SubjectsError,
  takeOverValues,
} from "../../people/subjects/index.ts";
import type { LinkTokens } from "../../platform/crypto/index.ts";
import type { JobQueue } from "../../platform/jobs/index.ts";
import type { Random } from "../../platform/random/index.ts";
import {
  prepare,
  type Reader,
  type Store,
  StoreError,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { Gate, Refusal } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { Publication } from "../../trust/publication/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { enquiryTable } from "./enquiry.table.ts";
import { acceptByLink } from "./accept-by-link.ts";
import { CONFIRM, toAcceptAnew } from "./accept-anew.ts";
import { queueWaitingAnswers } from "./queue-answers.ts";
import { releaseAllowed } from "./release-enquiry.ts";

export interface ConfirmingSubmissionParts {
  readonly store: Store;
  readonly links: LinkTokens;
  readonly gate: Gate;
  readonly vault: Vault;
  readonly journal: Journal;
  readonly publication: Pick<Publication, "inForce" | "texts">;
  readonly jobs: JobQueue;
  readonly random: Random;
}

/** What a confirmation is for, as it stands. */
export interface PendingConfirmation {
  /** Of the enquiry that came with it; null when that is gone. */
  readonly reference: string | null;
  readonly confirmed: boolean;
  /** True when the link confirms nothing more. */
  readonly expired: boolean;
  /** Given with it, and waiting for it; those that the policy in force still asks for so. */
  readonly waiting: readonly ConsentRecord[];
  /** Given with it, and in force. */
  readonly inForce: readonly ConsentRecord[];
  /** What the operator asks to be accepted anew, each with the hash of the text that is accepted (tension T13). */
  readonly anew: readonly { readonly document: string; readonly text: string }[];
}

export type ConfirmSubmissionOutcome =
  | { readonly outcome: "confirmed"; readonly repeated: boolean }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

type EnquiryTables = Tables<typeof enquiryTable>;

const referenceOf = prepare<EnquiryTables, { confirmation: string }>()((db, param) =>
  db.selectFrom("enquiry").select("reference").where("confirmation", "=", param("confirmation")),
);

const release = prepare<EnquiryTables, { confirmation: string; held: boolean; at: number }>()((db, param) =>
  db
    .updateTable("enquiry")
    .set({ held: param("held"), confirmed_at: param("at") })
    .where("confirmation", "=", param("confirmation"))
    .where("confirmed_at", "is", null),
);

/**
 * What the link in a mail would confirm. Looks and changes nothing, and opens nothing of the person: programs that
 * scan mail follow links too.
 * @throws SubjectsError `confirm-link-unknown`, `confirm-link-expired`
 */
export async function readConfirmation(
  reader: Reader,
  asked: {
    readonly token: string;
    readonly at: number;
    readonly language: string;
    readonly policy: CompiledPolicy;
  },
  { links, publication }: Pick<ConfirmingSubmissionParts, "links" | "publication">,
): Promise<PendingConfirmation> {
  const { token, at, policy } = asked;
  const id = links.read(CONFIRM, token);
  const link = id === null ? null : await readAddressConfirmation(reader, id);
  if (id === null || link === null) throw new SubjectsError("confirm-link-unknown");
  const expired = link.expiresAt <= at;
  if (expired && link.usedAt === null) throw new SubjectsError("confirm-link-expired");
  const consents = await consentsOf(reader, link.subject);
  return {
    reference: (await reader.first(referenceOf, { confirmation: id }))?.reference ?? null,
    confirmed: link.usedAt !== null,
    expired,
    waiting: consents.filter(
      (record) =>
        record.confirmedAt === null && record.withdrawnAt === null && coveredConsent(record, policy) !== null,
    ),
    inForce: consents.filter((record) => isInForce(record, policy)),
    anew: link.usedAt === null ? [] : await toAcceptAnew(reader, link.subject, asked, publication),
  };
}

/**
 * Confirms one sending by the link that was mailed to its address: the address is proven, the consents given with it
 * come into force and take over what they name, and an enquiry that waited for this goes to staff. All in one unit of
 * work, journalled in it. With `addressOnly` the consents stay unconfirmed. Used twice, or twice at once, it takes
 * effect once and answers the same; a consent that was withdrawn since is not brought back. Clauses
 * itsectr-privacy/3.2.3, 4.1.2.
 * @throws SubjectsError `confirm-link-unknown`, `confirm-link-expired`
 */
export async function confirmSubmission(
  sent: {
    readonly token: string;
    readonly addressOnly: boolean;
    /** True when the policy was declined in this browser: what is confirmed is accepted by nobody. */
    readonly declined?: boolean;
  },
  parts: ConfirmingSubmissionParts,
): Promise<ConfirmSubmissionOutcome> {
  const id = parts.links.read(CONFIRM, sent.token);
  if (id === null) throw new SubjectsError("confirm-link-unknown");
  const unit = (tx: Transaction) => confirm(tx, { ...sent, id }, parts);
  try {
    return await parts.store.transaction(unit);
  } catch (error) {
    // Two people proved one address at the same instant: the second looks again, and finds the first.
    if (error instanceof StoreError && error.code === "conflict") return parts.store.transaction(unit);
    throw error;
  }
}

async function confirm(
  tx: Transaction,
  sent: { readonly id: string; readonly addressOnly: boolean; readonly declined?: boolean },
  parts: ConfirmingSubmissionParts,
): Promise<ConfirmSubmissionOutcome> {
  const address = await confirmAddress(tx, sent.id, parts);
  if ("refusal" in address) return { outcome: "refused", refusal: address.refusal };
  const inForce = await parts.publication.inForce(tx, tx.at);
  const policy = inForce?.compiled;
  if (!sent.addressOnly && !address.expired && policy !== undefined) {
    for (const consent of await confirmConsents(tx, address.subject, { ...parts, policy })) {
      await takeOver(tx, consent, policy, parts);
    }
  }
  const accepts = sent.declined !== true && policy?.settings.versioning.notice !== "re-accept";
  if (!address.repeated && accepts && inForce !== null) {
    const documents = await acceptedBefore(tx, address.subject, inForce, parts.publication);
    const accepted = await acceptByLink(tx, { ...address, inForce, documents, mode: "continued-use" }, parts);
    if (accepted !== null) return { outcome: "refused", refusal: accepted };
  }
  const anew = !sent.addressOnly && !address.expired && sent.declined !== true;
  if (!address.repeated && anew && inForce !== null) {
    const documents = await acceptedUnproven(tx, address.subject, inForce);
    const accepted = await acceptByLink(tx, { ...address, inForce, documents, mode: "re-accept" }, parts);
    if (accepted !== null) return { outcome: "refused", refusal: accepted };
  }
  await queueWaitingAnswers(tx, sent.id, parts);
  await tx.change(release, { confirmation: sent.id, held: false, at: tx.at });
  if (!address.expired) await releaseAllowed(tx, sent.id, parts);
  return { outcome: "confirmed", repeated: address.repeated };
}

/**
 * Lets what a consent names pass to its purpose (152-FZ 5(2), 9(1)). The gate is asked for both ends; what it refuses,
 * under a block for instance, stays where it is, and the refusal is journalled.
 */
async function takeOver(
  tx: Transaction,
  record: ConsentRecord,
  policy: CompiledPolicy,
  parts: ConfirmingSubmissionParts,
): Promise<void> {
  const consent = coveredConsent(record, policy);
  const purpose = policy.purposes.find(({ code }) => code === record.purpose);
  if (consent === null || purpose === undefined) return;
  const { subject } = record;
  const asked = {
    actor: { kind: "subject", id: subject },
    subjects: [subject],
    attributes: consent.attributes,
    details: { consent: consent.code, giving: record.giving },
  } as const;
  const recording = await parts.gate.ask(tx, { ...asked, purpose: purpose.code, operation: "record" });
  if (!recording.allowed) return;
  const reading = await parts.gate.ask(tx, { ...asked, purpose: "rights", operation: "extract" });
  if (!reading.allowed) return;
  await takeOverValues(
    tx,
    { reading: reading.permit, recording: recording.permit },
    {
      subject,
      attributes: consent.attributes,
      rule: purpose.retention,
      channel: "consent-confirmed",
      language: record.language,
    },
    parts,
  );
}
