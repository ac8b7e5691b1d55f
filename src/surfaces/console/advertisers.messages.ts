import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of the register of who may advertise. */
export const advertisersWords = defineMessages({
  lead: {
    en: "What these send through the forms is not held as advertising, once the address is proven to be theirs. No address stands here: only a keyed digest is stored.",
    ru: "Присланное ими через формы не задерживается как реклама, когда адрес подтверждён. Самих адресов здесь нет: хранится только ключевой отпечаток.",
  },
  none: { en: "Nobody may advertise", ru: "Реклама никому не разрешена" },
  noneNext: {
    en: "Whatever looks like advertising is held until somebody releases it. Add whom you have agreed with below.",
    ru: "Всё похожее на рекламу задерживается, пока его не отпустят. Ниже можно добавить тех, с кем есть договорённость.",
  },
  address: { en: "an address", ru: "один адрес" },
  domain: { en: "a domain", ru: "домен" },
  everyForm: { en: "Every form", ru: "Все формы" },
  since: { en: "since", ru: "с" },
  until: { en: "until", ru: "до" },
  end: { en: "End it", ru: "Завершить" },
  endNamed: { en: "End the leave of {name}", ru: "Завершить разрешение {name}" },
  add: { en: "Let somebody advertise", ru: "Разрешить рекламу" },
  name: { en: "Name", ru: "Название" },
  nameHint: {
    en: "Your own word for them, such as the number of the agreement: letters, digits, dashes.",
    ru: "Ваше обозначение, например номер договора: латинские буквы, цифры, дефисы.",
  },
  who: { en: "E-mail address or domain", ru: "Адрес почты или домен" },
  form: { en: "Where", ru: "Где" },
  untilDate: { en: "Until", ru: "До какого дня" },
  untilHint: {
    en: "Left empty: until somebody ends it.",
    ru: "Пусто — пока не завершат.",
  },
});
