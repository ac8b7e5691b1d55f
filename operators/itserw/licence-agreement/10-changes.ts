import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const changes = defineSection<FactsOf<typeof promise>>({
  id: "10",
  title: { en: "Changes and parties", ru: "Изменения и стороны" },
  clauses: [
    {
      id: "10.1",
      text: {
        en: ({ document }) =>
          `The Licensor may publish a new version of this agreement at ${document("licence-agreement").link}. It holds for licences that are granted afterwards; for earlier ones only if the Licensee has accepted it. Earlier versions remain readable. Last updated on ${document("licence-agreement").updatedOn}.`,
        ru: ({ document }) =>
          `Лицензиар может опубликовать новую редакцию договора по адресу ${document("licence-agreement").link}. Она действует для лицензий, предоставленных после этого, а для прежних — только если Лицензиат её принял. Прежние редакции остаются доступными. Дата последнего обновления: ${document("licence-agreement").updatedOn}`,
      },
      says: {
        en: "A new version applies to new licences. Yours changes only if you accept it.",
        ru: "Новая редакция действует для новых лицензий. Ваша изменится, только если вы её примете.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["version-dates", "one-version-in-force", "stable-address"] },
    },
    {
      id: "10.2",
      text: {
        en: ({ operator, requisites, bullets }) =>
          `The Licensor is ${operator.legalName} (${operator.activity}):
${bullets(requisites)}`,
        ru: ({ operator, requisites, bullets }) =>
          `Лицензиар — ${operator.legalName} (${operator.activity}):
${bullets(requisites)}`,
      },
      says: {
        en: "This is who grants the licence, and how to reach them.",
        ru: "Здесь сказано, кто предоставляет лицензию и как с ним связаться.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["requisites", "operator-profile"] },
    },
  ],
});
