import { defineMessages } from "../../platform/i18n/index.ts";

/** The words around a published document: its versions, their dates, what changed in them. */
export const documentWords = defineMessages({
  incorporates: {
    en: "Part of this document, and accepted with it:",
    ru: "Составная часть этого документа, принимается вместе с ним:",
  },
  partOf: { en: "This document is part of:", ru: "Этот документ — часть документа:" },
  yieldsTo: {
    en: "Where they differ, this holds over it:",
    ru: "При расхождении над этим документом преобладает:",
  },
  holdsOver: {
    en: "Where they differ, this document holds over:",
    ru: "При расхождении этот документ преобладает над:",
  },
  disagree: { en: "I do not agree with this document", ru: "Я не согласен с этим документом" },
  newsTitle: {
    en: "Since {moment} version {version} of our documents holds",
    ru: "С {moment} действует версия {version} наших документов",
  },
  newsDismiss: { en: "Do not show this again", ru: "Больше не показывать" },
  newsDismissed: {
    en: "This browser does not show it any more, until the next version",
    ru: "В этом браузере это больше не показывается до следующей версии",
  },
  newsNone: { en: "There is nothing new to tell", ru: "Новостей нет" },
  version: { en: "Version", ru: "Версия" },
  versionNumber: { en: "Version {number}", ru: "Версия {number}" },
  inForce: { en: "in force", ru: "действует" },
  earlier: { en: "no longer in force", ru: "больше не действует" },
  scheduled: { en: "takes effect later", ru: "вступит в силу позже" },
  calledOff: { en: "called off", ru: "отменена" },
  aboutVersion: { en: "About this version", ru: "Об этой версии" },
  updated: { en: "Updated", ru: "Обновлён" },
  published: { en: "Published", ru: "Опубликована" },
  effective: { en: "In force from", ru: "Действует с" },
  effectiveLater: { en: "Takes effect on", ru: "Вступит в силу" },
  effectiveNever: { en: "Was to take effect on", ru: "Должна была вступить в силу" },
  calledOffAt: { en: "Called off", ru: "Отменена" },
  fingerprint: { en: "SHA-256 of this text", ru: "SHA-256 этого текста" },
  askSection: { en: "Ask about this section", ru: "Спросить об этом разделе" },
  otherFormats: { en: "To take away", ru: "Скачать" },
  formatHtml: { en: "The published bytes (HTML)", ru: "Опубликованный текст побайтно (HTML)" },
  formatPdf: { en: "PDF for paper", ru: "PDF для печати" },
  formatMarkdown: { en: "Markdown", ru: "Markdown" },
  formatJson: { en: "JSON", ru: "JSON" },
  formatLinkedData: { en: "JSON-LD (W3C DPV 2.3)", ru: "JSON-LD (W3C DPV 2.3)" },
  versions: { en: "All versions", ru: "Все версии" },

  announcedTitle: {
    en: "Version {number} takes effect on {moment}",
    ru: "Версия {number} вступит в силу {moment}",
  },
  announcedRead: { en: "Read it now", ru: "Прочитать сейчас" },
  scheduledTitle: {
    en: "This version takes effect on {moment}",
    ru: "Эта версия вступит в силу {moment}",
  },
  scheduledBody: {
    en: "Until then another applies.",
    ru: "До этого действует другая.",
  },
  calledOffTitle: {
    en: "This version was called off and never applied",
    ru: "Эта версия отменена и никогда не действовала",
  },
  earlierTitle: {
    en: "This version is no longer in force",
    ru: "Эта версия больше не действует",
  },
  readCurrent: { en: "Read the one in force", ru: "Прочитать действующую" },

  changes: { en: "What has changed", ru: "Что изменилось" },
  changesOf: { en: "{title}: what has changed", ru: "{title}: что изменилось" },
  changesLead: {
    en: "Every version of this document and what it changed, newest first, as recorded at publication.",
    ru: "Все версии документа и их изменения, начиная с новейшей, как они записаны при публикации.",
  },
  feed: { en: "Follow changes (Atom feed)", ru: "Следить за изменениями (лента Atom)" },
  note: { en: "Note of the publisher", ru: "Примечание публикующего" },
  firstVersion: { en: "The first version.", ru: "Первая версия." },
  nothingChanged: {
    en: "The text of this document did not change.",
    ru: "Текст этого документа не изменился.",
  },
  comparedWith: { en: "Compared with version {number}.", ru: "По сравнению с версией {number}." },
  clause: { en: "Clause {clause}", ru: "Пункт {clause}" },
  heading: { en: "Title", ru: "Заголовок" },
  howKept: { en: "How it is kept", ru: "Как это соблюдается" },
  enforced: { en: "What is enforced", ru: "Что соблюдает программа" },
  added: { en: "added", ru: "добавлено" },
  removed: { en: "removed", ru: "удалено" },
  changed: { en: "changed", ru: "изменено" },
  material: { en: "material", ru: "существенно" },
  materialMeans: {
    en: "Marked as material: a purpose, a category of data, a recipient, a country or a period. A consent given before does not reach it.",
    ru: "Отмечено как существенное: цель, категория данных, получатель, страна или срок. Данное ранее согласие на это не распространяется.",
  },
});
