import { defineMessages } from "../../platform/i18n/index.ts";

/** The words around a form and its answer. What the form itself asks comes from the policy. */
export const formWords = defineMessages({
  another: { en: "{label}, another ({place, number})", ru: "{label}, ещё один ({place, number})" },
  phoneKind: { en: "{label}: what kind", ru: "{label}: какой" },
  phoneKindUnsaid: { en: "not said", ru: "не указано" },
  trap: { en: "Leave this empty", ru: "Не заполняйте это поле" },
  consentsTitle: { en: "If you like", ru: "По вашему желанию" },
  consentsLead: {
    en: "Not needed for this form. It comes into force once you confirm your address, and you can take it back at any time.",
    ru: "Для этой формы не требуется. Вступает в силу после подтверждения адреса; отозвать можно в любой момент.",
  },
  consentDocument: { en: "Read it: {title}", ru: "Прочитать: {title}" },
  topic: { en: "What it is about", ru: "О чём" },
  topicMyData: { en: "The data that you hold about me", ru: "Данные, которые вы обо мне храните" },
  topicPolicy: { en: "A document: a question or a proposal", ru: "Документ: вопрос или предложение" },
  about: { en: "About: {about}", ru: "О чём: {about}" },
  otherWays: { en: "Something else?", ru: "Нужно другое?" },
  toMyData: {
    en: "A request about your own data, or about the policy",
    ru: "Запрос о своих данных или о политике",
  },
  decline: { en: "I do not agree with the policy", ru: "Я не согласен с политикой" },
  without: {
    en: "Without JavaScript we confirm each message by mail: it reaches us once you use the link that we send you.",
    ru: "Без JavaScript мы подтверждаем каждое сообщение по почте: оно попадёт к нам, когда вы перейдёте по ссылке из письма.",
  },
  code: { en: "Code: {code}", ru: "Код: {code}" },

  closedTitle: { en: "This form is closed", ru: "Эта форма закрыта" },
  closedReason: {
    en: "You declined the privacy policy in this browser. What is sent by this form would be kept under that policy, so it takes nothing.",
    ru: "В этом браузере вы отказались от политики. Отправленное через эту форму хранилось бы по этой политике, поэтому она ничего не принимает.",
  },
  closedContact: {
    en: "You can still write to us or call:",
    ru: "Вы всегда можете написать нам или позвонить:",
  },
  closedUndo: { en: "Take the refusal back", ru: "Отменить отказ" },

  heldNext: {
    en: "Please confirm your address: a mail with a link is on its way to it. We get your message as soon as you use the link.",
    ru: "Подтвердите, пожалуйста, адрес: на него отправлено письмо со ссылкой. Мы получим сообщение, как только вы по ней перейдёте.",
  },
  unmailedNext: {
    en: "You gave no e-mail address, so no mail follows: keep the reference and the receipt from this page.",
    ru: "Адрес электронной почты не указан, письма не будет: сохраните номер и квитанцию с этой страницы.",
  },
  receipt: { en: "Your receipt", ru: "Ваша квитанция" },
  receiptUse: {
    en: "It proves to anybody when this was received and for what, without trusting us. Keep it in a file: a click on the text selects all of it.",
    ru: "Она доказывает любому, когда и для чего получено сообщение, без доверия к нам. Сохраните её в файл: щелчок по тексту выделит его целиком.",
  },
  receiptMailed: { en: "The mail carries it too.", ru: "Она есть и в письме." },
  receiptCheck: { en: "Check it on the receipt page", ru: "Проверить на странице квитанций" },
  receiptCommand: {
    en: "or, with Upheld on your own machine:",
    ru: "или на своём компьютере с Upheld:",
  },
});
