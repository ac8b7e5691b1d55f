import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const finalProvisions = defineSection<FactsOf<typeof promise>>({
  id: "8",
  title: { en: "Final provisions", ru: "Заключительные положения" },
  clauses: [
    {
      id: "8.1",
      text: {
        en: ({ emailLink, mail, letterLink, rights, bullets }) =>
          `Any question about the processing of personal data may be put to the Operator by e-mail: ${emailLink}, or ${mail.link}. It needs no particular subject. In the same way, by the form ${letterLink}, and by post, the User may ask:
${bullets(rights)}

Whoever finds their rights violated may complain to the authority for the protection of data subjects (in Russia, Roskomnadzor), or go to court.`,
        ru: ({ emailLink, mail, letterLink, rights, bullets }) =>
          `С любым вопросом об обработке персональных данных можно обратиться к Оператору по электронной почте: ${emailLink} или ${mail.link}. Особой темы для такого письма не нужно. Тем же путём, через форму ${letterLink} или почтовым письмом Пользователь осуществляет свои права. Предметом обращения может быть:
${bullets(rights)}

Тот, кто считает свои права нарушенными, вправе обратиться с жалобой в уполномоченный орган по защите прав субъектов персональных данных (Роскомнадзор) или в суд.`,
      },
      says: {
        en: "Anything unclear? Write to us. An ordinary letter is answered as well as one with a special subject.",
        ru: "Что-то непонятно? Напишите. На обычное письмо мы ответим так же, как на письмо с особой темой.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "8.2",
      text: {
        en: "This document reflects every change of the Policy. The Policy is in force without limit of time, until a new version replaces it. At no moment is there none in force, and at none are there two.",
        ru: "В этом документе отражаются все изменения Политики. Политика действует бессрочно — до замены новой редакцией. Не бывает так, чтобы не действовала ни одна редакция или действовали сразу две.",
      },
      says: {
        en: "One version applies at any moment, until the next takes its place. Every change is shown.",
        ru: "В каждый момент действует одна редакция — пока её не сменит следующая. Все изменения видны.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["one-version-in-force", "change-log"] },
    },
    {
      id: "8.3",
      text: {
        en: ({ document }) =>
          `The version in force is freely available on the Internet at ${document("privacy-policy").link}.`,
        ru: ({ document }) =>
          `Действующая редакция Политики находится в свободном доступе в сети Интернет по адресу ${document("privacy-policy").link}.`,
      },
      says: {
        en: "Anyone can read the current text at one fixed address, without signing in.",
        ru: "Действующий текст открыт каждому по одному и тому же адресу, без входа.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["stable-address"] },
    },
  ],
});
