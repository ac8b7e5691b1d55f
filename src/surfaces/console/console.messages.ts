import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of the console's pages. */
export const consoleWords = defineMessages({
  console: { en: "Console", ru: "Рабочее место" },
  due: { en: "Due", ru: "Сроки" },
  enquiries: { en: "Enquiries", ru: "Обращения" },
  versions: { en: "Versions", ru: "Версии" },
  publish: { en: "Publish", ru: "Публикация" },
  rules: { en: "Rules", ru: "Правила" },
  staff: { en: "Staff", ru: "Сотрудники" },
  keys: { en: "API keys", ru: "Ключи API" },
  jobs: { en: "Jobs and journal", ru: "Задания и журнал" },
  signedInAs: { en: "You are signed in as {name}.", ru: "Вы вошли как {name}." },
  signOut: { en: "Sign out", ru: "Выйти" },

  days: {
    en: "{count, plural, one {# day} other {# days}}",
    ru: "{count, plural, one {# день} few {# дня} many {# дней} other {# дня}}",
  },
  hours: {
    en: "{count, plural, one {# hour} other {# hours}}",
    ru: "{count, plural, one {# час} few {# часа} many {# часов} other {# часа}}",
  },
  underMinute: { en: "less than a minute", ru: "меньше минуты" },
  minutes: {
    en: "{count, plural, one {# minute} other {# minutes}}",
    ru: "{count, plural, one {# минута} few {# минуты} many {# минут} other {# минуты}}",
  },

  "done-signed-in": { en: "You are signed in.", ru: "Вы вошли." },
  "done-answered": {
    en: "The answer is stored and on its way by mail.",
    ru: "Ответ сохранён и отправляется почтой.",
  },
  "done-closed": { en: "The enquiry is closed.", ru: "Обращение закрыто." },
  "done-taken-on": { en: "You have taken it on.", ru: "Вы взяли обращение в работу." },
  "done-left": { en: "It is left to others.", ru: "Обращение оставлено другим." },
  "done-released": {
    en: "The enquiry is released; it is worked like any other.",
    ru: "Обращение отпущено; с ним работают как со всеми.",
  },
  "done-redacted": {
    en: "The text is cut. What was cut is destroyed, in backups too.",
    ru: "Текст вырезан. Вырезанное уничтожено, в резервных копиях тоже.",
  },
  "done-violation-recorded": { en: "The violation is recorded.", ru: "Нарушение записано." },
  "done-advertiser-allowed": { en: "They may advertise now.", ru: "Реклама от них теперь разрешена." },
  "done-advertiser-ended": {
    en: "They may not advertise any more.",
    ru: "Реклама от них больше не разрешена.",
  },
  "done-topics-set": { en: "The topics are set.", ru: "Темы заданы." },
  "done-reopened": { en: "The enquiry is open again.", ru: "Обращение снова открыто." },
  "done-published": { en: "The version is published and in force.", ru: "Версия опубликована и действует." },
  "done-scheduled": {
    en: "The version is published and will take effect on its date.",
    ru: "Версия опубликована и вступит в силу в свой день.",
  },
  "done-called-off": { en: "The version is called off.", ru: "Версия отменена." },
  "done-granted": { en: "Granted.", ru: "Выдано." },
  "done-revoked": { en: "Revoked.", ru: "Отозвано." },
  "done-link-mailed": {
    en: "A sign-in link is on its way to their mail.",
    ru: "Ссылка для входа отправлена на почту сотрудника.",
  },
  "done-member-ended": {
    en: "This member of staff can no longer sign in or do anything.",
    ru: "Этот сотрудник больше не может войти и ничего не может сделать.",
  },
  "done-key-revoked": { en: "The key is revoked.", ru: "Ключ отозван." },
  "done-job-retried": { en: "The job has all its attempts again.", ru: "У задания снова все попытки." },
  "done-job-discarded": { en: "The job is given up.", ru: "Задание снято." },
  "done-nothing-to-do": {
    en: "That had been done already; nothing changed.",
    ru: "Это уже было сделано; ничего не изменилось.",
  },
});
