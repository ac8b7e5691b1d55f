import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const processing = defineSection<FactsOf<typeof promise>>({
  id: "5",
  title: {
    en: "How, and for how long, personal data are processed",
    ru: "Способы и сроки обработки персональных данных",
  },
  clauses: [
    {
      id: "5.1.term",
      kind: "retention",
      enforceability: "enforceable",
      kept: { pending: "rights" },
      says: {
        en: "There is no one date on which all processing ends. Each kind of data has an event or a period after which it is destroyed.",
        ru: "Единой даты, когда обработка закончится, нет. Для каждого вида данных есть событие или срок, после которого они уничтожаются.",
      },
      text: {
        en: ({ endEvents, retentionTerms, retentionReviews, bullets }) =>
          `No calendar date is set on which the processing of personal data as a whole ends. The processing of particular data ends, and the data are destroyed, when the first of the events that apply to them occurs:
${bullets(endEvents)}

Regardless of those events, and unless the law requires them to be kept for longer, the following data are destroyed on these terms:
${bullets(retentionTerms)}

Whether data without such a term are still needed is reviewed at these intervals:
${bullets(retentionReviews)}`,
        ru: ({ endEvents, retentionTerms, retentionReviews, bullets }) =>
          `Обработка персональных данных в целом не ограничена календарной датой. Обработка конкретных данных прекращается, а данные уничтожаются при наступлении первого из применимых к ним событий:
${bullets(endEvents)}

Независимо от этих событий, если закон не требует хранить данные дольше, данные уничтожаются в следующие сроки:
${bullets(retentionTerms)}

Если такой срок не установлен, необходимость дальнейшего хранения проверяется со следующей периодичностью:
${bullets(retentionReviews)}`,
      },
      keptBy: null,
    },
    {
      id: "5.1.means",
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "We may process data in any lawful way: by machine, by hand, or both.",
        ru: "Мы вправе обрабатывать данные любым законным способом: автоматически, вручную или так и так.",
      },
      text: {
        en: "Personal data may be processed by any lawful means, including in information systems of personal data, with automated means or without them.",
        ru: "Обработка персональных данных осуществляется любым законным способом, в том числе в информационных системах персональных данных, с использованием средств автоматизации или без использования таких средств.",
      },
      keptBy: null,
    },
    {
      id: "5.2",
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "Others, such as carriers, get data only to carry out what you yourself have ordered, and no more than that takes.",
        ru: "Другие лица, например операторы связи, получают данные только для выполнения вашего заказа и не больше, чем для этого нужно.",
      },
      text: {
        en: ({ recipients, list }) =>
          `The Administration may pass personal data to third parties, namely ${list(recipients("order-fulfilment"))}, solely in order to fulfil an order that the User has placed or to provide a service that the User has ordered on the Site, and only the data that this takes.`,
        ru: ({ recipients, list }) =>
          `Администрация вправе передавать персональные данные третьим лицам исключительно для выполнения заказа Пользователя или оказания заказанной им на Сайте услуги и только в необходимом для этого объёме. Такие третьи лица: ${list(recipients("order-fulfilment"))}.`,
      },
      keptBy: null,
    },
    {
      id: "5.3",
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "State bodies get data only where the law says so, and in the way it says.",
        ru: "Государственные органы получают данные, только если это предусмотрено законом и в том порядке, который он установил.",
      },
      text: {
        en: ({ recipients, list }) =>
          `Personal data may be passed to ${list(recipients("law"))} only on the grounds and in the manner laid down by the law that governs this Policy.`,
        ru: ({ recipients, list, sentence }) =>
          `${sentence(list(recipients("law")))} могут получить персональные данные только по основаниям и в порядке, установленным применимым к настоящей Политике законодательством.`,
      },
      keptBy: null,
    },
    {
      id: "5.4",
      kind: "security/fraud",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "If your data is lost or leaks, we tell you.",
        ru: "Если ваши данные утрачены или утекли, мы вам об этом сообщим.",
      },
      text: {
        en: "If personal data have been lost or disclosed, the Administration informs the User of the loss or disclosure.",
        ru: "При утрате или разглашении персональных данных Администрация информирует об этом Пользователя.",
      },
      keptBy: null,
    },
    {
      id: "5.5",
      kind: "security-measure",
      enforceability: "evidencable",
      kept: { pending: "leaves" },
      says: {
        en: "We protect your data against what must not happen to it: foreign eyes, loss, change, copying and spreading.",
        ru: "Мы защищаем ваши данные от того, чего с ними быть не должно: чужих глаз, утраты, изменения, копирования и распространения.",
      },
      text: {
        en: ({ measures, bullets }) =>
          `The Administration takes the necessary organisational and technical measures to protect the User’s personal data against unlawful or accidental access, destruction, alteration, blocking, copying and distribution, and against other unlawful acts of third parties. Among them are:
${bullets(measures)}`,
        ru: ({ measures, bullets }) =>
          `Администрация принимает необходимые организационные и технические меры для защиты персональных данных Пользователя от неправомерного или случайного доступа, уничтожения, изменения, блокирования, копирования, распространения, а также от иных неправомерных действий третьих лиц. В их числе:
${bullets(measures)}`,
      },
      keptBy: {
        en: "The measures that are listed are how the system itself works; no setting switches them off.",
        ru: "Перечисленные меры — устройство самой системы; никакая настройка их не отключает.",
      },
    },
    {
      id: "5.6",
      kind: "security/fraud",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "If data is lost or leaks, we and you together do what is needed to prevent harm.",
        ru: "Если данные утрачены или утекли, мы вместе с вами делаем всё необходимое, чтобы не было вреда.",
      },
      text: {
        en: "The Administration and the User together take all necessary steps to prevent losses and other harm caused by the loss or disclosure of the User’s personal data.",
        ru: "Администрация совместно с Пользователем принимает все необходимые меры по предотвращению убытков или иных отрицательных последствий, вызванных утратой или разглашением персональных данных Пользователя.",
      },
      keptBy: null,
    },
  ],
});
