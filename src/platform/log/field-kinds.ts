/**
 * What a log field may hold. There is no kind for text: a value is a word from a vocabulary that was closed at
 * start, a bounded number, a random identifier or a place in our own code. Anything else does not get out.
 */
export interface FieldValues {
  /** A word of the vocabulary admitted under this kind: an error code, a job's name, a purpose. */
  code: string;
  /** A route's pattern as declared (`/feedback/received/:reference/`), never a path that was asked for. */
  route: string;
  /** Folder name of an operator. */
  operator: string;
  method: string;
  /** HTTP or SMTP status. */
  status: number;
  /** Whole and at most a thousand million, so that no telephone or tax number passes as one. */
  count: number;
  /** Milliseconds, fractions allowed, bounded as a count. */
  ms: number;
  port: number;
  flag: boolean;
  /** A UUID. */
  id: string;
  /** A line of our own code: `src/platform/http/app.ts:120`. */
  place: string;
}

export type FieldKind = keyof FieldValues;

/** Kinds whose values come from a vocabulary that the program admits at start. */
export type VocabularyKind = "code" | "route" | "operator";

export const VOCABULARY_KINDS: readonly VocabularyKind[] = ["code", "route", "operator"];

const MOST = 1_000_000_000;
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "OTHER"]);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PLACE = /^(?:src|dist|bin)(?:\/[a-z0-9-]{1,40}){0,6}\/[a-z0-9.-]{1,60}\.(?:tsx?|m?js):\d{1,6}$/;

const isCount = (value: unknown): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MOST;

/** Whether a value is of a kind whose values no vocabulary lists. */
export const FITS: Readonly<Record<Exclude<FieldKind, VocabularyKind>, (value: unknown) => boolean>> = {
  method: (value) => typeof value === "string" && METHODS.has(value),
  status: (value) => isCount(value) && (value as number) >= 100 && (value as number) <= 599,
  count: isCount,
  ms: (value) => typeof value === "number" && value >= 0 && value <= MOST,
  port: (value) => isCount(value) && (value as number) <= 65_535,
  flag: (value) => typeof value === "boolean",
  id: (value) => typeof value === "string" && UUID.test(value),
  place: (value) => typeof value === "string" && PLACE.test(value),
};

export function isVocabularyKind(kind: FieldKind): kind is VocabularyKind {
  return (VOCABULARY_KINDS as readonly string[]).includes(kind);
}
