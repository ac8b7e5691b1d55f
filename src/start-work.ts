import { createWorker, type ReportJobEvent } from "./platform/jobs/index.ts";
import type { MailTransport } from "./platform/mail/index.ts";
import { sendMessages } from "./services/messages/index.ts";
import type { Operator } from "./surfaces/operator.ts";

const MINUTE = 60_000;

export interface WorkParts {
  readonly transport: MailTransport;
  /** Scheme, host and port that links in mail begin with. */
  readonly origin: string;
  readonly report: ReportJobEvent;
}

/** What an operator's process does beside answering: jobs as they fall due, and anonymous refusals each minute. */
export function startWork(operator: Operator, parts: WorkParts): { stop(): Promise<void> } {
  const { store, jobs, clock, random, journal, refusals } = operator;
  const worker = createWorker({
    store,
    queue: jobs,
    clock,
    random,
    report: parts.report,
    handlers: [
      sendMessages({
        ...operator,
        transport: parts.transport,
        link: (path, language) => `${parts.origin}/${language}${path}`,
      }),
    ],
  });
  worker.start();
  const flushing = setInterval(() => {
    // What cannot be journalled now is counted again and goes with the next minute's.
    refusals.flush(store, journal).catch(() => parts.report({ event: "worker-failed", code: "refusals" }));
  }, MINUTE);
  return {
    async stop() {
      clearInterval(flushing);
      await worker.stop();
    },
  };
}
