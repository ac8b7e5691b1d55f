import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const whatIsReceived = defineSection<FactsOf<typeof promise>>({
  id: "1",
  title: { en: "What information is received", ru: "Какую информацию получает Оператор" },
  clauses: [
    {
      id: "1.1.channel",
      text: {
        en: ({ channel, attributes, list }) =>
          `Data that the User gives about himself or herself when registering or activating a product, opening or using an account, or asking support. They come in through ${list([channel("registration"), channel("activation"), channel("account"), channel("support")])}. Of personal data only the following are taken: ${list(attributes)}.`,
        ru: ({ channel, attributes, list }) =>
          `Данные, которые Пользователь сообщает о себе при регистрации и активации продукта, при открытии и использовании учётной записи и при обращении в поддержку. Они поступают через ${list([channel("registration"), channel("activation"), channel("account"), channel("support")])}. Из персональных данных принимаются только следующие: ${list(attributes)}.`,
      },
      says: {
        en: "We receive what you tell us when you register or activate a product, open an account or ask support.",
        ru: "Мы получаем то, что вы сообщаете при регистрации и активации продукта, открытии учётной записи и обращении в поддержку.",
      },
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "1.1.optional",
      text: {
        en: ({ form, list }) =>
          `What is needed is marked as such; everything else is optional, and how much of it to give is for the User alone to decide. In the registration of a product these are optional: ${list(form("registration").optional)}. In a question to support: ${list(form("support").optional)}. A form is taken without them just the same.`,
        ru: ({ form, list }) =>
          `Обязательные поля отмечены; остальные необязательны, и сколько в них указать, решает только сам Пользователь. При регистрации продукта необязательны: ${list(form("registration").optional)}. При обращении в поддержку: ${list(form("support").optional)}. Форма принимается и без них.`,
      },
      says: {
        en: "You alone decide how much to put into optional fields. Leave them empty and the form works all the same.",
        ru: "Сколько указать в необязательных полях, решаете только вы. Пустые поля отправке не мешают.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["optional-fields"] },
    },
    {
      id: "1.2.auto",
      text: {
        en: ({ automaticItem, list }) =>
          `Data that arise by themselves when a product is used, files called cookies included: ${list(["ip", "cookie", "userAgent", "time", "page"].map(automaticItem))}.`,
        ru: ({ automaticItem, list }) =>
          `Данные, которые возникают сами при использовании продукта, в том числе из файлов cookie: ${list(["ip", "cookie", "userAgent", "time", "page"].map(automaticItem))}.`,
      },
      says: {
        en: "Some data arise by themselves when you use a product or our site. They are listed here.",
        ru: "Некоторые данные возникают сами, когда вы пользуетесь продуктом или сайтом. Они перечислены здесь.",
      },
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
    {
      id: "1.2.download",
      text: {
        en: ({ automaticItem }) =>
          `When materials are downloaded from the Site, the User’s system may be looked at automatically. Only this is looked at: ${automaticItem("os")}. It shows whether the material will work there. The page of the download says so beforehand, and what is not strictly necessary may be refused without losing the file.`,
        ru: ({ automaticItem }) =>
          `При скачивании материалов с Сайта могут автоматически проверяться сведения о системе Пользователя. Проверяются только ${automaticItem("os")} — чтобы узнать, будет ли материал там работать. Об этом заранее сказано на странице скачивания; от проверки, в которой нет строгой необходимости, можно отказаться и всё равно получить файл.`,
      },
      says: {
        en: "When you download something we may check whether it will run on your system. We tell you first, and you may refuse.",
        ru: "При скачивании мы можем проверить, заработает ли файл в вашей системе. Мы предупредим заранее, и можно отказаться.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "1.2.messages",
      text: {
        en: ({ cite }) =>
          `Messages and materials that the User sends or receives with the communication tools of the Operator may be kept, in both directions, until they are destroyed under ${cite("3.1")}.`,
        ru: ({ cite }) =>
          `Сообщения и материалы, которые Пользователь отправляет и получает с помощью средств связи Оператора, могут храниться в обоих направлениях, пока не будут уничтожены (${cite("3.1")}).`,
      },
      says: {
        en: "What you write to us with our tools, and what we answer, may be kept for a time. Then it is destroyed.",
        ru: "То, что вы пишете нам через наши средства связи, и наши ответы могут какое-то время храниться. Потом они уничтожаются.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "services" },
    },
    {
      id: "1.2.moderation",
      text: {
        en: ({ cite }) =>
          `The Operator may look into the content of what Users write to one another on its sites, but only for a purpose that ${cite("2.0")} admits. No purpose of this version of the Policy covers it, so under this version the Operator does not do so.`,
        ru: ({ cite }) =>
          `Оператор вправе знакомиться с содержанием общения Пользователей на своих сайтах, но только для цели, которую допускает ${cite("2.0")}. Ни одна цель настоящей редакции Политики этого не охватывает, поэтому по настоящей редакции Оператор этого не делает.`,
      },
      says: {
        en: "We could read what users write to one another only for a purpose stated here. There is none now, so we do not.",
        ru: "Читать общение пользователей между собой мы могли бы только для названной здесь цели. Сейчас такой нет, и мы этого не делаем.",
      },
      kind: "security/fraud",
      enforceability: "enforceable",
      kept: { pending: "services" },
    },
    {
      id: "1.3",
      text: {
        en: "Whatever the User uploads to a product or enters in it is the User’s data under this Policy. The User can see it, take it along, replace it and remove it.",
        ru: "Всё, что Пользователь загружает в продукт или вводит в нём, является данными Пользователя по настоящей Политике. Пользователь может их просмотреть, забрать, заменить и удалить.",
      },
      says: {
        en: "What you upload or type into a product is yours: you can see it, take it with you and delete it.",
        ru: "Загруженное и введённое в продукт — ваше: это можно просмотреть, забрать с собой и удалить.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "1.4",
      text: {
        en: ({ source, cite, list }) => {
          const { label, purpose, attributes, evidence } = source("resellers");
          return `Other information about the User is received only for the purposes that ${cite("2.0")} lists, and only from the sources named here. There is one: ${label}. Data: ${list(attributes)}. Purpose: ${purpose}. That the User knows of it is shown by ${evidence}.`;
        },
        ru: ({ source, cite, list }) => {
          const { label, purpose, attributes, evidence } = source("resellers");
          return `Иная информация о Пользователе может быть получена только для целей, которые перечисляет ${cite("2.0")}, и только из названных здесь источников. Такой источник один: ${label}. Данные: ${list(attributes)}. Цель: ${purpose}. То, что Пользователь об этом знает, подтверждает ${evidence}.`;
        },
      },
      says: {
        en: "From others we learn about you only for the purposes listed here: resellers tell us which licence they sold you.",
        ru: "От других мы узнаём о вас только для перечисленных здесь целей: продавцы сообщают, какую лицензию вы купили.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { by: ["other-sources"] },
    },
  ],
});
