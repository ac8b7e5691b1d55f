import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const parties = defineSection<FactsOf<typeof promise>>({
  id: "9",
  title: { en: "The Administration", ru: "Администрация" },
  clauses: [
    {
      id: "9.1",
      text: {
        en: ({ operator, requisites, bullets }) =>
          `${operator.legalName}:
${bullets(requisites)}`,
        ru: ({ operator, requisites, bullets }) =>
          `${operator.legalName}:
${bullets(requisites)}`,
      },
      says: {
        en: "This is who we are, with the numbers to check it by.",
        ru: "Это мы — и номера, по которым нас можно проверить.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["requisites", "operator-profile"] },
    },
  ],
});
