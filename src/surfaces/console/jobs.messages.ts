import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of jobs and of the journal's health. */
export const jobWords = defineMessages({
  title: { en: "Jobs and journal", ru: "Задания и журнал" },
  dead: { en: "Dead letters", ru: "Не доставлено" },
  deadLead: {
    en: "Work that failed for good. Find out why, then try it again or give it up.",
    ru: "Работа, которая окончательно не удалась. Выясните причину, затем повторите или снимите.",
  },
  noDead: { en: "No dead letters", ru: "Недоставленного нет" },
  noDeadNext: {
    en: "Mail or other work that fails for good will stand here. Nothing is to be done.",
    ru: "Здесь появятся письма и другая работа, которые окончательно не удались. Делать ничего не нужно.",
  },
  attempts: {
    en: "{count, plural, one {# attempt} other {# attempts}}",
    ru: "{count, plural, one {# попытка} few {# попытки} many {# попыток} other {# попытки}}",
  },
  diedAt: { en: "failed for good", ru: "окончательно не удалось" },
  retry: { en: "Try again", ru: "Повторить" },
  retryWhat: { en: "Try again: {what}", ru: "Повторить: {what}" },
  discard: { en: "Give up", ru: "Снять" },
  discardWhat: { en: "Give up: {what}", ru: "Снять: {what}" },
  owed: { en: "Waiting work", ru: "Ожидающая работа" },
  byKind: { en: "By kind", ru: "По видам" },
  kind: { en: "Kind", ru: "Вид" },
  waiting: { en: "Waiting", ru: "Ожидает" },
  failing: { en: "Failed before", ru: "Со сбоем" },
  deadCount: { en: "Dead", ru: "Не доставлено" },
  noOwed: { en: "Nothing waits.", ru: "Ничего не ожидает." },
  journal: { en: "Journal", ru: "Журнал" },
  healthy: { en: "sound", ru: "исправен" },
  ill: { en: "needs attention", ru: "требует внимания" },
  size: { en: "Entries", ru: "Записей" },
  pending: { en: "Waiting for their place", ru: "Ожидают места" },
  waited: { en: "The oldest has waited", ru: "Старейшая ожидает" },
  forged: { en: "Put aside as forged", ru: "Отложено как поддельное" },
  illNext: {
    en: "Entries wait for longer than 10 seconds, or some were written past the journal. On the machine, npx upheld journal verify says where.",
    ru: "Записи ожидают дольше 10 секунд, или некоторые внесены в обход журнала. На машине npx upheld journal verify скажет, где.",
  },
  seconds: {
    en: "{count, plural, one {# second} other {# seconds}}",
    ru: "{count, plural, one {# секунда} few {# секунды} many {# секунд} other {# секунды}}",
  },
  checkpoint: { en: "The newest checkpoint", ru: "Новейшая контрольная точка" },
});
