import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const changes = defineSection<FactsOf<typeof promise>>({
  id: "6",
  title: { en: "Changes, and where to write", ru: "Изменение Политики и обратная связь" },
  clauses: [
    {
      id: "6.1",
      text: {
        en: "The Administration may change this Policy by itself. A new version takes effect when it is placed, unless it names a later day. Users are shown what has changed when they next use the Service, and are asked whether they accept it. A new version extends no consent that was given before; earlier versions stay readable.",
        ru: "Администрация вправе изменять Политику в одностороннем порядке. Новая редакция вступает в силу с момента размещения, если в ней самой не назван более поздний день. При следующем использовании Сервиса пользователям показывают, что изменилось, и спрашивают, принимают ли они новую редакцию. Ранее данных согласий она не расширяет; прежние редакции остаются доступны для чтения.",
      },
      says: {
        en: "We may change this policy. You see what changed the next time you come, and decide.",
        ru: "Мы можем изменить политику. В следующий раз вы увидите, что изменилось, и решите сами.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["change-notice", "one-version-in-force"] },
    },
    {
      id: "6.2",
      text: {
        en: ({ document }) => `The version in force is always at ${document("privacy-policy").link}.`,
        ru: ({ document }) =>
          `Действующая редакция всегда находится на странице по адресу ${document("privacy-policy").link}.`,
      },
      says: {
        en: "The current policy is always at the same address.",
        ru: "Действующая политика всегда по одному и тому же адресу.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["stable-address"] },
    },
    {
      id: "6.3",
      text: {
        en: ({ letterLink, emailLink, deadline }) =>
          `Proposals and comments on this Policy may be sent by the form ${letterLink}, which stands at each section and keeps what section is meant, or to ${emailLink}. They are answered ${deadline("policy-comment").within} of their receipt.`,
        ru: ({ letterLink, emailLink, deadline }) =>
          `Предложения и замечания по настоящей Политике можно направить через форму ${letterLink}, которая открывается у каждого раздела и помнит, о каком из них идёт речь, или на адрес ${emailLink}. На них отвечают ${deadline("policy-comment").within} со дня получения.`,
      },
      says: {
        en: "Tell us which section you would change. A person answers.",
        ru: "Скажите, какой раздел вы бы изменили. Ответит человек.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["policy-questions"] },
    },
  ],
});
