import { defineMessages } from "../../platform/i18n/index.ts";

/** The words by which a sender follows an enquiry. */
export const followWords = defineMessages({
  askTitle: { en: "How does it stand?", ru: "Что с обращением?" },
  askLead: {
    en: "Type the reference that you were given and the address that you wrote from. If they belong together, a letter with a link is on its way to that address.",
    ru: "Укажите номер обращения и адрес, с которого вы писали. Если они относятся друг к другу, на этот адрес придёт письмо со ссылкой.",
  },
  reference: { en: "Reference", ru: "Номер обращения" },
  referenceHint: { en: "For example 7K4Q-X9M2.", ru: "Например, 7K4Q-X9M2." },
  email: { en: "E-mail address", ru: "Адрес электронной почты" },
  ask: { en: "Send the link", ru: "Прислать ссылку" },
  askedTitle: {
    en: "If they belong together, the letter is on its way",
    ru: "Если всё совпало, письмо уже отправлено",
  },
  askedLead: {
    en: "We do not say here whether they do: that is for whoever reads the mailbox. Nothing came within ten minutes? Look at the reference once more.",
    ru: "Здесь мы не сообщаем, совпали ли они: это увидит только владелец ящика. Письма нет десять минут? Проверьте номер.",
  },
  missing: { en: "Fill in both, please.", ru: "Заполните, пожалуйста, оба поля." },

  title: { en: "Enquiry {reference}", ru: "Обращение {reference}" },
  received: { en: "Received", ru: "Получено" },
  state: { en: "How it stands", ru: "Состояние" },
  held: { en: "waits for you to confirm your address", ru: "ждёт, когда вы подтвердите адрес" },
  open: { en: "waits for an answer", ru: "ждёт ответа" },
  takenOn: { en: "somebody is working on it", ru: "им занимается сотрудник" },
  answered: { en: "answered", ru: "на него ответили" },
  closed: { en: "closed", ru: "закрыто" },
  confirmed: { en: "Address confirmed", ru: "Адрес подтверждён" },
  answeredAt: { en: "Answered by mail", ru: "Ответ отправлен" },
  repliedAt: { en: "You added something", ru: "Вы дополнили" },
  closedAt: { en: "Closed", ru: "Закрыто" },
  keptSealed: {
    en: "What was written is not shown here: answers go by mail, to the address that you gave.",
    ru: "Написанное здесь не показывается: ответы уходят письмом на указанный вами адрес.",
  },
  addTitle: { en: "Add something", ru: "Дополнить" },
  addHint: {
    en: "It is kept with your enquiry, under the same policy, and opens it again.",
    ru: "Хранится вместе с обращением, по той же политике, и открывает его снова.",
  },
  add: { en: "Send", ru: "Отправить" },
  addedTitle: { en: "It was added", ru: "Дополнение получено" },
});
