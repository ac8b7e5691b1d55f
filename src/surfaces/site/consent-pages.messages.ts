import { defineMessages } from "../../platform/i18n/index.ts";

/** The words around confirming an address, withdrawing a consent, and declining the policy. */
export const consentWords = defineMessages({
  confirmTitle: { en: "Confirm your address", ru: "Подтвердите адрес" },
  confirmLead: {
    en: "A message was sent to us with this e-mail address. Nothing has been confirmed yet: opening this page changes nothing.",
    ru: "С этим адресом электронной почты нам отправили сообщение. Пока ничего не подтверждено: открытие этой страницы ничего не меняет.",
  },
  confirmDoes: { en: "What the button does", ru: "Что произойдёт по кнопке" },
  confirmsAddress: {
    en: "It records that the address to which the letter with this link came is yours.",
    ru: "Будет записано, что адрес, на который пришло письмо с этой ссылкой, — ваш.",
  },
  confirmsEnquiry: {
    en: "Your message {reference} goes to the people who answer, if it was waiting for this.",
    ru: "Сообщение {reference} перейдёт к тем, кто отвечает, если оно ждало подтверждения.",
  },
  confirmsConsent: {
    en: "This consent, which was given with the message, comes into force:",
    ru: "Вступит в силу согласие, данное вместе с сообщением:",
  },
  confirmAll: { en: "Confirm", ru: "Подтвердить" },
  confirmWithConsents: {
    en: "Confirm the address and the {count, plural, one {consent} other {consents}}",
    ru: "Подтвердить адрес и {count, plural, one {согласие} few {согласия} many {согласия} other {согласия}}",
  },
  confirmAddressOnly: { en: "Confirm the address only", ru: "Подтвердить только адрес" },
  confirmConsents: { en: "Confirm the consents", ru: "Подтвердить согласия" },
  confirmNotYou: {
    en: "If you did not write to us, close this page: nothing happens, and the message stays unconfirmed.",
    ru: "Если вы нам не писали, закройте страницу: ничего не произойдёт, сообщение останется неподтверждённым.",
  },
  confirmedTitle: { en: "Your address is confirmed", ru: "Адрес подтверждён" },
  confirmedNotice: {
    en: "It is recorded. Using the link again changes nothing.",
    ru: "Это записано. Повторный переход по ссылке ничего не изменит.",
  },
  reference: { en: "Reference of the message", ru: "Номер обращения" },
  inForceTitle: { en: "Consents in force", ru: "Действующие согласия" },
  inForceNone: {
    en: "No consent is in force by this message. We use your data for what the policy allows without one, and write to you about your message alone.",
    ru: "По этому сообщению нет действующих согласий. Мы используем данные только так, как политика допускает без согласия, и пишем вам лишь о вашем обращении.",
  },
  waitingTitle: { en: "Consents that are not confirmed", ru: "Неподтверждённые согласия" },
  waitingNext: {
    en: "They have no effect until you confirm them, and you need not.",
    ru: "Они не действуют, пока вы их не подтвердите; делать это не обязательно.",
  },
  consentText: { en: "The text of the consent:", ru: "Текст согласия:" },
  withdrawLink: { en: "Withdraw it", ru: "Отозвать" },

  withdrawTitle: { en: "Withdraw a consent", ru: "Отзыв согласия" },
  withdrawLead: {
    en: "You gave this consent. Opening this page changes nothing; the button withdraws it.",
    ru: "Вы дали это согласие. Открытие страницы ничего не меняет; согласие отзывается кнопкой.",
  },
  withdrawDoes: {
    en: "It stops holding at once, wherever you gave it with this address. Letters that rest on it stop, also those that were waiting to be sent. Your messages to us and their answers are not touched.",
    ru: "Оно сразу перестаёт действовать, где бы вы его ни дали с этим адресом. Письма, которые на нём основаны, прекращаются, в том числе ждущие отправки. Ваших обращений и ответов на них это не затрагивает.",
  },
  consent: { en: "Consent", ru: "Согласие" },
  given: { en: "Given", ru: "Дано" },
  confirmed: { en: "Confirmed", ru: "Подтверждено" },
  notConfirmed: { en: "not confirmed, so not in force", ru: "не подтверждено и потому не действует" },
  withdrawn: { en: "Withdrawn", ru: "Отозвано" },
  withdraw: { en: "Withdraw the consent", ru: "Отозвать согласие" },
  withdrawnTitle: { en: "The consent is withdrawn", ru: "Согласие отозвано" },
  withdrawnNotice: {
    en: "It no longer holds, and nothing more is sent under it.",
    ru: "Оно больше не действует, и по нему ничего не отправляется.",
  },
  consentAnew: {
    en: "To consent again, tick the box when you send this form:",
    ru: "Чтобы дать согласие снова, отметьте его при отправке формы:",
  },

  anewTitle: { en: "The documents have changed", ru: "Документы изменились" },
  anewLead: {
    en: "You accepted an earlier version. Read what is in force now; if you agree, accept it by the button.",
    ru: "Вы приняли прежнюю редакцию. Прочитайте действующую; если согласны, примите её кнопкой.",
  },
  anewRead: { en: "Read and accept", ru: "Прочитать и принять" },
  anewAccept: { en: "Accept version {version}", ru: "Принять версию {version}" },
  anewNothing: { en: "There is nothing to accept", ru: "Принимать нечего" },
  anewOtherwise: {
    en: "If you do not accept, your data stay under the version that you accepted, and nothing that only the newer one allows is done with them.",
    ru: "Если не принимать, ваши данные остаются под принятой вами редакцией, и ничего, что разрешает только новая, с ними не делается.",
  },
  choice: { en: "Declining the policy", ru: "Отказ от политики" },
  choiceTitle: { en: "Declining the policy", ru: "Отказ от политики" },
  choiceOpen: {
    en: "This browser has not declined the policy",
    ru: "В этом браузере политика не отклонена",
  },
  choiceDeclined: { en: "This browser has declined the policy", ru: "В этом браузере политика отклонена" },
  choiceClosed: {
    en: "Closed to you: {forms}. Requests about your own data and about the policy itself stay open.",
    ru: "Для вас закрыто: {forms}. Запросы о своих данных и о самой политике остаются открытыми.",
  },
  choiceWouldClose: {
    en: "If you decline, this closes in this browser: {forms}. Requests about your own data and about the policy itself stay open.",
    ru: "Если вы отклоните политику, в этом браузере закроется: {forms}. Запросы о своих данных и о самой политике останутся открытыми.",
  },
  choiceNothingCloses: {
    en: "No form of this site closes when the policy is declined.",
    ru: "Отклонение политики не закрывает ни одной формы этого сайта.",
  },
  choiceStays: {
    en: "Whatever you choose, the documents stay open to you, and so do our contacts, your rights, the confirmation of an address and the withdrawal of a consent.",
    ru: "При любом выборе вам открыты документы, наши контакты, ваши права, подтверждение адреса и отзыв согласия.",
  },
  choiceMemory: {
    en: "The choice is remembered by a cookie in this browser for a year: the one word “declined”, by which nobody can be told from anybody else. We keep nothing of it. What you sent before is not touched; write to us to have it erased.",
    ru: "Выбор помнит cookie в этом браузере в течение года: одно слово «declined», по которому никого нельзя отличить от других. У нас ничего не сохраняется. Отправленного ранее выбор не затрагивает; чтобы удалить его, напишите нам.",
  },
  decline: { en: "Decline the policy", ru: "Отклонить политику" },
  undoDecline: { en: "Take the refusal back", ru: "Отменить отказ" },
});
