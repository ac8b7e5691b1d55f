import { section } from "./source-text.ts";

/** `consent-offers.ts`: the text of the consent to offers (152-FZ 9(1), 9(4); GDPR 7). */
export function consentFile(): string {
  const text = section("offers", { en: "What I consent to", ru: "На что я даю согласие" }, [
    {
      id: "offers.1",
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["closed-purposes", "separate-documents"] },
      text: {
        en: 'I allow ${operator.legalName} (taxpayer number ${operator.inn}, ${operator.address}) to process my personal data for one purpose: ${consent("offers").purpose}.',
        ru: 'Я разрешаю обрабатывать мои персональные данные следующему лицу: ${operator.legalName} (ИНН ${operator.inn}, ${operator.address}). Цель одна: ${consent("offers").purpose}.',
      },
      says: {
        en: "You allow one thing: that we write to you about offers.",
        ru: "Вы разрешаете одно: присылать вам предложения.",
      },
    },
    {
      id: "offers.2",
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["closed-operations", "declared-attributes"] },
      text: {
        en: 'The data: ${list(consent("offers").attributes)}. What may be done with them, by automated means: ${list(consent("offers").operations)}. They are passed to nobody.',
        ru: 'Данные: ${list(consent("offers").attributes)}. Действия с ними с использованием средств автоматизации: ${list(consent("offers").operations)}. Никому другому данные не передаются.',
      },
      says: {
        en: "Which data that takes, and what is done with them.",
        ru: "Какие данные для этого нужны и что с ними делают.",
      },
      keptBy: {
        en: "An operation or an item that is not named here is refused.",
        ru: "Действие или сведения, не названные здесь, не допускаются.",
      },
    },
    {
      id: "offers.3",
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["address-confirmation"] },
      text: {
        en: 'The consent takes effect when I have confirmed my address by the link that I am sent, and holds until I withdraw it. I may withdraw it at any time, without giving reasons, by the link in every letter that rests on it or by writing to ${emailLink}. Letters then stop at once, and the data kept for this purpose are destroyed ${consent("offers").term}.',
        ru: 'Согласие вступает в силу, когда я подтвержу свой адрес по присланной ссылке, и действует до отзыва. Отозвать его можно в любое время без объяснения причин — по ссылке в каждом письме, которое на нём основано, или письмом на ${emailLink}. После этого письма сразу прекращаются, а данные, хранимые для этой цели, уничтожаются ${consent("offers").term}.',
      },
      says: {
        en: "It counts once you have confirmed your address, and ends when you say so.",
        ru: "Согласие действует после подтверждения адреса и прекращается по вашему слову.",
      },
      keptBy: {
        en: "Until the address is confirmed nothing rests on the consent; a withdrawal ends it in the same moment.",
        ru: "Пока адрес не подтверждён, на согласии ничего не основано; отзыв прекращает его в тот же момент.",
      },
    },
    {
      id: "offers.4",
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["acceptance-is-no-consent"] },
      text: {
        en: "I may refuse. The form is sent and answered all the same.",
        ru: "Я вправе отказаться. Форма всё равно будет отправлена, и на неё ответят.",
      },
      says: {
        en: "You may say no, and nothing changes for you.",
        ru: "Можно отказаться, и ничего для вас не изменится.",
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
