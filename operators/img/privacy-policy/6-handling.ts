import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const handling = defineSection<FactsOf<typeof promise>>({
  id: "6",
  title: {
    en: "How personal data are collected, kept, passed on and otherwise processed",
    ru: "Порядок сбора, хранения, передачи и других видов обработки персональных данных",
  },
  clauses: [
    {
      id: "6.0",
      text: {
        en: ({ measures, operator, bullets }) =>
          `The personal data that the Operator processes are kept confidential by the legal, organisational and technical measures that the law on their protection requires. Responsible for the processing: ${operator.responsible}. Among the measures are:
${bullets(measures)}`,
        ru: ({ measures, operator, bullets }) =>
          `Конфиденциальность персональных данных, которые обрабатывает Оператор, обеспечивают правовые, организационные и технические меры, которых требует законодательство об их защите. Ответственное за организацию обработки лицо: ${operator.responsible}. В числе мер:
${bullets(measures)}`,
      },
      says: {
        en: "Your data are kept secret by rules, by people and by technology, as the law demands.",
        ru: "Тайну ваших данных берегут правила, люди и техника — так, как требует закон.",
      },
      kind: "security-measure",
      enforceability: "evidencable",
      kept: { pending: "leaves" },
    },
    {
      id: "6.1",
      text: {
        en: "The Operator sees to the safety of personal data and takes every measure that is needed to keep unauthorised persons from reaching them. Whoever has not been given access expressly has none.",
        ru: "Оператор обеспечивает сохранность персональных данных и принимает все необходимые меры, исключающие доступ к ним неуполномоченных лиц. Кому доступ прямо не открыт, у того его нет.",
      },
      says: {
        en: "Nobody sees your data unless they were named for it. Even then every look is written down.",
        ru: "Ваших данных не видит никто, кроме тех, кто для этого назначен. И каждый их взгляд записан.",
      },
      kind: "security-measure",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "6.2",
      text: {
        en: ({ recipients, connectors, list }) =>
          `Personal data are never, under any circumstances, given to third parties, except where the law itself lays that down; then ${list(recipients("law"))} are given what the law names. Nobody’s consent and no contract opens a further way. Those who process data on the Operator’s instruction and answer to it are not third parties; only the following may be so instructed: ${list(connectors.all)}. Instructed under this version of the Policy: ${list(connectors.live) || "nobody"}.`,
        ru: ({ recipients, connectors, list }) =>
          `Персональные данные никогда и ни при каких условиях не передаются третьим лицам, кроме случаев, прямо установленных законом. В этих случаях названное в законе получают ${list(recipients("law"))}. Ни согласие, ни договор иного пути не открывают. Тот, кто обрабатывает данные по поручению Оператора и отвечает перед ним, третьим лицом не является; поручение возможно только следующим лицам: ${list(connectors.all)}. Лица, имеющие поручение в настоящей редакции Политики: ${list(connectors.live) || "отсутствуют"}.`,
      },
      says: {
        en: "We give your data to nobody, ever, unless a law orders us to.",
        ru: "Мы никому и никогда не передаём ваши данные, если только этого не требует закон.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "6.3",
      text: {
        en: ({ mail, deadline }) =>
          `If personal data turn out to be wrong, the User may put them right by an e-mail to ${mail.link} with the subject “${mail.title("rectification")}”. From its receipt what is said to be wrong is blocked. The correction is made ${deadline("rectification").within}, and the User is told of it.`,
        ru: ({ mail, deadline }) =>
          `Если в персональных данных обнаружены неточности, Пользователь может исправить их, направив письмо на ${mail.link} с темой «${mail.title("rectification")}». С момента получения письма то, что названо неточным, блокируется. Исправление вносится ${deadline("rectification").within}, и Пользователя об этом уведомляют.`,
      },
      says: {
        en: "Something about you is wrong? Write to us under one subject line, and we put it right within days.",
        ru: "Что-то о вас неверно? Напишите с одной и той же темой письма, и мы за несколько дней исправим.",
      },
      kind: "subject-right",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "6.4.term",
      text: {
        en: ({ endEvents, retentionReviews, bullets }) =>
          `No calendar date limits the term of the processing. It ends, and the data are destroyed, at the first of these events:
${bullets(endEvents)}

So that nothing lies forgotten, it is looked through whether the data are still needed, and what is not needed is destroyed:
${bullets(retentionReviews)}`,
        ru: ({ endEvents, retentionReviews, bullets }) =>
          `Срок обработки персональных данных календарной датой не ограничен. Обработка прекращается, а данные уничтожаются при наступлении первого из следующих событий:
${bullets(endEvents)}

Чтобы ничто не лежало забытым, проверяется, нужны ли ещё эти данные; ненужные уничтожаются:
${bullets(retentionReviews)}`,
      },
      says: {
        en: "There is no set date on which your data go. They go when you say so, or when nobody needs them any more.",
        ru: "Заранее назначенного дня нет. Данные уничтожаются, когда вы об этом скажете или когда они больше не нужны.",
      },
      kind: "retention",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "6.4.revoke",
      text: {
        en: ({ mail, consent }) =>
          `The User may at any time withdraw every consent to the processing of personal data by an e-mail to ${mail.link} with the subject “${mail.title("withdrawal")}”. What rests on consent stops at once; what has no other ground in law is destroyed ${consent("newsletter").term}. Before that, the confirmed address is told, in case it was somebody else who wrote.`,
        ru: ({ mail, consent }) =>
          `Пользователь может в любое время отозвать все данные им согласия на обработку персональных данных письмом на ${mail.link} с темой «${mail.title("withdrawal")}». То, что основано на согласии, прекращается сразу, а то, для чего нет иного законного основания, уничтожается ${consent("newsletter").term}. Перед уничтожением об этом сообщают на подтверждённый адрес — на случай, если письмо направил кто-то другой.`,
      },
      says: {
        en: "You can take back your consent by one e-mail, whenever you like. It works from the moment it arrives.",
        ru: "Согласие можно отозвать одним письмом, когда угодно. Отзыв действует с момента получения.",
      },
      kind: "subject-right",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
  ],
});
