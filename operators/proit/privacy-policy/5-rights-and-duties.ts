import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const rightsAndDuties = defineSection<FactsOf<typeof promise>>({
  id: "5",
  title: { en: "What the User may and must do", ru: "Права и обязанности Пользователя" },
  clauses: [
    {
      id: "5.1",
      text: {
        en: ({ emailLink }) =>
          `The User may change or remove the information provided, any part of it or all, at any time and without giving a reason: in the Service, or by writing to ${emailLink}. From that moment what was there before is not used any more. If something must be kept none the less, the User is told what, on what ground and until when.`,
        ru: ({ emailLink }) =>
          `Пользователь вправе в любое время и без объяснения причин изменить или удалить предоставленную информацию, полностью или в части: в самом Сервисе или письмом на ${emailLink}. С этого момента прежнее больше не используется. Если что-то всё же необходимо сохранить, Пользователю сообщают, что именно, на каком основании и до какого дня.`,
      },
      says: {
        en: "Change or remove what is yours whenever you like. No reason is needed.",
        ru: "Меняйте и удаляйте своё, когда захотите. Объяснять ничего не нужно.",
      },
      kind: "subject-right",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "5.2",
      text: {
        en: "The User guarantees that the information provided is up to date and does not concern third persons. If it concerns one, it is set apart at once, the person who reported it is answered, and it is destroyed.",
        ru: "Пользователь гарантирует, что предоставленная информация актуальна и не относится к третьим лицам. Если она относится к третьему лицу, её сразу изолируют, отвечают тому, кто об этом сообщил, и уничтожают её.",
      },
      says: {
        en: "Give us only your own data. What turns out to be about somebody else is removed.",
        ru: "Указывайте только свои данные. Чужие, если обнаружатся, будут удалены.",
      },
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "5.3.logs",
      text: {
        en: ({ purpose }) =>
          `The Administration may keep records of what users do in the Service and in performing agreements: for the ${purpose("improvement").label}, and in order to protect rights in a dispute. A record names the User by a sign that says nothing to others. Of the declared kinds of actions alone is a record kept, and the User can see their own.`,
        ru: () =>
          `Администрация вправе хранить записи о действиях пользователей в Сервисе и при исполнении соглашений: чтобы повышать качество работы сервиса и защищать права в случае спора. Пользователь обозначен в записи знаком, который ничего не говорит посторонним. Записываются только заявленные виды действий, и свои записи Пользователь может увидеть.`,
      },
      says: {
        en: "We may keep a log of what is done in the service, without names. You can see yours.",
        ru: "Мы можем вести записи о действиях в сервисе, без имён. Свои вы можете посмотреть.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "5.3.year",
      text: {
        en: ({ logs }) =>
          `Each such record is kept for ${logs.days} calendar days from the action that it records, and then destroyed. If the User removes their data earlier, the record stays without a way back to the User.`,
        ru: ({ logs }) =>
          `Каждая такая запись хранится ${logs.within} со дня действия и затем уничтожается. Если Пользователь удалит свои данные раньше, запись остаётся, но установить по ней Пользователя уже нельзя.`,
      },
      says: {
        en: ({ logs }) =>
          `A log entry lives ${logs.days} days. If you leave earlier, it stays, but no longer leads to you.`,
        ru: ({ logs }) =>
          `Запись живёт столько дней: ${logs.days}. Если вы уйдёте раньше, она останется, но к вам вести уже не будет.`,
      },
      kind: "retention",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
  ],
});
