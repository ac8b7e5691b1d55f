import { z } from "zod";
import type { Language } from "../../platform/i18n/index.ts";
import { defineJob, type JobQueue } from "../../platform/jobs/index.ts";
import { type Random, uuidv7 } from "../../platform/random/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import { type MessageFacts, messageTable } from "./messages.table.ts";
import type { TemplateCode } from "./templates.ts";

export interface NewMessage {
  readonly subject: Pseudonym;
  readonly shardKey: Pseudonym;
  readonly template: TemplateCode;
  /** The purpose under which the address will be used; the gate decides again at the moment of sending. */
  readonly purpose: string;
  readonly language: Language;
  readonly facts: MessageFacts;
}

/** The job that sends one message. It carries the message's id and nothing else. */
export const sendMessageJob = defineJob("send-message", z.strictObject({ message: z.uuid() }));

/**
 * Queues a message in the unit of work that is its cause. Needs the permit of that cause for the same person: nobody
 * is written to without an operation that concerned them.
 */
export async function queueMessage(
  tx: Transaction,
  permit: Permit,
  message: NewMessage,
  parts: { readonly jobs: JobQueue; readonly random: Random },
): Promise<void> {
  const { subject, shardKey, template, purpose, language, facts } = message;
  permit.require(tx, { operation: ["collect", "record", "use"], subject });
  const id = uuidv7(tx.at, parts.random);
  await tx.insert(messageTable, [
    {
      id,
      shard_key: shardKey,
      subject,
      template,
      purpose,
      language,
      facts,
      queued_at: tx.at,
      sent_at: null,
      failed_at: null,
    },
  ]);
  await parts.jobs.enqueue(tx, sendMessageJob, { shardKey, payload: { message: id } });
}
