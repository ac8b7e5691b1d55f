import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of clocks that run. */
export const owedWords = defineMessages({
  due: { en: "answer by {day}", ru: "ответить до {day}" },
  late: { en: "late since {day}", ru: "просрочено с {day}" },
  provisional: { en: "provisional", ru: "предварительно" },
  clocks: { en: "Clocks", ru: "Сроки" },
  clocksLead: {
    en: "The first that runs out rules. A promise of the policy can only make it sooner.",
    ru: "Действует тот, что истекает раньше. Обещание политики может его только сократить.",
  },
  soonestFirst: { en: "The soonest first", ru: "Ближайшие сверху" },
  clock: { en: "Clock", ru: "Срок" },
  lastDay: { en: "Last day", ru: "Последний день" },
  source: { en: "By", ru: "Основание" },
  rules: { en: "rules", ru: "действует" },
  stopped: { en: "done", ru: "исполнено" },
  told: { en: "told: {day}", ru: "сообщено: {day}" },
  promise: { en: "policy, clause {clause}", ru: "политика, пункт {clause}" },
  verify: { en: "not verified", ru: "не проверено" },
});
