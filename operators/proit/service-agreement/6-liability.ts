import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const liability = defineSection<FactsOf<typeof promise>>({
  id: "6",
  title: { en: "Liability", ru: "Ответственность" },
  clauses: [
    {
      id: "6.1",
      text: {
        en: ({ operator, sentence }) =>
          `Each side answers for the losses that it has caused by breaking this agreement, as the law provides. ${sentence(operator.law)} governs this, and no clause here takes from a consumer a right that it grants.`,
        ru: ({ operator }) =>
          `Каждая сторона отвечает за убытки, причинённые нарушением соглашения. Такую ответственность определяет ${operator.law}; ни один пункт соглашения не лишает потребителя прав, которые оно ему даёт.`,
      },
      says: {
        en: "Each of us answers for the harm that we do. A consumer’s rights stay whole.",
        ru: "Каждый отвечает за причинённый им ущерб. Права потребителя не ущемляются.",
      },
      kind: "liability/declarative",
      enforceability: "declarative",
      kept: { declared: true },
    },
    {
      id: "6.2",
      text: {
        en: "The Administration does not answer for what follows from unreliable information that the User gave, from means of signing in that the User passed on, or from a failure of networks that it does not control.",
        ru: "Администрация не отвечает за последствия недостоверных сведений, сообщённых Пользователем, передачи им средств входа другим лицам и неисправности сетей, которыми она не управляет.",
      },
      says: {
        en: "We don’t answer for false data, for a shared login, or for networks that aren’t ours.",
        ru: "Мы не отвечаем за неверные данные, переданный другому вход и чужие сети.",
      },
      kind: "liability/declarative",
      enforceability: "declarative",
      kept: { declared: true },
    },
  ],
});
