import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "./promise.ts";

type Facts = FactsOf<typeof promise>;

export const scope = defineSection<Facts>({
  id: "1",
  title: { en: "Who and where", ru: "Кто и где" },
  clauses: [
    {
      id: "1.1",
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["declared-scope", "operator-profile"] },
      text: {
        en: ({ operator, hosts, products, requisites, regimes, list, bullets }) =>
          `This policy is that of ${operator.legalName}; ${operator.responsible} answers for personal data. It covers ${list(hosts)} and ${list(products)}, and is made under ${list(regimes)}. Particulars:\n${bullets(requisites)}`,
        ru: ({ operator, hosts, products, requisites, regimes, list, bullets }) =>
          `Оператор — ${operator.legalName}; за персональные данные отвечает ${operator.responsible}. Политика распространяется на следующее: ${list([...hosts, ...products])}. Её основа: ${list(regimes)}. Реквизиты:\n${bullets(requisites)}`,
      },
      says: {
        en: "Who we are, and what this policy covers.",
        ru: "Кто мы и на что распространяется политика.",
      },
    },
  ],
});

export const data = defineSection<Facts>({
  id: "2",
  title: { en: "Which data", ru: "Какие данные" },
  clauses: [
    {
      id: "2.1",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["declared-attributes", "name-parts", "several-phones", "necessity"] },
      text: {
        en: ({ attribute, attributes, list }) =>
          `We hold these data of owners of animals and of nobody else, and no others: ${list(attributes)}. Of a name its parts are asked for: ${attribute("owner").parts}; of telephones ${attribute("phone").many} at most, ${attribute("phone").necessity}.`,
        ru: ({ attribute, attributes, list }) =>
          `Мы храним только эти данные и только владельцев животных: ${list(attributes)}. Имя указывается по частям: ${attribute("owner").parts}. Телефонов может быть не больше, чем ${attribute("phone").many}, они нужны ${attribute("phone").necessity}.`,
      },
      says: {
        en: "We hold what is listed here, and no more.",
        ru: "Мы храним перечисленное и ничего больше.",
      },
    },
    {
      id: "2.2",
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { by: ["permitted-fields", "topics", "optional-fields"] },
      text: {
        en: ({ form, channels, topics, list }) =>
          `Data come in through ${list(channels)}: ${form("appointment").link}. It asks for ${list(form("appointment").required)}; ${list(form("appointment").optional)} may be left out. Topics: ${list(topics)}.`,
        ru: ({ form, channels, topics, list }) =>
          `Данные поступают так: ${list(channels)}, ${form("appointment").link}. Обязательно указать: ${list(form("appointment").required)}; можно не указывать: ${list(form("appointment").optional)}. Темы: ${list(topics)}.`,
      },
      says: { en: "One form, and what it asks for.", ru: "Одна форма и то, что она спрашивает." },
    },
    {
      id: "2.3",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "visits" },
      text: {
        en: ({ automatic, list }) => `A visit may leave ${list(automatic)}. None of it is recorded today.`,
        ru: ({ automatic, list }) =>
          `Посещение может оставить такие сведения: ${list(automatic)}. Сегодня они не записываются.`,
      },
      says: { en: "We do not record visits.", ru: "Посещения мы не записываем." },
    },
    {
      id: "2.4",
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { by: ["other-sources"] },
      text: {
        en: ({ source, list }) =>
          `From ${source("shelters").label} we may learn ${list(source("shelters").attributes)}, for ${source("shelters").purpose}, on the ground of ${source("shelters").ground}. That the owner was told is shown by ${source("shelters").evidence}.`,
        ru: ({ source, list }) =>
          `Нам могут передать данные (${list(source("shelters").attributes)}) ${source("shelters").label}; цель — ${source("shelters").purpose}, основание — ${source("shelters").ground}. Уведомление владельца подтверждает ${source("shelters").evidence}.`,
      },
      says: {
        en: "A shelter may tell us who you are, if you know of it.",
        ru: "О вас может сообщить приют, если вы об этом знаете.",
      },
    },
  ],
});

export const care = defineSection<Facts>({
  id: "3",
  title: { en: "What for", ru: "Зачем" },
  clauses: [
    {
      id: "3.1",
      kind: "purpose",
      enforceability: "enforceable",
      kept: { by: ["closed-purposes", "closed-operations"] },
      text: {
        en: ({ purpose, list, sentence }) =>
          `${sentence(purpose("appointments").label)} is the purpose for which data are processed, on the ground of ${purpose("appointments").basis}, by ${list(purpose("appointments").operations)}.`,
        ru: ({ purpose, list }) =>
          `Цель обработки: ${purpose("appointments").label}. Основание: ${purpose("appointments").basis}. Действия: ${list(purpose("appointments").operations)}.`,
      },
      says: { en: "We use your data to see your animal.", ru: "Данные нужны, чтобы принять ваше животное." },
    },
    {
      id: "3.2",
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["acceptance-is-no-consent", "advertising-held"] },
      text: {
        en: ({ purpose, consent }) =>
          `For ${purpose("reminders").label} there has to be ${purpose("reminders").basis}, given apart: ${consent("reminders").link}.`,
        ru: ({ purpose, consent }) =>
          `Цель «${purpose("reminders").label}» требует отдельного основания: ${purpose("reminders").basis}. Текст: ${consent("reminders").link}.`,
      },
      says: { en: "We remind only those who asked for it.", ru: "Напоминаем только тем, кто просил." },
    },
    {
      id: "3.3",
      kind: "purpose",
      enforceability: "enforceable",
      kept: { by: ["statutory-purposes"] },
      text: {
        en: ({ statutory, bullets }) => `The law itself demands besides:\n${bullets(statutory)}`,
        ru: ({ statutory, bullets }) =>
          `Кроме того, закон требует обработки в таких целях:\n${bullets(statutory)}`,
      },
      says: { en: "Beside ours, there are the law’s purposes.", ru: "Кроме наших целей есть цели закона." },
    },
  ],
});

export const keeping = defineSection<Facts>({
  id: "4",
  title: { en: "How long", ru: "Сколько" },
  clauses: [
    {
      id: "4.1",
      kind: "retention",
      enforceability: "enforceable",
      kept: { by: ["sealed-at-rest"] },
      text: {
        en: ({ retentionTerms, endEvents, logs, bullets }) =>
          `Data are destroyed:\n${bullets(retentionTerms)}\n\nSooner, when one of these has happened:\n${bullets(endEvents)}\n\nLogs of actions are kept for ${logs.days} calendar days; on erasure ${logs.onErasure}.`,
        ru: ({ retentionTerms, endEvents, logs, bullets }) =>
          `Данные уничтожаются:\n${bullets(retentionTerms)}\n\nРаньше — если произошло одно из следующего:\n${bullets(endEvents)}\n\nЗаписи о действиях хранятся ${logs.within}; при удалении данных ${logs.onErasure}.`,
      },
      says: { en: "Everything has its term.", ru: "У всего есть срок." },
    },
    {
      id: "4.2",
      kind: "subject-right",
      enforceability: "enforceable",
      kept: { by: ["enquiry-case", "feedback-channel"] },
      text: {
        en: ({ rights, deadline, emailLink, letterLink, list, sentence }) =>
          `Ask for ${list(rights)} by ${emailLink} or ${letterLink}. ${sentence(deadline("erasure").label)} is done ${deadline("erasure").within} of the request.`,
        ru: ({ rights, deadline, emailLink, letterLink, list }) =>
          `Можно потребовать: ${list(rights)} — письмом на ${emailLink} или через ${letterLink}. Действие «${deadline("erasure").label}» выполняется ${deadline("erasure").within}.`,
      },
      says: { en: "Ask, and we answer.", ru: "Спросите — и мы ответим." },
    },
  ],
});

export const protection = defineSection<Facts>({
  id: "5",
  title: { en: "Others, and protection", ru: "Другие лица и защита" },
  clauses: [
    {
      id: "5.1",
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { by: ["closed-operations"] },
      text: {
        en: ({ disclosure, recipients, connectors, authorities, assessments, list, bullets }) =>
          `Data are given to others ${disclosure.posture}: ${list(disclosure.grounds)}. Under a contract that is ${list(recipients("contract"))}; by law ${list(recipients("law"))}, of which ${list(authorities)} are answered. Systems of others that are named: ${list(connectors.all)}. Countries:\n${bullets(assessments)}`,
        ru: ({ disclosure, recipients, connectors, authorities, assessments, list, bullets }) =>
          `Данные передаются другим лицам ${disclosure.posture}: ${list(disclosure.grounds)}. По договору: ${list(recipients("contract"))}; по закону: ${list(recipients("law"))}; ответы получают ${list(authorities)}. Названные системы других лиц: ${list(connectors.all)}. Страны:\n${bullets(assessments)}`,
      },
      says: { en: "Who else may see your data.", ru: "Кто ещё может увидеть ваши данные." },
    },
    {
      id: "5.2",
      kind: "security-measure",
      enforceability: "evidencable",
      kept: { evidence: ["sealed-at-rest"] },
      text: {
        en: ({ measures, crypto, mfa, home, list }) =>
          `Data are protected by ${list(measures)}. What encrypts is ${crypto}. A second factor is there ${mfa}. The store stands in this country: ${home}. Data are processed by automated means.`,
        ru: ({ measures, crypto, mfa, home, list }) =>
          `Меры защиты: ${list(measures)}. Шифрование: ${crypto}. Второй фактор — ${mfa}. Страна хранения: ${home}. Обработка автоматизированная.`,
      },
      says: { en: "How we keep it safe.", ru: "Как мы это бережём." },
    },
  ],
});

export const changes = defineSection<Facts>({
  id: "6",
  title: { en: "Changes", ru: "Изменения" },
  clauses: [
    {
      id: "6.1",
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["change-notice", "version-dates"] },
      text: {
        en: ({ notice, document, parties, verification, operator, list }) =>
          `This text is of ${document("privacy-policy").updatedOn}. Of a new one you learn ${notice}. You may be ${list(parties)}; ${operator.shortName} ${verification} what you say of yourself.`,
        ru: ({ notice, document, parties, verification, operator, list }) =>
          `Дата текста: ${document("privacy-policy").updatedOn} О новой редакции мы сообщаем ${notice}. Посетителями могут быть ${list(parties)}; то, что вы сообщаете о себе, ${operator.shortName} ${verification}.`,
      },
      says: { en: "We write to you when it changes.", ru: "Мы напишем, когда политика изменится." },
    },
  ],
});
