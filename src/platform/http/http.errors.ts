import type { Localised } from "../i18n/index.ts";

/** What became of what was sent. Said in every error. */
export type Kept =
  /** The request asked for nothing to be stored. */
  | "unchanged"
  /** What was sent was not stored. */
  | "nothing"
  /** Not stored, and what was typed stands in the form that is shown again. */
  | "typed"
  /** The failure came at a moment when this cannot be said; sending the same form again is safe. */
  | "unknown";

/** One row of a table of errors: `code: { status, message }`. Each room has its own table. */
export interface ErrorRow {
  readonly status: number;
  /** One sentence or two, for anyone. Without values. Plain text in English stands for both languages. */
  readonly message: string | Localised;
  /** Left out: `nothing` after a request that was to change something, else `unchanged`. */
  readonly kept?: Kept;
}

export type ErrorTable = Readonly<Record<string, ErrorRow>>;

/** What this room refuses with. */
export const HTTP_ERRORS = {
  "not-found": {
    status: 404,
    message: { en: "There is no page at this address.", ru: "По этому адресу страницы нет." },
  },
  "method-not-allowed": {
    status: 405,
    message: { en: "This address does not do that.", ru: "По этому адресу такое действие не выполняется." },
  },
  "url-malformed": {
    status: 400,
    message: { en: "The address is malformed.", ru: "Адрес записан неверно." },
  },
  "url-too-long": { status: 414, message: { en: "The address is too long.", ru: "Адрес слишком длинный." } },
  "query-invalid": {
    status: 400,
    message: { en: "A part of the address is not valid.", ru: "Часть адреса недопустима." },
  },
  "headers-too-many": {
    status: 431,
    message: { en: "The request has too many headers.", ru: "В запросе слишком много заголовков." },
  },
  "host-ambiguous": {
    status: 400,
    message: {
      en: "The request must name its host exactly once.",
      ru: "В запросе должен быть ровно один узел.",
    },
  },
  "cross-origin": {
    status: 403,
    message: {
      en: "This was sent from another site, or does not say from where.",
      ru: "Это отправлено с другого сайта, или неизвестно, откуда.",
    },
  },
  "https-required": {
    status: 403,
    message: { en: "Send this over HTTPS only.", ru: "Отправляйте это только по HTTPS." },
  },
  "body-type-unsupported": {
    status: 415,
    message: {
      en: "What was sent is in a format that this address does not take.",
      ru: "Отправлено в формате, который этот адрес не принимает.",
    },
  },
  "body-too-large": {
    status: 413,
    message: { en: "What was sent is too large.", ru: "Отправлено слишком много данных." },
  },
  "body-too-slow": {
    status: 408,
    message: { en: "What was sent took too long to arrive.", ru: "Данные поступали слишком долго." },
  },
  "body-cut-short": {
    status: 400,
    message: { en: "What was sent broke off.", ru: "Передача данных оборвалась." },
  },
  "body-not-utf8": {
    status: 400,
    message: { en: "What was sent is not UTF-8 text.", ru: "Отправлен текст не в кодировке UTF-8." },
  },
  "form-malformed": {
    status: 400,
    message: { en: "The form's encoding is malformed.", ru: "Форма закодирована неверно." },
  },
  "json-malformed": {
    status: 400,
    message: { en: "What was sent is not valid JSON.", ru: "Отправлен неверный JSON." },
  },
  "body-invalid": {
    status: 422,
    message: {
      en: "Something in what was sent is missing or not as it should be.",
      ru: "Чего-то в отправленном не хватает или что-то записано не так.",
    },
  },
  stopping: {
    status: 503,
    message: { en: "The service is restarting.", ru: "Сервис перезапускается." },
  },
  unexpected: {
    status: 500,
    message: {
      en: "Something went wrong on our side.",
      ru: "Что-то пошло не так на нашей стороне.",
    },
    kept: "unknown",
  },
} as const satisfies ErrorTable;

export type HttpErrorCode = keyof typeof HTTP_ERRORS;

export interface RefusalDetail {
  /** Name of the field that it is about, as declared; never its value. */
  readonly field?: string;
  readonly kept?: Kept;
  readonly cause?: unknown;
}

/** An answer that is an error of some table. Its message is the code: what is shown comes from the table. */
export class HttpRefusal extends Error {
  readonly code: string;
  readonly field: string | undefined;
  readonly kept: Kept | undefined;

  constructor(code: string, { field, kept, cause }: RefusalDetail = {}) {
    super(code, { cause });
    this.name = "HttpRefusal";
    this.code = code;
    this.field = field;
    this.kept = kept;
  }
}

/** Ends a handler with an error of a table that the application registered; of no other, which becomes a 500. */
export function refuse(code: string, detail?: RefusalDetail): never {
  throw new HttpRefusal(code, detail);
}
