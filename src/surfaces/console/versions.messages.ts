import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of versions and of publishing. */
export const versionWords = defineMessages({
  title: { en: "Versions", ru: "Версии" },
  lead: {
    en: "Every version that was ever published, newest first. Each stays readable in its exact bytes.",
    ru: "Все опубликованные версии, новые сверху. Каждая остаётся читаемой в точности как была.",
  },
  version: { en: "Version {number}", ru: "Версия {number}" },
  inForce: { en: "in force", ru: "действует" },
  scheduled: { en: "scheduled", ru: "запланирована" },
  calledOff: { en: "called off", ru: "отменена" },
  replaced: { en: "replaced", ru: "заменена" },
  updated: { en: "Updated", ru: "Обновлена" },
  published: { en: "Published", ru: "Опубликована" },
  effective: { en: "In force from", ru: "Действует с" },
  calledOffAt: { en: "Called off", ru: "Отменена" },
  by: { en: "By", ru: "Кем" },
  byYou: { en: "you", ru: "вами" },
  byInstallation: { en: "the first start of this installation", ru: "первый запуск этой установки" },
  byStaff: { en: "a member of staff, {code}", ru: "сотрудник, {code}" },
  via: {
    en: "{via, select, console {through the console} cli {by command} other {by itself}}",
    ru: "{via, select, console {через рабочее место} cli {командой} other {автоматически}}",
  },
  note: { en: "Note", ru: "Примечание" },
  changes: { en: "What changed", ru: "Что изменилось" },
  changeCount: {
    en: "{count, plural, one {# change} other {# changes}}, {material, plural, =0 {none material} one {# material} other {# material}}",
    ru: "{count, plural, one {# изменение} few {# изменения} many {# изменений} other {# изменения}}, {material, plural, =0 {существенных нет} one {# существенное} few {# существенных} many {# существенных} other {# существенного}}",
  },
  fingerprint: { en: "SHA-256 of the policy", ru: "SHA-256 политики" },
  read: { en: "Read", ru: "Прочитать" },
  invalidate: { en: "Invalidate a clause", ru: "Признать пункт недействующим" },
  invalidateLead: {
    en: "One clause of the newest version is marked as not holding any more. The document shows it struck out; what hangs on it stops, and nothing else does.",
    ru: "Один пункт новейшей версии отмечается как недействующий. В документе он зачёркнут; перестаёт действовать только то, что на нём держится.",
  },
  invalidateClause: { en: "Clause", ru: "Пункт" },
  invalidateClauseHint: {
    en: "With its document: user-agreement/7.3",
    ru: "Вместе с документом: user-agreement/7.3",
  },
  reasonEn: { en: "Reason, in English", ru: "Причина, по-английски" },
  reasonRu: { en: "Reason, in Russian", ru: "Причина, по-русски" },
  invalidateOn: { en: "From", ru: "С какого дня" },
  invalidateOnHint: {
    en: "A day, as in 2026-12-01; empty: today",
    ru: "День, например 2026-12-01; пусто — сегодня",
  },
  look: { en: "Look at it first", ru: "Сначала посмотреть" },
  restore: { en: "Restore version {number}", ru: "Вернуть версию {number}" },
  madeFromRestored: { en: "the content of version {number}, again", ru: "снова содержание версии {number}" },
  madeFromInvalidated: {
    en: "the version before it, without clause {clause}",
    ru: "предыдущая версия без пункта {clause}",
  },
  madeFrom: { en: "Made from", ru: "На основе" },
  restoreLead: {
    en: "The content of version {version} as it is stored, compared with version {base}. It becomes a new version when you publish it; nothing of what was before is lost.",
    ru: "Содержание версии {version}, как оно хранится, в сравнении с версией {base}. После публикации это новая версия; ничего из прежнего не теряется.",
  },
  invalidatedLead: {
    en: "Version {base} with clause {clause} marked as not holding any more. Nothing is in force until you publish it.",
    ru: "Версия {base}, в которой пункт {clause} отмечен как недействующий. Пока вы не опубликуете, ничего не меняется.",
  },
  callOff: { en: "Call off version {number}", ru: "Отменить версию {number}" },

  publishTitle: { en: "Publish the policy", ru: "Публикация политики" },
  publishLead: {
    en: "What stands in the policy file now, compared with version {base}. Nothing is in force until you publish it.",
    ru: "То, что сейчас записано в файле политики, в сравнении с версией {base}. Пока вы не опубликуете, ничего не меняется.",
  },
  same: { en: "Nothing to publish", ru: "Публиковать нечего" },
  sameNext: {
    en: "The policy file says exactly what version {base} says. Change the file, then open this page again.",
    ru: "Файл политики говорит ровно то же, что версия {base}. Измените файл и откройте эту страницу снова.",
  },
  broken: { en: "The policy file does not compile", ru: "Файл политики не компилируется" },
  brokenNext: {
    en: "Nothing changed; the version in force stays. Mend the file, then open this page again. On the machine, npx upheld check says the same.",
    ru: "Ничего не изменилось, действующая версия остаётся. Исправьте файл и откройте эту страницу снова. На машине то же скажет npx upheld check.",
  },
  findings: { en: "What the check found", ru: "Что нашла проверка" },
  noFindings: { en: "The check found nothing.", ru: "Проверка ничего не нашла." },
  findingsStop: {
    en: "A policy with errors cannot be published.",
    ru: "Политику с ошибками опубликовать нельзя.",
  },
  errorFinding: { en: "error", ru: "ошибка" },
  waivedFinding: { en: "accepted in public", ru: "принято публично" },
  waivedBecause: { en: "Accepted: {reason}", ru: "Принято: {reason}" },
  rule: { en: "Rule: {rule}.", ru: "Правило: {rule}." },
  warningFinding: { en: "warning", ru: "предупреждение" },
  clause: { en: "clause {clause}", ru: "пункт {clause}" },
  material: { en: "material", ru: "существенное" },
  materialMeans: {
    en: "A consent given under the earlier version does not reach a material change.",
    ru: "Согласие, данное по прежней версии, не распространяется на существенное изменение.",
  },
  kindOf: {
    en: "{kind, select, added {added} removed {removed} other {changed}}",
    ru: "{kind, select, added {добавлено} removed {удалено} other {изменено}}",
  },
  preview: {
    en: "Read the draft as it would be published",
    ru: "Прочитать проект так, как он будет опубликован",
  },
  previewTitle: { en: "Draft: {title}", ru: "Проект: {title}" },
  previewNote: {
    en: "This is a draft. It is not in force, and only those who may publish see it.",
    ru: "Это проект. Он не действует, и видят его только те, кто может публиковать.",
  },
  back: { en: "Back to publishing", ru: "Назад к публикации" },
  act: { en: "Publish", ru: "Опубликовать" },
  noteEn: { en: "Note in English", ru: "Примечание по-английски" },
  noteRu: { en: "Note in Russian", ru: "Примечание по-русски" },
  noteHint: {
    en: "Public, in the change log. In both languages or in none.",
    ru: "Публично, в журнале изменений. На обоих языках или ни на одном.",
  },
  reasonHint: {
    en: "Public, in the change log. Needed this time: a changed document does not state today as its date of update.",
    ru: "Публично, в журнале изменений. На этот раз нужно: у изменённого документа дата обновления не сегодняшняя.",
  },
  from: { en: "In force from", ru: "Действует с" },
  fromHint: {
    en: "The first moment of a day to come, in the operator’s time zone. Left empty: at once.",
    ru: "Первый момент будущего дня по часовому поясу оператора. Если пусто — сразу.",
  },
  fromWrong: {
    en: "Give a day to come, or leave it empty.",
    ru: "Укажите будущий день или оставьте поле пустым.",
  },
  typed: { en: "What you typed", ru: "Введённый текст" },
  typedKept: {
    en: "Nothing was published. What you typed still stands in the form below, which now goes with the draft as it is shown here.",
    ru: "Ничего не опубликовано. Введённое осталось в форме ниже; теперь она относится к проекту в том виде, в каком он показан здесь.",
  },
  press: { en: "Publish this draft", ru: "Опубликовать этот проект" },
});
