import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const intellectualProperty = defineSection<FactsOf<typeof promise>>({
  id: "6",
  title: { en: "Intellectual property", ru: "Интеллектуальная собственность" },
  clauses: [
    {
      id: "6.1",
      kind: "liability/declarative",
      enforceability: "declarative",
      kept: { pending: "services" },
      says: {
        en: "What is on the site is our work and protected by copyright.",
        ru: "Материалы сайта созданы нами и охраняются авторским правом.",
      },
      text: {
        en: "All materials of the Site are works in which the Operator holds the copyright, save where another rights holder is named with them.",
        ru: "Все материалы Сайта являются объектами авторского права Оператора, если при них не указан другой правообладатель.",
      },
    },
    {
      id: "6.2",
      kind: "prohibition-on-user",
      enforceability: "evidencable",
      kept: { pending: "services" },
      says: {
        en: "To copy or reuse them you need our written permission.",
        ru: "Чтобы скопировать их или использовать иначе, нужно наше письменное разрешение.",
      },
      text: {
        en: ({ emailLink }) =>
          `Copying, distributing or otherwise using the materials of the Site takes the written permission of the Operator, save where the law allows it without. Permission may be asked for at ${emailLink}.`,
        ru: ({ emailLink }) =>
          `Копирование, распространение и иное использование материалов Сайта допускается только с письменного разрешения Оператора, кроме случаев, когда закон позволяет обойтись без него. Запросить разрешение можно по адресу ${emailLink}.`,
      },
    },
    {
      id: "6.3",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "Once you have paid for it in full, the software we made for you is yours, unless the contract says otherwise.",
        ru: "Когда всё оплачено, права на созданную для вас программу переходят к вам, если договор не говорит иного.",
      },
      text: {
        en: "The exclusive right to software that the Operator has developed for a client passes to the client after payment in full, unless the contract provides otherwise.",
        ru: "Исключительное право на программное обеспечение, разработанное Оператором для заказчика, переходит к заказчику после полной оплаты, если договором не предусмотрено иное.",
      },
    },
  ],
});
