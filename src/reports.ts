import { STAFF_ERRORS } from "./people/staff/index.ts";
import { JOB_ERRORS, type ReportJobEvent } from "./platform/jobs/index.ts";
import type { Log } from "./platform/log/index.ts";
import { MAIL_ERRORS } from "./platform/mail/index.ts";
import { STORE_ERRORS } from "./platform/store/index.ts";
import { INTAKE_ERRORS } from "./services/intake/index.ts";
import { CANNOT_SAY, CHECK_CODES, type ChangedOutcome, recountJob } from "./duties/promises/index.ts";
import { sendMessageJob } from "./services/messages/index.ts";
import { REFUSALS } from "./trust/gate/index.ts";
import { JOURNAL_ERRORS, type Trouble } from "./trust/journal/index.ts";
import { PUBLICATION_ERRORS } from "./trust/publication/index.ts";
import { VAULT_ERRORS } from "./trust/vault/index.ts";

/** Why mail did not go out, as jobs keep it. */
const MAIL_FAILURES = ["refused", "unreachable", "timeout", "tls", "login", "stopped", "protocol"];

/** Every code that the log may name: the rooms' own tables, and nothing from a request. */
export function admitVocabulary(log: Log): void {
  const tables = [
    STORE_ERRORS,
    REFUSALS,
    INTAKE_ERRORS,
    STAFF_ERRORS,
    PUBLICATION_ERRORS,
    JOURNAL_ERRORS,
    VAULT_ERRORS,
    JOB_ERRORS,
    MAIL_ERRORS,
  ];
  for (const table of tables) log.admit("code", Object.keys(table));
  log.admit("code", [
    sendMessageJob.name,
    recountJob.name,
    "check-failed",
    ...CHECK_CODES,
    ...CANNOT_SAY,
    "handler-threw",
    "lease-expired",
    "worker-failed",
    "refusals",
    "key-rotation",
  ]);
  log.admit(
    "code",
    MAIL_FAILURES.map((reason) => `mail-${reason}`),
  );
}

/** Tells the log what the live checks on an operator's promises find anew. */
export function reportPromisesTo(log: Log, operator: string): (found: ChangedOutcome) => void {
  return ({ check, outcome, broken, reason }) => {
    if (outcome === "broken") log.event("promise.broken", { operator, check, broken });
    else if (outcome === "unknown") {
      log.event("promise.unknown", { operator, check, ...(reason === null ? {} : { error: reason }) });
    } else log.event("promise.mended", { operator, check });
  };
}

/** Tells the log what a worker reports. */
export function reportJobsTo(log: Log, operator: string): ReportJobEvent {
  return (event) => {
    if (event.event === "job-failed") {
      const { kind, id, attempt, code } = event;
      log.event("job.failed", { operator, job: kind, id, attempt, error: code });
    } else if (event.event === "job-dead") {
      log.event("job.dead", { operator, job: event.kind, id: event.id, attempts: event.attempt });
    } else if (event.event === "worker-failed") {
      log.event("store.failed", { operator, code: event.code });
    }
  };
}

/** Tells the log what a journal's sequencer reports. */
export function reportTroubleTo(log: Log): (operator: string, trouble: Trouble) => void {
  return (operator, trouble) => {
    if (trouble.kind === "entry-unsequenced") log.event("journal.late", { operator, ms: trouble.waited });
    else if (trouble.kind === "entry-forged")
      log.event("journal.forged", { operator, entries: trouble.count });
    else if (trouble.kind === "memory-damaged") log.event("journal.forgotten", { operator });
    else log.event("journal.failed", { operator, code: codeOf(trouble.error) });
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "Error";
}
