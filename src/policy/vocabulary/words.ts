import type { CountryAssessment, Localised, NamePart } from "../compiled.ts";
import { COUNTRY_WORDS } from "./countries.ts";
import type { EndEvent } from "./end-events.ts";
import type { LegalBasis } from "./legal-basis.ts";
import type { ProcessingOperation } from "./operations.ts";

/** How documents name the operations, in the order of 152-FZ 3(3). */
export const OPERATION_WORDS: Readonly<Record<ProcessingOperation, Localised>> = {
  collect: { en: "collection", ru: "сбор" },
  record: { en: "recording", ru: "запись" },
  systematise: { en: "systematisation", ru: "систематизация" },
  accumulate: { en: "accumulation", ru: "накопление" },
  store: { en: "storage", ru: "хранение" },
  clarify: { en: "clarification (updating, changing)", ru: "уточнение (обновление, изменение)" },
  extract: { en: "extraction", ru: "извлечение" },
  use: { en: "use", ru: "использование" },
  transfer: { en: "transfer", ru: "передача" },
  provide: { en: "provision to particular persons", ru: "предоставление определённому кругу лиц" },
  distribute: { en: "distribution to anyone", ru: "распространение неопределённому кругу лиц" },
  grantAccess: { en: "granting of access", ru: "открытие доступа" },
  depersonalise: { en: "depersonalisation", ru: "обезличивание" },
  block: { en: "blocking", ru: "блокирование" },
  delete: { en: "deletion", ru: "удаление" },
  destroy: { en: "destruction", ru: "уничтожение" },
  crossBorderTransfer: { en: "transfer across a border", ru: "трансграничная передача" },
  link: { en: "linking", ru: "соединение" },
  unlink: { en: "unlinking", ru: "разъединение" },
};

/** How documents name a ground for processing. */
export const BASIS_WORDS: Readonly<Record<LegalBasis, Localised>> = {
  consent: { en: "the User’s separate consent", ru: "отдельное согласие Пользователя" },
  contract: {
    en: "a contract to which the User is a party",
    ru: "договор, стороной которого является Пользователь",
  },
  preContract: {
    en: "steps taken at the User’s request before a contract",
    ru: "заключение договора по инициативе Пользователя",
  },
  legalObligation: { en: "a duty laid down by law", ru: "обязанность, установленная законом" },
  vitalInterest: {
    en: "protection of life and other vital interests",
    ru: "защита жизни и иных жизненно важных интересов",
  },
  publicInterest: { en: "a task in the public interest", ru: "общественно значимая задача" },
  legitimateInterest: {
    en: "the Operator’s legitimate interest, where it does not violate the User’s rights",
    ru: "законный интерес Оператора, если при этом не нарушаются права Пользователя",
  },
  statistics: {
    en: "statistics and research on data that have first been depersonalised",
    ru: "статистические и исследовательские цели при обязательном предварительном обезличивании",
  },
};

/** How documents name what ends processing. */
export const END_EVENT_WORDS: Readonly<Record<EndEvent, Localised>> = {
  "purpose-achieved": {
    en: "the purpose has been achieved or is no longer pursued",
    ru: "цель достигнута или утрачена необходимость в её достижении",
  },
  "consent-withdrawn": {
    en: "the User has withdrawn the consent on which the processing rests",
    ru: "Пользователь отозвал согласие, на котором основана обработка",
  },
  "stop-demanded": {
    en: "the User has demanded that processing stop",
    ru: "Пользователь потребовал прекратить обработку",
  },
  "destruction-demanded": {
    en: "the User has asked for the data to be deleted",
    ru: "Пользователь попросил удалить данные",
  },
  "contract-ended": {
    en: "the contract has ended and the time for which the law has its documents kept has run out",
    ru: "договор прекращён и истёк установленный законом срок хранения документов по нему",
  },
  "account-closed": { en: "the account has been closed", ru: "учётная запись закрыта" },
  "operator-closed": {
    en: "the Operator has ceased to exist without a successor",
    ru: "Оператор прекратил деятельность без правопреемства",
  },
};

/** How documents name the law that governs them, by ISO 3166-1 code, where the country's name is not enough. */
const LAW_WORDS: Readonly<Record<string, Localised>> = {
  RU: { en: "the law of the Russian Federation", ru: "законодательство Российской Федерации" },
  BY: { en: "the law of Belarus", ru: "законодательство Республики Беларусь" },
  KZ: { en: "the law of Kazakhstan", ru: "законодательство Республики Казахстан" },
  DE: { en: "the law of Germany", ru: "законодательство Германии" },
  US: { en: "the law of the United States of America", ru: "законодательство Соединённых Штатов Америки" },
};

/** The law of a country in words; undefined for what is no country. */
export function lawWords(country: string): Localised | undefined {
  const name = COUNTRY_WORDS[country];
  if (LAW_WORDS[country] !== undefined || name === undefined) return LAW_WORDS[country];
  return { en: `the law of ${name.en}`, ru: `законодательство страны: ${name.ru}` };
}

/** How documents name the law of a regime. One that is not here goes by its code. */
export const REGIME_WORDS: Readonly<Record<string, Localised>> = {
  "RU-152FZ": {
    en: "Federal Law No. 152-FZ of the Russian Federation “On Personal Data”",
    ru: "Федеральный закон № 152-ФЗ «О персональных данных»",
  },
  "EU-GDPR": {
    en: "Regulation (EU) 2016/679 (General Data Protection Regulation)",
    ru: "Регламент (ЕС) 2016/679 (Общий регламент по защите данных)",
  },
  "US-CA-CCPA": {
    en: "the California Consumer Privacy Act",
    ru: "Закон Калифорнии о защите персональных данных потребителей (CCPA)",
  },
};

/** What a document says of itself as an offer (Civil Code of Russia 437). */
export const OFFER_WORDS: Readonly<Record<"public-offer" | "none" | "informational", Localised>> = {
  "public-offer": { en: "a public offer", ru: "публичная оферта" },
  none: { en: "not an offer", ru: "не оферта" },
  informational: {
    en: "information that is not a public offer",
    ru: "информация, не являющаяся публичной офертой",
  },
};

export const NAME_PART_WORDS: Readonly<Record<NamePart, Localised>> = {
  family: { en: "family name", ru: "фамилия" },
  given: { en: "given name", ru: "имя" },
  patronymic: { en: "patronymic", ru: "отчество" },
};

/** On what a country was found fit for data to go there (152-FZ 12; GDPR 45, 46, 49). */
export const ASSESSMENT_WORDS: Readonly<Record<CountryAssessment["ground"], Localised>> = {
  adequacy: { en: "adequate protection", ru: "адекватная защита" },
  safeguards: { en: "protection by contractual safeguards", ru: "защита по договорным гарантиям" },
  derogation: {
    en: "a particular case that the law allows",
    ru: "отдельный случай, допускаемый законом",
  },
};
