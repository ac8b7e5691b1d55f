import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const purposes = defineSection<FactsOf<typeof promise>>({
  id: "4",
  title: {
    en: "Purposes for which personal data are collected",
    ru: "Цели сбора персональных данных",
  },
  clauses: [
    {
      id: "4.1.1",
      kind: "purpose",
      enforceability: "enforceable",
      kept: { by: ["enquiry-case"] },
      says: {
        en: "We use what you send through a feedback form to deal with it.",
        ru: "Присланное через форму обратной связи мы используем, чтобы разобраться с вашим обращением.",
      },
      text: {
        en: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("inquiry-handling");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("inquiry-handling");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}.`;
        },
      },
      keptBy: {
        en: "A message opens for staff named for this purpose, its address also for the acknowledgement; each opening is journalled.",
        ru: "Обращение открывается назначенным для этой цели сотрудникам, адрес — ещё и для уведомления о получении; каждое открытие записывается в журнал.",
      },
    },
    {
      id: "4.1.2",
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "We tell you about services, offers and promotions only if you have agreed to it beforehand, and until you change your mind.",
        ru: "Об услугах, предложениях и акциях мы рассказываем, только если вы заранее согласились, и до тех пор, пока вы не передумали.",
      },
      text: {
        en: ({ purpose, consent, sentence, list }) => {
          const { label, basis, attributes } = purpose("offers");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}, given in advance; its text: ${consent("offers").link}. It may be withdrawn at any time, and the sending then stops at once.`;
        },
        ru: ({ purpose, consent, sentence, list }) => {
          const { label, basis, attributes } = purpose("offers");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}, полученное предварительно; его текст: ${consent("offers").link}. Его можно отозвать в любое время, после чего отправка немедленно прекращается.`;
        },
      },
      keptBy: {
        en: "The consent has a box and a document of its own and counts once the address has been confirmed by mail. Without it, and from its withdrawal on, this purpose is refused.",
        ru: "Согласие даётся отдельной отметкой, имеет отдельный текст и учитывается после подтверждения адреса по почте. Без него и с момента его отзыва эта цель недоступна.",
      },
    },
    {
      id: "4.1.3",
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "We may write to you about what you use here, and you to us. Such letters carry no advertising.",
        ru: "Мы можем писать вам о том, чем вы здесь пользуетесь, а вы — нам. Рекламы в таких письмах нет.",
      },
      text: {
        en: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("service-communication");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}. Such messages carry no advertising.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("service-communication");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}. Такие сообщения не содержат рекламы.`;
        },
      },
      keptBy: null,
    },
    {
      id: "4.1.4",
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "We use your data to come to a contract with you and to perform it.",
        ru: "Ваши данные нужны нам, чтобы заключить с вами договор и исполнить его.",
      },
      text: {
        en: ({ purpose, sentence, list }) => {
          const before = purpose("pre-contract");
          const under = purpose("contract");
          return `${sentence(before.label)}, and ${under.label}. Data before a contract: ${list(before.attributes)}; ground: ${before.basis}. Data under a contract: ${list(under.attributes)}; ground: ${under.basis}.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const before = purpose("pre-contract");
          const under = purpose("contract");
          return `${sentence(before.label)}, а также ${under.label}. Данные до заключения договора: ${list(before.attributes)}; основание: ${before.basis}. Данные по договору: ${list(under.attributes)}; основание: ${under.basis}.`;
        },
      },
      keptBy: null,
    },
    {
      id: "4.1.5",
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "visits" },
      says: {
        en: "We make statistics and research in order to get better, from data in which nobody can be recognised.",
        ru: "Чтобы работать лучше, мы ведём статистику и исследования — по данным, в которых никого нельзя узнать.",
      },
      text: {
        en: ({ purpose, sentence }) => {
          const { label, basis } = purpose("research");
          return `${sentence(label)}. Ground: ${basis}. Data from which the User can be identified are not used for this purpose.`;
        },
        ru: ({ purpose, sentence }) => {
          const { label, basis } = purpose("research");
          return `${sentence(label)}. Основание: ${basis}. Данные, позволяющие определить Пользователя, для этой цели не используются.`;
        },
      },
      keptBy: null,
    },
    {
      id: "4.1.6",
      kind: "security/fraud",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "We use data to keep the site safe and to prevent fraud. Nothing is decided against you for good without a human being.",
        ru: "Данные нужны, чтобы сайт был в безопасности и чтобы предотвращать мошенничество. Ничто не решается против вас окончательно без участия человека.",
      },
      text: {
        en: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("fraud-prevention");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}. No decision to a person’s disadvantage becomes final without a human being having considered it.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("fraud-prevention");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}. Ни одно неблагоприятное для лица решение не становится окончательным без рассмотрения человеком.`;
        },
      },
      keptBy: null,
    },
    {
      id: "4.1.7",
      kind: "consent",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "News comes to you by mail only if you have agreed to it.",
        ru: "Новости приходят вам по почте, только если вы на это согласились.",
      },
      text: {
        en: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("newsletter");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}. Every mailing says how to unsubscribe.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("newsletter");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}. В каждом письме рассылки указано, как от неё отказаться.`;
        },
      },
      keptBy: null,
    },
  ],
});
