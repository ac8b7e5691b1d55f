/** Why an operator's policy file did not compile. `status` is the HTTP status it becomes. */
export const COMPILE_ERRORS = {
  "policy-missing": { status: 422, message: "There is no `policy.ts` in this folder." },
  "policy-throws": { status: 422, message: "The policy file fails." },
  "policy-no-access": {
    status: 422,
    message:
      "The policy file reaches for what it may not have; it may import its own files and `upheld/policy`.",
  },
  "policy-not-a-policy": {
    status: 422,
    message: "`policy.ts` has to export by default what `defineOperator` returns.",
  },
  "policy-prints": {
    status: 422,
    message: "The policy file prints; a policy declares and does nothing else.",
  },
  "policy-ends-early": {
    status: 422,
    message: "The policy file ends before it has exported a policy.",
  },
  "policy-too-slow": { status: 422, message: "The policy file did not finish in time." },
  "policy-too-large": {
    status: 422,
    message: "The policy file takes more memory, or makes more text, than a policy may.",
  },
  "policy-other-operator": {
    status: 422,
    message: "The policy's `operator.id` is not the name of its folder.",
  },
} as const;

export type CompileErrorCode = keyof typeof COMPILE_ERRORS;

/** `file` is relative to the operator's folder; `line` counts from 1. */
export class CompileError extends Error {
  readonly code: CompileErrorCode;
  readonly detail: string;
  readonly file: string | null;
  readonly line: number | null;

  constructor(
    code: CompileErrorCode,
    detail: string,
    place: { readonly file: string | null; readonly line: number | null } = { file: null, line: null },
  ) {
    const where = place.file === null ? "" : ` ${place.file}${place.line === null ? "" : `:${place.line}`}`;
    super(`${COMPILE_ERRORS[code].message}${detail === "" ? "" : ` (${detail})`}${where}`);
    this.name = "CompileError";
    this.code = code;
    this.detail = detail;
    this.file = place.file;
    this.line = place.line;
  }

  get status(): number {
    return COMPILE_ERRORS[this.code].status;
  }
}
