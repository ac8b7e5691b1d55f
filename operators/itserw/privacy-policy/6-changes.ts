import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const changes = defineSection<FactsOf<typeof promise>>({
  id: "6",
  title: {
    en: "Changes, and which document prevails",
    ru: "Изменения и приоритет документов",
  },
  clauses: [
    {
      id: "6.change",
      text: {
        en: ({ document, notice }) =>
          `Only the Operator may change this Policy. It does so by placing the new text at ${document("privacy-policy").link}; that address stays. A new version takes effect when it is placed there, unless it names a later day; it is announced ${notice}. It does not widen a consent given under an earlier one, and what was collected earlier stays under the purposes of its time. Earlier versions remain readable. Last updated on ${document("privacy-policy").updatedOn}.`,
        ru: ({ document, notice }) =>
          `Изменить Политику может только Оператор, разместив новый текст по адресу ${document("privacy-policy").link}; этот адрес постоянный. Новая редакция вступает в силу с момента размещения, если в ней не указан более поздний день; о ней сообщается ${notice}. Она не расширяет согласие, данное при прежней редакции, а на собранное раньше распространяются прежние цели. Прежние редакции остаются доступными. Дата последнего обновления: ${document("privacy-policy").updatedOn}`,
      },
      says: {
        en: "We may change this policy by putting a new text at one fixed address. Old versions stay there to be read.",
        ru: "Мы можем изменить политику, разместив новый текст по постоянному адресу. Прежние тексты остаются доступными.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["version-dates", "one-version-in-force", "stable-address", "change-notice"] },
    },
    {
      id: "6.precedence",
      text: {
        en: ({ precedence, cite, list }) =>
          `Where this Policy and the licence agreement differ, the licence agreement prevails. The order of the documents, the strongest first: ${list(precedence)}. No document prevails over what the law demands. They differ in this version in what identifies the User (${cite("licence-agreement/6.2")}), in what goes to resellers (${cite("licence-agreement/6.3")}) and in how long correspondence is kept (${cite("licence-agreement/6.4")}).`,
        ru: ({ precedence, cite, list }) =>
          `Если Политика и лицензионный договор расходятся, применяется лицензионный договор. Порядок документов, начиная с главного: ${list(precedence)}. Ни один документ не имеет преимущества перед требованиями закона. В настоящей редакции они расходятся в том, по каким данным продукт узнаёт Пользователя (${cite("licence-agreement/6.2")}), что передаётся продавцам лицензий (${cite("licence-agreement/6.3")}) и сколько хранится переписка (${cite("licence-agreement/6.4")}).`,
      },
      says: {
        en: "If this policy and your licence agreement say different things, the licence agreement counts.",
        ru: "Если эта политика и лицензионный договор говорят разное, действует лицензионный договор.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["precedence"] },
    },
  ],
});
