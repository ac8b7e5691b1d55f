import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const preamble = defineSection<FactsOf<typeof promise>>({
  id: "preamble",
  title: { en: "What this Policy covers", ru: "О чём эта Политика" },
  clauses: [
    {
      id: "preamble.respect",
      text: {
        en: ({ operator }) =>
          `${operator.legalName} (the Operator) makes computer programs. It respects the privacy of everybody who uses them, visits its site or writes to it.`,
        ru: ({ operator }) =>
          `${operator.legalName} (далее — Оператор) создаёт программы для ЭВМ и с уважением относится к частной жизни каждого, кто ими пользуется, посещает сайт Оператора или пишет ему.`,
      },
      says: {
        en: "We respect your privacy.",
        ru: "Мы уважаем вашу частную жизнь.",
      },
      kind: "liability/declarative",
      enforceability: "declarative",
      kept: { declared: true },
    },
    {
      id: "preamble.scope",
      text: {
        en: ({ host, hosts, products, list }) =>
          `This Policy covers all information that a person (the User) gives, or that is gathered about the User, through any product of the Operator, at every stage: when it is collected, used, kept and protected. The products are the programs ${list(products)}, and the website ${host} (the Site), which is reached under these names: ${list(hosts)}.`,
        ru: ({ host, hosts, products, list }) =>
          `Политика охватывает всю информацию, которую лицо, пользующееся продуктами Оператора (далее — Пользователь), сообщает через любой из них или которая собирается о Пользователе с их помощью, на каждом этапе: при сборе, использовании, хранении и защите. Продукты — это программы ${list(products)}, а также сайт ${host} (далее — Сайт), доступный под именами: ${list(hosts)}.`,
      },
      says: {
        en: "These rules hold for everything our programs and our site learn about you, from the first moment to the last.",
        ru: "Эти правила действуют для всего, что о вас узнают наши программы и сайт, — от сбора до удаления.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "preamble.registration",
      text: {
        en: ({ form, document, list }) =>
          `Some services and functions of the products need registration or particular data; which ones do, and what for, is said in the document “${document("product-terms").title}” (${document("product-terms").link}). Whatever is not marked there works without registration. A product is registered at ${form("registration").link}; needed for it: ${list(form("registration").required)}.`,
        ru: ({ form, document, list }) =>
          `Для отдельных услуг и функций продуктов нужны регистрация или определённые данные; для каких именно и зачем, сказано в документе «${document("product-terms").title}» (${document("product-terms").link}). Всё, что там не отмечено, работает без регистрации. Зарегистрировать продукт можно по адресу ${form("registration").link}; для этого нужны: ${list(form("registration").required)}.`,
      },
      says: {
        en: "Some features need registration. We say which and why before we ask, and the rest works without it.",
        ru: "Некоторым функциям нужна регистрация. Мы заранее говорим, каким и зачем, а остальное работает без неё.",
      },
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "preamble.promotions",
      text: {
        en: "Taking part in a promotion may call for registration or for particular data. Each promotion has rules of its own, which say what data it asks for, what for, and when they are destroyed. Taking part subscribes nobody to mailings.",
        ru: "Для участия в акции могут понадобиться регистрация или определённые данные. У каждой акции есть свои правила: в них сказано, какие данные нужны, для чего и когда они будут уничтожены. Участие в акции никого не подписывает на рассылки.",
      },
      says: {
        en: "A promotion may ask for some data. It says which and what for, and taking part signs you up for nothing else.",
        ru: "Для участия в акции могут понадобиться данные. Мы скажем, какие и зачем; ни на что другое участие вас не подпишет.",
      },
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { pending: "services" },
    },
    {
      id: "preamble.scope-legal-entities",
      text: {
        en: ({ parties, list }) =>
          `Users may be ${list(parties)}. An organisation acts through its staff and other contact persons. The rights that the law gives to data subjects belong to natural persons, among them sole traders and contact persons.`,
        ru: ({ parties, list }) =>
          `Пользователями могут быть: ${list(parties)}. Организация действует через своих работников и иных контактных лиц. Права субъекта персональных данных принадлежат физическим лицам, в том числе индивидуальным предпринимателям и контактным лицам организаций.`,
      },
      says: {
        en: "You may use our products for yourself or for a company. The rights over personal data are always a human being’s.",
        ru: "Пользоваться продуктами можно и лично, и от имени компании. Права на персональные данные всегда принадлежат человеку.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "preamble.affiliates",
      text: {
        en: ({ connectors, list }) =>
          `This Policy also covers data that affiliates of the Operator and others authorised by it receive while they act for the Operator. They do so on its written instruction, for a stated purpose and a stated time. Provided for: ${list(connectors.all)}. Working with data under this version of the Policy: ${list(connectors.live) || "none of them"}.`,
        ru: ({ connectors, list }) =>
          `Политика распространяется и на данные, которые получают аффилированные с Оператором и иные уполномоченные им лица, действуя в его интересах. Они действуют по его письменному поручению, для указанной в нём цели и в указанный срок. Предусмотрены: ${list(connectors.all)}. Работают с данными по настоящей редакции Политики: ${list(connectors.live) || "никто из них"}.`,
      },
      says: {
        en: "Whoever works with your data on our behalf does so by written instruction and under the same rules.",
        ru: "Кто работает с вашими данными по нашему поручению, делает это по письменному поручению и по тем же правилам.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "preamble.acceptance",
      text: {
        en: "Using a product means that the User accepts this Policy in full, together with the conditions under which information is processed. Acceptance is not consent to the processing of personal data: where the law or this Policy requires consent, it is asked for separately and may be refused.",
        ru: "Использование продукта означает полное принятие Пользователем настоящей Политики и условий обработки информации. Принятие Политики не является согласием на обработку персональных данных: если по закону или по настоящей Политике нужно согласие, оно запрашивается отдельно, и от него можно отказаться.",
      },
      says: {
        en: "By using a product you accept this policy as a whole. That is not a consent: we ask for those one by one.",
        ru: "Пользуясь продуктом, вы принимаете эту политику целиком. Согласием это не считается: каждое согласие мы просим отдельно.",
      },
      kind: "consent",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "preamble.remove-components",
      text: {
        en: "Whoever does not accept this Policy without reservation may not use the products and must remove all their components from their devices. The right to read the documents of the Operator and to send requests about one’s own data does not depend on acceptance.",
        ru: "Если лицо не принимает Политику безоговорочно, использовать продукты не допускается, а все их компоненты следует удалить со своих устройств. Право знакомиться с документами Оператора и направлять запросы о своих данных от принятия Политики не зависит.",
      },
      says: {
        en: "If you do not accept this policy, do not use the products, and remove them. You can still ask about your data.",
        ru: "Если вы не принимаете политику, не пользуйтесь продуктами и удалите их. Спросить о своих данных можно всё равно.",
      },
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "preamble.questions",
      text: {
        en: ({ letterLink, emailLink }) =>
          `The Operator asks the User to read this Policy carefully and to ask about anything in it that is unclear: beside the text itself, through the form ${letterLink}, or by e-mail to ${emailLink}.`,
        ru: ({ letterLink, emailLink }) =>
          `Оператор просит Пользователя внимательно прочитать Политику и спросить обо всём, что в ней неясно: рядом с самим текстом, через форму ${letterLink} или по электронной почте ${emailLink}.`,
      },
      says: {
        en: "Please read this, and ask us about anything that is unclear. Every section has a link for questions.",
        ru: "Прочитайте, пожалуйста, и спросите обо всём, что неясно. Ссылка для вопросов есть у каждого раздела.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["policy-questions"] },
    },
  ],
});
