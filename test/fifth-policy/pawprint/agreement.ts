import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "./promise.ts";

export const agreement = defineSection<FactsOf<typeof promise>>({
  id: "1",
  title: { en: "Care", ru: "Помощь" },
  clauses: [
    {
      id: "1.1",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["offer-status"] },
      text: {
        en: ({ document, operator, services, list }) =>
          `This agreement is ${document("service-agreement").offerStatus} of ${operator.legalName}. It is about ${operator.activity}, and about ${list(services)} in particular. What a page says of a service is information.`,
        ru: ({ document, operator, services, list }) =>
          `Этот договор — ${document("service-agreement").offerStatus}; её делает ${operator.legalName}. Предмет договора: ${operator.activity}, в том числе ${list(services)}. Сведения об услугах на страницах сайта носят справочный характер.`,
      },
      says: {
        en: "The agreement is an offer; a page about a service is not.",
        ru: "Договор — оферта; страница об услуге — нет.",
      },
    },
    {
      id: "1.2",
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["incorporation", "precedence"] },
      text: {
        en: ({ document, precedence, cite, list, sentence }) =>
          `Part of it is ${list(document("service-agreement").incorporates)}; what becomes of data, ${cite("4.1")} says. The order of the documents, the strongest first: ${list(precedence)}. ${sentence(document("service-agreement").law)} applies.`,
        ru: ({ document, precedence, cite, list }) =>
          `Частью договора является ${list(document("service-agreement").incorporates)}; о сроках хранения говорит ${cite("4.1")}. Порядок документов, начиная с главного: ${list(precedence)}. Применяется ${document("service-agreement").law}.`,
      },
      says: {
        en: "The privacy policy belongs to the agreement and is the stronger of the two.",
        ru: "Политика конфиденциальности входит в договор и имеет перед ним преимущество.",
      },
    },
  ],
});
