import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "./promise.ts";

export const consentToReminders = defineSection<FactsOf<typeof promise>>({
  id: "reminders",
  title: { en: "What I consent to", ru: "На что я даю согласие" },
  clauses: [
    {
      id: "reminders.1",
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["closed-purposes", "separate-documents"] },
      text: {
        en: ({ operator, consent, list }) =>
          `I consent to ${operator.legalName}, ${operator.address}, processing ${list(consent("reminders").attributes)} for one purpose: ${consent("reminders").purpose}. What may be done with them: ${list(consent("reminders").operations)}.`,
        ru: ({ operator, consent, list }) =>
          `Я даю согласие на обработку следующих данных: ${list(consent("reminders").attributes)}. Оператор: ${operator.legalName}, ${operator.address}. Цель одна: ${consent("reminders").purpose}. Допустимые действия: ${list(consent("reminders").operations)}.`,
      },
      says: {
        en: "We may remind you, and do nothing else with these data.",
        ru: "Мы можем напоминать вам о прививках и ничего другого с этими данными не делаем.",
      },
    },
    {
      id: "reminders.2",
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["address-confirmation"] },
      text: {
        en: ({ consent, emailLink }) =>
          `The consent counts from the confirmation of my address until I withdraw it: by the link in every reminder, or by a letter to ${emailLink}. The data are then destroyed ${consent("reminders").term}.`,
        ru: ({ consent, emailLink }) =>
          `Согласие действует с подтверждения адреса до отзыва: по ссылке в каждом напоминании или письмом на ${emailLink}. После этого данные уничтожаются ${consent("reminders").term}.`,
      },
      says: {
        en: "It counts once you have confirmed your address, and ends when you say so.",
        ru: "Согласие действует после подтверждения адреса и прекращается по вашему слову.",
      },
    },
  ],
});
