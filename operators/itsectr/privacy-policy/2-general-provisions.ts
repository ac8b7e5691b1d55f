import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const generalProvisions = defineSection<FactsOf<typeof promise>>({
  id: "2",
  title: { en: "General provisions", ru: "Общие положения" },
  clauses: [
    {
      id: "2.1",
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["acceptance-at-first-trace", "acceptance-is-no-consent"] },
      says: {
        en: "By using the site you accept this policy. That is not a consent: where one is needed, we ask for it separately.",
        ru: "Пользуясь сайтом, вы принимаете эту политику. Согласием это не считается: если оно нужно, мы просим о нём отдельно.",
      },
      text: {
        en: "By using the Site the User accepts this Policy and the terms on which personal data are processed. Acceptance of this Policy is not consent to processing: where the law or this Policy requires consent, the User is asked for it separately and may refuse it.",
        ru: "Использование Сайта Пользователем означает принятие настоящей Политики и условий обработки персональных данных. Принятие Политики не является согласием на обработку персональных данных: если по закону или по настоящей Политике требуется согласие, оно запрашивается отдельно, и Пользователь вправе его не давать.",
      },
      keptBy: {
        en: "With every form that a User sends, the version shown, its language, the time and the form are recorded as accepted. No consent is derived from that.",
        ru: "С каждой отправленной формой записывается принятие: показанная редакция, её язык, время и форма. Согласие из него не выводится.",
      },
    },
    {
      id: "2.2",
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["declining"] },
      says: {
        en: "If you disagree, stop using the site; you can say so with one button. The documents and requests about your data stay open to you.",
        ru: "Если вы не согласны, прекратите пользоваться сайтом; заявить об этом можно одной кнопкой. Документы и запросы о ваших данных останутся доступны.",
      },
      text: {
        en: ({ letterLink, cite, list }) =>
          `A User who does not agree with this Policy must stop using the Site. The User may declare this on the Site by declining the Policy. Of the forms of the Site only one then stays open: ${letterLink}, for requests about the User’s own data and for questions, proposals and comments about this Policy (${list([cite("9.2"), cite("10.1"), cite("10.2.channel")])}). The right to send them, and to read the Site’s documents, does not depend on agreement.`,
        ru: ({ letterLink, cite, list }) =>
          `В случае несогласия с условиями Политики Пользователь должен прекратить использование Сайта. Об этом можно заявить на Сайте, отклонив Политику. После этого из форм Сайта открытой остаётся только одна, ${letterLink}: для запросов Пользователя о его персональных данных, а также вопросов, предложений и замечаний по настоящей Политике (${list([cite("9.2"), cite("10.1"), cite("10.2.channel")])}). Право направлять их и знакомиться с документами Сайта от согласия с Политикой не зависит.`,
      },
      keptBy: {
        en: "The Policy can be declined without scripts. The choice lasts in that browser and can be taken back; documents and requests stay open.",
        ru: "Отклонить Политику можно без сценариев. Выбор сохраняется в этом браузере, и его можно изменить; документы и запросы остаются доступны.",
      },
    },
    {
      id: "2.3",
      kind: "liability/declarative",
      enforceability: "enforceable",
      kept: { by: ["outbound-links", "declared-scope"] },
      says: {
        en: "Of all websites, this policy is about ours alone. What happens on sites that we link to is not in our hands.",
        ru: "Из всех сайтов политика действует только на нашем. Что происходит на сайтах, куда ведут ссылки, от нас не зависит.",
      },
      text: {
        en: ({ host }) =>
          `Of websites, this Policy applies to ${host} alone. The Operator does not control, and is not responsible for, third-party websites that the User may reach by links on the Site.`,
        ru: ({ host }) =>
          `Из сайтов настоящая Политика применяется только к сайту ${host}. Оператор не контролирует сайты третьих лиц, на которые Пользователь может перейти по ссылкам, доступным на Сайте, и не несёт за них ответственности.`,
      },
      keptBy: null,
    },
    {
      id: "2.4",
      kind: "liability/declarative",
      enforceability: "enforceable",
      kept: { by: ["unverified-by-default"] },
      says: {
        en: "We do not check whether what you tell us about yourself is true. If it turns out to be wrong, we still correct it.",
        ru: "Мы не проверяем, верно ли то, что вы о себе сообщили. Если окажется, что нет, мы всё равно это исправим.",
      },
      text: {
        en: "The Administration does not verify whether the personal data that the User provides are accurate. This does not release the Operator from correcting data that prove to be inaccurate.",
        ru: "Администрация не проверяет достоверность персональных данных, предоставляемых Пользователем. Это не освобождает Оператора от обязанности уточнить данные, оказавшиеся неточными.",
      },
      keptBy: {
        en: "What a User has typed is stored as unverified and shown to staff as such.",
        ru: "Введённое Пользователем хранится с пометкой «не проверено», и сотрудники её видят.",
      },
    },
  ],
});
