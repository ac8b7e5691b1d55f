/** Why a version is not published or not served. `status` is the HTTP status it becomes. */
export const PUBLICATION_ERRORS = {
  "nothing-changed": {
    status: 409,
    message: {
      en: "This is the newest version already, byte for byte; nothing was published.",
      ru: "Это уже новейшая версия, байт в байт; ничего не опубликовано.",
    },
  },
  "draft-changed": {
    status: 409,
    message: {
      en: "The policy is not what you looked at: it, or what it follows, has changed since. Look at it again, then publish.",
      ru: "Политика уже не та, которую вы смотрели: изменилась она или версия, за которой она следует. Посмотрите ещё раз и публикуйте.",
    },
  },
  "date-passed": {
    status: 422,
    message: {
      en: "The moment from which it was to apply has passed; nothing was published. Choose a later one, or now.",
      ru: "Момент вступления в силу уже прошёл; ничего не опубликовано. Выберите более поздний или «сейчас».",
    },
  },
  "dated-before-predecessor": {
    status: 409,
    message: {
      en: "A version cannot enter into force before the one that precedes it; nothing was published. Choose a later date, or call that one off.",
      ru: "Версия не может вступить в силу раньше предыдущей; ничего не опубликовано. Выберите более позднюю дату или отмените предыдущую версию.",
    },
  },
  "updated-before-predecessor": {
    status: 409,
    message: {
      en: "A document's date of update lies before that of its previous version; nothing was published.",
      ru: "Дата обновления документа раньше, чем у его предыдущей версии; ничего не опубликовано.",
    },
  },
  "reason-missing": {
    status: 422,
    message: {
      en: "A document that changed does not state today as its date of update. Correct the date, or give the reason in a note; nothing was published.",
      ru: "У изменённого документа дата обновления — не сегодняшняя. Исправьте дату или укажите причину в примечании; ничего не опубликовано.",
    },
  },
  "note-incomplete": {
    status: 422,
    message: {
      en: "A note is given in every language that the operator offers, each of 1 to 2000 characters; nothing was published.",
      ru: "Примечание даётся на каждом языке оператора, от 1 до 2000 знаков; ничего не опубликовано.",
    },
  },
  "published-meanwhile": {
    status: 409,
    message: {
      en: "Somebody else has just published or called off a version; look at it, then publish again.",
      ru: "Кто-то только что опубликовал или отменил версию; посмотрите её и опубликуйте снова.",
    },
  },
  "policy-has-errors": {
    status: 422,
    message: {
      en: "The policy has errors; nothing was published.",
      ru: "В политике есть ошибки; ничего не опубликовано.",
    },
  },
  "document-missing": {
    status: 422,
    message: {
      en: "A document lacks its text in a language that the operator offers.",
      ru: "У документа нет текста на одном из языков оператора.",
    },
  },
  "version-unknown": {
    status: 404,
    message: { en: "There is no such version.", ru: "Такой версии нет." },
  },
  "clause-unknown": {
    status: 404,
    message: {
      en: "The newest version has no such clause. Name it with its document, as in user-agreement/7.3.",
      ru: "В новейшей редакции нет такого пункта. Назовите его вместе с документом: user-agreement/7.3.",
    },
  },
  "invalidated-already": {
    status: 409,
    message: {
      en: "This clause is marked as not holding already; nothing was published.",
      ru: "Этот пункт уже отмечен как недействующий; ничего не опубликовано.",
    },
  },
  "version-in-force": {
    status: 409,
    message: {
      en: "This version has entered into force already, and stays readable as it is. Publish another to replace it.",
      ru: "Эта версия уже вступила в силу и остаётся читаемой как есть. Чтобы заменить её, опубликуйте новую.",
    },
  },
  "called-off-already": {
    status: 409,
    message: { en: "This version was called off already.", ru: "Эта версия уже отменена." },
  },
  "later-version-stands": {
    status: 409,
    message: {
      en: "A later version was made on top of this one. Call that one off first.",
      ru: "На этой версии основана более поздняя. Сначала отмените её.",
    },
  },
  "version-damaged": {
    status: 500,
    message: {
      en: "The stored policy is not what was published.",
      ru: "Хранимая политика — не та, что была опубликована.",
    },
  },
  "document-damaged": {
    status: 500,
    message: {
      en: "The stored document is not what was published.",
      ru: "Хранимый документ — не тот, что был опубликован.",
    },
  },
} as const;

export type PublicationErrorCode = keyof typeof PUBLICATION_ERRORS;

/** `detail` names versions, documents and languages. */
export class PublicationError extends Error {
  readonly code: PublicationErrorCode;
  readonly detail: string;

  constructor(code: PublicationErrorCode, detail: string, options?: ErrorOptions) {
    super(`${PUBLICATION_ERRORS[code].message.en} (${detail})`, options);
    this.name = "PublicationError";
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return PUBLICATION_ERRORS[this.code].status;
  }
}
