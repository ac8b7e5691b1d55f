import { defineMessages } from "../i18n/index.ts";

/** What every error page says beside the error itself: what was kept, and what to do now. */
export const errorWords = defineMessages({
  unchanged: { en: "Nothing was changed.", ru: "Ничего не изменилось." },
  nothing: { en: "What you sent was not stored.", ru: "Отправленное не сохранено." },
  typed: {
    en: "What you sent was not stored. What you typed is still in the form.",
    ru: "Отправленное не сохранено. Введённое осталось в форме.",
  },
  unknown: {
    en: "We cannot say whether what you sent was stored. Sending the same form again is safe: it is not stored twice.",
    ru: "Мы не можем сказать, сохранено ли отправленное. Отправить ту же форму ещё раз безопасно: дважды она не сохранится.",
  },
  goBack: {
    en: "Go back, look at what you sent, and send it again.",
    ru: "Вернитесь, проверьте отправленное и отправьте ещё раз.",
  },
  goHome: { en: "Start from the home page.", ru: "Начните с главной страницы." },
  tryLater: {
    en: "Try again in a minute.",
    ru: "Попробуйте ещё раз через минуту.",
  },
  openHere: {
    en: "Open the page on this site and send the form from there.",
    ru: "Откройте страницу на этом сайте и отправьте форму с неё.",
  },
  writeToUs: {
    en: "Try again. If it happens again, write to us and name the request number below.",
    ru: "Попробуйте ещё раз. Если это повторится, напишите нам и укажите номер запроса, указанный ниже.",
  },
});

export const unknownHostText = "This address is not served here.\nПо этому адресу здесь ничего нет.\n";
