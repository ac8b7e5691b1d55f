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
    },
  ],
});
