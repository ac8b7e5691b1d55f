import type { Language } from "../../platform/i18n/index.ts";
import type { JobQueue } from "../../platform/jobs/index.ts";
import type { Random } from "../../platform/random/index.ts";
import { prepare, type Pseudonym, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { Gate, Permit } from "../../trust/gate/index.ts";
import { queueMessage, SENDER } from "../messages/index.ts";
import type { enquiryAnswerTable, enquiryTable } from "./enquiry.table.ts";

interface Queueing {
  readonly jobs: JobQueue;
  readonly random: Random;
}

interface AnswerToSend {
  /** Of the enquiry. */
  readonly id: string;
  readonly subject: Pseudonym;
  readonly shard_key: Pseudonym;
  readonly purpose: string;
  readonly reference: string;
  readonly language: Language;
  readonly answer: string;
}

/** Queues the mail that carries an answer; it holds the answer's id, and opens the text when it goes. */
export async function queueAnswer(
  tx: Transaction,
  permit: Permit,
  { id: enquiry, subject, shard_key: shardKey, purpose, reference, language, answer }: AnswerToSend,
  parts: Queueing,
): Promise<void> {
  const template = "enquiry-answered";
  const facts = { reference, answer, enquiry };
  await queueMessage(tx, permit, { subject, shardKey, template, purpose, language, facts }, parts);
}

const waitingAnswers = prepare<
  Tables<typeof enquiryTable | typeof enquiryAnswerTable>,
  { confirmation: string }
>()((db, param) =>
  db
    .selectFrom("enquiry")
    .innerJoin("enquiry_answer as answer", "answer.enquiry", "enquiry.id")
    .select([
      "enquiry.id",
      "enquiry.subject",
      "enquiry.shard_key",
      "enquiry.purpose",
      "enquiry.reference",
      "enquiry.language",
      "answer.id as answer",
    ])
    .where("enquiry.confirmation", "=", param("confirmation"))
    .where("enquiry.confirmed_at", "is", null)
    .orderBy("answer.id"),
);

/**
 * Sends what was answered before the address was confirmed, now that it is (clause itsectr-privacy/3.2.3). Called in
 * the unit that confirms it, before the enquiry is marked so: a second use of the link finds nothing that waits.
 */
export async function queueWaitingAnswers(
  tx: Transaction,
  confirmation: string,
  parts: Queueing & { readonly gate: Gate },
): Promise<void> {
  for (const waiting of await tx.all(waitingAnswers, { confirmation })) {
    const { subject, purpose, reference, answer } = waiting;
    const ruling = await parts.gate.ask(tx, {
      actor: SENDER,
      purpose,
      operation: "use",
      subjects: [subject],
      attributes: ["email"],
      details: { reference, answer },
    });
    // What the gate refuses, under a block for instance, does not go; the refusal is journalled.
    if (ruling.allowed) await queueAnswer(tx, ruling.permit, waiting, parts);
  }
}
