import { section } from "./source-text.ts";

/** `consent-offers.ts`: the text of the consent to offers (152-FZ 9(1), 9(4); GDPR 7). */
export function consentFile(): string {
  const text = section("offers", { en: "What I consent to", ru: "На что я даю согласие" }, [
    {
      id: "offers.1",
      text: {
        en: 'I allow ${operator.legalName} (taxpayer number ${operator.inn}, ${operator.address}) to process my personal data for one purpose: ${consent("offers").purpose}.',
        ru: 'Я разрешаю обрабатывать мои персональные данные следующему лицу: ${operator.legalName} (ИНН ${operator.inn}, ${operator.address}). Цель одна: ${consent("offers").purpose}.',
      },
      keptBy: null,
    },
    {
      id: "offers.2",
      text: {
        en: 'The data: ${list(consent("offers").attributes)}. What may be done with them, by automated means: ${list(consent("offers").operations)}. They are passed to nobody.',
        ru: 'Данные: ${list(consent("offers").attributes)}. Действия с ними с использованием средств автоматизации: ${list(consent("offers").operations)}. Никому другому данные не передаются.',
      },
      keptBy: {
        en: "An operation or an item that is not named here is refused.",
        ru: "Действие или сведения, не названные здесь, не допускаются.",
      },
    },
    {
      id: "offers.3",
      text: {
        en: 'The consent takes effect when I have confirmed my address by the link that I am sent, and holds until I withdraw it. I may withdraw it at any time, without giving reasons, by the link in every letter that rests on it or by writing to ${emailLink}. Letters then stop at once, and the data kept for this purpose are destroyed ${consent("offers").term}.',
        ru: 'Согласие вступает в силу, когда я подтвержу свой адрес по присланной ссылке, и действует до отзыва. Отозвать его можно в любое время без объяснения причин — по ссылке в каждом письме, которое на нём основано, или письмом на ${emailLink}. После этого письма сразу прекращаются, а данные, хранимые для этой цели, уничтожаются ${consent("offers").term}.',
      },
      keptBy: {
        en: "Until the address is confirmed nothing rests on the consent; a withdrawal ends it in the same moment.",
        ru: "Пока адрес не подтверждён, на согласии ничего не основано; отзыв прекращает его в тот же момент.",
      },
    },
    {
      id: "offers.4",
      text: {
        en: "I may refuse. The form is sent and answered all the same.",
        ru: "Я вправе отказаться. Форма всё равно будет отправлена, и на неё ответят.",
      },
      keptBy: {
        en: "The box stands by itself, unticked, and no form requires it.",
        ru: "Отметка ставится отдельно, заранее не проставлена и не обязательна ни в одной форме.",
      },
    },
  ]);
  return `import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "./promise.ts";

/** The text of one consent and of nothing else; beside it stands the box on the form. */
export const consentToOffers = ${text}
`;
}
