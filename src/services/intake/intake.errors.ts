/** What intake refuses. `status` is the HTTP status it becomes; nothing is stored in any of these cases. */
export const INTAKE_ERRORS = {
  "form-unknown": { status: 404, message: { en: "There is no such form.", ru: "Такой формы нет." } },
  "fields-refused": {
    status: 422,
    message: {
      en: "Some fields need your attention; nothing was stored.",
      ru: "Некоторые поля нужно исправить; ничего не сохранено.",
    },
  },
  "token-used": {
    status: 409,
    message: {
      en: "This form was sent already, with other content. Open the form again to send a second message.",
      ru: "Эта форма уже отправлена с другим содержанием. Чтобы отправить второе сообщение, откройте форму заново.",
    },
  },
  "enquiry-unknown": {
    status: 404,
    message: { en: "There is no enquiry with this reference.", ru: "Обращения с таким номером нет." },
  },
} as const;

export type IntakeErrorCode = keyof typeof INTAKE_ERRORS;

/** A refusal of intake. Names fields and codes, never what was written in them. */
export class IntakeError extends Error {
  readonly code: IntakeErrorCode;

  constructor(code: IntakeErrorCode) {
    super(INTAKE_ERRORS[code].message.en);
    this.name = "IntakeError";
    this.code = code;
  }

  get status(): number {
    return INTAKE_ERRORS[this.code].status;
  }
}
