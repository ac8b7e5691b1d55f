/**
 * What a store can refuse with, beside what a unit itself throws. `status` is the HTTP status it becomes; `kept` is said
 * where it would be untrue that nothing was stored.
 */
export const STORE_ERRORS = {
  "store-busy": { status: 503, message: "The database is busy; nothing was stored. Try again in a moment." },
  "store-full": { status: 503, message: "There is no space left to store this; nothing was stored." },
  "store-unavailable": { status: 503, message: "The database cannot be reached; nothing was stored." },
  "store-uncertain": {
    status: 503,
    message:
      "The database went away while it was storing this. Send it again: what is there already is found.",
    kept: "unknown",
  },
  "store-timeout": { status: 503, message: "This took too long and was undone; nothing was stored." },
  "store-corrupt": { status: 500, message: "The database file is damaged; restore it from a backup." },
  "store-closed": { status: 503, message: "The service is stopping; nothing was stored." },
  "unit-over": { status: 500, message: "A unit of work was used after it had ended." },
  "schema-differs": { status: 500, message: "The database's tables differ from what this version declares." },
  "migration-failed": {
    status: 500,
    message:
      "The database could not be brought to this version; it is as it was before the step that failed.",
  },
  "store-refused": { status: 500, message: "The database refused what was to be stored." },
  "store-failed": { status: 500, message: "The database could not carry out a statement." },
  "after-commit-failed": {
    status: 500,
    message: "The change is stored, but what was to follow it failed.",
    kept: "unknown",
  },
  conflict: { status: 409, message: "This is already there." },
} as const;

export type StoreErrorCode = keyof typeof STORE_ERRORS;

/** A failure of the store. `detail` names tables and codes, never values. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly detail: string | undefined;

  constructor(code: StoreErrorCode, detail?: string, options?: ErrorOptions) {
    super(
      detail === undefined ? STORE_ERRORS[code].message : `${STORE_ERRORS[code].message} (${detail})`,
      options,
    );
    this.name = "StoreError";
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return STORE_ERRORS[this.code].status;
  }
}
