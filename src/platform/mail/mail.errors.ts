/**
 * What mail can refuse with before anything is sent. What happens on the wire is an outcome, not an error: see
 * transport.ts.
 */
export const MAIL_ERRORS = {
  "mail-id": {
    status: 500,
    message: "A message's id holds something other than letters, digits, dots and dashes.",
  },
  "mail-address": { status: 400, message: "This is not an e-mail address that mail can be sent to." },
  "mail-header": { status: 500, message: "A message's header holds a line break or a control character." },
  "mail-body": { status: 500, message: "A message's text holds something that is not text." },
  "mail-too-large": { status: 500, message: "A message is larger than 256 KiB." },
  "mail-settings": { status: 500, message: "The settings of the mail server do not fit together." },
  "mailbox-closed": { status: 503, message: "The development mailbox is closed." },
} as const;

export type MailErrorCode = keyof typeof MAIL_ERRORS;

/** A message or a setting that cannot be used. `about` names a field, never its value. */
export class MailError extends Error {
  readonly code: MailErrorCode;
  readonly about: string | undefined;

  constructor(code: MailErrorCode, about?: string) {
    super(about === undefined ? MAIL_ERRORS[code].message : `${MAIL_ERRORS[code].message} (${about})`);
    this.name = "MailError";
    this.code = code;
    this.about = about;
  }

  get status(): number {
    return MAIL_ERRORS[this.code].status;
  }
}
