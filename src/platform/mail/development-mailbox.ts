import { once } from "node:events";
import type { SMTPServerDataStream, SMTPServerSession } from "smtp-server";
import type { Clock } from "../clock/index.ts";
import { type Random, uuidv7 } from "../random/index.ts";
import { MailError } from "./mail.errors.ts";
import type { TextAttachment } from "./message.ts";

/** A message that has arrived, as a list shows it. */
export interface ReceivedSummary {
  readonly id: string;
  /** ms, by the mailbox's clock. */
  readonly receivedAt: number;
  /** Of the envelope. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** Bytes. */
  readonly size: number;
}

/** One message as it can be read. */
export interface ReceivedMessage extends ReceivedSummary {
  /** In their order, decoded. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  /** As it was sent, unsafe to put into a page unless in a sandbox; null when there is none. */
  readonly html: string | null;
  readonly attachments: readonly TextAttachment[];
}

/**
 * A mailbox for development: a real SMTP server that hands out what it was sent to whoever reads, and sends nothing
 * on. In memory, gone with the process.
 */
export interface DevelopmentMailbox {
  /** Always 127.0.0.1. */
  readonly host: string;
  readonly port: number;
  /** Newest first. */
  list(): readonly ReceivedSummary[];
  /** Null when it never came, or has made room for newer ones. */
  read(id: string): ReceivedMessage | null;
  /** Stops listening and forgets every message. Idempotent. */
  close(): Promise<void>;
}

export interface DevelopmentMailboxOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** How many messages are kept; the oldest go first. Default 200. */
  readonly maxMessages?: number;
  /** How many bytes of messages are kept in all, as they came. Default 8 MiB. A larger message is refused with 552. */
  readonly maxBytes?: number;
}

const LOOPBACK = "127.0.0.1";

/** Starts a mailbox on a free port of the loopback interface, and on no other. */
export async function startDevelopmentMailbox(
  options: DevelopmentMailboxOptions,
): Promise<DevelopmentMailbox> {
  // Only a server in development needs them.
  const [{ SMTPServer }, { default: PostalMime }] = await Promise.all([
    import("smtp-server"),
    import("postal-mime"),
  ]);
  const maxMessages = options.maxMessages ?? 200;
  const maxBytes = options.maxBytes ?? 8 * 1024 * 1024;
  const messages = new Map<string, ReceivedMessage>();
  let held = 0;

  const keep = (message: ReceivedMessage): void => {
    messages.set(message.id, message);
    held += message.size;
    for (const oldest of messages.values()) {
      if (messages.size <= maxMessages && held <= maxBytes) return;
      messages.delete(oldest.id);
      held -= oldest.size;
    }
  };

  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) {
      // What is too large is read to its end, as the protocol wants, and not kept.
      if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
    }
    if (stream.sizeExceeded) throw Object.assign(new Error("Too large"), { responseCode: 552 });
    const bytes = Buffer.concat(chunks);
    const parsed = await PostalMime.parse(bytes);
    const { mailFrom, rcptTo } = session.envelope;
    const receivedAt = options.clock.now();
    keep({
      id: uuidv7(receivedAt, options.random),
      receivedAt,
      from: mailFrom ? mailFrom.address : "",
      to: rcptTo.map((recipient) => recipient.address),
      subject: parsed.subject ?? "",
      size: bytes.length,
      headers: parsed.headers.map((header) => ({ name: header.originalKey, value: header.value })),
      text: (parsed.text ?? "").replaceAll("\r\n", "\n"),
      html: parsed.html ?? null,
      attachments: parsed.attachments.map(({ filename, content }) => ({
        name: filename ?? "",
        text: typeof content === "string" ? content : new TextDecoder().decode(content),
      })),
    });
  };

  const server = new SMTPServer({
    name: "localhost",
    banner: "Upheld development mailbox",
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: maxBytes,
    maxClients: 16,
    closeTimeout: 1000,
    async onData(stream, session, done) {
      try {
        await receive(stream, session);
      } catch (error) {
        done(error instanceof Error ? error : new Error("Refused"));
        return;
      }
      done();
    },
  });
  // A client that breaks off is its own affair.
  server.on("error", () => undefined);
  const listening = server.listen(0, LOOPBACK);
  await once(listening, "listening");
  const address = listening.address();
  if (address === null || typeof address === "string") throw new MailError("mailbox-closed");

  return {
    host: LOOPBACK,
    port: address.port,
    list: () => [...messages.values()].reverse().map(summaryOf),
    read: (id) => messages.get(id) ?? null,
    async close() {
      messages.clear();
      held = 0;
      if (!listening.listening) return;
      await new Promise<void>((resolve) => server.close(() => resolve()));
      messages.clear();
    },
  };
}

function summaryOf({ headers: _h, text: _t, html: _m, attachments: _a, ...summary }: ReceivedMessage) {
  return summary;
}
