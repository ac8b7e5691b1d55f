import { holdsAddress, normalEmail } from "../../people/subjects/index.ts";
import type { Address } from "../../platform/http/index.ts";
import type { JobQueue } from "../../platform/jobs/index.ts";
import type { Random } from "../../platform/random/index.ts";
import type { Transaction } from "../../platform/store/index.ts";
import type { Gate } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { queueMessage, SENDER } from "../messages/index.ts";
import { findEnquiry } from "./find-enquiry.ts";
import { takeLinkRequest, takeMailToMailbox } from "./form-allowance.ts";
import type { FormSettings } from "./form-settings.ts";
import { IntakeError } from "./intake.errors.ts";

/**
 * Has a fresh link to an enquiry mailed to the address that it came from. Whoever asks gets the same answer, whether
 * reference and address belong together or not: only the mailbox learns it. Anybody can send a form with anybody's
 * address, so a mailbox gets a few links an hour, and no more whoever asks. Clause itsectr-agreement/3.2.forms.
 * @throws IntakeError `too-many`
 */
export async function requestFollowLink(
  tx: Transaction,
  asked: { readonly reference: string; readonly email: string; readonly client: Address | null },
  parts: {
    readonly gate: Gate;
    readonly vault: Vault;
    readonly jobs: JobQueue;
    readonly random: Random;
    readonly forms: FormSettings;
  },
): Promise<void> {
  const wait = await takeLinkRequest(tx, asked.client, "follow", parts);
  if (wait > 0) throw new IntakeError("too-many", wait);
  const normal = normalEmail(asked.email);
  const row = normal === null ? null : await orNull(() => findEnquiry(tx, asked.reference));
  if (normal === null || row === null) return;
  const { id, subject, shard_key: shardKey, purpose, reference, language } = row;
  if (!(await holdsAddress(tx, subject, normal, parts.vault))) return;
  if (!(await takeMailToMailbox(tx, normal, parts))) return;
  const ruling = await parts.gate.ask(tx, {
    actor: SENDER,
    purpose,
    operation: "use",
    subjects: [subject],
    attributes: ["email"],
    details: { reference },
  });
  if (!ruling.allowed) return;
  const facts = { reference, enquiry: id };
  const message = { subject, shardKey, template: "enquiry-link", purpose, language, facts } as const;
  await queueMessage(tx, ruling.permit, message, parts);
}

async function orNull<T>(find: () => Promise<T>): Promise<T | null> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof IntakeError) return null;
    throw error;
  }
}
