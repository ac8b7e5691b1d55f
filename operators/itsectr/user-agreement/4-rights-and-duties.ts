import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const rightsAndDuties = defineSection<FactsOf<typeof promise>>({
  id: "4",
  title: { en: "Rights and duties of the parties", ru: "Права и обязанности сторон" },
  clauses: [
    {
      id: "4.1.1",
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["one-version-in-force", "change-log"] },
      says: {
        en: "We may change the rules and what is on the site; a change counts once it is published.",
        ru: "Мы вправе менять правила и содержание сайта; изменение действует с момента публикации.",
      },
      text: {
        en: "The Administration may change the rules for using the Site and its content. A change takes effect when it is published on the Site.",
        ru: "Администрация вправе изменять правила использования Сайта и его содержание. Изменения вступают в силу с момента их публикации на Сайте.",
      },
      keptBy: {
        en: "Only a named member of staff with the right to publish can change them. What stood before is kept, with the difference.",
        ru: "Изменить их может только названный по имени сотрудник с правом публикации. Прежнее состояние сохраняется вместе с отличиями.",
      },
    },
    {
      id: "4.1.2",
      kind: "security/fraud",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
      says: {
        en: "If you break the agreement, we may restrict your access. You learn why and until when, and can object.",
        ru: "Если вы нарушите соглашение, мы вправе ограничить доступ. Вы узнаете, почему и до какого времени, и сможете возразить.",
      },
      text: {
        en: "The Administration may restrict a User’s access to the Site if the User breaks the Agreement. The User is told which clause was broken, for what reason and until when the restriction holds, and may object; somebody other than its author decides on the objection. Requests about personal data, the withdrawal of consent, the User’s own data and the documents of the Site remain open.",
        ru: "Администрация вправе ограничить доступ Пользователя к Сайту при нарушении им Соглашения. Пользователю сообщают, какое условие нарушено, по какой причине и до какого времени действует ограничение; Пользователь вправе возразить, и возражение рассматривает не тот, кто ограничил доступ. Запросы о персональных данных, отзыв согласия, собственные данные Пользователя и документы Сайта остаются доступны.",
      },
    },
    {
      id: "4.1.3",
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "visits" },
      says: {
        en: "We may make statistics from what you tell us, to serve you better: with everything cut off that points to you.",
        ru: "Из того, что вы нам сообщили, мы вправе делать статистику, чтобы работать лучше, — убрав всё, что указывает на вас.",
      },
      text: {
        en: ({ purpose }) =>
          `The Administration may use information provided by Users for this purpose: ${purpose("research").label}. Personal data are depersonalised beforehand.`,
        ru: ({ purpose }) =>
          `Администрация вправе использовать информацию, предоставленную Пользователями, для следующей цели: ${purpose("research").label}. Персональные данные предварительно обезличиваются.`,
      },
    },
    {
      id: "4.1.4",
      kind: "liability/declarative",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "We may decline to serve somebody without saying why. That never goes for requests about your own data.",
        ru: "Мы вправе отказать в услуге, не объясняя причин. К запросам о ваших данных это не относится.",
      },
      text: {
        en: "The Administration may refuse a User a Service without giving reasons where the law permits this. A request about the User’s own personal data is refused only on a ground in law, which the answer names.",
        ru: "Администрация вправе отказать Пользователю в Услуге без объяснения причин, если это допускает закон. В удовлетворении запроса Пользователя о его персональных данных отказывают только на основании закона, которое называют в ответе.",
      },
    },
    {
      id: "4.2.1",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: { en: "You may read everything that is posted.", ru: "Вам доступно всё, что здесь размещено." },
      text: {
        en: "The User may access the information posted on the Site within the functions of the Site.",
        ru: "Пользователь вправе получать доступ к информации, размещённой на Сайте, в пределах его функций.",
      },
    },
    {
      id: "4.2.2",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["forms-for-everyone"] },
      says: {
        en: "You may send us enquiries and applications by form.",
        ru: "Вы вправе направлять обращения и заявки через формы.",
      },
      text: {
        en: ({ form, list }) =>
          `The User may send enquiries and applications through the forms of the Site: ${list([form("feedback").link, form("order").link])}.`,
        ru: ({ form, list }) =>
          `Пользователь вправе направлять обращения и заявки через формы Сайта: ${list([form("feedback").link, form("order").link])}.`,
      },
    },
    {
      id: "4.2.3",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["topics"] },
      says: {
        en: "You may write to us about working together and about our services.",
        ru: "Вы вправе написать нам о сотрудничестве и об услугах.",
      },
      text: {
        en: ({ topics, form, bullets }) =>
          `The User may contact the Administration through the form ${form("feedback").link}, choosing a subject there:
${bullets(topics)}`,
        ru: ({ topics, form, bullets }) =>
          `Пользователь вправе обращаться к Администрации через форму ${form("feedback").link}, выбрав в ней тему:
${bullets(topics)}`,
      },
    },
    {
      id: "4.2.4",
      kind: "prohibition-on-user",
      enforceability: "evidencable",
      kept: { pending: "accounts" },
      says: {
        en: "Use the site as this agreement and the law allow.",
        ru: "Пользуйтесь сайтом так, как позволяют соглашение и закон.",
      },
      text: {
        en: "The User may use the Site only in ways that the Agreement and the law allow. If the Administration records a breach, the User may see the record and contest it.",
        ru: "Пользователь вправе использовать Сайт только способами, которые допускают Соглашение и закон. Если Администрация зафиксировала нарушение, Пользователь может ознакомиться с записью и оспорить её.",
      },
    },
    {
      id: "4.3.1",
      kind: "prohibition-on-user",
      enforceability: "evidencable",
      kept: { evidence: ["attestation"] },
      says: {
        en: "Tell the truth in forms and orders.",
        ru: "Указывайте в формах и заказах достоверные сведения.",
      },
      text: {
        en: "The User must give accurate information in forms and orders.",
        ru: "Пользователь обязан указывать в формах и заказах достоверные сведения.",
      },
    },
    {
      id: "4.3.2",
      kind: "prohibition-on-user",
      enforceability: "evidencable",
      kept: { pending: "accounts" },
      says: { en: "Respect what others have created.", ru: "Уважайте то, что создали другие." },
      text: {
        en: "The User must respect the intellectual property rights of the Operator and of third parties. Anyone may report an item that infringes such rights.",
        ru: "Пользователь обязан соблюдать интеллектуальные права Оператора и третьих лиц. Сообщить о материале, нарушающем такие права, может любое лицо.",
      },
    },
    {
      id: "4.3.3",
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "Do nothing that could disrupt the site.",
        ru: "Не делайте ничего, что может нарушить работу сайта.",
      },
      text: {
        en: "The User must not do anything that could disrupt the normal working of the Site.",
        ru: "Пользователь обязан не совершать действий, которые могут нарушить нормальную работу Сайта.",
      },
    },
    {
      id: "4.3.4",
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "Do not spread through the site what is confidential or protected.",
        ru: "Не распространяйте через сайт конфиденциальное и охраняемое законом.",
      },
      text: {
        en: "The User must not use the Site to spread information that is confidential or protected by law.",
        ru: "Пользователь обязан не распространять с использованием Сайта конфиденциальную и охраняемую законом информацию.",
      },
    },
    {
      id: "4.3.5",
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { by: ["advertising-held"] },
      says: {
        en: "No advertising and no spam through our forms, unless we have agreed to it.",
        ru: "Никакой рекламы и спама через наши формы, если мы на это не согласились.",
      },
      text: {
        en: "The User must not use the Site for advertising or for bulk messages without the consent of the Administration.",
        ru: "Пользователь обязан не использовать Сайт для рекламы и массовых сообщений без согласия Администрации.",
      },
    },
    {
      id: "4.4.1",
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "Do not let programs copy or watch the site’s content unless we have permitted it in writing. Search engines, opt-out signals and requests about your data are not meant.",
        ru: "Не копируйте и не отслеживайте содержание сайта программами без нашего письменного разрешения. Поисковиков, сигналов об отказе и запросов о ваших данных это не касается.",
      },
      text: {
        en: "Without the written permission of the Administration the User may not have the Content of the Site read, copied or watched by programs or devices that work by themselves. The ban does not extend to search engines, to signals by which a browser or a program states a person’s refusal, to requests about personal data, to the documents of the Site and to good-faith reports about its security.",
        ru: "Без письменного разрешения Администрации Пользователю запрещается просматривать, копировать или отслеживать Контент Сайта с помощью программ и устройств, действующих автоматически. Запрет не распространяется на поисковые системы, на сигналы, которыми браузер или программа сообщает об отказе лица, на запросы о персональных данных, на документы Сайта и на добросовестные сообщения о его безопасности.",
      },
    },
    {
      id: "4.4.2",
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "Do not break the site, and do not try to get where you have no access.",
        ru: "Не нарушайте работу сайта и не пытайтесь попасть туда, куда доступа нет.",
      },
      text: {
        en: "The User may not impair the working of the Site, and may not try to reach functions, accounts, systems or networks of the Site to which the User has been given no access.",
        ru: "Пользователю запрещается мешать работе Сайта и пытаться проникнуть в те его функции, учётные записи, системы и сети, доступ к которым ему не предоставлен.",
      },
    },
    {
      id: "4.4.3",
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "Do not go round the site’s navigation to get at what it does not offer.",
        ru: "Не обходите навигацию сайта, чтобы добыть то, чего он не предлагает.",
      },
      text: {
        en: "The User may not go round the pages and links of the Site in order to obtain information, documents or materials in ways that the Site does not provide for.",
        ru: "Пользователю запрещается действовать в обход страниц и ссылок Сайта, чтобы получить информацию, документы или материалы теми способами, которые на Сайте не предусмотрены.",
      },
    },
    {
      id: "4.4.4",
      kind: "prohibition-on-user",
      enforceability: "evidencable",
      kept: { pending: "accounts" },
      says: {
        en: "Do not use the site for anything unlawful, and do not call on others to.",
        ru: "Не используйте сайт в противоправных целях и не побуждайте к этому других.",
      },
      text: {
        en: "The User may not use the Site or its Content for anything that the law prohibits, nor call on others to do so.",
        ru: "Пользователю запрещается использовать Сайт и его Контент для того, что запрещено законом, и призывать к этому других.",
      },
    },
  ],
});
