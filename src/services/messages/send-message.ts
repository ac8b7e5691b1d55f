import { readSubject } from "../../people/subjects/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { type BoundHandler, handle, type JobContext, JobFailure } from "../../platform/jobs/index.ts";
import { composeMail, isMailAddress, type MailTransport } from "../../platform/mail/index.ts";
import { prepare, type Pseudonym, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { Gate, Permit } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { Publication } from "../../trust/publication/index.ts";
import { type Vault, VaultError } from "../../trust/vault/index.ts";
import type { MessageFacts, messageTable } from "./messages.table.ts";
import { sendMessageJob } from "./queue-message.ts";
import { isTemplate, TEMPLATES } from "./templates.ts";

export interface SendingParts {
  readonly gate: Gate;
  readonly vault: Vault;
  readonly journal: Journal;
  readonly publication: Publication;
  readonly transport: MailTransport;
  /** Absolute link to a page of the operator's site. */
  readonly link: (path: string, language: Language) => string;
}

/** The actor of every mail that goes out by itself. */
export const SENDER = { kind: "system", id: "job:send-message" } as const;

type MessageTables = Tables<typeof messageTable>;

const findMessage = prepare<MessageTables, { id: string }>()((db, param) =>
  db
    .selectFrom("message")
    .select(["id", "subject", "template", "purpose", "language", "facts", "queued_at"])
    .where("id", "=", param("id"))
    .where("sent_at", "is", null)
    .where("failed_at", "is", null),
);

const markSent = prepare<MessageTables, { id: string; at: number }>()((db, param) =>
  db
    .updateTable("message")
    .set({ sent_at: param("at") })
    .where("id", "=", param("id")),
);

const markFailed = prepare<MessageTables, { id: string; at: number }>()((db, param) =>
  db
    .updateTable("message")
    .set({ failed_at: param("at") })
    .where("id", "=", param("id")),
);

/**
 * Sends a queued message over SMTP. The address is opened under a permit of its own at the moment of sending, so a
 * block or an erasure in between keeps the mail from going out; that use is journalled before the first byte leaves.
 * Delivered once as far as SMTP allows: after a crash it may go twice, with the same Message-ID.
 */
export function sendMessages(parts: SendingParts): BoundHandler {
  return handle(sendMessageJob, async (job) => {
    const ready = await job.store.transaction((tx) => open(tx, job.payload.message, parts));
    if (ready === null) return;
    if ("refused" in ready) return settle(job, parts, { ...ready, failed: ready.refused });

    const checkpoint = await parts.journal.checkpoint();
    const { policy, language, facts, template } = ready;
    const { subject, text } = TEMPLATES[template](language, facts, {
      policy,
      link: (path) => parts.link(path, language),
      checkpoint: checkpoint.note,
    });
    const mail = await composeMail({
      id: ready.id,
      at: ready.queuedAt,
      from: { address: policy.operator.email, name: policy.operator.shortName[language] },
      to: { address: ready.address },
      subject,
      language,
      text,
      automatic: true,
    });
    const sent = await parts.transport.send(mail, job.signal);
    if (sent.outcome === "try-again") throw new JobFailure(`mail-${sent.reason}`);
    await settle(job, parts, {
      ...ready,
      failed: sent.outcome === "delivered" ? null : `smtp-${sent.code ?? "none"}`,
    });
  });
}

/** A message, and whom it is for. */
interface Addressed {
  readonly id: string;
  readonly subject: Pseudonym;
}

interface Ready extends Addressed {
  readonly address: string;
  readonly policy: CompiledPolicy;
  readonly language: Language;
  readonly template: keyof typeof TEMPLATES;
  readonly facts: MessageFacts;
  readonly queuedAt: number;
}

async function open(
  tx: Transaction,
  message: string,
  parts: SendingParts,
): Promise<Ready | (Addressed & { readonly refused: string }) | null> {
  const row = await tx.first(findMessage, { id: message });
  if (row === undefined) return null;
  const { id, subject, template, purpose, facts } = row;
  const policy = await parts.publication.inForce(tx, tx.at);
  if (policy === null || !isTemplate(template)) return { id, subject, refused: "no-template" };
  const ruling = await parts.gate.ask(tx, {
    actor: SENDER,
    purpose,
    operation: "use",
    subjects: [subject],
    attributes: ["email"],
    details: { template, message: id },
  });
  if (!ruling.allowed) return { id, subject, refused: ruling.refusal.code };
  const address = await addressOf(tx, ruling.permit, subject, parts.vault);
  // Trying again would open the same address each time, and never send.
  if (address === null) return { id, subject, refused: "no-address" };
  const language = row.language === "ru" ? "ru" : "en";
  return {
    id,
    subject,
    address,
    policy: policy.compiled,
    language,
    template,
    facts,
    queuedAt: row.queued_at,
  };
}

/** Where to write to; null when there is nowhere, or the key that sealed it has been destroyed since. */
async function addressOf(
  tx: Transaction,
  permit: Permit,
  subject: Pseudonym,
  vault: Vault,
): Promise<string | null> {
  try {
    const [email] = await readSubject(tx, permit, subject, ["email"], vault);
    return email !== undefined && isMailAddress(email.value) ? email.value : null;
  } catch (error) {
    if (error instanceof VaultError && error.code === "scope-destroyed") return null;
    throw error;
  }
}

/** Notes what became of the message and ends its job, in one commit with the journal's entry. */
async function settle(
  job: JobContext<{ message: string }>,
  parts: SendingParts,
  outcome: Addressed & { readonly failed: string | null },
): Promise<void> {
  await job.store.transaction(async (tx) => {
    await tx.change(outcome.failed === null ? markSent : markFailed, { id: outcome.id, at: tx.at });
    await parts.journal.append(tx, {
      event: outcome.failed === null ? "mail-sent" : "mail-failed",
      actor: SENDER,
      subjects: [outcome.subject],
      details:
        outcome.failed === null ? { message: outcome.id } : { message: outcome.id, reason: outcome.failed },
    });
    await job.done(tx);
  });
}
