export { findSubject } from "./find-subject.ts";
export { normalEmail, normalPhone } from "./normal-form.ts";
export { queuedWorkHolding } from "./queued-work-holding.ts";
export { type OpenedValue, readSubject } from "./read-subject.ts";
export { type Collected, newSubject, type RecordedSubject, recordSubject } from "./record-subject.ts";
export { subjectFacts } from "./subject-facts.ts";
export { subjectsHolding } from "./subjects-holding.ts";
export { type IdentifierKind, subjectsSchema } from "./subjects.table.ts";
