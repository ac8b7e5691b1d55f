import type { Language } from "./compiled.ts";
import { type Finding, type FindingCode, FINDINGS } from "./finding.ts";
import { RUSSIAN_LEGAL } from "./legal-finding-words.ts";
import { citation } from "./wording.ts";

export interface FindingWords {
  readonly message: string;
  readonly remedy: string;
}

const RUSSIAN: Readonly<Record<FindingCode, FindingWords>> = {
  ...RUSSIAN_LEGAL,
  "unknown-attribute": {
    message: "Здесь названы сведения, которых в политике нет.",
    remedy: "Опишите их в `attributes` или уберите отсюда.",
  },
  "unknown-category": {
    message: "Такой категории персональных данных нет в перечне.",
    remedy: "Возьмите категорию из перечня в docs/language.md.",
  },
  "attribute-without-purpose": {
    message: "Эти сведения не нужны ни для одной цели, поэтому с ними ничего нельзя делать.",
    remedy: "Добавьте их к цели, для которой они нужны, или не заявляйте.",
  },
  "field-outside-purpose": {
    message: "Форма запрашивает сведения, которые для её цели не нужны.",
    remedy: "Добавьте их к цели или уберите поле из формы.",
  },
  "unknown-purpose": {
    message: "Здесь названа цель, которой в политике нет.",
    remedy: "Опишите её в `purposes` или уберите отсюда.",
  },
  "statutory-code": {
    message:
      "Код этой цели совпадает с кодом цели, возложенной на каждого оператора законом; расширить её нельзя.",
    remedy: "Дайте цели собственный код.",
  },
  "purpose-without-basis": {
    message: "У этой цели нет правового основания, а без него ничего делать нельзя.",
    remedy: "Назовите основание в `basis`.",
  },
  "unknown-retention": {
    message: "Для этой цели не задано правило хранения.",
    remedy: "Назовите правило из `retention`.",
  },
  "endless-retention": {
    message: "У этого правила нет ни срока, ни события, которое прекращает хранение.",
    remedy: "Задайте `days` или хотя бы одно событие.",
  },
  "no-inactivity-review": {
    message: "Хранение прекращают только события; то, о чём никто не спросит, хранится вечно.",
    remedy: "Задайте ещё и `days`, если закон не требует большего.",
  },
  "purpose-without-operation": {
    message: "Эта цель не допускает ни одного действия, поэтому для неё ничего нельзя сделать.",
    remedy: "Перечислите нужные действия.",
  },
  "unknown-channel": {
    message: "Здесь назван канал, которого в политике нет.",
    remedy: "Опишите его в `channels` или уберите отсюда.",
  },
  "channel-outside-purpose": {
    message: "Форма собирает данные для цели, которая через неё не собирает.",
    remedy: "Добавьте канал к цели или свяжите форму с другой целью.",
  },
  "unknown-document": {
    message: "Здесь назван документ, которого в политике нет.",
    remedy: "Назовите документ из `documents`.",
  },
  "unknown-form": {
    message: "Здесь названа форма, которой в политике нет.",
    remedy: "Опишите её в `forms` или уберите отсюда.",
  },
  "unknown-product": {
    message: "Здесь назван продукт, которого в политике нет.",
    remedy: "Опишите его в `products` или уберите отсюда.",
  },
  "unknown-overridden": {
    message: "Это занимает место того, чего в политике нет.",
    remedy: "Назовите в `overrides` другое того же рода или уберите его.",
  },
  "unknown-consent": {
    message: "Форма запрашивает согласие, которого в политике нет.",
    remedy: "Опишите его в `consents` или уберите из формы.",
  },
  "consent-without-need": {
    message: "Согласие открывает цель, которая основана не на согласии.",
    remedy: "Уберите согласие или укажите для цели основание `consent`.",
  },
  "consent-document-shared": {
    message: "Текст этого согласия служит ещё для чего-то, а согласие даётся отдельно.",
    remedy: "Дайте согласию собственный документ.",
  },
  "consent-outside-purpose": {
    message: "Согласие передаёт сведения, которые для его цели не нужны.",
    remedy: "Добавьте их к цели или уберите из согласия.",
  },
  "consent-outside-form": {
    message: "Согласие передаёт сведения, которых форма не запрашивает.",
    remedy: "Добавьте поле в форму или уберите сведения из согласия.",
  },
  "consent-not-asked": {
    message: "Форма собирает данные для цели, основанной на согласии, но этого согласия не запрашивает.",
    remedy: "Укажите согласие в `consents` формы.",
  },
  "free-text-closed": {
    message: "В форме есть поле для свободного текста, а политика его не принимает.",
    remedy: "Уберите поле или задайте для `freeText` значение `allow-with-scan`.",
  },
  "unknown-clause": {
    message: "Это опирается на пункт, которого нет ни в одном документе.",
    remedy: "Напишите этот пункт или назовите тот, на который это опирается.",
  },
  "empty-document": {
    message: "В этом документе нет ни одного пункта.",
    remedy: "Дайте ему разделы в `texts`.",
  },
  "missing-language": {
    message: "Текст отсутствует на языке, который предлагает оператор.",
    remedy: "Напишите его на каждом языке из `operator.languages`.",
  },
  "unresolved-placeholder": {
    message: "В тексте осталось незаполненное место.",
    remedy: "Впишите то, что там должно стоять.",
  },
  "host-outside-scope": {
    message: "В тексте назван узел оператора, на который политика не распространяется.",
    remedy: "Укажите его в `hosts` или не называйте.",
  },
  "typed-number": {
    message: "В пункте названо число или срок, которых в политике нет, и ничто их не соблюдает.",
    remedy: "Возьмите их из фактов или опишите то, к чему они относятся.",
  },
  "wrong-requisite": {
    message: "Контрольная цифра этого номера не сходится.",
    remedy: "Сверьте номер со свидетельством о регистрации.",
  },
  "unknown-regime": {
    message: "Для этого режима нет правил, и неизвестно, чего требует закон.",
    remedy: "Назовите режим, для которого в папке `rules` есть набор правил.",
  },
  "another-mail-address": {
    message:
      "Людям пишут по одному адресу, он называется `email`; другой не использовали бы и не подтверждали.",
    remedy: "Назовите атрибут `email`, пусть форма берёт один; любому другому адресу дайте вид `text`.",
  },
  "same-path": {
    message: "У двух страниц один адрес.",
    remedy: "Дайте каждому документу и каждой форме свой путь.",
  },
  "duplicate-clause": {
    message: "У двух пунктов одного документа один номер.",
    remedy: "Дайте каждому пункту свой номер.",
  },
  "duplicate-code": {
    message: "У двух вещей одного рода один код.",
    remedy: "Дайте каждой свой код.",
  },
};

/** What a finding means and how it is put right, for a screen in this language. */
export function findingWords(code: FindingCode, language: Language): FindingWords {
  return language === "ru" ? RUSSIAN[code] : FINDINGS[code];
}

/** A finding as a screen says it. */
export interface SaidFinding extends FindingWords {
  /** The law that it rests on; null where it rests on none. */
  readonly rule: string | null;
  /** Why the operator accepts it, in public; null where nobody does. */
  readonly waived: string | null;
}

/** A finding in words: with what exactly it is about, and the law as it is cited in this language. */
export function sayFinding(
  { code, about, rule, waived }: Pick<Finding, "code" | "about" | "rule" | "waived">,
  language: Language,
): SaidFinding {
  const { message, remedy } = findingWords(code, language);
  return {
    message: about === null ? message : `${message.replace(/\.$/u, "")}: ${about[language]}.`,
    remedy,
    rule: rule === null ? null : citation(rule, language),
    waived: waived === null ? null : waived.reason[language],
  };
}
