/** What the consents' room refuses. `status` is the HTTP status it becomes. */
export const CONSENTS_ERRORS = {
  "withdraw-link-unknown": {
    status: 404,
    message: {
      en: "This link is not one of ours, or the consent that it was for is gone. Copy the whole address from the letter, or write to us: a withdrawal needs no form.",
      ru: "Такой ссылки у нас нет, или согласия, к которому она вела, больше нет. Скопируйте из письма весь адрес целиком или напишите нам: для отзыва форма не нужна.",
    },
  },
} as const;
