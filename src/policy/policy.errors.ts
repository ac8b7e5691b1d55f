/** What the language itself refuses while a policy is compiled. `status` is the HTTP status it becomes. */
export const POLICY_ERRORS = {
  "unknown-code": { status: 422, message: "A clause names something that the policy does not have." },
  "not-canonical": { status: 422, message: "A policy holds text, whole numbers, lists and objects only." },
  "wrong-shape": { status: 422, message: "This is not a compiled policy." },
  "wrong-rules": { status: 500, message: "A file of rules is not as its format demands." },
} as const;

export type PolicyErrorCode = keyof typeof POLICY_ERRORS;

export class PolicyError extends Error {
  readonly code: PolicyErrorCode;
  readonly detail: string;

  /** `detail` names a code, a clause or a place in the object. */
  constructor(code: PolicyErrorCode, detail: string) {
    super(`${POLICY_ERRORS[code].message} (${detail})`);
    this.name = "PolicyError";
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return POLICY_ERRORS[this.code].status;
  }
}
