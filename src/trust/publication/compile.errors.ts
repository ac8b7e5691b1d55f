/** Why an operator's policy file did not compile. `status` is the HTTP status it becomes. */
export const COMPILE_ERRORS = {
  "policy-missing": {
    status: 422,
    message: { en: "There is no `policy.ts` in this folder.", ru: "В этой папке нет `policy.ts`." },
  },
  "policy-throws": {
    status: 422,
    message: { en: "The policy file fails.", ru: "Файл политики завершается ошибкой." },
  },
  "policy-no-access": {
    status: 422,
    message: {
      en: "The policy file reaches for what it may not have; it may import its own files and `upheld/policy`.",
      ru: "Файл политики обращается к тому, что ему недоступно; ему можно подключать только собственные файлы и `upheld/policy`.",
    },
  },
  "policy-not-a-policy": {
    status: 422,
    message: {
      en: "`policy.ts` has to export by default what `defineOperator` returns.",
      ru: "`policy.ts` должен по умолчанию экспортировать то, что возвращает `defineOperator`.",
    },
  },
  "policy-malformed": {
    status: 422,
    message: {
      en: "The policy holds something that the language does not take.",
      ru: "В политике есть то, чего язык не принимает.",
    },
  },
  "policy-prints": {
    status: 422,
    message: {
      en: "The policy file prints; a policy declares and does nothing else.",
      ru: "Файл политики что-то печатает; политика только описывает и больше ничего не делает.",
    },
  },
  "policy-ends-early": {
    status: 422,
    message: {
      en: "The policy file ends before it has exported a policy.",
      ru: "Файл политики завершается раньше, чем экспортирует политику.",
    },
  },
  "policy-too-slow": {
    status: 422,
    message: { en: "The policy file did not finish in time.", ru: "Файл политики не завершился вовремя." },
  },
  "policy-too-large": {
    status: 422,
    message: {
      en: "The policy file takes more memory, or makes more text, than a policy may.",
      ru: "Файл политики требует больше памяти или даёт больше текста, чем разрешено политике.",
    },
  },
  "policy-other-operator": {
    status: 422,
    message: {
      en: "The policy's `operator.id` is not the name of its folder.",
      ru: "`operator.id` в политике не совпадает с именем её папки.",
    },
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
    super(`${COMPILE_ERRORS[code].message.en}${detail === "" ? "" : ` (${detail})`}${where}`);
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
