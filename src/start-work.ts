import { sendSignInLinks } from "./people/staff/index.ts";
import { createWorker, type ReportJobEvent } from "./platform/jobs/index.ts";
import type { MailTransport } from "./platform/mail/index.ts";
import { answersToSend, sweepAllowances } from "./services/intake/index.ts";
import { queueMessage, sendMessages } from "./services/messages/index.ts";
import type { Operator } from "./surfaces/operator.ts";
import { rotateWhenDue } from "./trust/vault/index.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface WorkParts {
  readonly transport: MailTransport;
  /** Scheme, host and port that links in mail begin with: the policy in force may change them. */
  readonly origin: () => string;
  readonly report: ReportJobEvent;
  /** While it says true, jobs are put off. */
  readonly busy: () => boolean;
}

/**
 * What an operator's process does beside answering: jobs as they fall due, anonymous refusals each minute, and each
 * hour a look whether the key-encryption key has come of age.
 */
export function startWork(operator: Operator, parts: WorkParts): { stop(): Promise<void> } {
  const { store, jobs, clock, random, journal, refusals } = operator;
  const worker = createWorker({
    store,
    queue: jobs,
    clock,
    random,
    report: parts.report,
    busy: parts.busy,
    handlers: [
      sendMessages({
        ...operator,
        transport: parts.transport,
        answers: answersToSend(operator),
        link: (path, language) => `${parts.origin()}/${language}${path}`,
      }),
      sendSignInLinks({
        ...operator,
        queue: (tx, permit, mail) => queueMessage(tx, permit, mail, operator),
      }),
    ],
  });
  worker.start();
  const flushing = setInterval(() => {
    // What cannot be journalled now is counted again and goes with the next minute's.
    refusals.flush(store, journal).catch(() => parts.report({ event: "worker-failed", code: "refusals" }));
  }, MINUTE);
  const sweep = () => {
    store
      .transaction(sweepAllowances)
      .catch(() => parts.report({ event: "worker-failed", code: "form-allowances" }));
  };
  sweep();
  const sweeping = setInterval(sweep, MINUTE);
  const rotate = () => {
    rotateWhenDue(operator).catch(() => parts.report({ event: "worker-failed", code: "key-rotation" }));
  };
  rotate();
  const rotating = setInterval(rotate, HOUR);
  return {
    async stop() {
      clearInterval(flushing);
      clearInterval(sweeping);
      clearInterval(rotating);
      await worker.stop();
    },
  };
}
