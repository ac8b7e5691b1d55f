import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const scope = defineSection<FactsOf<typeof promise>>({
  id: "preamble",
  title: { en: "What this Policy covers", ru: "Что охватывает Политика" },
  clauses: [
    {
      id: "preamble.scope",
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["declared-scope"] },
      says: {
        en: "This policy covers everything that our site, our programs and our products can learn about you while you use them.",
        ru: "Политика охватывает всё, что наш сайт, программы и продукты могут узнать о вас, пока вы ими пользуетесь.",
      },
      text: {
        en: ({ operator, host, hosts, products, list }) =>
          `This privacy policy (the Policy) is that of ${operator.legalName} (the Operator). It applies to all information that the website ${host} (the Site), its programs and its products can receive about a User while the User is using them.

The Site is reached under these names: ${list(hosts)}. The programs and products of the Site are: ${list(products)}.`,
        ru: ({ operator, host, hosts, products, list }) =>
          `Настоящая политика конфиденциальности (далее — Политика) утверждена следующим лицом: ${operator.legalName} (далее — Оператор). Политика действует в отношении всей информации, которую сайт ${host} (далее — Сайт), его программы и продукты могут получить о Пользователе во время их использования.

Сайт доступен под именами: ${list(hosts)}. Программы и продукты Сайта: ${list(products)}.`,
      },
      keptBy: {
        en: ({ list, hosts }) =>
          `A request to a host other than ${list(hosts)} is turned away and leaves nothing behind.`,
        ru: ({ list, hosts }) =>
          `Запрос к узлу с иным именем, чем ${list(hosts)}, отклоняется и не оставляет данных.`,
      },
    },
    {
      id: "updated",
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["version-dates"] },
      says: {
        en: "You can see when this policy was last changed.",
        ru: "Вы видите, когда политику меняли в последний раз.",
      },
      text: {
        en: ({ document }) => `Last updated on ${document("privacy-policy").updatedOn}.`,
        ru: ({ document }) => `Дата последнего обновления: ${document("privacy-policy").updatedOn}`,
      },
      keptBy: {
        en: "Kept with each version beside the days of its publication and entry into force; it never runs backwards.",
        ru: "Хранится с каждой редакцией вместе с датами публикации и вступления в силу и не может быть раньше прежней.",
      },
    },
  ],
});
