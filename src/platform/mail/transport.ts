import type { ComposedMail } from "./compose-mail.ts";

/** Why a message did not go out. Closed: a server's own words may quote an address and are never kept. */
export type MailFailure =
  /** The server answered the message or its recipient with a 4xx or 5xx. */
  | "refused"
  | "unreachable"
  | "timeout"
  | "tls"
  /** The server did not let us in: a setting to repair, never a fault of the message. */
  | "login"
  /** The caller's signal. */
  | "stopped"
  | "protocol";

/** What became of one attempt. `code` is the SMTP reply code (RFC 5321 4.2), null when the server gave none. */
export type MailOutcome =
  | { readonly outcome: "delivered"; readonly code: number }
  | { readonly outcome: "refused-for-ever"; readonly code: number | null; readonly reason: "refused" }
  | { readonly outcome: "try-again"; readonly code: number | null; readonly reason: MailFailure };

export type MailReachability =
  | { readonly reachable: true }
  | { readonly reachable: false; readonly code: number | null; readonly reason: MailFailure };

/**
 * A way out for mail. `delivered` means that the next server has taken responsibility for the message (RFC 5321
 * 6.1). After `try-again` it may have arrived all the same, when the connection broke behind the last byte; its
 * Message-ID tells.
 */
export interface MailTransport {
  /** Makes one attempt. Never throws for what happens on the wire. */
  send(mail: ComposedMail, signal?: AbortSignal): Promise<MailOutcome>;
  /** Connects, secures and logs in without sending. */
  verify(): Promise<MailReachability>;
  /** Ends idle connections; those in the middle of a message finish first, unless `force`. Idempotent. */
  close(options?: { readonly force?: boolean }): void;
}
