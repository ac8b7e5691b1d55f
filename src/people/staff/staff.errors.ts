/** What the staff room refuses. `status` is the HTTP status it becomes. */
export const STAFF_ERRORS = {
  "login-malformed": {
    status: 422,
    message: "A login is 2 to 32 characters: lower-case letters, digits, dot, hyphen; a letter first.",
  },
  "name-malformed": { status: 422, message: "A name is 1 to 200 characters." },
  "login-taken": { status: 409, message: "A member of staff has this login already." },
  "staff-unknown": { status: 404, message: "No member of staff has this login." },
  "purpose-unknown": { status: 422, message: "The policy in force has no such purpose." },
} as const;

export type StaffErrorCode = keyof typeof STAFF_ERRORS;

/** A refusal of the staff room. Never names a login or a person. */
export class StaffError extends Error {
  readonly code: StaffErrorCode;

  constructor(code: StaffErrorCode) {
    super(STAFF_ERRORS[code].message);
    this.name = "StaffError";
    this.code = code;
  }

  get status(): number {
    return STAFF_ERRORS[this.code].status;
  }
}
