import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const scope = defineSection<FactsOf<typeof promise>>({
  id: "1",
  title: { en: "What these terms are", ru: "Что это за условия" },
  clauses: [
    {
      id: "1.1",
      text: {
        en: ({ products, cite, list }) =>
          `These terms are the documentation of the Products that the privacy policy (${cite("3.1")}) and the licence agreement (${cite("licence-agreement/1.3")}) refer to. They say what each Product needs, keeps and deletes. The Products are ${list(products)}. Words with a capital letter mean here what they mean in those documents.`,
        ru: ({ products, cite, list }) =>
          `Настоящие условия — документация на Продукты, на которую ссылаются политика конфиденциальности (${cite("3.1")}) и лицензионный договор (${cite("licence-agreement/1.3")}). Здесь сказано, что каждому Продукту нужно, что он хранит и что удаляет. Продукты: ${list(products)}. Слова с заглавной буквы имеют здесь то же значение, что и в этих документах.`,
      },
      says: {
        en: "Here you find what each product needs, keeps and deletes.",
        ru: "Здесь сказано, что каждому продукту нужно, что он хранит и что удаляет.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["declared-scope"] },
    },
    {
      id: "1.2",
      text: {
        en: ({ precedence, list }) =>
          `These terms are part of the licence agreement. Where documents differ, the order is this, the strongest first: ${list(precedence)}.`,
        ru: ({ precedence, list }) =>
          `Настоящие условия — часть лицензионного договора. Если документы расходятся, их порядок, начиная с главного, таков: ${list(precedence)}.`,
      },
      says: {
        en: "These terms belong to the licence agreement, which prevails over them.",
        ru: "Эти условия — часть лицензионного договора, который имеет перед ними преимущество.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["incorporation", "precedence"] },
    },
  ],
});
