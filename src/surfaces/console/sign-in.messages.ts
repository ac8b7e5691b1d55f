import { defineMessages } from "../../platform/i18n/index.ts";

/** The words at the door. */
export const signInWords = defineMessages({
  title: { en: "Sign in", ru: "Вход" },
  lead: {
    en: "Enter your login or your work e-mail address. A link that signs you in once goes to your mail.",
    ru: "Введите логин или рабочий адрес электронной почты. На почту придёт ссылка, по которой можно войти один раз.",
  },
  login: { en: "Login or e-mail address", ru: "Логин или адрес электронной почты" },
  loginMissing: {
    en: "Enter your login or your e-mail address.",
    ru: "Введите логин или адрес электронной почты.",
  },
  send: { en: "Send me a link", ru: "Прислать ссылку" },
  sentTitle: { en: "Look into your mail", ru: "Проверьте почту" },
  sent: {
    en: "If somebody who works here has this login or address, a link is on its way. It is good for 15 minutes, once, in any browser.",
    ru: "Если у кого-то из сотрудников такой логин или адрес, ссылка отправлена. Она действует 15 минут, один раз, в любом браузере.",
  },
  noMail: { en: "No mail came", ru: "Письмо не пришло" },
  noMailNext: {
    en: "Look among unwanted mail first. Without an address on record, or without mail, whoever runs the machine prints a link there:",
    ru: "Сначала посмотрите в нежелательной почте. Если адрес не записан или почта не работает, ссылку на самой машине печатает её администратор:",
  },
  command: { en: "On the machine, in the installation’s folder", ru: "На машине, в папке установки" },
  again: { en: "Ask again", ru: "Запросить ещё раз" },

  linkTitle: { en: "Sign in now", ru: "Войти сейчас" },
  linkLead: {
    en: "This link is good. It signs you in once, when you press the button.",
    ru: "Ссылка действует. Вы войдёте по ней один раз, когда нажмёте кнопку.",
  },
  enter: { en: "Sign in", ru: "Войти" },
  until: { en: "Good until", ru: "Действует до" },
  badTitle: { en: "This link does not sign in", ru: "По этой ссылке войти нельзя" },
  badNext: { en: "Ask for a new link", ru: "Запросить новую ссылку" },

  firstTitle: { en: "You are the first here", ru: "Вы здесь первый" },
  firstLead: {
    en: "Nobody works here yet. Who signs in with this link gets every right and every purpose, and invites the others.",
    ru: "Здесь ещё никто не работает. Тот, кто войдёт по этой ссылке, получит все права и все цели и пригласит остальных.",
  },
  name: { en: "Your name", ru: "Ваше имя" },
  newLogin: { en: "Login", ru: "Логин" },
  newLoginHint: {
    en: "2 to 32 characters: lower-case letters, digits, dot, hyphen; a letter first.",
    ru: "От 2 до 32 знаков: строчные латинские буквы, цифры, точка, дефис; первой идёт буква.",
  },
  email: { en: "Work e-mail address", ru: "Рабочий адрес электронной почты" },
  emailHint: {
    en: "Links for signing in go there. Without one, they are printed on the machine.",
    ru: "Туда приходят ссылки для входа. Без адреса их печатают на машине.",
  },

  endedTitle: { en: "Your session has ended", ru: "Ваш сеанс завершён" },
  endedNothing: {
    en: "Nothing was sent and nothing was changed. What you typed stands below, and only here.",
    ru: "Ничего не отправлено и не изменено. Введённое — ниже, и больше нигде.",
  },
  endedSignIn: {
    en: "Sign in, in another tab",
    ru: "Войдите в другой вкладке",
  },
  endedBack: {
    en: "Come back to this page, which stays open, and send the text from here.",
    ru: "Вернитесь на эту страницу, не закрывая её, и отправьте текст отсюда.",
  },
  endedSend: { en: "Send it now", ru: "Отправить сейчас" },
});
