/** What a queue of jobs can refuse with. `status` is the HTTP status it becomes. */
export const JOB_ERRORS = {
  "job-kind": { status: 500, message: "A kind of job has an impossible name or impossible limits." },
  "job-payload": { status: 500, message: "A job may carry identifiers and codes, and nothing else." },
  "job-time": { status: 500, message: "A job's time is not a whole number of milliseconds from now on." },
  "job-once": {
    status: 500,
    message: "A job's own key holds something other than letters, digits and . _ : -",
  },
  "lease-lost": { status: 500, message: "This job has been taken over or cancelled; its effect was undone." },
  "handlers-overlap": { status: 500, message: "Two handlers were given for one kind of job." },
} as const;

export type JobErrorCode = keyof typeof JOB_ERRORS;

/** A misuse of the queue. `about` names a kind or a field, never a value. */
export class JobError extends Error {
  readonly code: JobErrorCode;
  readonly about: string | undefined;

  constructor(code: JobErrorCode, about?: string) {
    super(about === undefined ? JOB_ERRORS[code].message : `${JOB_ERRORS[code].message} (${about})`);
    this.name = "JobError";
    this.code = code;
    this.about = about;
  }

  get status(): number {
    return JOB_ERRORS[this.code].status;
  }
}

/**
 * How a handler says why its attempt failed. The code is kept beside the job and shown to staff; 1 to 64 of
 * `A-Za-z0-9_-`. Any other error is kept by its own `code` where it has one, and as `handler-threw`; no message is.
 */
export class JobFailure extends Error {
  readonly code: string;
  /** True when trying again is pointless: the job goes to the dead list at once. */
  readonly forEver: boolean;

  constructor(code: string, options: { readonly forEver?: boolean } & ErrorOptions = {}) {
    super(code, options);
    this.name = "JobFailure";
    this.code = code;
    this.forEver = options.forEver ?? false;
  }
}

const CODE = /^[A-Za-z0-9_-]{1,64}$/;

/** The code that is kept of an error. */
export function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" && CODE.test(code) ? code : "handler-threw";
}
