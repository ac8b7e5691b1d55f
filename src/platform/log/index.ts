export { type ErrorPlace, errorPlace } from "./error-place.ts";
export type { EventFields, EventName, Level } from "./events.ts";
export type { FieldKind, FieldValues, VocabularyKind } from "./field-kinds.ts";
export { createLog, type Log, type LogOptions } from "./log.ts";
