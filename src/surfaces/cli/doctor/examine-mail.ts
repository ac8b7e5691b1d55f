import { type Finding, note, sound, type Surroundings, wrong } from "./examination.ts";

const WHY: Readonly<Record<string, string>> = {
  unreachable: "Compare host and port in SMTP_URL, and see that this machine may connect there.",
  timeout:
    "It did not answer in time. Compare host and port in SMTP_URL; a firewall may swallow the connection.",
  tls: "TLS could not be agreed upon. Compare the server's certificate and name, and smtp:// with smtps://.",
  login: "It did not let us in. Compare user and password in SMTP_URL.",
};

/** Connects to the mail server, secures, logs in, and sends nothing. */
export async function examineMail(around: Surroundings): Promise<Finding[]> {
  const reached = around.reachMail();
  if (reached === null) {
    return around.development
      ? [note("mail", "No mail server is set; mail stays in a mailbox in memory.")]
      : [wrong("mail", "No mail server is set.", "Set SMTP_URL.")];
  }
  const { reachable, reason = "protocol" } = await reached;
  if (reachable) return [sound("mail", "The mail server can be reached, and takes the login.")];
  return [
    wrong(
      "mail",
      `The mail server did not answer as one should (${reason}).`,
      WHY[reason] ?? "Look into the mail server's own log.",
    ),
  ];
}
