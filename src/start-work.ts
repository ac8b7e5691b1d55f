import { queueRecomputing, recomputeDeadlines } from "./duties/deadlines/index.ts";
import {
  type ChangedOutcome,
  PublishedPolicies,
  queueRecounts,
  recountPromises,
  type Visit,
} from "./duties/promises/index.ts";
import { sendSignInLinks } from "./people/staff/index.ts";
import { createWorker, type ReportJobEvent } from "./platform/jobs/index.ts";
import type { MailTransport } from "./platform/mail/index.ts";
import { SCHEMAS } from "./schemas.ts";
import { answersToSend, sweepAllowances } from "./services/intake/index.ts";
import { announceVersions, queueMessage, sendMessages } from "./services/messages/index.ts";
import type { Operator } from "./surfaces/operator.ts";
import { rotateWhenDue } from "./trust/vault/index.ts";

/** Jobs at a time: claimed, opened and settled together, they share commits. */
const TOGETHER = 16;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface WorkParts {
  readonly transport: MailTransport;
  /** Scheme, host and port that links in mail begin with: the policy in force may change them. */
  readonly origin: () => string;
  readonly report: ReportJobEvent;
  /** While it says true, jobs are put off. */
  readonly busy: () => boolean;
  /** How the live checks on its promises are made; left out, none are. */
  readonly checks?: {
    /** `UPHELD_KEYS`. */
    readonly keysFolder: string;
    /** Each is made so often, ms. */
    readonly interval: number;
    readonly visit: Visit;
    readonly onOutcome: (found: ChangedOutcome) => void;
  };
}

/**
 * What an operator's process does beside answering: jobs as they fall due, anonymous refusals each minute, each hour a
 * look whether the key-encryption key has come of age, and the live checks on its promises at the start and ever after.
 */
export function startWork(operator: Operator, parts: WorkParts): { stop(): Promise<void> } {
  const { store, jobs, clock, random, journal, refusals } = operator;
  const { checks } = parts;
  const worker = createWorker({
    store,
    queue: jobs,
    clock,
    random,
    report: parts.report,
    busy: parts.busy,
    concurrency: TOGETHER,
    handlers: [
      sendMessages({
        ...operator,
        transport: parts.transport,
        answers: answersToSend(operator),
        link: (path, language) => `${parts.origin()}/${language}${path}`,
      }),
      announceVersions(operator),
      sendSignInLinks({
        ...operator,
        queue: (tx, permit, mail) => queueMessage(tx, permit, mail, operator),
      }),
      recomputeDeadlines(operator),
      ...(checks === undefined
        ? []
        : [
            recountPromises({
              ...operator,
              ...checks,
              operator: operator.id,
              schemas: SCHEMAS,
              policies: new PublishedPolicies(),
            }),
          ]),
    ],
  });
  worker.start();
  queueRecomputing(store, operator).catch(() =>
    parts.report({ event: "worker-failed", code: "recompute-deadlines" }),
  );
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
  const recount = (within: number) => {
    queueRecounts(store, jobs, within).catch(() =>
      parts.report({ event: "worker-failed", code: "recount-promise" }),
    );
  };
  if (checks !== undefined) recount(0);
  const recounting =
    checks === undefined
      ? undefined
      : // A little less, so that what was made a moment after the last round is made again in this one.
        setInterval(() => recount(checks.interval * 0.9), checks.interval);
  return {
    async stop() {
      clearInterval(flushing);
      clearInterval(sweeping);
      clearInterval(rotating);
      clearInterval(recounting);
      await worker.stop();
    },
  };
}
