import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const term = defineSection<FactsOf<typeof promise>>({
  id: "7",
  title: { en: "Term, changes and end", ru: "Срок, изменение и прекращение" },
  clauses: [
    {
      id: "7.1",
      text: {
        en: "The agreement runs from registration, without a set end. A new version of it takes effect when it is placed, unless it names a later day; the User is shown what it changes and may decline it.",
        ru: "Соглашение действует с момента регистрации, без установленного срока. Новая редакция вступает в силу с момента размещения, если в ней не назван более поздний день; Пользователю показывают, что изменилось, и он может её отклонить.",
      },
      says: {
        en: "The agreement has no end date. You see each change, and may say no.",
        ru: "У соглашения нет срока. Каждое изменение вы увидите и сможете отказаться.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["one-version-in-force", "change-notice"] },
    },
    {
      id: "7.2",
      text: {
        en: ({ deadline }) =>
          `The User may end the agreement at any time by deleting the account. The Administration may end it by giving notice; the User may then take the records along ${deadline("end-of-service").within} of receiving it.`,
        ru: ({ deadline }) =>
          `Пользователь может прекратить соглашение в любое время, удалив учётную запись. Администрация может прекратить его, направив уведомление; тогда Пользователь вправе ${deadline("end-of-service").within} со дня его получения забрать свои записи.`,
      },
      says: {
        en: "You can leave at any time. If we end it, you have time to fetch your records.",
        ru: "Уйти можно в любой момент. Если прекращаем мы, у вас будет время забрать записи.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
  ],
});
