/** What intake refuses. `status` is the HTTP status it becomes; nothing is stored in any of these cases. */
export const INTAKE_ERRORS = {
  "form-unknown": { status: 404, message: "There is no such form." },
  "fields-refused": { status: 422, message: "Some fields need your attention; nothing was stored." },
  "token-used": {
    status: 409,
    message: "This form was sent already, with other content. Open the form again to send a second message.",
  },
  "enquiry-unknown": { status: 404, message: "There is no enquiry with this reference." },
} as const;

export type IntakeErrorCode = keyof typeof INTAKE_ERRORS;

/** A refusal of intake. Names fields and codes, never what was written in them. */
export class IntakeError extends Error {
  readonly code: IntakeErrorCode;

  constructor(code: IntakeErrorCode) {
    super(INTAKE_ERRORS[code].message);
    this.name = "IntakeError";
    this.code = code;
  }

  get status(): number {
    return INTAKE_ERRORS[this.code].status;
  }
}
