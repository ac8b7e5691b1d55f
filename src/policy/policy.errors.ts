/** What the language itself refuses while a policy is compiled. `status` is the HTTP status it becomes. */
export const POLICY_ERRORS = {
  "unknown-code": {
    status: 422,
    message: {
      en: "A clause names something that the policy does not have.",
      ru: "Пункт называет то, чего в политике нет.",
    },
  },
  "not-canonical": {
    status: 422,
    message: {
      en: "A policy holds text, whole numbers, lists and objects only.",
      ru: "Политика содержит только текст, целые числа, списки и объекты.",
    },
  },
  "wrong-shape": {
    status: 422,
    message: { en: "This is not a compiled policy.", ru: "Это не скомпилированная политика." },
  },
  "wrong-rules": {
    status: 500,
    message: {
      en: "A file of rules is not as its format demands.",
      ru: "Файл правил не отвечает своему формату.",
    },
  },
  "unknown-rule-pack": {
    status: 500,
    message: {
      en: "The policy stands under a regime of which no pack of rules is here.",
      ru: "Политика подчинена режиму, для которого здесь нет набора правил.",
    },
  },
} as const;

export type PolicyErrorCode = keyof typeof POLICY_ERRORS;

export class PolicyError extends Error {
  readonly code: PolicyErrorCode;
  readonly detail: string;

  /** `detail` names a code, a clause or a place in the object. */
  constructor(code: PolicyErrorCode, detail: string) {
    super(`${POLICY_ERRORS[code].message.en} (${detail})`);
    this.name = "PolicyError";
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return POLICY_ERRORS[this.code].status;
  }
}
