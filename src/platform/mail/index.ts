export { type ComposedMail, composeMail } from "./compose-mail.ts";
export {
  type DevelopmentMailbox,
  type DevelopmentMailboxOptions,
  type ReceivedMessage,
  type ReceivedSummary,
  startDevelopmentMailbox,
} from "./development-mailbox.ts";
export { MAIL_ERRORS, MailError, type MailErrorCode } from "./mail.errors.ts";
export { isMailAddress, type Mailbox } from "./mailbox-address.ts";
export { EXTRA_HEADERS, type ExtraHeader, type MailMessage, type TextAttachment } from "./message.ts";
export { type SmtpSettings, type SmtpTimeouts, smtpTransport } from "./smtp-transport.ts";
export type { MailFailure, MailOutcome, MailReachability, MailTransport } from "./transport.ts";
