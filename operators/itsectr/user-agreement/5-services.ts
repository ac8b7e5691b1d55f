import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const servicesAndContracts = defineSection<FactsOf<typeof promise>>({
  id: "5",
  title: { en: "Services and contracts", ru: "Услуги и договоры" },
  clauses: [
    {
      id: "5.1",
      kind: "liability/declarative",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "What we write about our services is information, not a binding offer, unless we say that it is.",
        ru: "Написанное о наших услугах — информация, а не обязывающее предложение, если мы прямо не сказали иного.",
      },
      text: {
        en: ({ cite }) =>
          `Information about the Services that is posted on the Site is for reference and is not a public offer, unless it is expressly stated to be one. This does not alter the status of the Agreement itself (${cite("user-agreement/3.4")}): what it offers is the use of the Site.`,
        ru: ({ cite }) =>
          `Информация об Услугах, размещённая на Сайте, носит справочный характер и не является публичной офертой, если прямо не указано иное. Статуса самого Соглашения это не меняет (${cite("user-agreement/3.4")}): его предмет — использование Сайта.`,
      },
    },
    {
      id: "5.2",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "First you apply, then we agree on terms, then there is a contract. Until then either side can walk away.",
        ru: "Сначала заявка, потом согласование условий, потом договор. До него любая сторона может отказаться.",
      },
      text: {
        en: "A contract for development is concluded after the User has sent an application and the parties have agreed on the terms. It takes effect once both parties have agreed to the same text. Until then either party may break off the negotiations.",
        ru: "Договор на разработку заключается после того, как Пользователь направил заявку и стороны согласовали условия. Договор вступает в силу, когда обе стороны согласились с одним и тем же текстом. До этого любая сторона вправе прекратить переговоры.",
      },
    },
    {
      id: "5.3",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "The price is agreed for each case and stands in the contract.",
        ru: "Цена согласуется в каждом случае и указывается в договоре.",
      },
      text: {
        en: "The price of the Services is set case by case and fixed in the contract.",
        ru: "Стоимость Услуг определяется индивидуально и фиксируется в договоре.",
      },
    },
    {
      id: "5.4",
      kind: "versioning",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "We may change our services and prices at any time. What has been agreed or offered to you stays.",
        ru: "Мы вправе в любое время менять перечень услуг и цены. Уже согласованное и предложенное вам остаётся в силе.",
      },
      text: {
        en: "The Operator may change the list of the Services and their prices at any time. Contracts that have been concluded, and offers that have been sent and have not yet expired, remain as they are.",
        ru: "Оператор вправе в любое время изменить перечень Услуг и их стоимость. Заключённые договоры и направленные предложения, срок которых не истёк, остаются без изменений.",
      },
    },
  ],
});
