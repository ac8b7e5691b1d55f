/** What the consents' room refuses. `status` is the HTTP status it becomes. */
export const CONSENTS_ERRORS = {
  "withdraw-link-unknown": {
    status: 404,
    message: {
      en: "This link is not one of ours, or the consent that it was for is gone. Copy the whole address from the letter, or write to us: a withdrawal needs no form.",
      ru: "Такой ссылки у нас нет, или согласия, к которому она вела, больше нет. Скопируйте из письма весь адрес целиком или напишите нам: для отзыва форма не нужна.",
    },
  },
  "accepted-superseded": {
    status: 409,
    message: {
      en: "What you accepted is not in force any more; nothing was accepted. Read the current version, then accept it.",
      ru: "Принятая вами версия уже не действует; ничего не принято. Прочитайте действующую и примите её.",
    },
  },
  "accepted-otherwise": {
    status: 422,
    message: {
      en: "Only the published text can be accepted, exactly as it is and without conditions of one's own; nothing was accepted.",
      ru: "Принять можно только опубликованный текст, в точности и без собственных условий; ничего не принято.",
    },
  },
} as const;

export type ConsentsErrorCode = keyof typeof CONSENTS_ERRORS;

export class ConsentsError extends Error {
  readonly code: ConsentsErrorCode;

  constructor(code: ConsentsErrorCode) {
    super(CONSENTS_ERRORS[code].message.en);
    this.name = "ConsentsError";
    this.code = code;
  }

  get status(): number {
    return CONSENTS_ERRORS[this.code].status;
  }
}
