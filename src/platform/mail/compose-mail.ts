import { createHash } from "node:crypto";
import { MailError } from "./mail.errors.ts";
import { domainOf, type Mailbox } from "./mailbox-address.ts";
import { EXTRA_HEADERS, type MailMessage, type TextAttachment } from "./message.ts";
import { MailComposer } from "./nodemailer.ts";

/** A message as it goes over the wire (RFC 5322), with its envelope. The same message makes the same bytes. */
export interface ComposedMail {
  /** With angle brackets. */
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

const ATTACHMENT = /^[a-z0-9-]{1,40}\.txt$/;
const MAX_BODY = 256 * 1024;
const MAX_HEADER = 500;
const ID = /^[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9_-])){0,63}$/;
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;
/** C0, delete, C1 and the two Unicode line ends: whatever some reader could take for the end of a header. */
const BREAKS_A_HEADER = /[\p{Cc}\u2028\u2029]/u;
/** Text may hold tabs and line ends and no other control character. */
const NOT_TEXT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/**
 * Composes a message. A line break in anything that becomes a header is refused, never folded or dropped: whoever
 * put it there meant to add a header, or has a bug.
 * @throws MailError `mail-id`, `mail-address`, `mail-header`, `mail-body`, `mail-too-large`
 */
export async function composeMail(message: MailMessage): Promise<ComposedMail> {
  if (!ID.test(message.id)) throw new MailError("mail-id");
  if (!LANGUAGE.test(message.language)) throw new MailError("mail-header", "language");
  const domain = domainOf(message.from, "from");
  const messageId = `<${message.id}@${domain}>`;

  const composer = new MailComposer({
    from: headerMailbox(message.from, "from"),
    to: headerMailbox(message.to, "to"),
    ...(message.replyTo && { replyTo: headerMailbox(message.replyTo, "reply-to") }),
    subject: headerText(message.subject, "subject"),
    messageId,
    date: new Date(message.at),
    headers: headersOf(message),
    text: bodyPart(message.text, "text"),
    ...(message.html !== undefined && { html: bodyPart(message.html, "html") }),
    ...(message.attachments !== undefined && { attachments: message.attachments.map(attachmentPart) }),
    baseBoundary: boundaryOf(message),
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bytes = await composer.compile().build();
  return { messageId, from: message.from.address, to: message.to.address, bytes };
}

function headerText(value: string, field: string): string {
  if (value.length > MAX_HEADER || BREAKS_A_HEADER.test(value) || !value.isWellFormed()) {
    throw new MailError("mail-header", field);
  }
  return value;
}

function headerMailbox(mailbox: Mailbox, field: string): { name: string; address: string } {
  domainOf(mailbox, field);
  return { name: headerText(mailbox.name ?? "", field), address: mailbox.address };
}

function headersOf(message: MailMessage): Record<string, string> {
  const headers: Record<string, string> = { "Content-Language": message.language };
  if (message.automatic) headers["Auto-Submitted"] = "auto-generated";
  for (const [name, value] of Object.entries(message.headers ?? {})) {
    if (!(EXTRA_HEADERS as readonly string[]).includes(name)) throw new MailError("mail-header", "headers");
    headers[name] = headerText(value, name);
  }
  return headers;
}

/**
 * A part of the body, always in an encoding that hides every byte from the wire: a line of one dot or a bare line
 * feed in a person's words can then never end the message early (SMTP smuggling).
 */
function bodyPart(value: string, field: string): { content: string; contentTransferEncoding: string } {
  if (Buffer.byteLength(value) > MAX_BODY) throw new MailError("mail-too-large", field);
  if (NOT_TEXT.test(value) || !value.isWellFormed()) throw new MailError("mail-body", field);
  const content = value.replace(/\r\n?|\n/g, "\r\n").replace(/(?<!\n)$/, "\r\n");
  const mostlyAscii = Buffer.byteLength(content) < content.length * 1.2;
  return { content, contentTransferEncoding: mostlyAscii ? "quoted-printable" : "base64" };
}

/** In base64, which holds no boundary and changes no line end: what was signed arrives as it was signed. */
function attachmentPart({ name, text }: TextAttachment) {
  if (!ATTACHMENT.test(name)) throw new MailError("mail-header", "attachment");
  if (Buffer.byteLength(text) > MAX_BODY) throw new MailError("mail-too-large", "attachment");
  if (NOT_TEXT.test(text) || !text.isWellFormed()) throw new MailError("mail-body", "attachment");
  return {
    filename: name,
    content: Buffer.from(text),
    contentType: "text/plain; charset=utf-8",
    contentTransferEncoding: "base64" as const,
    contentDisposition: "attachment" as const,
  };
}

/** Depends on the body, so that a body cannot hold its own boundary. */
function boundaryOf(message: MailMessage): string {
  const hash = createHash("sha256").update(message.id).update("\0").update(message.text).update("\0");
  return hash
    .update(message.html ?? "")
    .digest("hex")
    .slice(0, 32);
}
