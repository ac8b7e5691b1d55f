import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const requisites = defineSection<FactsOf<typeof promise>>({
  id: "7",
  title: { en: "The Operator", ru: "Оператор" },
  clauses: [
    {
      id: "7.requisites",
      text: {
        en: ({ operator, requisites: lines, bullets }) =>
          `${operator.legalName} (${operator.activity}):
${bullets(lines)}

Answerable for the processing of personal data: ${operator.responsible}.`,
        ru: ({ operator, requisites: lines, bullets }) =>
          `${operator.legalName} (${operator.activity}):
${bullets(lines)}

За организацию обработки персональных данных отвечает ${operator.responsible}.`,
      },
      says: {
        en: "This is who we are and how to reach us, with our registration and bank details.",
        ru: "Здесь сказано, кто мы и как с нами связаться, с регистрационными и банковскими реквизитами.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["requisites", "operator-profile"] },
    },
  ],
});
