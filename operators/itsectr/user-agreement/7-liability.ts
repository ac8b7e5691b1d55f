import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const liability = defineSection<FactsOf<typeof promise>>({
  id: "7",
  title: { en: "Liability", ru: "Ответственность сторон" },
  clauses: [
    {
      id: "7.1",
      kind: "liability/declarative",
      enforceability: "declarative",
      kept: { declared: true },
      says: {
        en: "The site is as it is; we do not answer for losses from using it. That does not touch what we owe you for your personal data.",
        ru: "Сайт такой, какой есть, и за убытки от его использования мы не отвечаем. Ответственности за ваши персональные данные это не касается.",
      },
      text: {
        en: "The Site is provided “as is”. The Operator is not liable for losses that the User suffers through using the Site. This applies neither to liability for breaches in the processing of personal data nor to any other liability that the law does not allow to be excluded.",
        ru: "Сайт предоставляется «как есть». Оператор не несёт ответственности за убытки, возникшие у Пользователя в связи с использованием Сайта. Это не относится к ответственности за нарушения при обработке персональных данных и к иной ответственности, исключать которую закон не позволяет.",
      },
    },
    {
      id: "7.2.a",
      kind: "liability/declarative",
      enforceability: "evidencable",
      kept: { pending: "leaves" },
      says: {
        en: "We do not answer for outages that others, an emergency or a breakdown have caused.",
        ru: "Мы не отвечаем за перебои, вызванные другими лицами, чрезвычайными обстоятельствами или поломкой.",
      },
      text: {
        en: "The Operator is not liable for faults in the working of the Site that result from acts of third parties, from force majeure or from technical breakdown.",
        ru: "Оператор не несёт ответственности за сбои в работе Сайта, возникшие из-за действий третьих лиц, обстоятельств непреодолимой силы или технических неполадок.",
      },
    },
    {
      id: "7.2.b",
      kind: "liability/declarative",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
      says: {
        en: "Nor for the truth of what users tell about themselves.",
        ru: "Не отвечаем и за достоверность того, что сообщают о себе пользователи.",
      },
      text: {
        en: "The Operator is not liable for the accuracy of data that Users have provided. This does not release the Operator from correcting personal data that prove to be inaccurate.",
        ru: "Оператор не несёт ответственности за достоверность данных, предоставленных Пользователями. Это не освобождает Оператора от обязанности уточнить персональные данные, оказавшиеся неточными.",
      },
    },
    {
      id: "7.2.c",
      kind: "liability/declarative",
      enforceability: "enforceable",
      kept: { by: ["outbound-links"] },
      says: {
        en: "Nor for other people’s sites that we link to.",
        ru: "Не отвечаем и за чужие сайты, на которые ведут ссылки.",
      },
      text: {
        en: "The Operator is not liable for the content and the working of third-party websites to which links on the Site lead.",
        ru: "Оператор не несёт ответственности за содержание и работу сайтов третьих лиц, на которые ведут ссылки, размещённые на Сайте.",
      },
    },
    {
      id: "7.3",
      kind: "liability/declarative",
      enforceability: "enforceable",
      kept: { by: ["exact-bytes-accepted"] },
      says: {
        en: "You can accept this agreement as it is published, or not at all; changed wordings do not count.",
        ru: "Соглашение можно принять только таким, каким оно опубликовано; изменённый текст не считается.",
      },
      text: {
        en: "The Operator does not accept counter-offers by the User about the Agreement. Only the published text of the version in force can be accepted, as a whole and unaltered.",
        ru: "Встречные предложения Пользователя относительно Соглашения Оператор не принимает. Принять можно только опубликованный текст действующей редакции, целиком и без изменений.",
      },
    },
  ],
});
