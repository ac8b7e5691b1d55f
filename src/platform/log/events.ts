import type { FieldKind, FieldValues } from "./field-kinds.ts";

export type Level = "debug" | "info" | "warn" | "error";

interface EventDeclaration {
  readonly level: Level;
  readonly fields: Readonly<Record<string, FieldKind>>;
}

/**
 * Everything that may ever stand in the log. A room that has something new to say adds its row here, so that one
 * table answers what the log holds. No row has a field that could hold a person's data.
 */
export const EVENTS = {
  "app.started": { level: "info", fields: { operators: "count", ms: "ms" } },
  "app.stopping": { level: "info", fields: {} },
  "app.stopped": { level: "info", fields: { ms: "ms" } },
  "http.listening": { level: "info", fields: { port: "port", tls: "flag" } },
  "http.request": {
    level: "info",
    fields: {
      request: "id",
      operator: "operator",
      method: "method",
      route: "route",
      status: "status",
      ms: "ms",
      code: "code",
    },
  },
  "http.failed": {
    level: "error",
    fields: { request: "id", operator: "operator", route: "route", error: "code", at: "place" },
  },
  "http.stopped": { level: "info", fields: { cut: "count", ms: "ms" } },
  "store.failed": { level: "error", fields: { operator: "operator", code: "code", at: "place" } },
  "keys.rotated": { level: "info", fields: { operator: "operator", version: "count" } },
  /** The store was older than the ledger; what was destroyed and withdrawn since has been so again. */
  "ledger.applied": {
    level: "warn",
    fields: { operator: "operator", destroyed: "count", withdrawn: "count" },
  },
  "journal.late": { level: "error", fields: { operator: "operator", waiting: "count", ms: "ms" } },
  /** Entries were put into the database, or changed there, past the journal; they were put aside, not signed for. */
  "journal.forged": { level: "error", fields: { operator: "operator", entries: "count" } },
  /** The store was older than what the journal is known to have signed; it goes on in a log of its own. */
  "journal.continued": {
    level: "warn",
    fields: { operator: "operator", log: "count", known: "count", held: "count" },
  },
  /** What the key folder remembered of the journal's newest checkpoint cannot be read; it counts as absent. */
  "journal.forgotten": { level: "warn", fields: { operator: "operator" } },
  "journal.failed": { level: "error", fields: { operator: "operator", code: "code", at: "place" } },
  "job.failed": {
    level: "warn",
    fields: { operator: "operator", job: "code", id: "id", attempt: "count", error: "code", at: "place" },
  },
  "job.dead": {
    level: "error",
    fields: { operator: "operator", job: "code", id: "id", attempts: "count" },
  },
  "mail.sent": { level: "info", fields: { operator: "operator", id: "id", ms: "ms" } },
  "mail.failed": {
    level: "warn",
    fields: { operator: "operator", id: "id", attempt: "count", status: "status" },
  },
  /** Nobody works at the operator: a link for the first was made, and lies where `link` is in its file's name. */
  "staff.none": { level: "warn", fields: { operator: "operator", link: "id" } },
  /** A version took effect, or became known: the site was laid out from it. */
  "policy.in-force": { level: "info", fields: { operator: "operator", version: "count" } },
  /** A new version's site could not be laid out, or what is in force not read; the site stays as it was meanwhile. */
  "policy.not-followed": { level: "error", fields: { operator: "operator", error: "code", at: "place" } },
  /** A live check found a breach of what is promised, or could not be made (its reason), or found things well again. */
  "promise.broken": { level: "error", fields: { operator: "operator", check: "code", broken: "count" } },
  "promise.unknown": { level: "warn", fields: { operator: "operator", check: "code", error: "code" } },
  "promise.mended": { level: "info", fields: { operator: "operator", check: "code" } },
  /** The alarm: a field was not declared, or its value was not of its kind. Says where, never what. */
  "log.dropped": { level: "error", fields: { event: "code", field: "code", undeclared: "flag" } },
} as const satisfies Record<string, EventDeclaration>;

export type EventName = keyof typeof EVENTS;

type Declared<N extends EventName> = (typeof EVENTS)[N]["fields"];

/** The fields of one event. Each may be left out; none may be added. */
export type EventFields<N extends EventName> = {
  readonly [K in keyof Declared<N>]?:
    | (Declared<N>[K] extends FieldKind ? FieldValues[Declared<N>[K]] : never)
    | undefined;
};
