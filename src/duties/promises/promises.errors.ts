/** What the room of promises refuses. `status` is the HTTP status it becomes. */
export const PROMISES_ERRORS = {
  "check-unknown": {
    status: 404,
    message: {
      en: "There is no such check. The page of promises and upheld clauses name each by its code.",
      ru: "Такой проверки нет. Их коды названы на странице обещаний и в выводе upheld clauses.",
    },
  },
  "promise-note-incomplete": {
    status: 422,
    message: {
      en: "A public note needs its text and the post of whoever says it, in English and in Russian.",
      ru: "Публичному примечанию нужны текст и должность того, кто его оставляет, на английском и на русском.",
    },
  },
  "note-too-long": {
    status: 422,
    message: {
      en: "A public note has at most 1000 characters in each language, a post at most 100.",
      ru: "В примечании не больше 1000 знаков на каждом языке, в названии должности — не больше 100.",
    },
  },
  "note-names-somebody": {
    status: 422,
    message: {
      en: "The note has an address or a telephone number in it. Everybody reads it: leave out whatever is a person's.",
      ru: "В примечании есть адрес или номер телефона. Его читают все: уберите то, что относится к человеку.",
    },
  },
} as const;

export type PromisesErrorCode = keyof typeof PROMISES_ERRORS;

/** A refusal of the room of promises. Repeats nothing of what was typed. */
export class PromisesError extends Error {
  readonly code: PromisesErrorCode;

  constructor(code: PromisesErrorCode) {
    super(PROMISES_ERRORS[code].message.en);
    this.name = "PromisesError";
    this.code = code;
  }

  get status(): number {
    return PROMISES_ERRORS[this.code].status;
  }
}
