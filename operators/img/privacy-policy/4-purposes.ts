import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const purposes = defineSection<FactsOf<typeof promise>>({
  id: "4",
  title: { en: "Purposes of the processing", ru: "Цели обработки персональных данных" },
  clauses: [
    {
      id: "4.1.inform",
      text: {
        en: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("inform-by-email");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}. E-mail is the only way in which this is done; nobody is called or sent a text message for it.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("inform-by-email");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}. Для этой цели используется только электронная почта; звонки и короткие сообщения для неё не допускаются.`;
        },
      },
      says: {
        en: "We tell you by e-mail about what you asked us for, and only by e-mail.",
        ru: "О том, что вы у нас запросили, мы сообщаем по электронной почте — и только по ней.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "services" },
    },
    {
      id: "4.1.access",
      text: {
        en: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("service-provision");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}. What was given for the sake of access serves for nothing else.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("service-provision");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}. Указанное ради доступа ни для чего другого не используется.`;
        },
      },
      says: {
        en: "What you give in order to read our materials opens them to you, and is used for nothing else.",
        ru: "То, что вы указали ради доступа к материалам, открывает вам материалы — и больше ничему не служит.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "services" },
    },
    {
      id: "4.2.marketing",
      text: {
        en: ({ purpose, consent, sentence, list }) => {
          const { label, basis, attributes } = purpose("newsletter");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}, given in advance; its text: ${consent("newsletter").link}. Without it the Operator sends no such messages, although the User may refuse them at any time as well.`;
        },
        ru: ({ purpose, consent, sentence, list }) => {
          const { label, basis, attributes } = purpose("newsletter");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}, полученное предварительно; его текст: ${consent("newsletter").link}. Без него такие сообщения не направляются, хотя отказаться от них Пользователь и так может в любое время.`;
        },
      },
      says: {
        en: "News and offers come only if you said yes beforehand.",
        ru: "Новости и предложения приходят, только если вы заранее согласились.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "services" },
    },
    {
      id: "4.2.optout",
      text: {
        en: ({ mail }) =>
          `The User may refuse news and advertising at any time by an e-mail to ${mail.link} with the subject “${mail.title("opt-out")}”, or by the link in every such message. The refusal takes effect as it arrives and asks for no proof of who sends it.`,
        ru: ({ mail }) =>
          `Пользователь может в любое время отказаться от новостей и рекламы: письмом на ${mail.link} с темой «${mail.title("opt-out")}» либо по ссылке в каждом таком сообщении. Отказ действует с момента получения; подтверждать личность для этого не нужно.`,
      },
      says: {
        en: "One e-mail with the right subject line, or one click, and the news stop.",
        ru: "Одно письмо с нужной темой или одно нажатие — и новости больше не приходят.",
      },
      kind: "subject-right",
      enforceability: "enforceable",
      kept: { pending: "services" },
    },
    {
      id: "4.3",
      text: {
        en: ({ statistics, list }) =>
          `The anonymous data of visits serve these ends: ${list(statistics.purposes)}. They open for no others: what a single visitor did is not looked at, and nothing is advertised by means of them.`,
        ru: ({ statistics, list }) =>
          `Анонимные данные о посещениях служат следующему: ${list(statistics.purposes)}. Иных целей у них нет: действия отдельного посетителя не изучаются, для рекламы эти данные не применяются.`,
      },
      says: {
        en: "Statistics show us which pages are read and what to improve. They never show us you.",
        ru: "Статистика показывает, что читают на сайте и что улучшить. Лично вас она не показывает.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
  ],
});
