import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const contentOfUsers = defineSection<FactsOf<typeof promise>>({
  id: "4",
  title: {
    en: "What Users put into the products",
    ru: "Что Пользователи размещают в продуктах",
  },
  clauses: [
    {
      id: "4.1.nocontrol",
      text: {
        en: "The Operator does not place the information that Users put into the products, and does not check whether it is accurate or current. This does not release the Operator from correcting or blocking data that prove to be inaccurate.",
        ru: "Оператор не размещает информацию, которую вносят в продукты Пользователи, и не проверяет её достоверность и актуальность. Это не освобождает Оператора от обязанности уточнить или заблокировать данные, оказавшиеся неточными.",
      },
      says: {
        en: "We do not check what users put into the products. If something about you is wrong there, we still put it right.",
        ru: "Мы не проверяем то, что вносят в продукты пользователи. Если о вас там ошибка, мы её всё равно исправим.",
      },
      kind: "liability/declarative",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
    {
      id: "4.1.verify",
      text: {
        en: "Where there is reason to doubt that information is accurate, the Operator may ask the User to confirm it. What is sent as confirmation is used for that alone and is destroyed once the question is settled.",
        ru: "Если есть причина сомневаться в достоверности информации, Оператор вправе попросить Пользователя её подтвердить. Присланное в подтверждение используется только для этого и уничтожается, когда вопрос решён.",
      },
      says: {
        en: "If we doubt that something is right, we may ask you to confirm it. The proof is destroyed afterwards.",
        ru: "Если мы усомнимся в сведениях, то можем попросить их подтвердить. Подтверждение потом уничтожается.",
      },
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "4.2",
      text: {
        en: "A User who gives data about other people warrants that these people have permitted it and accept this Policy. The User states this before the data are taken; without the statement they are refused. The Operator tells these people that it has their data and from whom, as the law demands.",
        ru: "Сообщая данные других людей, Пользователь гарантирует, что получил их разрешение и что они принимают настоящую Политику. Пользователь заявляет об этом до приёма данных; без заявления они не принимаются. Оператор, как того требует закон, извещает этих людей о том, что и от кого он о них получил.",
      },
      says: {
        en: "Give us other people’s data only if they allow it. You say so beforehand, and we let them know.",
        ru: "Сообщайте данные других людей, только если они разрешили. Вы это подтверждаете заранее, а мы их извещаем.",
      },
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "4.3",
      text: {
        en: "Information that a User opens to everybody by a function of a product is not confidential: an unlimited circle of people can see it. Nothing is open until the User opens it; beforehand the product shows who will see it and asks for a separate consent to distribution. The User may close it again at any time.",
        ru: "На информацию, которую Пользователь с помощью функции продукта сделал общедоступной, конфиденциальность не распространяется: её может увидеть неограниченный круг лиц. Пока Пользователь её не открыл, она закрыта; перед этим продукт показывает, кто её увидит, и запрашивает отдельное согласие на распространение. Закрыть её снова можно в любое время.",
      },
      says: {
        en: "What you choose to make public, everybody can see. Nothing is public until you say so, and you can take it back.",
        ru: "То, что вы сами сделали публичным, видят все. До этого всё закрыто, и открытое можно закрыть снова.",
      },
      kind: "consent",
      enforceability: "enforceable",
      kept: { pending: "products" },
    },
  ],
});
