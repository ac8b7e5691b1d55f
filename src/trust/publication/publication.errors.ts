/** Why a version is not published or not served. `status` is the HTTP status it becomes. */
export const PUBLICATION_ERRORS = {
  "nothing-changed": {
    status: 409,
    message: "This is the newest version already, byte for byte; nothing was published.",
  },
  "dated-before-predecessor": {
    status: 409,
    message: "A version cannot enter into force before the one that precedes it; nothing was published.",
  },
  "updated-before-predecessor": {
    status: 409,
    message: "A document's date of update lies before that of its previous version; nothing was published.",
  },
  "published-meanwhile": {
    status: 409,
    message: "Somebody else has just published a version; look at it, then publish again.",
  },
  "policy-has-errors": { status: 422, message: "The policy has errors; nothing was published." },
  "document-missing": {
    status: 422,
    message: "A document lacks its text in a language that the operator offers.",
  },
  "version-damaged": { status: 500, message: "The stored policy is not what was published." },
  "document-damaged": { status: 500, message: "The stored document is not what was published." },
} as const;

export type PublicationErrorCode = keyof typeof PUBLICATION_ERRORS;

/** `detail` names versions, documents and languages. */
export class PublicationError extends Error {
  readonly code: PublicationErrorCode;
  readonly detail: string;

  constructor(code: PublicationErrorCode, detail: string, options?: ErrorOptions) {
    super(`${PUBLICATION_ERRORS[code].message} (${detail})`, options);
    this.name = "PublicationError";
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return PUBLICATION_ERRORS[this.code].status;
  }
}
