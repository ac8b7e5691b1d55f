import { readProvenEmail, readSubject } from "../../people/subjects/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { isMailAddress } from "../../platform/mail/index.ts";
import { prepare, type Pseudonym, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { Gate, Permit } from "../../trust/gate/index.ts";
import type { Publication } from "../../trust/publication/index.ts";
import { type Vault, VaultError } from "../../trust/vault/index.ts";
import type { MessageFacts, messageTable } from "./messages.table.ts";
import { fact, type Template } from "./template.ts";
import { templateOf } from "./templates.ts";

/** The actor of every mail that goes out by itself. */
export const SENDER = { kind: "system", id: "job:send-message" } as const;

export interface OpeningParts {
  readonly gate: Gate;
  readonly vault: Vault;
  readonly publication: Publication;
  /** What staff have written; each is null when it is gone. */
  readonly answers: {
    attribute(tx: Transaction, answer: string): Promise<string | null>;
    text(tx: Transaction, permit: Permit, answer: string): Promise<string | null>;
  };
}

/** A message, and whom it is for. */
export interface Addressed {
  readonly id: string;
  readonly subject: Pseudonym;
}

/** A message that may go out, with all of the person's that it takes. */
export interface Opened extends Addressed {
  readonly address: string;
  readonly policy: CompiledPolicy;
  readonly language: Language;
  readonly template: Template;
  readonly facts: MessageFacts;
  readonly queuedAt: number;
  readonly answer: string;
}

export type MessageTables = Tables<typeof messageTable>;

const unsentMessage = prepare<MessageTables, { id: string }>()((db, param) =>
  db
    .selectFrom("message")
    .select(["id", "subject", "template", "purpose", "language", "facts", "queued_at"])
    .where("id", "=", param("id"))
    .where("sent_at", "is", null),
);

/**
 * Opens a message under a permit of its own; `refused` says by a code why it may not go out, null that there is nothing
 * to send. A message that was given up and whose job runs all the same is one that staff try again.
 */
export async function openMessage(
  tx: Transaction,
  message: string,
  parts: OpeningParts,
): Promise<Opened | (Addressed & { readonly refused: string }) | null> {
  const row = await tx.first(unsentMessage, { id: message });
  if (row === undefined) return null;
  const { id, subject, purpose, facts, queued_at: queuedAt } = row;
  const refused = (code: string) => ({ id, subject, refused: code });
  const policy = await parts.publication.inForce(tx, tx.at);
  const template = templateOf(row.template);
  if (policy === null || template === null) return refused("no-template");
  if (tx.at - queuedAt > (template.goodFor ?? Number.POSITIVE_INFINITY)) return refused("too-late");

  const answer = template.carriesAnswer === true ? fact(facts, "answer") : null;
  const attribute = answer === null ? null : await parts.answers.attribute(tx, answer);
  if (answer !== null && attribute === null) return refused("no-text");
  const ruling = await parts.gate.ask(tx, {
    actor: SENDER,
    purpose,
    operation: "use",
    subjects: [subject],
    attributes: ["email", ...(attribute === null ? [] : [attribute])],
    details: { template: row.template, message: id },
  });
  if (!ruling.allowed) return refused(ruling.refusal.code);
  const { permit } = ruling;
  const address = await orGone(() => addressOf(tx, permit, { subject, template }, parts.vault));
  // Trying again would open the same address each time, and never send.
  if (address === null) return refused("no-address");
  const text = answer === null ? "" : await orGone(() => parts.answers.text(tx, permit, answer));
  if (text === null) return refused("no-text");
  const language = row.language === "ru" ? "ru" : "en";
  return { id, subject, address, policy: policy.compiled, language, template, facts, queuedAt, answer: text };
}

async function addressOf(
  tx: Transaction,
  permit: Permit,
  { subject, template }: { readonly subject: Pseudonym; readonly template: Template },
  vault: Vault,
): Promise<string | null> {
  if (template.toProvenAddress === true) return readProvenEmail(tx, permit, subject, vault);
  const [email] = await readSubject(tx, permit, subject, ["email"], vault);
  return email !== undefined && isMailAddress(email.value) ? email.value : null;
}

/** Null when the key that sealed it has been destroyed since. */
async function orGone(open: () => Promise<string | null>): Promise<string | null> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof VaultError && error.code === "scope-destroyed") return null;
    throw error;
  }
}
