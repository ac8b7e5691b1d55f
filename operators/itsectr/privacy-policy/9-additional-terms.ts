import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const additionalTerms = defineSection<FactsOf<typeof promise>>({
  id: "9",
  title: { en: "Additional terms", ru: "Дополнительные условия" },
  clauses: [
    {
      id: "9.1",
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["one-version-in-force", "old-data-old-scope"] },
      says: {
        en: "We may change this policy without asking you. Earlier versions stay readable, and what you consented to stays as it was.",
        ru: "Мы вправе менять политику, не спрашивая вас. Прежние редакции остаются доступны, а данные вами согласия — такими, какими были.",
      },
      text: {
        en: "The Administration may change this Policy without the User’s consent. A new version takes effect when it is posted on the Site, unless it states a later day. A new version does not extend a consent that was given under an earlier one. Earlier versions remain available.",
        ru: "Администрация вправе вносить изменения в настоящую Политику без согласия Пользователя. Новая редакция вступает в силу с момента её размещения на Сайте, если ею не установлен более поздний день. Новая редакция не расширяет согласие, данное при прежней. Прежние редакции остаются доступными.",
      },
      keptBy: {
        en: "Every version is stored for ever in its exact bytes, and the change log says what it changed. Exactly one is in force at any moment. A consent keeps the version under which it was given.",
        ru: "Каждая редакция бессрочно хранится байт в байт, а в журнале изменений указано, что она изменила. В любой момент действует ровно одна. Согласие сохраняет ту редакцию, при которой дано.",
      },
    },
    {
      id: "9.2",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["policy-questions", "operator-profile"] },
      says: {
        en: "Questions and proposals about this policy go to the contacts that stand here.",
        ru: "Вопросы и предложения по политике присылайте по указанным здесь контактам.",
      },
      text: {
        en: ({ operator, emailLink, letterLink }) =>
          `Questions and proposals about this Policy are to be sent to the Operator: ${operator.legalName}, taxpayer number (INN) ${operator.inn}, registration number (OGRN) ${operator.ogrn}, ${operator.address}; e-mail ${emailLink}; telephone ${operator.phone}; form ${letterLink}. Responsible for organising the processing of personal data: ${operator.responsible}.`,
        ru: ({ operator, emailLink, letterLink }) =>
          `Вопросы и предложения по настоящей Политике следует направлять Оператору: ${operator.legalName}, ИНН ${operator.inn}, ОГРН ${operator.ogrn}, ${operator.address}; электронная почта: ${emailLink}; телефон: ${operator.phone}; форма: ${letterLink}. Ответственный за организацию обработки персональных данных: ${operator.responsible}.`,
      },
      keptBy: {
        en: "These contacts are the Operator’s settings themselves, not a copy of them.",
        ru: "Эти контакты взяты прямо из настроек Оператора, а не переписаны с них.",
      },
    },
    {
      id: "9.3",
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["stable-address"] },
      says: {
        en: "The version in force is always at the same address.",
        ru: "Действующая редакция всегда находится по одному и тому же адресу.",
      },
      text: {
        en: ({ document }) =>
          `The version of the Policy that is in force is at ${document("privacy-policy").link}.`,
        ru: ({ document }) =>
          `Действующая редакция Политики размещена на странице по адресу ${document("privacy-policy").link}.`,
      },
      keptBy: {
        en: "The address outlives versions and asks for no login, cookie or script.",
        ru: "Адрес не меняется от редакции к редакции и не требует ни входа, ни файлов cookie, ни сценариев.",
      },
    },
  ],
});
