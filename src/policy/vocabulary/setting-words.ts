import type { PublicRequisite } from "../compiled-profile.ts";
import type { Localised } from "../localised.ts";
import type { DisclosureGround, PartyKind, Settings, SignatureLevel, SourceKind } from "../settings.ts";

/** How documents say what a setting has chosen. Each stands inside a sentence. */

export const POSTURE_WORDS: Readonly<Record<Settings["disclosure"]["posture"], Localised>> = {
  "never-except-law": {
    en: "never, except where the law itself demands it",
    ru: "никогда, кроме случаев, прямо предусмотренных законом",
  },
  "consent-or-law": {
    en: "with the User’s consent or where the law demands it",
    ru: "с согласия Пользователя или в случаях, предусмотренных законом",
  },
  "grounds-list": {
    en: "on the grounds listed and on no other",
    ru: "только по перечисленным основаниям",
  },
};

export const GROUND_WORDS: Readonly<Record<DisclosureGround, Localised>> = {
  consent: { en: "the User’s consent", ru: "согласие Пользователя" },
  contract: {
    en: "a contract to which the User is a party, or by which the User benefits or stands surety",
    ru: "договор, стороной, выгодоприобретателем или поручителем по которому является Пользователь",
  },
  "order-fulfilment": {
    en: "the fulfilment of an order that the User has placed",
    ru: "исполнение заказа, сделанного Пользователем",
  },
  "product-delivery": {
    en: "the delivery of a product to the User",
    ru: "предоставление продукта Пользователю",
  },
  law: { en: "a demand of the law", ru: "требование закона" },
  "rights-defence": {
    en: "the defence of rights and lawful interests of the Operator or of third parties",
    ru: "защита прав и законных интересов Оператора или третьих лиц",
  },
  succession: {
    en: "the passing of the business to a successor",
    ru: "переход бизнеса к правопреемнику",
  },
  "public-interest": { en: "a task in the public interest", ru: "общественно значимая задача" },
  depersonalised: {
    en: "the passing on of depersonalised data for research or work ordered",
    ru: "передача обезличенных данных для исследований или заказанных работ",
  },
};

export const AUTHORITY_WORDS: Readonly<Record<Settings["disclosure"]["authorities"][number], Localised>> = {
  RF: {
    en: "authorised bodies of the Russian Federation",
    ru: "уполномоченные органы Российской Федерации",
  },
  residence: {
    en: "authorised bodies of the User’s country of residence",
    ru: "уполномоченные органы страны проживания Пользователя",
  },
  treaty: {
    en: "bodies named in an international treaty",
    ru: "органы, указанные в международном договоре",
  },
};

export const COOKIE_MODE_WORDS: Readonly<Record<Settings["cookies"]["mode"], Localised>> = {
  "opt-in": {
    en: "only after the visitor has chosen them",
    ru: "только после того, как посетитель их выбрал",
  },
  notice: {
    en: "with a notice, until the visitor refuses them",
    ru: "с уведомлением, пока посетитель от них не отказался",
  },
};

export const COOKIE_CLASS_WORDS: Readonly<Record<Settings["cookies"]["underChoice"][number], Localised>> = {
  personalisation: { en: "personalisation", ru: "персонализация" },
  analytics: { en: "statistics of visits", ru: "статистика посещений" },
  advertising: { en: "advertising", ru: "реклама" },
};

export const NOTICE_WORDS: Readonly<Record<Settings["versioning"]["notice"], Localised>> = {
  none: {
    en: "by its publication, without a separate notice",
    ru: "размещением новой редакции, без отдельного уведомления",
  },
  banner: { en: "by a notice on the Site", ru: "уведомлением на Сайте" },
  "e-mail": { en: "by e-mail", ru: "по электронной почте" },
  "re-accept": {
    en: "by a request to accept it, before the User goes on",
    ru: "предложением принять её, прежде чем продолжить",
  },
};

export const ON_ERASURE_WORDS: Readonly<Record<Settings["logs"]["onErasure"], Localised>> = {
  unlink: {
    en: "the entries live out their term without a link to the person",
    ru: "записи хранятся до конца срока без связи с человеком",
  },
  destroy: { en: "the entries are destroyed", ru: "записи уничтожаются" },
};

export const TELL_USERS_WORDS: Readonly<Record<Settings["incidents"]["tellUsers"], Localised>> = {
  always: { en: "every User whom it concerns", ru: "каждый Пользователь, которого она касается" },
  "as-law": { en: "those whom the law names", ru: "те, кого называет закон" },
};

export const SIGNATURE_WORDS: Readonly<Record<SignatureLevel, Localised>> = {
  click: { en: "a mark on the Site", ru: "отметка на Сайте" },
  confirmedChannel: {
    en: "a mark on the Site, confirmed through the User’s own address",
    ru: "отметка на Сайте, подтверждённая через адрес Пользователя",
  },
  simple: { en: "a simple electronic signature", ru: "простая электронная подпись" },
  enhanced: {
    en: "an enhanced electronic signature",
    ru: "усиленная неквалифицированная электронная подпись",
  },
  qualified: {
    en: "a qualified electronic signature",
    ru: "усиленная квалифицированная электронная подпись",
  },
  wetInk: { en: "a signature by hand", ru: "собственноручная подпись" },
};

export const MFA_WORDS: Readonly<Record<Settings["mfa"]["policy"], Localised>> = {
  off: { en: "for nobody", ru: "ни для кого" },
  optional: { en: "for everyone who wants it", ru: "для всех, кто этого хочет" },
  staff: { en: "for every member of the Operator’s staff", ru: "для каждого сотрудника Оператора" },
  all: { en: "for everyone who signs in", ru: "для каждого, кто входит" },
  risk: {
    en: "where signing in looks unusual, and for every member of the Operator’s staff",
    ru: "если вход выглядит необычно, а также для каждого сотрудника Оператора",
  },
};

export const CRYPTO_WORDS: Readonly<Record<Settings["crypto"]["profile"], Localised>> = {
  "rsa-3072-aes-256-gcm": {
    en: "RSA with a key of 3072 bits (OAEP, SHA-256) together with AES-256-GCM",
    ru: "RSA с ключом длиной 3072 бита (OAEP, SHA-256) вместе с AES-256-GCM",
  },
};

export const MACHINE_WORDS: Readonly<Record<Settings["automation"]["alwaysOpen"][number], Localised>> = {
  gpc: {
    en: "a browser’s signal of refusal (Global Privacy Control)",
    ru: "сигнал отказа от браузера (Global Privacy Control)",
  },
  "one-click-unsubscribe": {
    en: "unsubscribing by one click from a mail program",
    ru: "отписка одним нажатием из почтовой программы",
  },
  "search-engines": { en: "search engines", ru: "поисковые системы" },
  "authorised-agents": {
    en: "agents whom a person has authorised to exercise rights",
    ru: "представители, которым человек поручил осуществление своих прав",
  },
  "security-reports": { en: "reports of vulnerabilities", ru: "сообщения об уязвимостях" },
};

export const REFUSAL_WORDS: Readonly<Record<Settings["refusals"]["commercial"], Localised>> = {
  silent: { en: "without stating reasons", ru: "без объяснения причин" },
  reasoned: { en: "stating the reasons", ru: "с указанием причин" },
};

export const ANONYMOUS_WORDS: Readonly<Record<Settings["treatAnonymousAsPersonal"], Localised>> = {
  always: { en: "always", ru: "всегда" },
  "when-combined": {
    en: "once they are combined with what names a person",
    ru: "после соединения с тем, что позволяет назвать человека",
  },
  never: { en: "never", ru: "никогда" },
};

export const THIRD_PARTY_WORDS: Readonly<Record<Settings["thirdPartyData"], Localised>> = {
  attest: {
    en: "only with a statement that the User may give them",
    ru: "только с заверением, что Пользователь вправе их сообщить",
  },
  forbid: { en: "not at all", ru: "не принимаются" },
};

export const DISTRIBUTION_WORDS: Readonly<Record<Settings["distribution"], Localised>> = {
  off: { en: "never", ru: "никогда" },
  "with-consent": {
    en: "only with a separate consent to distribution",
    ru: "только с отдельного согласия на распространение",
  },
};

export const AGE_WORDS: Readonly<Record<Settings["ageGate"], Localised>> = {
  off: { en: "is not asked for", ru: "не запрашивается" },
  declared: { en: "is taken as the User states it", ru: "принимается со слов Пользователя" },
  representative: {
    en: "is taken as the User states it, and a representative acts for a minor",
    ru: "принимается со слов Пользователя, а за несовершеннолетнего действует представитель",
  },
};

export const PARTY_WORDS: Readonly<Record<PartyKind, Localised>> = {
  "natural-person": { en: "natural persons", ru: "физические лица" },
  "sole-trader": { en: "sole traders", ru: "индивидуальные предприниматели" },
  organisation: { en: "organisations", ru: "юридические лица" },
};

export const SOURCE_WORDS: Readonly<Record<SourceKind, Localised>> = {
  form: { en: "forms on the Site", ru: "формы на Сайте" },
  account: { en: "the User’s account", ru: "учётная запись Пользователя" },
  product: { en: "the Operator’s products", ru: "продукты Оператора" },
  mailbox: { en: "letters to the Operator", ru: "письма Оператору" },
  "staff-entry": { en: "entries by the Operator’s staff", ru: "записи, сделанные сотрудниками Оператора" },
  import: { en: "data bases that the Operator takes over", ru: "базы данных, передаваемые Оператору" },
  enrichment: { en: "public sources", ru: "общедоступные источники" },
  partner: { en: "the Operator’s partners", ru: "партнёры Оператора" },
};

export const VERIFICATION_WORDS: Readonly<Record<Settings["verification"], Localised>> = {
  none: { en: "does not check", ru: "не проверяет" },
  "on-doubt": { en: "may check in case of doubt", ru: "вправе проверить при сомнении" },
};

/** What stands before a requisite in a list of them. */
export const REQUISITE_WORDS: Readonly<
  Record<Exclude<PublicRequisite, "bank"> | "ogrnip" | "bic" | "account" | "correspondent", Localised>
> = {
  inn: { en: "taxpayer number (INN)", ru: "ИНН" },
  ogrn: { en: "registration number (OGRN)", ru: "ОГРН" },
  ogrnip: { en: "registration number (OGRNIP)", ru: "ОГРНИП" },
  phone: { en: "telephone", ru: "телефон" },
  address: { en: "address", ru: "адрес" },
  email: { en: "e-mail", ru: "электронная почта" },
  bic: { en: "BIC", ru: "БИК" },
  account: { en: "account", ru: "расчётный счёт" },
  correspondent: { en: "correspondent account", ru: "корреспондентский счёт" },
};
