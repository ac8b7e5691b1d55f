import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const user = defineSection<FactsOf<typeof promise>>({
  id: "4",
  title: { en: "What the User undertakes", ru: "Обязанности Пользователя" },
  clauses: [
    {
      id: "4.1",
      text: {
        en: "The User gives reliable information, about themselves alone, and keeps it up to date.",
        ru: "Пользователь сообщает достоверные сведения, только о самом себе, и поддерживает их в актуальном состоянии.",
      },
      says: {
        en: "Tell us what is true, and only about yourself.",
        ru: "Сообщайте верное и только о себе.",
      },
      kind: "prohibition-on-user",
      enforceability: "declarative",
      kept: { declared: true },
    },
    {
      id: "4.2",
      text: {
        en: ({ deadline }) =>
          `If there is reason to think that information is unreliable, the Administration names the item that is in doubt. The User corrects or confirms it ${deadline("data-correction").within} of receiving that notice. If the User does neither, the Administration may suspend those functions that depend on the item, and must name this clause. Even then the User can sign in, write to the Administration, take the records along, exercise every right to personal data, and delete the account.`,
        ru: ({ deadline }) =>
          `Если есть основания считать сведения недостоверными, Администрация называет вызвавшие сомнение сведения, и Пользователь ${deadline("data-correction").within} со дня получения этого уведомления исправляет или подтверждает их. Если он не сделает ни того, ни другого, Администрация вправе приостановить зависящие от этих сведений возможности, обязательно сославшись на настоящий пункт. И тогда Пользователь может войти, написать Администрации, забрать свои записи, осуществить любые права на персональные данные и удалить учётную запись.`,
      },
      says: {
        en: "If something seems untrue, we ask first and give you time. Your rights stay open throughout.",
        ru: "Если что-то вызывает сомнение, мы сначала спросим и дадим время. Ваши права при этом сохраняются.",
      },
      kind: "liability/declarative",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "4.3",
      text: {
        en: "The User does not break into the Service or into other people’s records, does not hinder its work, does not use it for anything that the law forbids, and does not put into it what infringes the rights of others. Signals by which a browser asks not to be tracked, aids for people with disabilities, and reports of weaknesses are no breach of this clause.",
        ru: "Пользователь не взламывает Сервис и чужие записи, не мешает его работе, не использует его для запрещённого законом и не размещает в нём того, что нарушает права других. Сигналы браузера с просьбой не отслеживать, вспомогательные средства для людей с инвалидностью и сообщения об уязвимостях нарушением этого пункта не являются.",
      },
      says: {
        en: "Don’t break in, don’t disturb, don’t do what the law forbids.",
        ru: "Не взламывайте, не мешайте, не нарушайте закон.",
      },
      kind: "prohibition-on-user",
      enforceability: "declarative",
      kept: { declared: true },
    },
    {
      id: "4.4",
      text: {
        en: "If the User breaks this agreement, the Administration warns, and may, if the breach goes on or the harm is grave, restrict access. A person decides this, not a program alone; the User is told the reason and may object.",
        ru: "Если Пользователь нарушает соглашение, Администрация предупреждает его, а если нарушение продолжается или вред велик, вправе ограничить доступ. Решение принимает человек, а не одна только программа; Пользователю сообщают причину, и он может возразить.",
      },
      says: {
        en: "Whoever breaks the rules is warned first. A person decides, and gives the reason.",
        ru: "Нарушителя сначала предупреждают. Решает человек и называет причину.",
      },
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
  ],
});
