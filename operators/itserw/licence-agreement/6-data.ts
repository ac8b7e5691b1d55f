import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const data = defineSection<FactsOf<typeof promise>>({
  id: "6",
  title: { en: "Personal data", ru: "Персональные данные" },
  clauses: [
    {
      id: "6.1",
      text: {
        en: ({ precedence, list }) =>
          `The Policy applies to personal data under this agreement. Where this agreement or a part of it says otherwise than the Policy, the order of the documents is this, the strongest first: ${list(precedence)}. No document prevails over what the law demands.`,
        ru: ({ precedence, list }) =>
          `К персональным данным по настоящему договору применяется Политика. Если договор или его часть расходятся с Политикой, порядок документов, начиная с главного, таков: ${list(precedence)}. Ни один документ не имеет преимущества перед требованиями закона.`,
      },
      says: {
        en: "If this agreement and the privacy policy say different things, this agreement counts. The law counts above both.",
        ru: "Если договор и политика конфиденциальности говорят разное, действует договор. Закон выше обоих.",
      },
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["precedence"] },
    },
    {
      id: "6.2",
      text: {
        en: ({ purpose, cite, list }) =>
          `In departure from ${cite("2.1")}, a Licensee is identified in the Products by no other data than these: ${list(purpose("licence-identification").attributes)}. A telephone number is not among them.`,
        ru: ({ purpose, cite, list }) =>
          `В отступление от того, что устанавливает ${cite("2.1")}, Лицензиат идентифицируется в Продуктах только по следующим данным: ${list(purpose("licence-identification").attributes)}. Номера телефона среди них нет.`,
      },
      says: {
        en: "For knowing you in the product we use less than the policy would allow: no telephone number.",
        ru: "Чтобы узнать вас в продукте, мы используем меньше, чем позволяет политика: без номера телефона.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { by: ["precedence", "closed-purposes"] },
    },
    {
      id: "6.3",
      text: {
        en: ({ cite, recipient }) =>
          `In departure from ${cite("3.2.2")}, ${recipient("resellers")} is given data about the Licensee only if the Licensee has consented to it separately and beforehand.`,
        ru: ({ cite, recipient }) =>
          `В отступление от того, что устанавливает ${cite("3.2.2")}, этот получатель — ${recipient("resellers")} — получает данные о Лицензиате, только если Лицензиат заранее дал на это отдельное согласие.`,
      },
      says: {
        en: "The shop that sold you the licence learns nothing about you from us unless you agree.",
        ru: "Продавец лицензии ничего не узнает о вас от нас без вашего согласия.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "6.4",
      text: {
        en: ({ retention, cite }) =>
          `In departure from ${cite("3.1")}, ${retention("licence-support").label} is destroyed ${retention("licence-support").term}, unless the law requires it to be kept for longer.`,
        ru: ({ retention, cite }) =>
          `В отступление от того, что устанавливает ${cite("3.1")}, ${retention("licence-support").label} уничтожается ${retention("licence-support").term}, если закон не требует хранить её дольше.`,
      },
      says: {
        en: "What you wrote to support is destroyed sooner than the policy says.",
        ru: "Переписка с поддержкой уничтожается раньше, чем сказано в политике.",
      },
      kind: "retention",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "6.5",
      text: {
        en: "What the Licensee keeps in a Product stays the Licensee’s. The Licensor has no access to it unless the Licensee sends it to support, and then uses it to answer the question and for nothing else.",
        ru: "Всё, что Лицензиат хранит в Продукте, принадлежит Лицензиату. Доступа к этому у Лицензиара нет, если только Лицензиат сам не пришлёт что-либо в поддержку; присланное используется лишь для ответа на вопрос.",
      },
      says: {
        en: "Your documents are yours. We see only what you send us with a question.",
        ru: "Ваши документы — ваши. Мы видим только то, что вы прислали с вопросом.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
  ],
});
