import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of the page of promises, and of what a policy's margin says of its clauses. */
export const promiseWords = defineMessages({
  title: { en: "Promises", ru: "Обещания" },
  lead: {
    en: "Every clause of our documents in plain words, how it is kept, and what was counted here. Failures stay on this page.",
    ru: "Каждый пункт наших документов простыми словами: как он соблюдается и что здесь подсчитано. Сбои остаются на этой странице.",
  },

  broken: { en: "Not kept", ru: "Не соблюдается" },
  unproven: { en: "Not shown", ru: "Не показано" },
  checked: { en: "Kept, and counted here", ru: "Соблюдается, здесь подсчитано" },
  kept: { en: "Kept", ru: "Соблюдается" },
  evidence: { en: "Evidence is kept", ru: "Доказательства хранятся" },
  declared: { en: "A declaration", ru: "Заявление" },
  invalidated: { en: "Holds no more", ru: "Больше не действует" },
  pending: { en: "Still to come", ru: "Ещё предстоит" },

  brokenMeans: {
    en: "A count on this installation found a breach.",
    ru: "Подсчёт в этой установке нашёл нарушение.",
  },
  unprovenMeans: {
    en: "No test of this release shows what keeps it.",
    ru: "Ни один тест этого выпуска не показывает, чем он соблюдается.",
  },
  checkedMeans: {
    en: "Tests of this release show what keeps it, and it was counted here within the last day.",
    ru: "Тесты этого выпуска показывают, чем он соблюдается, и за последние сутки это подсчитано здесь.",
  },
  keptMeans: {
    en: "Tests of this release show what keeps it, and that its absence is noticed.",
    ru: "Тесты этого выпуска показывают, чем он соблюдается, и что без этого нарушение заметно.",
  },
  evidenceMeans: {
    en: "No program can keep it; what shows whether it is kept is recorded.",
    ru: "Программа сама соблюсти его не может; записывается то, что показывает соблюдение.",
  },
  declaredMeans: {
    en: "It states something, and there is nothing in it to enforce.",
    ru: "Он что-то заявляет; принуждать в нём не к чему.",
  },
  invalidatedMeans: {
    en: "The clause was found invalid; nothing rests on it any more.",
    ru: "Пункт признан недействительным; на нём больше ничто не основано.",
  },
  pendingMeans: {
    en: "It waits for a part of the product that is not built yet.",
    ru: "Он ждёт части продукта, которая ещё не построена.",
  },
  waitsFor: { en: "Waits for: {room}.", ru: "Ожидает: {room}." },
  accounts: { en: "accounts", ru: "личные кабинеты" },
  rights: { en: "requests about one's own data", ru: "обращения о своих данных" },
  leaves: { en: "what goes out to others", ru: "передача данных другим" },
  services: { en: "orders, newsletters and other services", ru: "заказы, рассылки и другие услуги" },
  visits: { en: "visits and statistics", ru: "посещения и статистика" },
  products: { en: "products", ru: "программные продукты" },

  waivers: { en: "Accepted warnings", ru: "Принятые предупреждения" },
  waiversLead: {
    en: "What the check of the policy warns of and we accept, with our reason. Errors cannot be accepted.",
    ru: "О чём предупреждает проверка политики и что мы принимаем, с причиной. Ошибки принять нельзя.",
  },
  filter: { en: "Which clauses", ru: "Какие пункты" },
  all: { en: "All, {count, number}", ru: "Все, {count, number}" },
  ofState: { en: "{state}, {count, number}", ru: "{state}, {count, number}" },
  none: { en: "No clause stands like this", ru: "Таких пунктов нет" },
  noneNext: { en: "Choose another view above.", ru: "Выберите другой вид выше." },

  brokenTitle: {
    en: "{count, plural, one {# promise is} other {# promises are}} not kept here at the moment",
    ru: "{count, plural, one {# обещание сейчас здесь не соблюдается} few {# обещания сейчас здесь не соблюдаются} many {# обещаний сейчас здесь не соблюдаются} other {# обещаний сейчас здесь не соблюдаются}}",
  },
  brokenWhich: {
    en: "Read which, and what was found",
    ru: "Какие именно и что найдено",
  },
  allCounted: {
    en: "Counted last on {moment}",
    ru: "Последний подсчёт: {moment}",
  },
  notCounted: {
    en: "Nothing has been counted on this installation yet. Counting begins when it starts, and takes moments.",
    ru: "В этой установке ещё ничего не подсчитано. Подсчёт начинается при запуске и занимает мгновения.",
  },

  counts: { en: "What is counted", ru: "Что подсчитывается" },
  countsLead: {
    en: "Each count goes through tables and journal anew, apart from the code that keeps the promise.",
    ru: "Каждый подсчёт заново проходит по таблицам и журналу, отдельно от кода, который соблюдает обещание.",
  },
  countKept: { en: "As promised", ru: "Как обещано" },
  countBroken: { en: "Breach found", ru: "Найдено нарушение" },
  countUnknown: { en: "Could not be counted", ru: "Подсчитать не удалось" },
  countNever: { en: "Not counted yet", ru: "Ещё не подсчитано" },
  ofExamined: {
    en: "{examined, plural, =0 {nothing there yet to look at} one {# thing looked at} other {# things looked at}}",
    ru: "{examined, plural, =0 {смотреть пока не на что} one {просмотрена # запись} few {просмотрены # записи} many {просмотрено # записей} other {просмотрено # записи}}",
  },
  brokenOf: {
    en: "{broken, number} of {examined, number} not as promised",
    ru: "{broken, number} из {examined, number} не так, как обещано",
  },
  history: { en: "History", ru: "История" },
  historyOf: { en: "When the outcome changed", ru: "Когда результат менялся" },
  when: { en: "When", ru: "Когда" },
  found: { en: "Found", ru: "Результат" },
  looked: { en: "Looked at", ru: "Просмотрено" },
  notAsPromised: { en: "Not as promised", ru: "Не как обещано" },
  notes: { en: "What we say about it", ru: "Что мы об этом говорим" },
  saidBy: { en: "{post}, {moment}", ru: "{post}, {moment}" },
  lastSeen: { en: "Counted {moment}", ru: "Подсчитано {moment}" },

  keys: { en: "Encryption and keys", ru: "Шифрование и ключи" },
  profile: { en: "Values are sealed with", ru: "Значения запечатываются" },
  "rsa-3072-aes-256-gcm": {
    en: "AES-256-GCM, a key for each person, wrapped by keys that are wrapped by RSA-3072",
    ru: "AES-256-GCM, отдельный ключ на человека; ключи защищены ключами, защищёнными RSA-3072",
  },
  custody: { en: "The private key at rest", ru: "Закрытый ключ на диске" },
  folder: {
    en: "In a folder of its own that only the product can read. No passphrase is set.",
    ru: "В отдельной папке, читать которую может только продукт. Парольная фраза не задана.",
  },
  passphrase: {
    en: "In a folder of its own that only the product can read, encrypted under a passphrase as well.",
    ru: "В отдельной папке, читать которую может только продукт, и дополнительно зашифрован парольной фразой.",
  },
  unknown: { en: "No key file was found.", ru: "Файл ключа не найден." },

  takeAway: { en: "To take away", ru: "Скачать" },
  signedFile: {
    en: "The same as signed JSON",
    ru: "То же самое в подписанном JSON",
  },
  signedHow: {
    en: "Signed with the key of our journal, which stands on the journal's page. Check it on your own machine:",
    ru: "Подписано ключом нашего журнала; он указан на странице журнала. Проверить у себя можно так:",
  },
  ownMachine: { en: "On your own machine", ru: "На своём компьютере" },

  clauseTitle: { en: "Clause {clause}", ru: "Пункт {clause}" },
  inDocument: { en: "Read it in the document", ru: "Читать в документе" },
  allPromises: { en: "All promises", ru: "Все обещания" },
  how: { en: "How it is kept", ru: "Как он соблюдается" },
  state: { en: "How it stands", ru: "Как обстоит дело" },
  by: { en: "Kept by", ru: "Чем соблюдается" },
  type: { en: "a type that nothing else fits", ru: "тип, в который другое не помещается" },
  "gate-rule": {
    en: "a rule that is asked before anything happens",
    ru: "правило, которое спрашивают до действия",
  },
  job: { en: "work that runs by itself", ru: "работа, идущая сама" },
  screen: { en: "what people see and can do", ru: "то, что люди видят и могут сделать" },
  "evidence-query": { en: "a record that can be asked", ru: "запись, к которой можно обратиться" },
  tests: { en: "Tests that show it", ru: "Тесты, которые это показывают" },
  removed: {
    en: "Tests that take it away and see that noticed",
    ru: "Тесты, которые убирают это и видят, что нарушение замечено",
  },
  noCounts: {
    en: "Nothing of it can be counted on a running installation; its tests are what it rests on.",
    ru: "В работающей установке подсчитать тут нечего; он держится на своих тестах.",
  },
  invalidatedOn: {
    en: "No longer in force since {date}",
    ru: "Не действует с {date}",
  },
  marginHow: { en: "How it is kept", ru: "Как это соблюдается" },
});
