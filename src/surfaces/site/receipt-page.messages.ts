import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of the page that checks receipts; those of what it finds are the journal's. */
export const receiptWords = defineMessages({
  title: { en: "Check a receipt", ru: "Проверить квитанцию" },
  lead: {
    en: "Paste the whole text of a receipt, and this page says what it proves. Nothing of it is stored or logged.",
    ru: "Вставьте текст квитанции целиком — страница скажет, что она доказывает. Ничего из неё не сохраняется и не пишется в журналы.",
  },
  receipt: { en: "Receipt", ru: "Квитанция" },
  receiptHint: {
    en: "From the line “upheld-receipt/1” to the end.",
    ru: "Со строки «upheld-receipt/1» и до конца.",
  },
  check: { en: "Check", ru: "Проверить" },
  wrong: { en: "This receipt proves nothing", ru: "Эта квитанция ничего не доказывает" },
  wrongNext: {
    en: "Nothing was changed by checking. Take the text from the file again, whole; or write to us and quote your reference.",
    ru: "Проверка ничего не изменила. Скопируйте текст из файла ещё раз, целиком, или напишите нам, указав номер обращения.",
  },
  proven: {
    en: "The receipt holds, and the journal proves it",
    ru: "Квитанция подлинна, и журнал это доказывает",
  },
  promised: {
    en: "The receipt holds; its proof is a moment away",
    ru: "Квитанция подлинна; доказательство появится через мгновение",
  },
  reference: { en: "Reference", ru: "Номер обращения" },
  received: { en: "Received", ru: "Получено" },
  purpose: { en: "For", ru: "Для чего" },
  data: { en: "What was given", ru: "Что передано" },
  policy: { en: "Under the policy", ru: "По политике" },
  version: { en: "version {number}", ru: "версия {number}" },
  versionUnknown: { en: "of the fingerprint {hash}", ru: "с отпечатком {hash}" },
  clause: { en: "Clause", ru: "Пункт" },
  journal: { en: "Journal", ru: "Журнал" },
  place: { en: "{log}, entry {index} of {size}", ru: "{log}, запись {index} из {size}" },
  notProven: {
    en: "It proves when and for what something was received, not what was written: that is nowhere in it.",
    ru: "Она доказывает, когда и для чего получено сообщение, но не его содержание: его в ней нет.",
  },
  keep: {
    en: "Keep this one: it carries the newest proof.",
    ru: "Сохраните эту: в ней самое новое доказательство.",
  },
  completed: { en: "The completed receipt", ru: "Дополненная квитанция" },
  yourself: {
    en: "You need not believe this page. This command checks the same on your own machine, with a key that you took from elsewhere:",
    ru: "Верить этой странице не обязательно. Эта команда проверяет то же на вашей машине, с ключом из другого источника:",
  },
});
