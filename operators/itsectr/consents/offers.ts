import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

/** The text of one consent and of nothing else (152-FZ 9(1)); beside it stands the box on the form. */
export const consentToOffers = defineSection<FactsOf<typeof promise>>({
  id: "offers",
  title: { en: "What I consent to", ru: "На что я даю согласие" },
  clauses: [
    {
      id: "offers.1",
      text: {
        en: ({ operator, purpose }) =>
          `I consent to ${operator.legalName}, ${operator.address}, processing my personal data for this purpose: ${purpose("offers").label}.`,
        ru: ({ operator, purpose }) =>
          `Я даю ${operator.legalName} (${operator.address}) согласие на обработку моих персональных данных для следующей цели: ${purpose("offers").label}.`,
      },
      keptBy: null,
    },
    {
      id: "offers.2",
      text: {
        en: ({ purpose, list }) =>
          `The data are: ${list(purpose("offers").attributes)}. Nothing is sent before I have confirmed my address.`,
        ru: ({ purpose, list }) =>
          `Перечень данных: ${list(purpose("offers").attributes)}. До подтверждения моего адреса ничего не отправляется.`,
      },
      keptBy: null,
    },
    {
      id: "offers.3",
      text: {
        en: "My consent holds until I withdraw it. I can do so at any time by the link in every letter that rests on it; sending then stops at once.",
        ru: "Согласие действует до отзыва. Отозвать его можно в любое время по ссылке в каждом письме, которое на нём основано; отправка прекращается немедленно.",
      },
      keptBy: null,
    },
  ],
});
