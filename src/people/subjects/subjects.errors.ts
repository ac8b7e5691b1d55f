/** What the persons' room refuses. `status` is the HTTP status it becomes. */
export const SUBJECTS_ERRORS = {
  "confirm-link-unknown": {
    status: 404,
    message: {
      en: "This link is not one of ours, or what it was for is gone. Copy the whole address from the letter.",
      ru: "Такой ссылки у нас нет, или того, к чему она вела, больше нет. Скопируйте из письма весь адрес целиком.",
    },
  },
  "confirm-link-expired": {
    status: 410,
    message: {
      en: "This link is past its time. Send the form again and a new one is mailed to you.",
      ru: "Срок действия ссылки истёк. Отправьте форму ещё раз, и новая придёт вам по почте.",
    },
  },
} as const;

export type SubjectsErrorCode = keyof typeof SUBJECTS_ERRORS;

/** A refusal of the persons' room. Never names a person or an address. */
export class SubjectsError extends Error {
  readonly code: SubjectsErrorCode;

  constructor(code: SubjectsErrorCode) {
    super(SUBJECTS_ERRORS[code].message.en);
    this.name = "SubjectsError";
    this.code = code;
  }

  get status(): number {
    return SUBJECTS_ERRORS[this.code].status;
  }
}
