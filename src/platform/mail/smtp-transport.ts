import { MailError } from "./mail.errors.ts";
import { createTransport } from "./nodemailer.ts";
import { failureOf, outcomeOf } from "./smtp-outcome.ts";
import type { MailTransport } from "./transport.ts";

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465). Otherwise STARTTLS where offered. */
  readonly secure?: boolean;
  readonly user?: string;
  readonly password?: string;
  /** Sends nothing before TLS is up. Default true, but on the loopback interface. */
  readonly requireTls?: boolean;
  /** PEM certificates to trust beside the system's, for a server with an authority of its own. */
  readonly authority?: string;
  readonly timeouts?: SmtpTimeouts;
  /** Connections kept open for reuse. Default 4. */
  readonly connections?: number;
}

/** All in ms. */
export interface SmtpTimeouts {
  /** Until the connection stands. Default 10,000. */
  readonly connect?: number;
  /** Without a byte from the server. Default 30,000. */
  readonly silence?: number;
  /** For a whole attempt, however busily the server trickles. Default 120,000. */
  readonly attempt?: number;
}

/**
 * Sends mail by SMTP (RFC 5321), over few connections that are used again.
 * @throws MailError `mail-settings`: half a login, a login that would cross a network in clear, an impossible port
 */
export function smtpTransport(settings: SmtpSettings): MailTransport {
  const local = isLoopback(settings.host);
  const requireTls = settings.requireTls ?? !local;
  checkSettings(settings, local, requireTls);
  const { connect = 10_000, silence = 30_000, attempt = 120_000 } = settings.timeouts ?? {};

  const transporter = createTransport({
    pool: true,
    host: settings.host,
    port: settings.port,
    secure: settings.secure ?? false,
    requireTLS: requireTls,
    maxConnections: settings.connections ?? 4,
    maxMessages: 100,
    // One attempt has one outcome; trying again is the queue's business.
    maxRequeues: 0,
    idleTimeout: 15_000,
    connectionTimeout: connect,
    greetingTimeout: connect,
    dnsTimeout: connect,
    socketTimeout: silence,
    maxResponseSize: 64 * 1024,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(settings.user && { auth: { user: settings.user, pass: settings.password ?? "" }, forceAuth: true }),
    ...(settings.authority && { tls: { ca: settings.authority } }),
  });
  // The outcome of each attempt is told to its caller; without a listener an idle connection's error would be thrown.
  transporter.on("error", () => undefined);

  return {
    async send(mail, signal) {
      // Not AbortSignal.timeout: its timer, and the whole mail with it, would be held until it runs out.
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), attempt);
      try {
        const sent = await transporter.sendMail({
          raw: mail.bytes,
          // The size is announced, so that a server that cannot take it says so before the text crosses the wire.
          envelope: { from: mail.from, to: [mail.to], size: mail.bytes.length },
          signal: signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal,
        });
        return { outcome: "delivered", code: Number.parseInt(sent.response, 10) };
      } catch (error) {
        if (signal?.aborted) return { outcome: "try-again", code: null, reason: "stopped" };
        if (deadline.signal.aborted) return { outcome: "try-again", code: null, reason: "timeout" };
        return outcomeOf(error);
      } finally {
        clearTimeout(timer);
      }
    },
    async verify() {
      try {
        await transporter.verify();
        return { reachable: true };
      } catch (error) {
        return { reachable: false, ...failureOf(error) };
      }
    },
    close: (options) => transporter.close(options),
  };
}

function checkSettings(settings: SmtpSettings, local: boolean, requireTls: boolean): void {
  if (!Number.isInteger(settings.port) || settings.port < 1 || settings.port > 65_535) {
    throw new MailError("mail-settings", "port");
  }
  if ((settings.user === undefined) !== (settings.password === undefined)) {
    throw new MailError("mail-settings", "user and password");
  }
  if (settings.user !== undefined && !local && !settings.secure && !requireTls) {
    throw new MailError("mail-settings", "a password without TLS");
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
