import { collectionScope } from "../../people/subjects/index.ts";
import type { JobQueue } from "../../platform/jobs/index.ts";
import { type Random, uuidv7 } from "../../platform/random/index.ts";
import { prepare, type Pseudonym, type Tables, type Transaction } from "../../platform/store/index.ts";
import { attributesFor, attributesOf, type CompiledPolicy } from "../../policy/index.ts";
import type { Gate, Refusal } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { EnquiryClocks } from "./enquiry-clocks.ts";
import { enquiryAnswerTable, type enquiryTable } from "./enquiry.table.ts";
import { findEnquiry } from "./find-enquiry.ts";
import { IntakeError } from "./intake.errors.ts";
import { queueAnswer } from "./queue-answers.ts";

/** In Unicode code points. */
const LONGEST = 20_000;

export interface AnsweringParts {
  readonly gate: Gate;
  readonly vault: Vault;
  readonly journal: Pick<Journal, "append">;
  readonly jobs: JobQueue;
  readonly random: Random;
  readonly policy: CompiledPolicy;
  readonly clocks: Pick<EnquiryClocks, "stop">;
}

/** Who works on enquiries: a member of staff, never a program by itself. */
export interface Worker {
  readonly kind: "staff";
  readonly id: Pseudonym;
}

export interface AnsweredEnquiry {
  readonly answer: string;
  /** False while the address is not confirmed: the mail goes as soon as it is. */
  readonly mailed: boolean;
}

const markAnswered = prepare<Tables<typeof enquiryTable>, { id: string; status: "answered" }>()((db, param) =>
  db
    .updateTable("enquiry")
    .set({ status: param("status") })
    .where("id", "=", param("id")),
);

/**
 * Answers an enquiry by mail (clause itsectr-privacy/4.1.1): the text is sealed beside what it answers, and the mail
 * opens it at the moment of sending. An address that nobody has confirmed gets no content (clause 3.2.3), so the
 * answer waits for that; the acknowledgement has told its owner how. Needs an authorisation to `record`. Journalled.
 * @throws IntakeError `enquiry-unknown`, `answer-empty`, `answer-too-long`, `answer-nowhere`, `enquiry-held`,
 *   `enquiry-closed`
 */
export async function answerEnquiry(
  tx: Transaction,
  staff: Worker,
  reference: string,
  text: string,
  parts: AnsweringParts,
): Promise<AnsweredEnquiry | { readonly refusal: Refusal }> {
  const plaintext = text.replaceAll(/\r\n?/gu, "\n").trim();
  if (plaintext === "") throw new IntakeError("answer-empty");
  if ([...plaintext].length > LONGEST) throw new IntakeError("answer-too-long");
  const row = await findEnquiry(tx, reference);

  const { gate, vault, policy, random, journal } = parts;
  const { subject, shard_key: shardKey, purpose } = row;
  const answer = uuidv7(tx.at, random);
  const attribute = attributeOfText(purpose, policy);
  const details = { reference: row.reference, answer };
  const ruling = await gate.ask(tx, {
    actor: staff,
    purpose,
    operation: "record",
    subjects: [subject],
    attributes: [attribute],
    details,
  });
  if (!ruling.allowed) return { refusal: ruling.refusal };
  // How it stands is for who may work it.
  if (row.confirmation === null) throw new IntakeError("answer-nowhere");
  if (row.held) throw new IntakeError("enquiry-held");
  if (row.advertising) throw new IntakeError("enquiry-suspected");
  if (row.status === "closed") throw new IntakeError("enquiry-closed");

  const scope = await collectionScope(tx, row.collection);
  if (scope === null) throw new IntakeError("enquiry-unknown");
  const value = { subject, attribute, record: answer, plaintext };
  const [sealed] = await vault.seal(tx, ruling.permit, scope, [value]);
  if (sealed === undefined) throw new TypeError("One value gives one sealed value.");
  await tx.insert(enquiryAnswerTable, [
    {
      id: answer,
      shard_key: shardKey,
      subject,
      enquiry: row.id,
      scope,
      attribute,
      text: sealed,
      answered_by: staff.id,
      answered_at: tx.at,
    },
  ]);
  await tx.change(markAnswered, { id: row.id, status: "answered" });
  await parts.clocks.stop(tx, row.id);
  await journal.append(tx, {
    event: "enquiry-answered",
    operation: "record",
    actor: staff,
    subjects: [subject],
    purpose,
    attributes: [attribute],
    details,
  });
  const mailed = row.confirmed_at !== null;
  if (mailed) await queueAnswer(tx, ruling.permit, { ...row, answer }, parts);
  return { answer, mailed };
}

/** The attribute whose rules a written answer follows: the purpose's free text, or whatever it may hold. */
function attributeOfText(purpose: string, policy: CompiledPolicy): string {
  const attributes = attributesFor(purpose, policy);
  const free = attributesOf(policy).find(
    ({ code, kind }) => kind === "free-text" && attributes.includes(code),
  );
  return free?.code ?? attributes[0] ?? "message";
}
