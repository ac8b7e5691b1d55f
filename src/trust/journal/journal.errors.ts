/** What the journal can refuse with. `status` is the HTTP status it becomes. */
export const JOURNAL_ERRORS = {
  "entry-event": { status: 500, message: "This event is not one that the journal keeps." },
  "entry-operation": { status: 500, message: "This is not an operation on personal data." },
  "entry-key": { status: 500, message: "The journal's entries have no such field." },
  "entry-value": { status: 500, message: "The journal keeps codes and references, not free content." },
  "bulk-size": { status: 500, message: "A bulk entry holds from one item to as many as one unit can carry." },
  "log-damaged": {
    status: 500,
    message: "The journal does not match its last checkpoint; it is not extended.",
  },
  "log-unopened": { status: 503, message: "The journal has not been opened yet." },
  "note-malformed": { status: 400, message: "This is not a signed note." },
  "note-unknown-key": { status: 400, message: "No known key has signed this note." },
  "note-wrong-signature": { status: 400, message: "A signature on this note is wrong." },
  "key-malformed": { status: 400, message: "This is not a verifier key." },
  "checkpoint-malformed": { status: 400, message: "This is not a checkpoint." },
  "checkpoint-foreign": { status: 409, message: "This checkpoint is not one of this log." },
  "checkpoint-not-ours": {
    status: 500,
    message:
      "A checkpoint in the key folder was changed, or signed with other keys; the log is not continued.",
  },
  "tile-malformed": { status: 404, message: "The log has no such tile." },
  "proof-impossible": { status: 404, message: "There is no such entry in a tree of this size." },
} as const satisfies Record<string, { status: number; message: string }>;

export type JournalErrorCode = keyof typeof JOURNAL_ERRORS;

/** The journal refused. `detail` names fields, codes and positions, never values. */
export class JournalError extends Error {
  readonly code: JournalErrorCode;
  readonly detail: string | undefined;

  constructor(code: JournalErrorCode, detail?: string, options?: ErrorOptions) {
    const { message } = JOURNAL_ERRORS[code];
    super(detail === undefined ? message : `${message} (${detail})`, options);
    this.name = "JournalError";
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return JOURNAL_ERRORS[this.code].status;
  }
}
