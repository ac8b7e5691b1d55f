import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const additionalTerms = defineSection<FactsOf<typeof promise>>({
  id: "9",
  title: { en: "Additional terms", ru: "Дополнительные условия" },
  clauses: [
    {
      id: "9.1",
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["acceptance-at-first-trace"] },
      says: {
        en: "It holds from your first use of the site, without an end date.",
        ru: "Соглашение действует с вашего первого обращения к сайту и не имеет даты окончания.",
      },
      text: {
        en: "The Agreement takes effect for the User with the first use of the Site and holds indefinitely. This sets no term for the processing of personal data, which the Privacy policy lays down.",
        ru: "Соглашение вступает в силу для Пользователя с момента первого использования Сайта и действует бессрочно. Срока обработки персональных данных это не устанавливает: он определён Политикой конфиденциальности.",
      },
    },
    {
      id: "9.2",
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "We may pass our rights and duties under this agreement on to others without notice. Your data goes along only where the privacy policy allows it.",
        ru: "Мы вправе передать права и обязанности по соглашению другим без уведомления. Ваши данные переходят вместе с ними, только если это допускает политика конфиденциальности.",
      },
      text: {
        en: "The Operator may assign its rights and duties under the Agreement to third parties without notifying the User. Personal data do not pass with them by virtue of the Agreement alone: for that there must be a ground in the Privacy policy.",
        ru: "Оператор вправе передать свои права и обязанности по Соглашению третьим лицам без уведомления Пользователя. Персональные данные не переходят вместе с ними в силу одного лишь Соглашения: для этого необходимо основание, предусмотренное Политикой конфиденциальности.",
      },
    },
    {
      id: "9.3",
      kind: "versioning",
      enforceability: "enforceable",
      kept: { by: ["clause-invalidation"] },
      says: {
        en: "If one provision falls, the others stand.",
        ru: "Если одно условие недействительно, остальные остаются в силе.",
      },
      text: {
        en: "If a provision of the Agreement is found invalid, the other provisions remain in force.",
        ru: "Признание отдельного положения Соглашения недействительным не влечёт недействительности остальных его положений.",
      },
    },
    {
      id: "9.4",
      kind: "consent",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "We may use what you say about us as we like, unless you say otherwise. With your name, only if you have consented to that.",
        ru: "Ваши отзывы мы вправе использовать как угодно, если вы не указали иного. С вашим именем — только с вашего согласия.",
      },
      text: {
        en: "The Operator may use feedback from the User about the Site and the Services without restriction, unless the User has stated otherwise. Feedback is made public together with personal data only with a separate consent to their distribution.",
        ru: "Оператор вправе без ограничений использовать отзывы Пользователя о Сайте и Услугах, если Пользователь не указал иного. Вместе с персональными данными отзыв публикуется только при наличии отдельного согласия на их распространение.",
      },
    },
  ],
});
