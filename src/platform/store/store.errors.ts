/**
 * What a store can refuse with, beside what a unit itself throws. `status` is the HTTP status it becomes; `kept` is said
 * where it would be untrue that nothing was stored.
 */
export const STORE_ERRORS = {
  "store-busy": {
    status: 503,
    message: {
      en: "The database is busy; nothing was stored. Try again in a moment.",
      ru: "База данных занята; ничего не сохранено. Попробуйте ещё раз через минуту.",
    },
  },
  "store-full": {
    status: 503,
    message: {
      en: "There is no space left to store this; nothing was stored.",
      ru: "Не осталось места, чтобы это сохранить; ничего не сохранено.",
    },
  },
  "store-unavailable": {
    status: 503,
    message: {
      en: "The database cannot be reached; nothing was stored.",
      ru: "База данных недоступна; ничего не сохранено.",
    },
  },
  "store-uncertain": {
    status: 503,
    message: {
      en: "The database went away while it was storing this. Send it again: what is there already is found.",
      ru: "База данных пропала во время сохранения. Отправьте ещё раз: если всё уже сохранено, это найдётся.",
    },
    kept: "unknown",
  },
  "store-timeout": {
    status: 503,
    message: {
      en: "This took too long and was undone; nothing was stored.",
      ru: "Это заняло слишком много времени и отменено; ничего не сохранено.",
    },
  },
  "store-corrupt": {
    status: 500,
    message: {
      en: "The database file is damaged; restore it from a backup.",
      ru: "Файл базы данных повреждён; восстановите его из резервной копии.",
    },
  },
  "store-closed": {
    status: 503,
    message: {
      en: "The service is stopping; nothing was stored.",
      ru: "Служба останавливается; ничего не сохранено.",
    },
  },
  "unit-over": {
    status: 500,
    message: {
      en: "A unit of work was used after it had ended.",
      ru: "Единица работы использована после её завершения.",
    },
  },
  "schema-differs": {
    status: 500,
    message: {
      en: "The database's tables differ from what this version declares.",
      ru: "Таблицы базы данных отличаются от тех, что объявлены в этой версии.",
    },
  },
  "migration-failed": {
    status: 500,
    message: {
      en: "The database could not be brought to this version; it is as it was before the step that failed.",
      ru: "Базу данных не удалось привести к этой версии; она осталась такой, как до неудавшегося шага.",
    },
  },
  "store-refused": {
    status: 500,
    message: {
      en: "The database refused what was to be stored.",
      ru: "База данных отказалась это сохранить.",
    },
  },
  "store-failed": {
    status: 500,
    message: {
      en: "The database could not carry out a statement.",
      ru: "База данных не смогла выполнить запрос.",
    },
  },
  "after-commit-failed": {
    status: 500,
    message: {
      en: "The change is stored, but what was to follow it failed.",
      ru: "Изменение сохранено, но то, что должно было последовать за ним, не удалось.",
    },
    kept: "unknown",
  },
  conflict: { status: 409, message: { en: "This is already there.", ru: "Это уже есть." } },
} as const;

export type StoreErrorCode = keyof typeof STORE_ERRORS;

/** A failure of the store. `detail` names tables and codes, never values. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly detail: string | undefined;

  constructor(code: StoreErrorCode, detail?: string, options?: ErrorOptions) {
    const { en } = STORE_ERRORS[code].message;
    super(detail === undefined ? en : `${en} (${detail})`, options);
    this.name = "StoreError";
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return STORE_ERRORS[this.code].status;
  }
}
