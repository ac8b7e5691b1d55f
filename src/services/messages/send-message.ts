import type { LinkTokens } from "../../platform/crypto/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { type BoundHandler, handle, type JobContext, JobFailure } from "../../platform/jobs/index.ts";
import { type ComposedMail, composeMail, MailError, type MailTransport } from "../../platform/mail/index.ts";
import { prepare, type Transaction, UNHURRIED } from "../../platform/store/index.ts";
import type { OperatorJournal } from "../../trust/journal/index.ts";
import {
  type Addressed,
  type MessageTables,
  openMessage,
  type Opened,
  type OpeningParts,
  SENDER,
} from "./open-message.ts";
import { sendMessageJob } from "./queue-message.ts";
import { type FoundReceipt, lookForReceipt, waitForReceipt } from "./receipt-to-send.ts";
import { factIfAny } from "./template.ts";

export interface SendingParts extends OpeningParts {
  readonly journal: OperatorJournal;
  readonly links: LinkTokens;
  readonly transport: MailTransport;
  /** Absolute link to a page of the operator's site. */
  readonly link: (path: string, language: Language) => string;
}

const markSent = prepare<MessageTables, { id: string; at: number }>()((db, param) =>
  db
    .updateTable("message")
    .set({ sent_at: param("at"), failed_at: null })
    .where("id", "=", param("id")),
);

const markFailed = prepare<MessageTables, { id: string; at: number }>()((db, param) =>
  db
    .updateTable("message")
    .set({ failed_at: param("at") })
    .where("id", "=", param("id")),
);

const findUnsent = prepare<MessageTables, { id: string }>()((db, param) =>
  db
    .selectFrom("message")
    .select(["id", "subject"])
    .where("id", "=", param("id"))
    .where("sent_at", "is", null),
);

/**
 * Sends a queued message over SMTP. The address is opened under a permit of its own at the moment of sending, so a
 * block or an erasure in between keeps the mail from going out; that use is journalled before the first byte leaves.
 * Delivered once as far as SMTP allows: after a crash it may go twice, with the same Message-ID. One whose job dies
 * has failed, until staff try it again.
 */
export function sendMessages(parts: SendingParts): BoundHandler {
  return handle(
    sendMessageJob,
    async (job) => {
      const look = (tx: Transaction) => openWithReceipt(tx, job.payload.message, parts);
      const { opened, receipt } = await job.store.transaction(look, UNHURRIED);
      if (opened === null) return;
      if ("refused" in opened) return settle(job, parts, opened, opened.refused);
      const sent = await parts.transport.send(await compose(opened, receipt, job, parts), job.signal);
      if (sent.outcome === "try-again") throw new JobFailure(`mail-${sent.reason}`);
      await settle(job, parts, opened, sent.outcome === "delivered" ? null : `smtp-${sent.code ?? "none"}`);
    },
    {
      async onDead(tx, { payload, code }) {
        const message = await tx.first(findUnsent, { id: payload.message });
        if (message !== undefined) await conclude(tx, parts, message, code);
      },
    },
  );
}

/** The message, and the receipt that goes with it, if its entry has its place by now. */
async function openWithReceipt(tx: Transaction, message: string, parts: SendingParts) {
  const opened = await openMessage(tx, message, parts);
  const entry = opened === null || "refused" in opened ? null : entryOf(opened);
  return { opened, receipt: entry === null ? null : await lookForReceipt(tx, parts.journal, entry) };
}

/** The entry whose receipt goes with a message; null where none does. */
function entryOf({ template, facts }: Opened): string | null {
  return template.withReceipt === true ? factIfAny(facts, "entry") : null;
}

/** @throws JobFailure for ever, when no mail can be made of it */
async function compose(
  opened: Opened,
  found: FoundReceipt | null,
  job: JobContext<unknown>,
  parts: SendingParts,
): Promise<ComposedMail> {
  const { policy, language, facts, template, queuedAt, answer } = opened;
  const entry = entryOf(opened);
  const receipt =
    entry === null || found !== null
      ? (found?.text ?? null)
      : await waitForReceipt(job, parts.journal, entry);
  const filled = template.write({
    language,
    facts,
    policy,
    queuedAt,
    answer,
    receipt,
    link: (path) => parts.link(path, language),
    sign: (kind, id) => parts.links.sign(kind, id),
  });
  const from = { address: policy.operator.email, name: policy.operator.shortName[language] };
  try {
    return await composeMail({
      id: opened.id,
      ...filled,
      at: queuedAt,
      from,
      to: { address: opened.address },
      replyTo: from,
      language,
      automatic: template.automatic,
    });
  } catch (cause) {
    if (cause instanceof MailError) throw new JobFailure(cause.code, { forEver: true, cause });
    throw cause;
  }
}

/** Notes what became of the message and ends its job, in one commit with the journal's entry. */
async function settle(
  job: JobContext<unknown>,
  parts: Pick<SendingParts, "journal">,
  message: Addressed,
  failure: string | null,
): Promise<void> {
  await job.store.transaction(async (tx) => {
    await conclude(tx, parts, message, failure);
    await job.done(tx);
  }, UNHURRIED);
}

async function conclude(
  tx: Transaction,
  { journal }: Pick<SendingParts, "journal">,
  { id, subject }: Addressed,
  failure: string | null,
): Promise<void> {
  await tx.change(failure === null ? markSent : markFailed, { id, at: tx.at });
  await journal.append(tx, {
    event: failure === null ? "mail-sent" : "mail-failed",
    actor: SENDER,
    subjects: [subject],
    details: failure === null ? { message: id } : { message: id, reason: failure },
  });
}
