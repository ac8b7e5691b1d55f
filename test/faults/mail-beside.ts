import type { OpenedOperator } from "../../src/open-operator.ts";
import { systemClock } from "../../src/platform/clock/index.ts";
import { smtpTransport, startDevelopmentMailbox } from "../../src/platform/mail/index.ts";
import { systemRandom } from "../../src/platform/random/index.ts";
import { startWork } from "../../src/start-work.ts";

/** Sends an operator's acknowledgements over SMTP while a fault is tried. Resolves with what stops it. */
export async function startMail(operator: OpenedOperator): Promise<() => Promise<void>> {
  const mailbox = await startDevelopmentMailbox({ clock: systemClock, random: systemRandom });
  const transport = smtpTransport({ host: mailbox.host, port: mailbox.port });
  const work = startWork(operator, {
    transport,
    origin: () => "http://itsectr.localhost",
    report: () => {},
    busy: () => false,
  });
  return async () => {
    await work.stop();
    transport.close();
    await mailbox.close();
  };
}
