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
  "trap-filled": {
    status: 422,
    message: {
      en: "A field was filled in that people do not see, so this looks like a program. Send the form again without it.",
      ru: "Заполнено поле, которого люди не видят, поэтому это похоже на программу. Отправьте форму ещё раз без него.",
    },
  },
  "proof-forged": {
    status: 422,
    message: {
      en: "The check against automatic sending was not passed. Send the form again; what you typed is still on the page.",
      ru: "Проверка против автоматической отправки не пройдена. Отправьте форму ещё раз; введённое сохранено на странице.",
    },
  },
  "proof-of-another-form": {
    status: 422,
    message: {
      en: "The check against automatic sending belongs to another form. Send this one again; what you typed is still on the page.",
      ru: "Проверка против автоматической отправки относится к другой форме. Отправьте эту ещё раз; введённое сохранено на странице.",
    },
  },
  "proof-or-address": {
    status: 422,
    message: {
      en: "Without JavaScript this form needs an e-mail address, to which a confirmation can be sent.",
      ru: "Без JavaScript для этой формы нужен адрес электронной почты, на который можно отправить подтверждение.",
    },
  },
  "follow-link-unknown": {
    status: 404,
    message: {
      en: "This link is not one of ours, or what it was about is gone. Copy the whole address from the letter, or ask for a new link with your reference.",
      ru: "Такой ссылки у нас нет, или того, к чему она вела, больше нет. Скопируйте из письма весь адрес целиком или запросите новую ссылку по номеру обращения.",
    },
  },
  "reply-empty": {
    status: 422,
    message: { en: "Write something before you send it.", ru: "Напишите что-нибудь, прежде чем отправить." },
  },
  "reply-too-long": {
    status: 422,
    message: {
      en: "This is longer than we can take at once. Shorten it, or send it in parts.",
      ru: "Текст длиннее, чем можно принять за один раз. Сократите его или отправьте по частям.",
    },
  },
  "reply-nowhere": {
    status: 409,
    message: {
      en: "This form takes no free text. Write a letter to us instead, or call.",
      ru: "Эта форма не принимает свободный текст. Напишите нам письмо или позвоните.",
    },
  },
  "too-fast": {
    status: 429,
    message: {
      en: "This was sent faster than a person types. Wait a moment and send it again; what you typed is still on the page.",
      ru: "Форма отправлена быстрее, чем её мог бы заполнить человек. Подождите немного и отправьте ещё раз; введённое сохранено на странице.",
    },
  },
  "too-many": {
    status: 429,
    message: {
      en: "Too many messages came from your network, with this e-mail address, or to us. Try again later, or write to us by e-mail; what you typed is still on the page.",
      ru: "Из вашей сети, с этим адресом почты или вообще к нам пришло слишком много сообщений. Попробуйте позже или напишите нам по электронной почте; введённое сохранено на странице.",
    },
  },
  declined: {
    status: 403,
    message: {
      en: "You declined the privacy policy in this browser, so this form is closed. You can take that back, write to us, or use the form for requests about your own data.",
      ru: "В этом браузере вы отказались от политики, поэтому форма закрыта. Отказ можно отменить; можно написать нам или воспользоваться формой для запросов о своих данных.",
    },
  },
  "enquiry-unknown": {
    status: 404,
    message: { en: "There is no enquiry with this reference.", ru: "Обращения с таким номером нет." },
  },
  "enquiry-held": {
    status: 409,
    message: {
      en: "This enquiry waits for its sender to confirm the address; until then nobody works on it.",
      ru: "Это обращение ждёт, пока отправитель подтвердит адрес; до этого с ним не работают.",
    },
  },
  "enquiry-suspected": {
    status: 409,
    message: {
      en: "This enquiry is held as suspected advertising. Release it first.",
      ru: "Это обращение задержано как похожее на рекламу. Сначала отпустите его.",
    },
  },
  "clause-forbids-nothing": {
    status: 422,
    message: {
      en: "The policy in force has no such clause that forbids something to whoever uses the site.",
      ru: "В действующих документах нет такого пункта, который что-то запрещает пользователю сайта.",
    },
  },
  "cut-nowhere": {
    status: 422,
    message: {
      en: "This does not stand in the text, letter for letter. Nothing was cut; copy it from the text above.",
      ru: "Такого, буква в букву, в тексте нет. Ничего не вырезано; скопируйте из текста выше.",
    },
  },
  "advertiser-malformed": {
    status: 422,
    message: {
      en: "Give a name of letters, digits and dashes, an e-mail address or a domain, and a date that is still to come or none.",
      ru: "Укажите название из латинских букв, цифр и дефисов, адрес почты или домен и будущую дату либо никакой.",
    },
  },
  "enquiry-closed": {
    status: 409,
    message: {
      en: "This enquiry is closed. Reopen it first.",
      ru: "Это обращение закрыто. Сначала откройте его снова.",
    },
  },
  "answer-nowhere": {
    status: 409,
    message: {
      en: "The sender gave no e-mail address, so there is nowhere to send an answer.",
      ru: "Отправитель не указал адрес электронной почты, ответ отправить некуда.",
    },
  },
  "answer-empty": {
    status: 422,
    message: { en: "The answer has no text.", ru: "В ответе нет текста." },
  },
  "answer-too-long": {
    status: 422,
    message: {
      en: "The answer is longer than 20,000 characters.",
      ru: "Ответ длиннее 20 000 знаков.",
    },
  },
} as const;

export type IntakeErrorCode = keyof typeof INTAKE_ERRORS;

/** A refusal of intake. Names fields and codes, never what was written in them. */
export class IntakeError extends Error {
  readonly code: IntakeErrorCode;
  /** Whole seconds after which the same may be accepted; null when waiting changes nothing. */
  readonly retryAfter: number | null;

  constructor(code: IntakeErrorCode, retryAfter: number | null = null) {
    super(INTAKE_ERRORS[code].message.en);
    this.name = "IntakeError";
    this.code = code;
    this.retryAfter = retryAfter;
  }

  get status(): number {
    return INTAKE_ERRORS[this.code].status;
  }
}
