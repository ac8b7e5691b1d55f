import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of the page of rules. */
export const rulesWords = defineMessages({
  title: { en: "Rules", ru: "Правила" },
  lead: {
    en: "The law that this installation goes by, as data. It is not legal advice. Whoever answers for the law compares each entry with its source.",
    ru: "Право, по которому работает эта установка, в виде данных. Это не юридическая консультация. Тот, кто отвечает за право, сверяет каждую запись с её источником.",
  },
  edition: {
    en: "Edition {version}, last compared with its sources on {day}.",
    ru: "Редакция {version}, последняя сверка с источниками {day}",
  },
  unverified: {
    en: "{count, plural, one {# entry} other {# entries}} of {all} not verified",
    ru: "Не проверено: {count, plural, one {# запись} few {# записи} many {# записей} other {# записи}} из {all}",
  },
  unverifiedNext: {
    en: "They were not read in the official text, or may have changed since. Compare them before you rely on them; the documentation says how the mark is taken away.",
    ru: "Их не сверяли с официальным текстом, или он мог измениться. Сверьте их, прежде чем полагаться на них; как снять пометку, сказано в документации.",
  },
  notVerified: { en: "not verified", ru: "не проверено" },
  clocks: { en: "Clocks", ru: "Сроки" },
  clock: { en: "What is owed", ru: "Что требуется" },
  term: { en: "Term", ru: "Срок" },
  source: { en: "Source", ru: "Источник" },
  from: { en: "from: {when}", ru: "с момента: {when}" },
  longer: { en: "{term} more: {condition}", ru: "ещё {term}: {condition}" },
  "at-once": { en: "at once", ru: "сразу" },
  hour: {
    en: "{count, plural, one {# hour} other {# hours}}",
    ru: "{count, plural, one {# час} few {# часа} many {# часов} other {# часа}}",
  },
  "calendar-day": {
    en: "{count, plural, one {# calendar day} other {# calendar days}}",
    ru: "{count, plural, one {# календарный день} few {# календарных дня} many {# календарных дней} other {# календарного дня}}",
  },
  "working-day": {
    en: "{count, plural, one {# working day} other {# working days}}",
    ru: "{count, plural, one {# рабочий день} few {# рабочих дня} many {# рабочих дней} other {# рабочего дня}}",
  },
  month: {
    en: "{count, plural, one {# month} other {# months}}",
    ru: "{count, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}",
  },
  "day-of-next-month": { en: "day {day} of the next month", ru: "{day}-е число следующего месяца" },
  duty: { en: "duty", ru: "обязанность" },
  "not-before": { en: "not before", ru: "не ранее" },
  "keep-at-least": { en: "keep at least", ru: "хранить не менее" },
  fallback: { en: "last way out", ru: "крайний срок" },
  calendars: { en: "Working days", ru: "Рабочие дни" },
  year: { en: "Year", ru: "Год" },
  status: { en: "Status", ru: "Состояние" },
  final: { en: "final", ru: "утверждён" },
  provisional: { en: "provisional", ru: "предварительный" },
  countries: { en: "Countries", ru: "Страны" },
  list: { en: "List", ru: "Перечень" },
  count: { en: "Countries", ru: "Стран" },
  documents: { en: "What documents must say", ru: "Что должны содержать документы" },
  document: { en: "Document", ru: "Документ" },
  fields: { en: "Fields", ru: "Сведений" },
});
