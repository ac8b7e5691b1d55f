import type { Localised } from "../../../../policy/index.ts";
import type { OperatorAnswers } from "../answers.ts";
import type { TemplateClause } from "./source-text.ts";

interface OptionalClause extends TemplateClause {
  /** For which answers it is written; without, for all. */
  readonly when?: (answers: OperatorAnswers) => boolean;
}

interface TemplateSection {
  /** The name of the constant that holds it. */
  readonly constant: string;
  readonly id: string;
  readonly title: Localised;
  readonly clauses: readonly OptionalClause[];
}

const hasOptionalFields = ({ takesPhone, takesCompany }: OperatorAnswers) => takesPhone || takesCompany;
const asksForOffers = (answers: OperatorAnswers) => answers.asksForOffers;

/**
 * A plain privacy policy for a site with one form (152-FZ 18.1(2), GDPR 13): who, which data, why and on what ground,
 * how and for how long, which rights, how the policy changes. Its facts come from the promise that is written with it.
 */
export const CLAUSES: readonly TemplateSection[] = [
  {
    constant: "whose",
    id: "1",
    title: { en: "Whose policy this is", ru: "Чья это политика" },
    clauses: [
      {
        id: "1.1",
        kind: "definition",
        enforceability: "enforceable",
        kept: { by: ["operator-profile"] },
        text: {
          en: "This policy is that of ${operator.legalName} (the Operator). It says what the Operator does with the personal data of everyone who uses its website (the User).",
          ru: "Это политика следующего лица: ${operator.legalName} (далее — Оператор). В ней сказано, что Оператор делает с персональными данными каждого, кто пользуется его сайтом (далее — Пользователь).",
        },
        says: { en: "Whose policy this is.", ru: "Чья это политика." },
      },
      {
        id: "1.2",
        kind: "definition",
        enforceability: "enforceable",
        kept: { by: ["declared-scope", "outbound-links"] },
        text: {
          en: "The website (the Site) is reached under these names: ${list(hosts)}. Websites of others to which it may link have policies of their own.",
          ru: "Сайт Оператора (далее — Сайт) доступен под именами: ${list(hosts)}. У чужих сайтов, на которые он может ссылаться, свои политики.",
        },
        says: {
          en: "This policy covers our site under each of its names, and no other site.",
          ru: "Политика распространяется на наш сайт под всеми его именами и ни на какой другой.",
        },
        keptBy: {
          en: "A request under any other name is turned away and leaves nothing behind.",
          ru: "Запрос к узлу с иным именем отклоняется и не оставляет данных.",
        },
      },
      {
        id: "1.3",
        kind: "service-feature",
        enforceability: "enforceable",
        kept: { by: ["requisites", "feedback-channel"] },
        text: {
          en: 'The Operator is reached at: ${operator.address}; e-mail ${emailLink}; telephone ${operator.phone}; the form ${form("feedback").link}. Taxpayer number (INN) ${operator.inn}, registration number (OGRN) ${operator.ogrn}.',
          ru: 'Связаться с Оператором можно так: ${operator.address}; электронная почта ${emailLink}; телефон ${operator.phone}; форма ${form("feedback").link}. ИНН ${operator.inn}, ОГРН (ОГРНИП) ${operator.ogrn}.',
        },
        says: {
          en: "Who we are on paper, and how to reach us.",
          ru: "Наши реквизиты и способы с нами связаться.",
        },
        keptBy: {
          en: "These contacts are the Operator’s settings themselves, not a copy of them.",
          ru: "Эти контакты взяты прямо из настроек Оператора, а не переписаны с них.",
        },
      },
    ],
  },
  {
    constant: "data",
    id: "2",
    title: { en: "Which data", ru: "Какие данные" },
    clauses: [
      {
        id: "2.1",
        kind: "collection-channel",
        enforceability: "enforceable",
        kept: { by: ["permitted-fields", "forms-for-everyone"] },
        text: {
          en: 'The Site takes personal data in one way: the User writes them into the form ${form("feedback").link}. The form requires ${list(form("feedback").required)}.',
          ru: 'Сайт получает персональные данные одним способом: Пользователь указывает их в форме ${form("feedback").link}. Обязательны для заполнения: ${list(form("feedback").required)}.',
        },
        says: {
          en: "We learn what you write into our form, and only that.",
          ru: "Мы узнаём только то, что вы написали в форме.",
        },
        keptBy: {
          en: "The form takes the items named here; with any other nothing of what was sent is stored.",
          ru: "Форма принимает только названное здесь; если прислано что-либо иное, не сохраняется ничего.",
        },
      },
      {
        id: "2.2",
        kind: "data-category",
        enforceability: "enforceable",
        kept: { by: ["optional-fields"] },
        when: hasOptionalFields,
        text: {
          en: 'If the User wishes, the form also takes ${list(form("feedback").optional)}.',
          ru: 'По желанию Пользователя форма принимает также: ${list(form("feedback").optional)}.',
        },
        says: { en: "Some fields may be left empty.", ru: "Некоторые поля можно не заполнять." },
        keptBy: { en: "May be left empty.", ru: "Можно не заполнять." },
      },
      {
        id: "2.3",
        kind: "data-category",
        enforceability: "enforceable",
        kept: { by: ["free-text-scan", "sealed-at-rest"] },
        text: {
          en: "In the message the User writes what the User likes. The Operator asks for no details of health, beliefs or identity documents and requests that none be given.",
          ru: "В сообщении Пользователь пишет то, что считает нужным. Оператор не запрашивает сведения о здоровье, убеждениях и реквизиты документов и просит их не указывать.",
        },
        says: {
          en: "What you write is up to you. Please leave out documents, health and beliefs.",
          ru: "Содержание сообщения — за вами. Не пишите, пожалуйста, о документах, здоровье и убеждениях.",
        },
        keptBy: {
          en: "The message is encrypted whole. On arrival it is searched for such details, and staff are warned of them.",
          ru: "Сообщение шифруется целиком. При получении в нём ищутся такие сведения, и сотрудники о них предупреждаются.",
        },
      },
    ],
  },
  {
    constant: "purposes",
    id: "3",
    title: { en: "Why, and on what ground", ru: "Зачем и на каком основании" },
    clauses: [
      {
        id: "3.1",
        kind: "purpose",
        enforceability: "enforceable",
        kept: { by: ["closed-purposes"] },
        text: {
          en: '${sentence(purpose("inquiry-handling").label)}. Data: ${list(purpose("inquiry-handling").attributes)}. Ground: ${purpose("inquiry-handling").basis}.',
          ru: '${sentence(purpose("inquiry-handling").label)}. Данные: ${list(purpose("inquiry-handling").attributes)}. Основание: ${purpose("inquiry-handling").basis}.',
        },
        says: {
          en: "We use your message to answer it.",
          ru: "Ваше сообщение нужно нам, чтобы на него ответить.",
        },
        keptBy: {
          en: "A message opens only for staff authorised for this purpose; each opening is journalled.",
          ru: "Сообщение открывается только сотрудникам, допущенным к этой цели; каждое открытие записывается в журнал.",
        },
      },
      {
        id: "3.2",
        kind: "consent",
        enforceability: "enforceable",
        kept: { by: ["acceptance-is-no-consent", "address-confirmation"] },
        when: asksForOffers,
        text: {
          en: '${sentence(purpose("offers").label)}. Data: ${list(purpose("offers").attributes)}. Ground: ${purpose("offers").basis}: ${consent("offers").link}.',
          ru: '${sentence(purpose("offers").label)}. Данные: ${list(purpose("offers").attributes)}. Основание: ${purpose("offers").basis}: ${consent("offers").link}.',
        },
        says: {
          en: "You get offers only if you have asked for them.",
          ru: "Предложения приходят только тем, кто об этом попросил.",
        },
        keptBy: {
          en: "The consent has a box and a text of its own and counts only once the address has been confirmed.",
          ru: "Согласие даётся отдельной отметкой, имеет отдельный текст и учитывается только после подтверждения адреса.",
        },
      },
      {
        id: "3.3",
        kind: "purpose",
        enforceability: "enforceable",
        kept: { by: ["statutory-purposes"] },
        text: {
          en: "Beside these purposes stand only those that the law itself lays on the Operator:\n${bullets(statutory)}",
          ru: "Наряду с ними действуют только цели, возложенные на Оператора законом:\n${bullets(statutory)}",
        },
        says: {
          en: "What the law obliges us to do with your data comes beside that, and nothing else.",
          ru: "Кроме этого — только то, что с вашими данными нас обязывает делать закон.",
        },
        keptBy: {
          en: "No operation happens without a decision that names its purpose; every other purpose is refused.",
          ru: "Ни одна операция не происходит без решения, в котором названа её цель; иная цель отклоняется.",
        },
      },
    ],
  },
  {
    constant: "handling",
    id: "4",
    title: { en: "How, and for how long", ru: "Как и сколько времени" },
    clauses: [
      {
        id: "4.1",
        kind: "purpose",
        enforceability: "enforceable",
        kept: { by: ["closed-operations"] },
        text: {
          en: 'The data of an enquiry are processed with automated means. The operations: ${list(purpose("inquiry-handling").operations)}.',
          ru: 'Данные обращения обрабатываются с использованием средств автоматизации. Действия с ними: ${list(purpose("inquiry-handling").operations)}.',
        },
        says: {
          en: "These are the things that may be done with your data.",
          ru: "Вот что можно делать с вашими данными.",
        },
        keptBy: {
          en: "An operation that is not named here is refused.",
          ru: "Действие, не названное здесь, не допускается.",
        },
      },
      {
        id: "4.2",
        kind: "retention",
        enforceability: "enforceable",
        kept: { pending: "rights" },
        text: {
          en: "Data are destroyed on these terms:\n${bullets(retentionTerms)}\n\nThey are destroyed earlier when one of these events occurs:\n${bullets(endEvents)}\n\nWhat the law requires to be kept for longer is kept for that time.",
          ru: "Данные уничтожаются в следующие сроки:\n${bullets(retentionTerms)}\n\nРаньше они уничтожаются, если наступит одно из событий:\n${bullets(endEvents)}\n\nЕсли закон требует хранить данные дольше, они хранятся в течение этого срока.",
        },
        says: {
          en: "Your data have a day on which they are destroyed.",
          ru: "У ваших данных есть день, когда их уничтожат.",
        },
      },
      {
        id: "4.3",
        kind: "disclosure-gate",
        enforceability: "enforceable",
        kept: { by: ["closed-operations"] },
        text: {
          en: "The Operator passes the data to nobody, unless the law obliges it to.",
          ru: "Оператор никому не передаёт данные, кроме случаев, когда его обязывает к этому закон.",
        },
        says: {
          en: "We give your data to nobody, unless the law makes us.",
          ru: "Мы никому не отдаём ваши данные, если к этому не обязывает закон.",
        },
        keptBy: {
          en: "No purpose of the Operator’s own allows data to be passed on; an attempt is refused.",
          ru: "Ни одна из целей самого Оператора не допускает передачи данных; такая попытка отклоняется.",
        },
      },
      {
        id: "4.4",
        kind: "security-measure",
        enforceability: "enforceable",
        kept: { by: ["sealed-at-rest", "closed-operations"] },
        text: {
          en: "These measures protect the data:\n${bullets(measures)}",
          ru: "Данные защищены следующими мерами:\n${bullets(measures)}",
        },
        says: {
          en: "Each person’s data are encrypted under a key of their own, and every use is written down.",
          ru: "Данные каждого человека зашифрованы на его собственном ключе, и каждое действие с ними записано.",
        },
        keptBy: {
          en: "The system itself works so; there is no switch for it.",
          ru: "Так устроена сама система; отключить это нельзя.",
        },
      },
    ],
  },
  {
    constant: "rights",
    id: "5",
    title: { en: "What the User may demand", ru: "Чего вправе требовать Пользователь" },
    clauses: [
      {
        id: "5.1",
        kind: "subject-right",
        enforceability: "enforceable",
        kept: { pending: "rights" },
        text: {
          en: "The User may ask the Operator for:\n${bullets(rights)}",
          ru: "Пользователь вправе потребовать от Оператора:\n${bullets(rights)}",
        },
        says: {
          en: "You may see your data, put them right, and have them deleted.",
          ru: "Вы можете узнать, исправить и удалить свои данные.",
        },
      },
      {
        id: "5.2",
        kind: "deadline",
        enforceability: "enforceable",
        kept: { pending: "rights" },
        text: {
          en: 'A request may be sent to ${emailLink} or through the page ${letterLink}. The Operator answers ${deadline("answer").within} of its receipt; where the law sets a shorter time, the shorter time applies. It costs nothing.',
          ru: 'Требование можно направить на ${emailLink} или через страницу ${letterLink}. Оператор отвечает ${deadline("answer").within} со дня его получения; если законом установлен более короткий срок, применяется он. Плата не взимается.',
        },
        says: {
          en: "Write to us, and we answer in time and free of charge.",
          ru: "Напишите — мы ответим в срок и бесплатно.",
        },
      },
      {
        id: "5.3",
        kind: "subject-right",
        enforceability: "declarative",
        kept: { declared: true },
        text: {
          en: "A User whose rights have been violated may complain to the authority for the protection of the rights of data subjects, or go to court.",
          ru: "Пользователь, права которого нарушены, может пожаловаться в уполномоченный орган по защите прав субъектов персональных данных или обратиться в суд.",
        },
        says: {
          en: "If we fail you, there are the authority and the courts.",
          ru: "Если мы вас подвели, есть уполномоченный орган и суд.",
        },
      },
    ],
  },
  {
    constant: "thePolicyItself",
    id: "6",
    title: { en: "This policy", ru: "Об этой политике" },
    clauses: [
      {
        id: "6.1",
        kind: "consent",
        enforceability: "enforceable",
        kept: { by: ["acceptance-at-first-trace", "acceptance-is-no-consent"] },
        text: {
          en: "Whoever sends the form accepts this policy. That is not consent to anything for which the law or this policy requires consent: consent is asked for separately and may be refused.",
          ru: "Отправляя форму, Пользователь принимает эту политику. Это не согласие там, где закон или эта политика требуют согласия: оно запрашивается отдельно, и его можно не давать.",
        },
        says: {
          en: "Sending the form accepts this policy. It is not a consent to anything else.",
          ru: "Отправляя форму, вы принимаете эту политику. Согласием на что-то ещё это не считается.",
        },
        keptBy: {
          en: "The acceptance is recorded with the version and language that were shown; no consent is derived from it.",
          ru: "Принятие записывается вместе с показанной редакцией и языком; согласие из него не выводится.",
        },
      },
      {
        id: "6.2",
        kind: "consent",
        enforceability: "enforceable",
        kept: { by: ["declining"] },
        text: {
          en: "A User who does not agree may decline this policy on its page. The form then takes only requests about the User’s own data and about this policy. The documents stay open, and the choice can be taken back.",
          ru: "Несогласный Пользователь может отклонить политику на её странице. После этого форма принимает только запросы о собственных данных и об этой политике. Документы остаются доступны, а выбор можно изменить.",
        },
        says: {
          en: "You may say no to this policy, and take that back.",
          ru: "Политику можно отклонить, а потом передумать.",
        },
        keptBy: {
          en: "The control stands on the policy page and by the form and works without scripts.",
          ru: "Отказаться можно на странице политики и рядом с формой; сценарии для этого не нужны.",
        },
      },
      {
        id: "6.3",
        kind: "versioning",
        enforceability: "enforceable",
        kept: { by: ["one-version-in-force", "stable-address", "version-dates"] },
        text: {
          en: 'The Operator may change this policy. A new version takes effect when it is published, or on the later day that it names. The version in force is at ${document("privacy-policy").link}; earlier ones remain readable. Last updated on ${document("privacy-policy").updatedOn}.',
          ru: 'Оператор может изменить эту политику. Новая редакция действует с момента публикации или с названного в ней более позднего дня. Действующая редакция находится по адресу ${document("privacy-policy").link}; прежние остаются доступны. Дата последнего обновления: ${document("privacy-policy").updatedOn}',
        },
        says: {
          en: "The policy may change. You can always read every version.",
          ru: "Политика может измениться. Каждую её редакцию всегда можно прочитать.",
        },
        keptBy: {
          en: "Every version is stored for ever in its exact bytes; exactly one is in force at any moment.",
          ru: "Каждая редакция бессрочно хранится байт в байт; в любой момент действует ровно одна.",
        },
      },
      {
        id: "6.4",
        kind: "definition",
        enforceability: "enforceable",
        kept: { by: ["regimes"] },
        text: {
          en: "${sentence(operator.law)} applies to this policy.",
          ru: "К этой политике применяется ${operator.law}.",
        },
        says: { en: "Which law this policy is made under.", ru: "Какое право применяется к этой политике." },
      },
    ],
  },
];
