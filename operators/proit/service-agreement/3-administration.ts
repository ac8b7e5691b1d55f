import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const administration = defineSection<FactsOf<typeof promise>>({
  id: "3",
  title: { en: "What the Administration undertakes", ru: "Обязанности Администрации" },
  clauses: [
    {
      id: "3.1",
      text: {
        en: "The Administration keeps the Service running, repairs faults without undue delay, and announces work that interrupts the Service beforehand, unless it is urgent.",
        ru: "Администрация поддерживает работу Сервиса, без необоснованных задержек устраняет неисправности и заранее сообщает о работах, на время которых Сервис недоступен, если они не срочные.",
      },
      says: {
        en: "We keep the service running and announce breaks beforehand.",
        ru: "Мы поддерживаем работу сервиса и заранее сообщаем о перерывах.",
      },
      kind: "service-feature",
      enforceability: "declarative",
      kept: { declared: true },
    },
    {
      id: "3.2",
      text: {
        en: ({ emailLink }) =>
          `The Administration answers questions on the use of the Service at ${emailLink}. The answer costs nothing.`,
        ru: ({ emailLink }) =>
          `Администрация отвечает на вопросы об использовании Сервиса по адресу ${emailLink}. Ответ бесплатный.`,
      },
      says: {
        en: "Ask us, and we answer, free of charge.",
        ru: "Спросите — мы ответим, бесплатно.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { by: ["enquiry-case"] },
    },
    {
      id: "3.3",
      text: {
        en: "The Administration may develop the Service and change its functions. If one is to go, the User is told beforehand, so that there is time to take along what was kept by means of it.",
        ru: "Администрация вправе развивать Сервис и менять его возможности. Если какую-то из них решено убрать, Пользователю сообщают об этом заранее, чтобы он успел забрать то, что с её помощью хранил.",
      },
      says: {
        en: "The service may change. You are told in time to save what is yours.",
        ru: "Сервис может меняться. О переменах вы узнаете заранее и успеете забрать своё.",
      },
      kind: "service-feature",
      enforceability: "declarative",
      kept: { declared: true },
    },
  ],
});
