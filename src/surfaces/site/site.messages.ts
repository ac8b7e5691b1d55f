import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of the site's own pages. What an operator says itself comes from its policy. */
export const siteWords = defineMessages({
  journal: { en: "Journal", ru: "Журнал" },
  write: { en: "Write to us", ru: "Написать нам" },
  writeLead: {
    en: "Choose what it is about; each form asks only for what its answer needs.",
    ru: "Выберите, о чём хотите написать: каждая форма спрашивает только то, что нужно для ответа.",
  },
  mailbox: { en: "Development mailbox", ru: "Почта разработчика" },
  requisites: { en: "INN {inn}, OGRN {ogrn}", ru: "ИНН {inn}, ОГРН {ogrn}" },

  send: { en: "Send", ru: "Отправить" },
  formPolicy: {
    en: "What you send is kept and used as the policy says, version {version}:",
    ru: "Отправленное хранится и используется так, как сказано в политике, версия {version}:",
  },
  formAccepts: {
    en: "By sending you accept, in version {version} as it is published:",
    ru: "Отправляя, вы принимаете в опубликованной версии {version}:",
  },
  formAcceptsAnew: {
    en: "I accepted an earlier version, and accept version {version} instead",
    ru: "Я принимал(а) прежнюю версию и теперь принимаю версию {version}",
  },
  "duty-none": {
    en: "By sending you confirm that these data are your own, true and up to date; we do not check them.",
    ru: "Отправляя, вы подтверждаете, что данные ваши, верные и актуальные; мы их не проверяем.",
  },
  "duty-on-doubt": {
    en: "By sending you confirm that these data are your own, true and up to date; where there is reason to doubt them, we may ask.",
    ru: "Отправляя, вы подтверждаете, что данные ваши, верные и актуальные; при обоснованных сомнениях мы можем переспросить.",
  },
  problemMissing: { en: "{label}: please fill this in.", ru: "{label}: заполните это поле." },
  problemNoPart: {
    en: "Your name: please fill in at least one part of it.",
    ru: "Ваше имя: заполните хотя бы одну его часть.",
  },
  problemTooLong: {
    en: "{label}: at most {length, number} characters, please.",
    ru: "{label}: не более {length, number} знаков, пожалуйста.",
  },
  problemAddress: {
    en: "{label}: this does not look like an e-mail address, for example anna@example.org.",
    ru: "{label}: это не похоже на адрес электронной почты, например anna@example.org.",
  },
  problemNumber: {
    en: "{label}: this cannot be a telephone number. Example: +7 200 555-01-42.",
    ru: "{label}: такого номера телефона быть не может. Пример: +7 200 555-01-42.",
  },
  problemRepeated: { en: "{label}: this was sent twice.", ru: "{label}: поле пришло дважды." },
  problemUndeclared: {
    en: "The form does not ask for “{name}”, so nothing was stored.",
    ru: "Форма не спрашивает «{name}», поэтому ничего не сохранено.",
  },

  receivedTitle: { en: "We received your message", ru: "Мы получили ваше сообщение" },
  receivedAgain: {
    en: "This message had been received already; it is kept once.",
    ru: "Это сообщение уже было получено; оно хранится один раз.",
  },
  receivedReference: { en: "Reference", ru: "Номер обращения" },
  receivedAt: { en: "Received", ru: "Получено" },
  receivedDone: { en: "It is sealed and recorded", ru: "Сообщение зашифровано и записано" },
  receivedWaits: { en: "One step is left to you", ru: "Остался один ваш шаг" },
  receivedNow: { en: "What happens now", ru: "Что дальше" },
  receivedNext: {
    en: "A mail is on its way to the address that you gave, with the reference, the receipt, and a link by which you confirm the address.",
    ru: "На указанный вами адрес отправлено письмо: в нём номер обращения, квитанция и ссылка для подтверждения адреса.",
  },

  checkpoint: {
    en: "The journal’s checkpoint at this moment",
    ru: "Контрольная точка журнала на этот момент",
  },

  journalTitle: { en: "The journal of processing", ru: "Журнал обработки" },
  journalLead: {
    en: "Every operation on personal data is recorded in the same step that carries it out, and entered here a moment later. Nothing about a person stands in what is public: only hashes, and a signature over all of them.",
    ru: "Каждая операция с персональными данными записывается тем же шагом, которым выполняется, и вскоре вносится сюда. В открытой части нет ничего о людях: только хеши и подпись под ними всеми.",
  },
  journalSize: { en: "Entries", ru: "Записей" },
  journalRoot: { en: "Root hash", ru: "Корневой хеш" },
  journalKey: { en: "Public key", ru: "Открытый ключ" },
  journalReceipt: {
    en: "Whoever sent us a form holds a receipt for it.",
    ru: "У каждого, кто отправил нам форму, есть квитанция.",
  },
  receiptCheck: { en: "Check a receipt", ru: "Проверить квитанцию" },
  ownMachine: { en: "On your own machine", ru: "На вашем компьютере" },
  more: { en: "More", ru: "Ещё" },
  journalFiles: {
    en: "The checkpoint and the hash tiles are served as C2SP tlog-tiles lays them out:",
    ru: "Контрольная точка и хеш-плитки отдаются так, как описано в C2SP tlog-tiles:",
  },

  mailboxEmpty: { en: "No mail yet", ru: "Писем пока нет" },
  mailboxEmptyNext: {
    en: "Send the form, and the acknowledgement arrives here over real SMTP. It stays in memory, on this machine.",
    ru: "Отправьте форму — подтверждение придёт сюда по настоящему SMTP. Письма хранятся в памяти, на этой машине.",
  },
  mailSubject: { en: "Subject", ru: "Тема" },
  mailText: { en: "Text", ru: "Текст" },
  mailTo: { en: "To", ru: "Кому" },
  mailArrived: { en: "Arrived", ru: "Пришло" },
});
