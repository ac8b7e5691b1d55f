import type { Mailbox } from "./mailbox-address.ts";

/** Headers that a room may add. Closed: addresses, dates and everything structural have their own fields. */
export const EXTRA_HEADERS = [
  /** RFC 5322 3.6.4: what this answers. */
  "In-Reply-To",
  "References",
  /** RFC 2919. */
  "List-Id",
  /** RFC 2369 and RFC 8058: leaving a list with one click. */
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
] as const;

export type ExtraHeader = (typeof EXTRA_HEADERS)[number];

/** A text that comes with a message. */
export interface TextAttachment {
  /** 1 to 40 of `a-z0-9-`, then `.txt`. */
  readonly name: string;
  /** At most 256 KiB. */
  readonly text: string;
}

/** One message to one person. One recipient, so that nobody sees another's address and an outcome is never partial. */
export interface MailMessage {
  /** 1 to 64 of `A-Za-z0-9._-`. The Message-ID is made of it alone, so that a message sent twice is recognised. */
  readonly id: string;
  /** When it was written, ms, from the clock: the Date header. Stays the same when it is sent again. */
  readonly at: number;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo?: Mailbox;
  /** Any text of one line, at most 500 characters. */
  readonly subject: string;
  /** BCP 47: the Content-Language header (RFC 3282). */
  readonly language: string;
  /** At most 256 KiB, of any line ends. */
  readonly text: string;
  /** The same as HTML, at most 256 KiB. Already escaped: it is sent as it is. */
  readonly html?: string;
  /** True for what nobody wrote by hand: `Auto-Submitted: auto-generated` (RFC 3834 5), so that robots stay silent. */
  readonly automatic?: boolean;
  /** Texts beside the message, as files. Sent to the last byte as they are. */
  readonly attachments?: readonly TextAttachment[];
  readonly headers?: Partial<Readonly<Record<ExtraHeader, string>>>;
}
