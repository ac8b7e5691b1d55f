import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const records = defineSection<FactsOf<typeof promise>>({
  id: "5",
  title: { en: "The User’s records", ru: "Записи Пользователя" },
  clauses: [
    {
      id: "5.1",
      text: {
        en: "What the User places in the Service remains the User’s. The Administration may do with it only what it takes to store it, to show it to the User and to keep copies against loss.",
        ru: "Размещённое в Сервисе принадлежит Пользователю. Администрация вправе делать с ним только то, что нужно, чтобы его хранить, показывать Пользователю и иметь копии на случай утраты.",
      },
      says: {
        en: "What you write stays yours.",
        ru: "Написанное вами остаётся вашим.",
      },
      kind: "service-feature",
      enforceability: "declarative",
      kept: { declared: true },
    },
    {
      id: "5.2",
      text: {
        en: "The User may take the records along at any time, in a form that other programs can read, and may remove them.",
        ru: "Пользователь может в любое время выгрузить свои записи в виде, который читают другие программы, и удалить их.",
      },
      says: {
        en: "Take your records along, or delete them, whenever you like.",
        ru: "Забирайте свои записи или удаляйте их, когда захотите.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "5.3",
      text: {
        en: ({ cite }) =>
          `The records are about things. Data about other people do not belong in them; if such data are found, they are dealt with as ${cite("privacy-policy/5.2")} says.`,
        ru: ({ cite }) =>
          `Записи ведутся о вещах. Данным о других людях в них не место; как поступают с обнаруженными данными такого рода, определяет ${cite("privacy-policy/5.2")}.`,
      },
      says: {
        en: "Write about things here, not about other people.",
        ru: "Пишите здесь о вещах, а не о других людях.",
      },
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
  ],
});
