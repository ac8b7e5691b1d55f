import { isProcessingOperation, LEGAL_BASES } from "../../policy/index.ts";
import { type EntryDetails, JOURNAL_EVENTS, type JournalEntry } from "./entry.ts";
import { JournalError } from "./journal.errors.ts";

/** Longest text that an entry may hold, in UTF-16 units: a code, a reference, a clause. */
const LONGEST = 200;
/** Most persons or attributes of one entry; more is a bulk entry. */
const MOST = 100;
const MOST_DETAILS = 200;

const FIELDS = ["event", "operation", "actor", "subjects", "purpose", "attributes", "decision", "details"];
const ACTOR_FIELDS = ["kind", "id"];
const DECISION_FIELDS = ["allowed", "clause", "basis", "code", "about", "policy", "over"];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** No control or line character and no @: neither prose nor an address. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
const CODE = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029@]+$/;
const DETAIL_NAME = /^[A-Za-z][A-Za-z0-9 :._/*-]*$/;

/**
 * Passes an entry of the closed vocabulary; the types say the same, and this holds where they were passed by.
 * @throws JournalError `entry-event`, `entry-operation`, `entry-key`, `entry-value`, naming the field
 */
export function checkEntry(entry: JournalEntry): void {
  checkFields(entry, FIELDS, "entry");
  if (!JOURNAL_EVENTS.includes(entry.event)) throw new JournalError("entry-event");
  if (entry.operation !== undefined && !isProcessingOperation(entry.operation)) {
    throw new JournalError("entry-operation");
  }
  checkFields(entry.actor, ACTOR_FIELDS, "actor");
  checkCode(entry.actor.kind, "actor.kind");
  if (entry.actor.id !== undefined) checkCode(entry.actor.id, "actor.id");
  if (entry.subjects !== undefined) checkList(entry.subjects, "subjects", isUuid);
  if (entry.purpose !== undefined) checkCode(entry.purpose, "purpose");
  if (entry.attributes !== undefined) checkList(entry.attributes, "attributes", isCode);
  if (entry.decision !== undefined) checkDecision(entry.decision);
  if (entry.details !== undefined) checkDetails(entry.details);
}

/** @throws JournalError `entry-key`, `entry-value` */
export function checkDetails(details: EntryDetails): void {
  checkFields(details, null, "details");
  const entries = Object.entries(details);
  if (entries.length > MOST_DETAILS) throw new JournalError("entry-value", "details");
  for (const [name, value] of entries) {
    if (name.length > LONGEST || !DETAIL_NAME.test(name)) throw new JournalError("entry-key", "details");
    if (typeof value === "boolean" || Number.isSafeInteger(value)) continue;
    checkCode(value, `details.${name}`);
  }
}

/** @throws JournalError `entry-value` */
export function checkSubject(subject: unknown): void {
  if (!isUuid(subject)) throw new JournalError("entry-value", "subject");
}

function checkDecision(decision: NonNullable<JournalEntry["decision"]>): void {
  checkFields(decision, DECISION_FIELDS, "decision");
  if (typeof decision.allowed !== "boolean") throw new JournalError("entry-value", "decision.allowed");
  if (decision.clause !== null) checkCode(decision.clause, "decision.clause");
  if (decision.basis !== undefined && !LEGAL_BASES.includes(decision.basis)) {
    throw new JournalError("entry-value", "decision.basis");
  }
  if (decision.code !== undefined) checkCode(decision.code, "decision.code");
  if (decision.about !== undefined) checkCode(decision.about, "decision.about");
  if (decision.policy !== undefined) checkCode(decision.policy, "decision.policy");
  if (decision.over !== undefined) checkCode(decision.over, "decision.over");
}

function checkFields(value: unknown, allowed: readonly string[] | null, where: string): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new JournalError("entry-value", where);
  }
  if (allowed === null) return;
  for (const key in value) if (!allowed.includes(key)) throw new JournalError("entry-key", where);
}

function checkList(value: unknown, where: string, passes: (item: unknown) => boolean): void {
  if (!Array.isArray(value) || value.length > MOST || !value.every(passes)) {
    throw new JournalError("entry-value", where);
  }
}

function checkCode(value: unknown, where: string): void {
  if (!isCode(value)) throw new JournalError("entry-value", where);
}

function isCode(value: unknown): boolean {
  return typeof value === "string" && value.length <= LONGEST && CODE.test(value) && value.isWellFormed();
}

function isUuid(value: unknown): boolean {
  return typeof value === "string" && UUID.test(value);
}
