import type { ControlCode } from "../../policy/index.ts";
import type { Control } from "./control.ts";

/**
 * Everything that may keep a clause, in words for people. Complete over the codes that a policy may name: a code
 * without its words does not compile. What shows a control at work, and that its absence is noticed, stands in
 * `evidence.json`.
 */
export const CONTROLS: Readonly<Record<ControlCode, Control>> = {
  "acceptance-at-first-trace": {
    kind: "gate-rule",
    home: "people/consents",
    how: {
      en: "The first act that leaves a trace records which published text was accepted, when, and in which language. Looking at a page records nothing.",
      ru: "Первое действие, оставляющее след, фиксирует, какой опубликованный текст принят, когда и на каком языке. Просмотр страницы не фиксирует ничего.",
    },
    checks: ["acceptances"],
  },
  "acceptance-is-no-consent": {
    kind: "type",
    home: "people/consents",
    how: {
      en: "An acceptance and a consent are records of two kinds. A purpose that rests on consent opens only after that consent was given in a box of its own and confirmed.",
      ru: "Принятие документа и согласие — записи двух разных видов. Цель, которой нужно согласие, открывается только после него: по отдельной отметке и с подтверждением.",
    },
    checks: ["consents-in-force"],
  },
  "address-confirmation": {
    kind: "gate-rule",
    home: "people/subjects",
    how: {
      en: "An address counts as somebody's only after the link that was mailed to it was used.",
      ru: "Адрес считается принадлежащим человеку только после перехода по ссылке из письма на этот адрес.",
    },
    checks: ["addresses-confirmed"],
  },
  "advertising-held": {
    kind: "gate-rule",
    home: "services/intake",
    how: {
      en: "What looks like advertising is held, not lost: nobody works on it and nothing is answered until it is released.",
      ru: "Похожее на рекламу задерживается, но не теряется: пока его не отпустят, с ним не работают и на него не отвечают.",
    },
    checks: ["advertising-held"],
  },
  attestation: {
    kind: "screen",
    home: "services/intake",
    how: {
      en: "Before sending, the form says what its sender answers for; the version of that text is kept with the sending.",
      ru: "Перед отправкой форма говорит, за что отвечает отправитель; версия этого текста хранится вместе с отправкой.",
    },
    checks: [],
  },
  "change-log": {
    kind: "screen",
    home: "surfaces/site",
    how: {
      en: "Every version stays readable, with its dates and what changed, on a public page and in a feed.",
      ru: "Каждая версия остаётся доступной вместе с датами и списком изменений: на открытой странице и в ленте.",
    },
    checks: ["dates-of-versions"],
  },
  "change-notice": {
    kind: "screen",
    home: "trust/publication",
    how: {
      en: "People learn of a new version in the way that the operator has declared, and are asked again where that is what was declared.",
      ru: "О новой версии узнают тем способом, который объявил оператор; если объявлено повторное принятие, о нём спросят.",
    },
    checks: [],
  },
  "clause-invalidation": {
    kind: "gate-rule",
    home: "policy",
    how: {
      en: "A clause that has been found invalid is marked with date and reason; what hangs on it stops, and the rest stands.",
      ru: "У пункта, признанного недействительным, указаны дата и причина; останавливается только то, что на нём держится.",
    },
    checks: [],
  },
  "closed-operations": {
    kind: "gate-rule",
    home: "trust/gate",
    how: {
      en: "Every operation on personal data is one of a closed list, is decided before it happens, and is written to the journal.",
      ru: "Любая операция с персональными данными — из закрытого перечня; решение о ней принимается заранее и записывается в журнал.",
    },
    checks: ["journalled-operations", "authorised-readings"],
  },
  "closed-purposes": {
    kind: "gate-rule",
    home: "trust/gate",
    how: {
      en: "Data is used only for the purposes that the policy in force lists, or that a law imposes. Anything else is refused.",
      ru: "Данные используются только для целей из действующей политики или предписанных законом. Остальное отклоняется.",
    },
    checks: ["journalled-operations", "authorised-readings"],
  },
  "declared-attributes": {
    kind: "type",
    home: "policy",
    how: {
      en: "Only items of data that the policy declares, each with its category, can be stored at all.",
      ru: "Хранить можно только те виды данных, которые объявлены в политике вместе с их категорией.",
    },
    checks: ["listed-data"],
  },
  "declared-scope": {
    kind: "gate-rule",
    home: "platform/http",
    how: {
      en: "The policy names its hosts, programs and products. What comes from elsewhere is refused and leaves nothing.",
      ru: "Политика называет свои сайты, программы и продукты. Всё остальное отклоняется и не оставляет следа.",
    },
    checks: ["fields-of-forms"],
  },
  declining: {
    kind: "screen",
    home: "surfaces/site",
    how: {
      en: "Whoever disagrees can say so without a script, on the policy's page and beside each form, and is no longer asked for data.",
      ru: "Кто не согласен, может отказаться без скриптов — на странице политики и рядом с каждой формой, — и данные у него больше не запрашивают.",
    },
    checks: [],
  },
  "enquiry-case": {
    kind: "screen",
    home: "services/intake",
    how: {
      en: "Each enquiry is a case with a reference, a state and an answer; it is opened only by staff who are authorised for it.",
      ru: "Каждое обращение — дело с номером, состоянием и ответом; открыть его могут только уполномоченные сотрудники.",
    },
    checks: ["authorised-readings"],
  },
  "exact-bytes-accepted": {
    kind: "gate-rule",
    home: "trust/publication",
    how: {
      en: "Only the exact published text can be accepted; a changed one, or one with conditions added, is refused.",
      ru: "Принять можно только опубликованный текст без изменений; изменённый или дополненный условиями отклоняется.",
    },
    checks: ["acceptances", "stored-texts"],
  },
  "feedback-channel": {
    kind: "gate-rule",
    home: "services/intake",
    how: {
      en: "The feedback form collects for its declared purposes, and each sending keeps its channel and the version that was shown.",
      ru: "Форма обратной связи собирает данные для своих целей; каждая отправка хранит канал и показанную версию.",
    },
    checks: ["fields-of-forms"],
  },
  "forms-for-everyone": {
    kind: "screen",
    home: "services/intake",
    how: {
      en: "Forms work by keyboard alone and without a script, keep what was typed when a field is wrong, and take a repeated press once.",
      ru: "Формы работают с клавиатуры и без скриптов, сохраняют введённое при ошибке и принимают повторное нажатие один раз.",
    },
    checks: [],
  },
  "free-text-scan": {
    kind: "gate-rule",
    home: "services/intake",
    how: {
      en: "Text that people write freely is looked through on receipt for document numbers and special categories, and flagged for staff.",
      ru: "Свободный текст при получении просматривается на номера документов и специальные категории и помечается для сотрудников.",
    },
    checks: [],
  },
  incorporation: {
    kind: "gate-rule",
    home: "people/consents",
    how: {
      en: "Where one document is part of another, both say so, and accepting the one records the version of the other.",
      ru: "Если один документ входит в другой, об этом сказано в обоих; принятие одного фиксирует версию другого.",
    },
    checks: ["acceptances"],
  },
  "listed-attributes": {
    kind: "gate-rule",
    home: "trust/gate",
    how: {
      en: "Only the listed items are stored: each was permitted by the version in force when it was collected.",
      ru: "Хранятся только перечисленные данные: каждое разрешено версией, действовавшей при сборе.",
    },
    checks: ["listed-data"],
  },
  "name-as-written": {
    kind: "type",
    home: "services/intake",
    how: {
      en: "A name is taken as it is written, in any script, and given back unchanged.",
      ru: "Имя принимается так, как написано, на любом языке, и возвращается без изменений.",
    },
    checks: [],
  },
  "name-parts": {
    kind: "type",
    home: "services/intake",
    how: {
      en: "A name may be given in parts: family name, given name, patronymic.",
      ru: "Имя можно указать по частям: фамилия, имя, отчество.",
    },
    checks: [],
  },
  "names-in-text": {
    kind: "gate-rule",
    home: "policy",
    how: {
      en: "A text that names another company than the operator as the one bound is not published.",
      ru: "Текст, где обязанной названа другая компания, а не оператор, не публикуется.",
    },
    checks: [],
  },
  necessity: {
    kind: "gate-rule",
    home: "policy",
    how: {
      en: "Each item of data says which service or agreement needs it; without that it is neither required nor stored.",
      ru: "Для каждого вида данных сказано, какой услуге или договору они нужны; без этого их не требуют и не хранят.",
    },
    checks: ["listed-data"],
  },
  "network-address": {
    kind: "type",
    home: "platform/http",
    how: {
      en: "A network address is recognised in each of its written forms and treated as one kind of data.",
      ru: "Сетевой адрес распознаётся в любой записи и считается данными одного вида.",
    },
    checks: ["nothing-in-clear"],
  },
  "offer-status": {
    kind: "type",
    home: "policy",
    how: {
      en: "Each document says whether it is a public offer; one that is can be joined only by accepting its exact text.",
      ru: "У каждого документа указано, публичная ли это оферта; присоединиться к ней можно, только приняв её точный текст.",
    },
    checks: ["acceptances"],
  },
  "old-data-old-scope": {
    kind: "gate-rule",
    home: "trust/gate",
    how: {
      en: "A new version opens nothing for data collected earlier: old data stays under what was shown when it was given.",
      ru: "Новая версия ничего не открывает для собранных ранее данных: они остаются на условиях, показанных при сборе.",
    },
    checks: ["listed-data"],
  },
  "one-version-in-force": {
    kind: "gate-rule",
    home: "trust/publication",
    how: {
      en: "At every instant since the first publication exactly one version is in force.",
      ru: "В любой момент с первой публикации действует ровно одна версия.",
    },
    checks: ["one-version-at-a-time"],
  },
  "operator-profile": {
    kind: "type",
    home: "policy",
    how: {
      en: "Who the operator is, what it does and under which law stands in one checked profile, from which every page is written.",
      ru: "Кто оператор, чем занимается и по какому праву работает, записано в одном проверенном профиле; из него составлены все страницы.",
    },
    checks: ["contacts"],
  },
  "optional-fields": {
    kind: "screen",
    home: "services/intake",
    how: {
      en: "Optional fields are marked as such, are never filled in beforehand, and do not hold a sending up when empty.",
      ru: "Необязательные поля так и помечены, никогда не заполнены заранее, и пустыми не мешают отправке.",
    },
    checks: [],
  },
  "other-sources": {
    kind: "gate-rule",
    home: "policy",
    how: {
      en: "A source other than the person needs a declared purpose, a ground, and proof that the person was told. Without them it is refused.",
      ru: "Источник, кроме самого человека, требует объявленной цели, основания и доказательства, что человека известили. Без них отказ.",
    },
    checks: ["fields-of-forms"],
  },
  "outbound-links": {
    kind: "screen",
    home: "platform/http",
    how: {
      en: "A link to somebody else's site is marked as leaving and tells that site nothing about who followed it.",
      ru: "Ссылка на чужой сайт помечена как внешняя и ничего не сообщает ему о том, кто перешёл.",
    },
    checks: [],
  },
  "permitted-fields": {
    kind: "gate-rule",
    home: "services/intake",
    how: {
      en: "A form takes only the fields that the policy in force permits on it; anything else is refused, and nothing of it is kept.",
      ru: "Форма принимает только поля, разрешённые ей действующей политикой; остальное отклоняется, и ничего не сохраняется.",
    },
    checks: ["fields-of-forms"],
  },
  "phone-normal-form": {
    kind: "type",
    home: "people/subjects",
    how: {
      en: "A telephone number is brought to one form, whichever way it was written; an impossible one is refused with a hint.",
      ru: "Номер телефона приводится к единому виду, как бы его ни записали; невозможный отклоняется с подсказкой.",
    },
    checks: [],
  },
  "policy-questions": {
    kind: "screen",
    home: "surfaces/site",
    how: {
      en: "Questions about the policy go through a form and the published contacts, can name the section meant, and get a reference.",
      ru: "Вопросы о политике задают через форму и опубликованные контакты; можно указать раздел, и каждый вопрос получает номер.",
    },
    checks: ["contacts"],
  },
  precedence: {
    kind: "gate-rule",
    home: "policy",
    how: {
      en: "Where two documents differ, the declared order says which one holds, and each of them shows it.",
      ru: "Если документы расходятся, объявленный порядок говорит, какой действует, и это видно в каждом из них.",
    },
    checks: [],
  },
  regimes: {
    kind: "gate-rule",
    home: "policy",
    how: {
      en: "The laws that apply are dated data with their sources; they set clocks and required sections.",
      ru: "Применимые законы — данные с датами и источниками; они задают сроки и обязательные разделы.",
    },
    checks: ["contacts"],
  },
  "registration-needs-policy": {
    kind: "gate-rule",
    home: "policy",
    how: {
      en: "Nobody can register while no policy is in force.",
      ru: "Пока нет действующей политики, зарегистрироваться нельзя.",
    },
    checks: ["one-version-at-a-time"],
  },
  "required-sections": {
    kind: "gate-rule",
    home: "policy",
    how: {
      en: "A policy that lacks a section which the law requires is not published.",
      ru: "Политика без раздела, которого требует закон, не публикуется.",
    },
    checks: [],
  },
  requisites: {
    kind: "type",
    home: "policy",
    how: {
      en: "The operator's registration and bank details are checked by their control digits and printed from one profile.",
      ru: "Реквизиты оператора проверены по контрольным цифрам и печатаются из одного профиля.",
    },
    checks: ["contacts"],
  },
  "sealed-at-rest": {
    kind: "type",
    home: "trust/vault",
    how: {
      en: "Every value of a person is sealed with a key of that person's own before it is stored; nothing lies in clear.",
      ru: "Каждое значение до записи запечатывается отдельным ключом этого человека; в открытом виде не лежит ничего.",
    },
    checks: ["nothing-in-clear", "keys-kept"],
  },
  "separate-documents": {
    kind: "type",
    home: "policy",
    how: {
      en: "Each document stands by itself, with its own versions and its own acceptances.",
      ru: "Каждый документ самостоятелен: свои версии и свои принятия.",
    },
    checks: ["acceptances"],
  },
  "service-enquiries": {
    kind: "screen",
    home: "services/intake",
    how: {
      en: "An enquiry or an application can be sent from a service's own page, and arrives tied to that service.",
      ru: "Вопрос или заявку можно отправить со страницы услуги, и они приходят с указанием этой услуги.",
    },
    checks: [],
  },
  "several-phones": {
    kind: "type",
    home: "services/intake",
    how: {
      en: "Several telephone numbers can be given; each stands by itself, and changing one leaves the others.",
      ru: "Можно указать несколько телефонов; каждый хранится отдельно, и изменение одного не трогает другие.",
    },
    checks: [],
  },
  "shown-version": {
    kind: "gate-rule",
    home: "trust/publication",
    how: {
      en: "A form is taken only with proof of which version of the text was shown; that version is kept with it.",
      ru: "Форма принимается только с доказательством, какая версия текста была показана; эта версия хранится вместе с ней.",
    },
    checks: ["listed-data"],
  },
  "stable-address": {
    kind: "screen",
    home: "surfaces/site",
    how: {
      en: "The document has one public address, which answers with the version in force, without signing in and without a script.",
      ru: "У документа один открытый адрес; по нему без входа и скриптов доступна действующая версия.",
    },
    checks: ["policy-address", "stored-texts"],
  },
  "statutory-purposes": {
    kind: "gate-rule",
    home: "trust/gate",
    how: {
      en: "Beside the policy's own purposes stand only those that a statute imposes, each with its article.",
      ru: "Кроме целей политики есть только те, что предписаны законом, каждая со своей статьёй.",
    },
    checks: ["journalled-operations"],
  },
  topics: {
    kind: "screen",
    home: "services/intake",
    how: {
      en: "Whoever writes can choose the topic, and each topic reaches the staff who are set for it.",
      ru: "Пишущий может выбрать тему, и каждая тема попадает к назначенным для неё сотрудникам.",
    },
    checks: [],
  },
  "unverified-by-default": {
    kind: "type",
    home: "people/subjects",
    how: {
      en: "What people say about themselves is stored as unverified, and staff see that, until something proves it.",
      ru: "Сказанное людьми о себе хранится с пометкой «не проверено», и сотрудники её видят, пока что-либо не докажет обратное.",
    },
    checks: ["values-unverified"],
  },
  "version-dates": {
    kind: "gate-rule",
    home: "trust/publication",
    how: {
      en: "Each version shows when it was updated, published and put in force; none is dated before the one it follows.",
      ru: "У каждой версии видны даты обновления, публикации и вступления в силу; ни одна не датирована раньше предыдущей.",
    },
    checks: ["dates-of-versions"],
  },
};
