import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const requests = defineSection<FactsOf<typeof promise>>({
  id: "10",
  title: { en: "Comments and requests", ru: "Замечания и запросы" },
  clauses: [
    {
      id: "10.1",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["policy-questions"] },
      says: {
        en: "You can send us comments on this policy through the site’s contacts.",
        ru: "Замечания к политике можно прислать по контактам сайта.",
      },
      text: {
        en: ({ letterLink, emailLink }) =>
          `Comments on this Policy may be sent through the contacts on the Site: by the form ${letterLink} or by e-mail to ${emailLink}.`,
        ru: ({ letterLink, emailLink }) =>
          `Замечания к настоящей Политике можно направить по контактам, указанным на Сайте: через форму ${letterLink} или по электронной почте ${emailLink}.`,
      },
      keptBy: {
        en: "A message sent through the form is acknowledged with a reference.",
        ru: "Получение сообщения, отправленного через форму, подтверждается его номером.",
      },
    },
    {
      id: "10.2.channel",
      kind: "subject-right",
      enforceability: "enforceable",
      kept: { pending: "rights" },
      says: {
        en: "You can ask for your data to be deleted by e-mail or through the feedback form.",
        ru: "Попросить об удалении данных можно по электронной почте или через форму обратной связи.",
      },
      text: {
        en: ({ form, letterLink, emailLink }) =>
          `The User may ask for personal data to be deleted by e-mail to ${emailLink}, through the feedback form ${form("feedback").link} or through the form for requests ${letterLink}.`,
        ru: ({ form, letterLink, emailLink }) =>
          `Запрос на удаление персональных данных Пользователь может направить по электронной почте ${emailLink}, через форму обратной связи ${form("feedback").link} или через форму для запросов ${letterLink}.`,
      },
      keptBy: null,
    },
    {
      id: "10.2.deadline",
      kind: "deadline",
      enforceability: "enforceable",
      kept: { pending: "rights" },
      says: {
        en: ({ deadline }) =>
          `We delete what you asked us to ${deadline("erasure").within}, sooner where the law says so.`,
        ru: ({ deadline }) =>
          `По вашей просьбе мы удаляем данные ${deadline("erasure").within}, а если закон велит раньше — раньше.`,
      },
      text: {
        en: ({ deadline }) =>
          `A request for deletion is carried out ${deadline("erasure").within} of its receipt. Where the law sets a shorter time, the shorter time applies.`,
        ru: ({ deadline }) =>
          `Запрос на удаление исполняется ${deadline("erasure").within} со дня его получения. Если законом установлен более короткий срок, применяется он.`,
      },
      keptBy: null,
    },
  ],
});
