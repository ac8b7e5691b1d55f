import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const registration = defineSection<FactsOf<typeof promise>>({
  id: "2",
  title: { en: "What needs registration", ru: "Для чего нужна регистрация" },
  clauses: [
    {
      id: "2.1",
      text: {
        en: ({ product }) =>
          `In ${product("archive").name} these need registration: sending a lost Key again, and notices of faults that endanger documents. Everything else works without it. One Key serves one person on all of that person’s devices.`,
        ru: ({ product }) =>
          `В программе ${product("archive").name} регистрация нужна, чтобы повторно выслать утерянный Ключ и сообщать о неполадках, опасных для документов. Всё остальное работает без неё. Один Ключ предназначен одному человеку, на всех его устройствах.`,
      },
      says: {
        en: ({ product }) =>
          `${product("archive").name} works without registration. Register only to get a lost key back and to hear of dangerous faults.`,
        ru: ({ product }) =>
          `${product("archive").name} работает и без регистрации. Она нужна, чтобы вернуть утерянный ключ и узнавать об опасных неполадках.`,
      },
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "2.2",
      text: {
        en: ({ product }) =>
          `In ${product("relay").name} these need registration: sending a lost Key again, and the list of those who may administer the server. Everything else works without it. One Key serves one organisation.`,
        ru: ({ product }) =>
          `В программе ${product("relay").name} регистрация нужна, чтобы повторно выслать утерянный Ключ и вести список администраторов сервера. Всё остальное работает без неё. Один Ключ предназначен одной организации.`,
      },
      says: {
        en: ({ product }) =>
          `${product("relay").name} works without registration. Register to get a lost key back, and to name who runs the server.`,
        ru: ({ product }) =>
          `${product("relay").name} работает и без регистрации. Она нужна, чтобы вернуть утерянный ключ и назвать администраторов сервера.`,
      },
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "2.3",
      text: {
        en: ({ deadline }) =>
          `A Product may be tried without a Key and without registration ${deadline("trial").within} of its first start.`,
        ru: ({ deadline }) =>
          `Продукт можно испытать без Ключа и без регистрации ${deadline("trial").within} со дня первого запуска.`,
      },
      says: {
        en: "You may try a product without a key and without telling us who you are.",
        ru: "Продукт можно испытать без ключа и не называя себя.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "2.4",
      text: {
        en: ({ form, list }) =>
          `Registering is done at ${form("registration").link}. Needed for it: ${list(form("registration").required)}. These may be added: ${list(form("registration").optional)}. Whoever does not register is refused nothing but what is named in this section.`,
        ru: ({ form, list }) =>
          `Зарегистрировать Продукт можно по адресу ${form("registration").link}. Для этого нужны: ${list(form("registration").required)}. По желанию можно добавить: ${list(form("registration").optional)}. Без регистрации недоступно только то, что названо в этом разделе.`,
      },
      says: {
        en: "Registering takes a key and an address. Anything more is up to you.",
        ru: "Для регистрации нужны ключ и адрес. Всё остальное — по желанию.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["optional-fields", "permitted-fields"] },
    },
  ],
});
