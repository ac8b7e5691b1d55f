import type { MailFailure, MailOutcome } from "./transport.ts";

/** What is read of nodemailer's errors: codes alone. Their texts quote the server, and so may quote an address. */
interface SmtpFailure {
  readonly code?: string;
  /** Node's own code, where nodemailer has set its own. */
  readonly originalCode?: string;
  readonly responseCode?: number;
  /** Set by nodemailer on a reply that the same message would get again: 5xx but 503 (RFC 5321 4.2.1). */
  readonly permanent?: boolean;
}

/** Replies that refuse the session, not the message, though they come on its commands (RFC 4954 6, RFC 3207 4). */
const ABOUT_THE_SESSION = new Set([530, 534, 535, 538]);

/** A certificate that does not hold comes as a socket's error: `DEPTH_ZERO_SELF_SIGNED_CERT`, `ERR_TLS_…`, `ERR_SSL_…`. */
const ABOUT_TLS = /CERT|SIGNATURE|_TLS_|_SSL_/;

const REASONS: Readonly<Record<string, MailFailure>> = {
  EENVELOPE: "refused",
  EMESSAGE: "refused",
  ETIMEDOUT: "timeout",
  ETLS: "tls",
  EREQUIRETLS: "tls",
  EAUTH: "login",
  ENOAUTH: "login",
  ECONNECTION: "unreachable",
  ESOCKET: "unreachable",
  EDNS: "unreachable",
  EABORT: "stopped",
};

/** Why an attempt failed, and with which reply. */
export function failureOf(error: unknown): { code: number | null; reason: MailFailure } {
  const failure = smtpFailure(error);
  const code = failure.responseCode ?? null;
  if (code !== null && ABOUT_THE_SESSION.has(code)) return { code, reason: "login" };
  if (ABOUT_TLS.test(failure.originalCode ?? "")) return { code, reason: "tls" };
  return { code, reason: REASONS[failure.code ?? ""] ?? "protocol" };
}

/**
 * For ever is only what the server said of this message or its recipient, for good, or what nodemailer refuses to
 * hand over because the server has announced that it cannot take it (too large; an address that needs SMTPUTF8).
 * A refusal of the session (a greeting of 554, a failed login) would be lifted by repairing a setting.
 */
export function outcomeOf(error: unknown): MailOutcome {
  const { code, reason } = failureOf(error);
  const permanent = smtpFailure(error).permanent ?? code === null;
  if (reason === "refused" && permanent) return { outcome: "refused-for-ever", code, reason };
  return { outcome: "try-again", code, reason };
}

function smtpFailure(error: unknown): SmtpFailure {
  return typeof error === "object" && error !== null ? error : {};
}
