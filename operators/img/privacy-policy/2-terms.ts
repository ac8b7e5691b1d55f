import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const terms = defineSection<FactsOf<typeof promise>>({
  id: "2",
  title: { en: "Terms", ru: "Основные понятия" },
  clauses: [
    {
      id: "2.1",
      text: {
        en: "“Automated processing” means processing of personal data by means of computers and their programs.",
        ru: "«Автоматизированная обработка» — обработка персональных данных с помощью вычислительной техники и программ.",
      },
      says: {
        en: "Whatever a program does with your data is automated processing.",
        ru: "Всё, что делает с вашими данными программа, — автоматизированная обработка.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "2.2",
      text: {
        en: "“Blocking” means that the processing of personal data is stopped for a time. While data are blocked they may only be kept, checked and clarified. Who had them blocked, why and until when is recorded.",
        ru: "«Блокирование» — временное прекращение обработки персональных данных. Заблокированные данные можно только хранить, проверять и уточнять. Записывается, по чьему обращению, почему и до какого дня они заблокированы.",
      },
      says: {
        en: "Blocked data lie still: they may be checked and put right, and nothing else may be done with them.",
        ru: "Заблокированные данные лежат без движения: их можно проверить и исправить, но больше ничего.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "2.3",
      text: {
        en: ({ host }) =>
          `“Website” means texts, pictures and other materials together with the databases and programs that make them available on the Internet. In this Policy the website is ${host}.`,
        ru: ({ host }) =>
          `«Сайт» (веб-сайт) — тексты, изображения и иные материалы вместе с базами данных и программами, благодаря которым они доступны в сети Интернет. Для целей Политики это ${host}.`,
      },
      says: {
        en: "The site is more than its pages. The databases and programs behind them belong to it.",
        ru: "Сайт — это не только страницы, но и базы данных и программы за ними.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "2.4",
      text: {
        en: ({ home }) =>
          `“Information system of personal data” means personal data in databases together with the technology and hardware that process them. The databases of the Operator are in this country: ${home}.`,
        ru: ({ home }) =>
          `«Информационная система персональных данных» — персональные данные в базах данных вместе с технологиями и техническими средствами, которыми они обрабатываются. Страна, в которой находятся базы данных Оператора: ${home}.`,
      },
      says: {
        en: "The databases with your data, and everything that works on them, count as one system. It stands in Russia.",
        ru: "Базы с вашими данными и всё, что с ними работает, — одна система. Она находится в России.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "2.5",
      text: {
        en: "“Anonymisation” (in law: depersonalisation) means actions after which it cannot be told, without additional information, whose the personal data are. The additional information is kept apart.",
        ru: "«Обезличивание» — действия, после которых без дополнительной информации нельзя определить, кому принадлежат персональные данные. Дополнительная информация хранится отдельно.",
      },
      says: {
        en: "From anonymised data nobody can tell that they are yours, unless they hold a key that is kept elsewhere.",
        ru: "По обезличенным данным не узнать, что они ваши, если нет ключа, а ключ хранится отдельно.",
      },
      kind: "depersonalisation",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
    {
      id: "2.6",
      text: {
        en: ({ operations, bullets }) =>
          `“Processing” means any operation on personal data, or any set of operations, with automated means or without them. The operations are:
${bullets(operations)}

Other words that a request may use name the same operations: filing is systematisation, validation is clarification, transmission is transfer, erasure is destruction.`,
        ru: ({ operations, bullets }) =>
          `«Обработка» — любое действие (операция) с персональными данными или совокупность таких действий, с использованием средств автоматизации или без них. Это:
${bullets(operations)}

Иные слова, которые могут встретиться в запросах, означают те же действия: упорядочение — систематизацию, проверка — уточнение, пересылка — передачу, стирание — уничтожение.`,
      },
      says: {
        en: "Anything that can be done with your data is on this list. What is not on it is not done.",
        ru: "Всё, что можно делать с вашими данными, есть в этом перечне. Чего в нём нет, того не делается.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["closed-operations"] },
    },
    {
      id: "2.7",
      text: {
        en: ({ operator }) =>
          `“Operator” means whoever, alone or together with others, organises or carries out the processing of personal data and determines its purposes, the data and the operations. Under this Policy it is ${operator.legalName} alone.`,
        ru: ({ operator }) =>
          `«Оператор» — лицо, которое самостоятельно или совместно с другими организует или осуществляет обработку персональных данных и определяет её цели, состав данных и действия с ними. По настоящей Политике это только ${operator.legalName}.`,
      },
      says: {
        en: "Who decides why and how your data are used is the operator. Here that is us alone.",
        ru: "Оператор — тот, кто решает, зачем и как используются ваши данные. Здесь это только мы.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "2.8",
      text: {
        en: ({ host }) =>
          `“Personal data” means any information that relates, directly or indirectly, to a User of the website ${host} who is or can be determined.`,
        ru: ({ host }) =>
          `«Персональные данные» — любая информация, которая прямо или косвенно относится к определённому или определяемому Пользователю сайта ${host}.`,
      },
      says: {
        en: "Whatever points at you is personal, even if it does so only together with something else.",
        ru: "Всё, что указывает на вас, пусть и не само по себе, — персональные данные.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["sealed-at-rest", "listed-attributes"] },
    },
    {
      id: "2.9",
      text: {
        en: ({ host }) =>
          `“User” means anybody who visits the website ${host}. Nobody has to register to be a User and to have a User’s rights.`,
        ru: ({ host }) =>
          `«Пользователь» — любой посетитель сайта ${host}. Чтобы быть Пользователем и иметь его права, регистрироваться не нужно.`,
      },
      says: {
        en: "You are a user from the moment you open the site. Your rights need no account.",
        ru: "Вы — пользователь с той минуты, как открыли сайт. Для ваших прав учётная запись не нужна.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "2.10",
      text: {
        en: "“Provision” means actions by which personal data are disclosed to a particular person or a particular group of persons.",
        ru: "«Предоставление» — действия, в результате которых персональные данные раскрываются определённому лицу или определённому кругу лиц.",
      },
      says: {
        en: "To provide data is to show them to somebody who can be named.",
        ru: "Предоставить данные — показать их тому, кого можно назвать.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "2.11",
      text: {
        en: "“Distribution” means actions by which personal data are disclosed to an indefinite circle of persons: publication in the media or on the Internet, or access opened in any other way. It requires a consent of its own; silence or inaction never is that consent. The Operator distributes nobody’s personal data.",
        ru: "«Распространение» — действия, в результате которых персональные данные раскрываются неопределённому кругу лиц: обнародование в средствах массовой информации или в сети Интернет либо открытие доступа иным способом. Для него требуется отдельное согласие; молчание или бездействие таким согласием не являются. Оператор ничьи персональные данные не распространяет.",
      },
      says: {
        en: "To distribute data is to show them to anyone. We do not.",
        ru: "Распространить данные — показать их кому угодно. Мы этого не делаем.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "2.12",
      text: {
        en: "“Cross-border transfer” means transfer of personal data to the territory of a foreign state, to an authority of such a state, or to a foreign company or individual.",
        ru: "«Трансграничная передача» — передача персональных данных на территорию иностранного государства, органу его власти, иностранному физическому или юридическому лицу.",
      },
      says: {
        en: "Data cross a border when they go to another country, or to somebody who belongs there.",
        ru: "Данные пересекают границу, когда попадают в другую страну или к тому, кто ей принадлежит.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "2.13",
      text: {
        en: "“Erasure” (in law: destruction) means actions after which the content of personal data can never be restored in the information system, or by which the media that bear them are destroyed, or both. It is recorded that, when and on what ground the data were destroyed, and not what they said.",
        ru: "«Уничтожение» — действия, после которых содержание персональных данных уже нельзя восстановить в информационной системе и (или) в результате которых уничтожаются их материальные носители. Записывается сам факт уничтожения, его день и основание, но не содержание данных.",
      },
      says: {
        en: "Erased means gone for good: nobody can bring it back, and we cannot either.",
        ru: "Уничтожено — значит навсегда: восстановить не сможет никто, в том числе мы.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
  ],
});
