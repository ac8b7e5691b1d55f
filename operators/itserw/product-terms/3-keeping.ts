import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const keeping = defineSection<FactsOf<typeof promise>>({
  id: "3",
  title: { en: "What is kept, and for how long", ru: "Что и сколько хранится" },
  clauses: [
    {
      id: "3.1",
      text: {
        en: ({ product, retention }) =>
          `For ${product("archive").name} the data of a registration are destroyed ${retention("archive-registrations").term}.`,
        ru: ({ product, retention }) =>
          `Для программы ${product("archive").name} данные регистрации уничтожаются ${retention("archive-registrations").term}.`,
      },
      says: {
        en: ({ product, retention }) =>
          `${product("archive").name}: once your licence has ended, your registration is destroyed ${retention("archive-registrations").within}.`,
        ru: ({ product, retention }) =>
          `${product("archive").name}: после окончания лицензии данные регистрации уничтожаются ${retention("archive-registrations").within}.`,
      },
      kind: "retention",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "3.2",
      text: {
        en: ({ product, retention }) =>
          `For ${product("relay").name} the data of a registration are destroyed ${retention("relay-registrations").term}.`,
        ru: ({ product, retention }) =>
          `Для программы ${product("relay").name} данные регистрации уничтожаются ${retention("relay-registrations").term}.`,
      },
      says: {
        en: ({ product, retention }) =>
          `${product("relay").name}: once your licence has ended, your registration is destroyed ${retention("relay-registrations").within}.`,
        ru: ({ product, retention }) =>
          `${product("relay").name}: после окончания лицензии данные регистрации уничтожаются ${retention("relay-registrations").within}.`,
      },
      kind: "retention",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "3.3",
      text: {
        en: ({ product }) =>
          `${product("archive").name} keeps documents and the index of their words on the User’s own device and sends neither to the Operator. Whoever deletes a document there deletes it from the index too.`,
        ru: ({ product }) =>
          `${product("archive").name} хранит документы и указатель слов на устройстве самого Пользователя и не отправляет их Оператору. Документ, удалённый там, удаляется и из указателя.`,
      },
      says: {
        en: ({ product }) =>
          `${product("archive").name} keeps your documents on your computer. We never get them.`,
        ru: ({ product }) =>
          `${product("archive").name} хранит документы на вашем компьютере. К нам они не попадают.`,
      },
      kind: "retention",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "3.4",
      text: {
        en: ({ product }) =>
          `${product("relay").name} keeps a file on the organisation’s own server until every recipient has it whole, and deletes it there then. The record of what was sent by whom stays on that server; the Operator does not get it.`,
        ru: ({ product }) =>
          `${product("relay").name} хранит файл на сервере самой организации, пока его не получат целиком все адресаты, и затем удаляет его оттуда. Запись о том, кто и что отправил, остаётся на этом сервере; Оператор её не получает.`,
      },
      says: {
        en: ({ product }) =>
          `${product("relay").name} deletes a file from your server once everybody has it. We see neither file nor record.`,
        ru: ({ product }) =>
          `${product("relay").name} удаляет файл с вашего сервера, когда все его получили. Мы не видим ни файла, ни записей.`,
      },
      kind: "retention",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
  ],
});
