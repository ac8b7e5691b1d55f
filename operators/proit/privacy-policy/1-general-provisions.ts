import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const generalProvisions = defineSection<FactsOf<typeof promise>>({
  id: "1",
  title: { en: "General provisions", ru: "Общие положения" },
  clauses: [
    {
      id: "1.1",
      text: {
        en: ({ operator, host, hosts, service, list }) =>
          `This Policy lays down the rules by which ${operator.legalName}, INN ${operator.inn}, OGRN ${operator.ogrn}, ${operator.address} (the Administration; in the words of the law, the Operator), handles the data that a person (the User) provides on registering with the online service ${service("inventory").title} at ${host} (the Service) and on using it afterwards. The Service answers under: ${list(hosts)}.`,
        ru: ({ operator, host, hosts, service, list }) =>
          `Политика устанавливает правила обращения с данными, которые лицо (далее — Пользователь) предоставляет при регистрации в онлайн-сервисе ${service("inventory").title} по адресу ${host} (далее — Сервис) и при его дальнейшем использовании. Данные обрабатывает (далее — Администрация, в терминах закона — Оператор): ${operator.legalName}, ИНН ${operator.inn}, ОГРН ${operator.ogrn}, ${operator.address}. Сервис доступен под именами: ${list(hosts)}.`,
      },
      says: {
        en: "These are the rules for everything you give us when you sign up and while you use the service.",
        ru: "Это правила для всего, что вы сообщаете нам при регистрации и пока пользуетесь сервисом.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["registration-needs-policy"] },
    },
    {
      id: "1.2",
      text: {
        en: "To use the Service is to agree to this Policy and to the conditions stated in it, without reservation: the User accepts the version that was shown. That acceptance is no consent to the processing of personal data. Where consent is required it is asked for separately, in a text of its own, and nothing that rests on it begins before it is given.",
        ru: "Использование Сервиса означает безоговорочное согласие Пользователя с Политикой и указанными в ней условиями: Пользователь принимает показанную ему редакцию. Такое принятие не является согласием на обработку персональных данных. Если требуется согласие, его запрашивают отдельно, с отдельным текстом, и до его получения ничего из основанного на нём не начинается.",
      },
      says: {
        en: "Using the service means that you accept this policy. It never counts as consent: we ask for that separately.",
        ru: "Пользуясь сервисом, вы принимаете политику. Согласием на обработку это не считается: о нём спросим отдельно.",
      },
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["exact-bytes-accepted", "acceptance-is-no-consent"] },
    },
    {
      id: "1.3",
      text: {
        en: "A person who disagrees with these conditions should refrain from using the Service. Whoever declines at registration leaves nothing behind. A User who declines a new version no longer uses the Service from the moment when that version takes effect; signing in, the documents, requests, taking one’s records along and deletion remain open.",
        ru: "В случае несогласия с этими условиями следует воздержаться от использования Сервиса. Отказ при регистрации не оставляет никаких следов. Пользователь, отклонивший новую редакцию, не пользуется Сервисом с момента её вступления в силу; вход, документы, обращения, выгрузка своих записей и удаление остаются доступны.",
      },
      says: {
        en: "If you disagree, don’t use the service. You can still fetch or delete what is yours.",
        ru: "Не согласны — не пользуйтесь сервисом. Забрать или удалить своё можно и после этого.",
      },
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["declining"] },
    },
    {
      id: "1.4",
      text: {
        en: "This Policy covers only information that is processed while the Service is used. Of people whom it has met elsewhere, at a fair, by telephone or in somebody’s list, the Administration records nothing here.",
        ru: "Политика применяется только к информации, обрабатываемой при использовании Сервиса. О людях, с которыми Администрация познакомилась иначе: на выставке, по телефону, из чужого списка, — здесь ничего не записывается.",
      },
      says: {
        en: "We keep only what comes from using the service. Nothing is added from elsewhere.",
        ru: "Мы храним лишь то, что возникает при использовании сервиса. Со стороны ничего не добавляем.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["other-sources"] },
    },
    {
      id: "1.5",
      text: {
        en: ({ document }) =>
          `This Policy is an inseparable part of this document: ${document("service-agreement").titleLink}, and of any other agreement between the Administration and the User that says so. Whoever accepts such an agreement accepts the version of this Policy that was in force and shown then.`,
        ru: ({ document }) =>
          `Политика является неотъемлемой частью следующего документа: ${document("service-agreement").titleLink}, а также иных соглашений Администрации с Пользователем, если в них это прямо указано. Принимая такое соглашение, Пользователь принимает действующую и показанную ему редакцию Политики.`,
      },
      says: {
        en: "This policy belongs to the service agreement. Accepting the one, you accept the other.",
        ru: "Политика — часть соглашения о сервисе. Принимая соглашение, вы принимаете и её.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["incorporation"] },
    },
  ],
});
