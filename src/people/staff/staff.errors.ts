/** What the staff room refuses. `status` is the HTTP status it becomes. */
export const STAFF_ERRORS = {
  "login-malformed": {
    status: 422,
    message: {
      en: "A login is 2 to 32 characters: lower-case letters, digits, dot, hyphen; a letter first.",
      ru: "Логин: от 2 до 32 знаков — строчные латинские буквы, цифры, точка, дефис; первой идёт буква.",
    },
  },
  "name-malformed": {
    status: 422,
    message: { en: "A name is 1 to 200 characters.", ru: "Имя: от 1 до 200 знаков." },
  },
  "address-malformed": {
    status: 422,
    message: { en: "This is not an e-mail address.", ru: "Это не адрес электронной почты." },
  },
  "login-taken": {
    status: 409,
    message: {
      en: "A member of staff has this login or address already.",
      ru: "У кого-то из сотрудников уже есть такой логин или адрес.",
    },
  },
  "staff-unknown": {
    status: 404,
    message: { en: "No member of staff has this login.", ru: "Сотрудника с таким логином нет." },
  },
  "purpose-unknown": {
    status: 422,
    message: { en: "The policy in force has no such purpose.", ru: "В действующей политике нет такой цели." },
  },
  "topic-unknown": {
    status: 422,
    message: { en: "The policy in force has no such topic.", ru: "В действующей политике нет такой темы." },
  },
  "operation-unknown": {
    status: 422,
    message: {
      en: "This purpose does not allow this operation.",
      ru: "Эта цель не допускает такой операции.",
    },
  },
  "right-unknown": {
    status: 422,
    message: { en: "There is no such right.", ru: "Такого права нет." },
  },
  "period-malformed": {
    status: 422,
    message: {
      en: "The end must lie ahead, and after the beginning.",
      ru: "Окончание должно быть в будущем и позже начала.",
    },
  },
  "right-missing": {
    status: 403,
    message: {
      en: "You do not have the right to do this. Whoever manages staff can give it to you.",
      ru: "У вас нет права на это действие. Его может дать тот, кто управляет сотрудниками.",
    },
  },
  "own-authorisation": {
    status: 403,
    message: {
      en: "Nobody authorises themselves. Ask another who manages staff, or whoever runs the machine.",
      ru: "Никто не даёт полномочий самому себе. Обратитесь к другому управляющему сотрудниками или к администратору машины.",
    },
  },
  "beyond-own": {
    status: 403,
    message: {
      en: "You cannot give what you do not have yourself.",
      ru: "Нельзя передать то, чего нет у вас самих.",
    },
  },
  "not-held": {
    status: 404,
    message: {
      en: "They do not have it, so there is nothing to take away.",
      ru: "У сотрудника этого нет, отзывать нечего.",
    },
  },
  "last-manager": {
    status: 409,
    message: {
      en: "Somebody has to manage staff. Give that right to another first.",
      ru: "Кто-то должен управлять сотрудниками. Сначала передайте это право другому.",
    },
  },
  "link-forged": {
    status: 403,
    message: {
      en: "This sign-in link was not made here, or a part of it is missing. Ask for a new one.",
      ru: "Эта ссылка для входа создана не здесь или неполна. Запросите новую.",
    },
  },
  "link-expired": {
    status: 410,
    message: {
      en: "This sign-in link is older than 15 minutes. Ask for a new one.",
      ru: "Этой ссылке для входа больше 15 минут. Запросите новую.",
    },
  },
  "link-used": {
    status: 410,
    message: {
      en: "This sign-in link has been used. Ask for a new one.",
      ru: "Эта ссылка для входа уже использована. Запросите новую.",
    },
  },
  "link-dead": {
    status: 410,
    message: {
      en: "This sign-in link leads nowhere any more. Ask whoever manages staff for a new one.",
      ru: "Эта ссылка для входа больше никуда не ведёт. Попросите новую у того, кто управляет сотрудниками.",
    },
  },
  "link-of-another": {
    status: 403,
    message: {
      en: "Nobody is handed the sign-in link of another who has an address or has signed in before: it goes by mail, or is made on the machine with upheld staff link.",
      ru: "Ссылка для входа не выдаётся на руки никому, кроме её владельца, если у него есть адрес или он уже входил: она уходит почтой или создаётся на машине командой upheld staff link.",
    },
  },
  "link-first": {
    status: 422,
    message: {
      en: "This link makes the first member of staff: give a name and a login.",
      ru: "По этой ссылке создаётся первый сотрудник: укажите имя и логин.",
    },
  },
  "signed-out": {
    status: 401,
    message: { en: "You are not signed in.", ru: "Вы не вошли." },
  },
  "label-malformed": {
    status: 422,
    message: {
      en: "A label is 1 to 60 letters, digits, spaces, dots and hyphens.",
      ru: "Название: от 1 до 60 букв, цифр, пробелов, точек и дефисов.",
    },
  },
  "key-nothing": {
    status: 422,
    message: {
      en: "A key needs at least one purpose with one operation.",
      ru: "Ключу нужна хотя бы одна цель с одной операцией.",
    },
  },
  "key-missing": {
    status: 401,
    message: {
      en: "Send an API key: Authorization: Bearer and the key.",
      ru: "Передайте ключ API: Authorization: Bearer и ключ.",
    },
  },
  "key-unknown": {
    status: 401,
    message: { en: "This is no API key of this operator.", ru: "Такого ключа API у этого оператора нет." },
  },
  "key-expired": {
    status: 401,
    message: {
      en: "This API key has expired, or was replaced by a rotation.",
      ru: "Срок этого ключа API истёк, или ключ заменён новым.",
    },
  },
  "key-revoked": {
    status: 401,
    message: { en: "This API key was revoked.", ru: "Этот ключ API отозван." },
  },
  "key-absent": {
    status: 404,
    message: {
      en: "There is no such API key that is still good.",
      ru: "Действующего ключа API с таким номером нет.",
    },
  },
} as const;

export type StaffErrorCode = keyof typeof STAFF_ERRORS;

/** A refusal of the staff room. Never names a login or a person. */
export class StaffError extends Error {
  readonly code: StaffErrorCode;

  constructor(code: StaffErrorCode) {
    super(STAFF_ERRORS[code].message.en);
    this.name = "StaffError";
    this.code = code;
  }

  get status(): number {
    return STAFF_ERRORS[this.code].status;
  }
}
