import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

/** What forms ask for, in the order in which they do. */
const ASKED_FOR = ["name", "email", "phone", "task"] as const;

export const purposes = defineSection<FactsOf<typeof promise>>({
  id: "3",
  title: { en: "For what information is processed", ru: "Цели обработки информации" },
  clauses: [
    {
      id: "3.1",
      text: {
        en: ({ attribute, list, bullets, statutory }) =>
          `The Administration processes and stores only the information that is needed to provide the Service and to perform agreements with the User. Of what a User is asked for, this is needed for the following:
${bullets(ASKED_FOR.map((code) => `${attribute(code).label}: ${attribute(code).necessity}`))}

It is processed for the purposes of this section and for no others, save those that the law itself lays on the Administration: ${list(statutory)}.`,
        ru: ({ attribute, list, bullets, statutory }) =>
          `Администрация обрабатывает и хранит только ту информацию, которая необходима для предоставления Сервиса и исполнения соглашений с Пользователем. Запрашиваемое у Пользователя нужно для следующего:
${bullets(ASKED_FOR.map((code) => `${attribute(code).label} — ${attribute(code).necessity}`))}

Информация обрабатывается для целей, названных в этом разделе, и ни для каких иных, кроме возложенных на Администрацию законом: ${list(statutory)}.`,
      },
      says: {
        en: "We keep only what the service or your agreement needs, and say for each thing why.",
        ru: "Мы храним только нужное для сервиса или соглашения и о каждой вещи говорим, зачем она.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { by: ["necessity", "closed-purposes"] },
    },
    {
      id: "3.2.1",
      text: {
        en: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("identification");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("identification");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}.`;
        },
      },
      says: {
        en: "To know that it is you: when you sign in, and in the agreement.",
        ru: "Чтобы знать, что это вы: при входе и в соглашении.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "3.2.2",
      text: {
        en: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("contract");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}, and only while it runs; afterwards they are kept for the term that the law sets and used for nothing else.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("contract");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}, и только пока он действует; после этого данные хранятся установленный законом срок и ни для чего иного не используются.`;
        },
      },
      says: {
        en: "To do what we agreed with you. When the agreement ends, so does this use.",
        ru: "Чтобы выполнять то, о чём мы договорились. Закончится соглашение — закончится и это.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "services" },
    },
    {
      id: "3.2.3",
      text: {
        en: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("service-communication");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}. The interest is to answer whoever asks. Such messages carry no advertising, and reach those too who refuse advertising.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("service-communication");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}. Интерес состоит в том, чтобы ответить обратившемуся. Рекламы в таких сообщениях нет, поэтому их получают и те, кто от рекламы отказался.`;
        },
      },
      says: {
        en: "To answer you and to tell you what concerns your use of the service. Never to advertise.",
        ru: "Чтобы отвечать вам и сообщать о том, что касается работы сервиса. Без рекламы.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "services" },
    },
    {
      id: "3.2.4",
      text: {
        en: ({ purpose, sentence }) => {
          const { label, basis } = purpose("improvement");
          return `${sentence(label)}. Data: records of actions and depersonalised information, as counts. Ground: ${basis}. The interest is a service that fails less often. What a User writes, and the trail of a single User, are not looked at.`;
        },
        ru: ({ purpose, sentence }) => {
          const { label, basis } = purpose("improvement");
          return `${sentence(label)}. Данные: записи о действиях и обезличенная информация в виде подсчётов. Основание: ${basis}. Интерес состоит в том, чтобы сервис реже подводил. Содержание записей Пользователя и действия отдельного Пользователя не изучаются.`;
        },
      },
      says: {
        en: "We count what works and what fails, to make the service better. We don’t look at what you do.",
        ru: "Мы считаем, что работает и что ломается, чтобы сделать сервис лучше. За вами не наблюдаем.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
    {
      id: "3.2.5",
      text: {
        en: ({ purpose, sentence, list, smallestCohort }) => {
          const { label, basis, attributes } = purpose("targeting");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}. The interest is that notices in the Service concern those who see them. A group has at least ${smallestCohort} people, and the choice is made without telling anybody who is looking. To send advertising to a person takes that person’s separate consent.`;
        },
        ru: ({ purpose, sentence, list, smallestCohort }) => {
          const { label, basis, attributes } = purpose("targeting");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}. Интерес состоит в том, чтобы объявления в Сервисе касались тех, кто их видит. Наименьшее число людей в группе: ${smallestCohort}; при подборе никто не узнаёт, кто именно смотрит. Чтобы направить рекламу человеку, нужно его отдельное согласие.`;
        },
      },
      says: {
        en: "Notices may be chosen for large groups of users, never for you in person.",
        ru: "Объявления могут подбираться для больших групп пользователей, но не лично для вас.",
      },
      kind: "depersonalisation",
      enforceability: "enforceable",
      kept: { pending: "services" },
    },
    {
      id: "3.2.6",
      text: {
        en: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("research");
          return `${sentence(label)}. Data: ${list(attributes)}. Ground: ${basis}. No result leads back to a person; a result about too small a group is withheld.`;
        },
        ru: ({ purpose, sentence, list }) => {
          const { label, basis, attributes } = purpose("research");
          return `${sentence(label)}. Данные: ${list(attributes)}. Основание: ${basis}. Ни один результат не ведёт к человеку; результат о слишком малой группе не выдаётся.`;
        },
      },
      says: {
        en: "Research uses data that have lost their owner. No result points at a person.",
        ru: "Для исследований берутся данные, у которых уже нет владельца. Результаты не указывают на людей.",
      },
      kind: "depersonalisation",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
  ],
});
