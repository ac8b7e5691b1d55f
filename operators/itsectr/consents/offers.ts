import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

/**
 * The text of one consent and of nothing else (152-FZ 9(1)); beside it stands the box on the form. It says what 9(4)
 * has a consent say, as far as one that is not written by hand and signed can say it: by whom, why, of what, which
 * operations, until when, and how it is withdrawn.
 */
export const consentToOffers = defineSection<FactsOf<typeof promise>>({
  id: "offers",
  title: { en: "What I consent to", ru: "На что я даю согласие" },
  clauses: [
    {
      id: "offers.1",
      kept: { by: ["closed-purposes"] },
      says: {
        en: "With this box you let us write to you about services, offers and promotions, and nothing else.",
        ru: "Этой отметкой вы разрешаете писать вам об услугах, предложениях и акциях — и больше ничего.",
      },
      text: {
        en: ({ operator, consent }) =>
          `Of my own will and in my own interest I consent to ${operator.legalName}, taxpayer number (INN) ${operator.inn}, registration number (OGRN) ${operator.ogrn}, ${operator.address} (the Operator), processing my personal data for one purpose: ${consent("offers").purpose}, in letters sent to me by e-mail.`,
        ru: ({ operator, consent }) =>
          `Свободно, своей волей и в своём интересе я даю согласие на обработку моих персональных данных следующему лицу (далее — Оператор): ${operator.legalName}, ИНН ${operator.inn}, ОГРН ${operator.ogrn}, ${operator.address}. Цель обработки одна: ${consent("offers").purpose} в письмах, направляемых мне по электронной почте.`,
      },
      keptBy: {
        en: "The consent opens this purpose and no other.",
        ru: "Согласие открывает эту цель и никакую другую.",
      },
    },
    {
      id: "offers.2",
      kept: { by: ["closed-purposes"] },
      says: {
        en: "It covers the data listed here and nothing else of what you wrote.",
        ru: "Оно касается только перечисленных здесь данных и ничего другого из написанного вами.",
      },
      text: {
        en: ({ consent, list }) =>
          `My consent covers these data: ${list(consent("offers").attributes)}. It covers nothing else that I write in a form.`,
        ru: ({ consent, list }) =>
          `Согласие распространяется на следующие данные: ${list(consent("offers").attributes)}. Ни на что иное из указанного мной в форме оно не распространяется.`,
      },
      keptBy: {
        en: "An item that is not named here is refused under this purpose.",
        ru: "Сведения, не названные здесь, для этой цели недоступны.",
      },
    },
    {
      id: "offers.3",
      kept: { by: ["closed-operations", "closed-purposes"] },
      says: {
        en: "What may be done with the data stands here in full. They go to nobody else.",
        ru: "Всё, что можно делать с этими данными, перечислено здесь. Больше никто их не получит.",
      },
      text: {
        en: ({ consent, list }) =>
          `With these data the Operator may do the following, by automated means: ${list(consent("offers").operations)}. The Operator passes them to no third party, publishes them nowhere and instructs nobody else to process them.`,
        ru: ({ consent, list }) =>
          `С этими данными Оператор вправе совершать с использованием средств автоматизации следующие действия: ${list(consent("offers").operations)}. Оператор не передаёт их третьим лицам, не распространяет их и никому не поручает их обработку.`,
      },
      keptBy: {
        en: "An operation that is not named here is refused under this purpose.",
        ru: "Действие, не названное здесь, для этой цели не допускается.",
      },
    },
    {
      id: "offers.4",
      kept: { by: ["address-confirmation"] },
      says: {
        en: "It counts once you have confirmed your address, until you take it back.",
        ru: "Оно действует с того момента, как вы подтвердили адрес, и до отзыва.",
      },
      text: {
        en: "My consent takes effect when I confirm my address by the link that I am sent, and holds until I withdraw it.",
        ru: "Согласие вступает в силу, когда я подтвержу свой адрес по присланной мне ссылке, и действует до отзыва.",
      },
      keptBy: {
        en: "Until the address is confirmed nothing may rest on the consent.",
        ru: "До подтверждения адреса на согласии ничего не может быть основано.",
      },
    },
    {
      id: "offers.5",
      kept: { by: ["closed-purposes"] },
      says: {
        en: "You can take it back at any time, by one link. Letters then stop at once.",
        ru: "Отозвать его можно в любое время по одной ссылке. Письма сразу прекратятся.",
      },
      text: {
        en: ({ consent, emailLink, form }) =>
          `I may withdraw it at any time and without giving reasons: by the link in every letter that rests on it, by writing to ${emailLink}, or through the form ${form("feedback").link}. Letters then stop at once, and the data kept for this purpose are destroyed ${consent("offers").term}. What was done before the withdrawal remains lawful.`,
        ru: ({ consent, emailLink, form }) =>
          `Отозвать согласие можно в любое время без объяснения причин: по ссылке в каждом письме, которое на нём основано, письмом на ${emailLink} или через форму ${form("feedback").link}. После этого отправка писем немедленно прекращается, а данные, хранимые для этой цели, уничтожаются ${consent("offers").term}. Сделанное до отзыва остаётся законным.`,
      },
      keptBy: {
        en: "The link asks for no login. From the moment of the withdrawal every use for this purpose is refused.",
        ru: "Ссылка не требует входа. С момента отзыва любое использование для этой цели не допускается.",
      },
    },
    {
      id: "offers.6",
      kept: { by: ["acceptance-is-no-consent"] },
      says: {
        en: "You need not give it. Your message is answered all the same.",
        ru: "Давать его не обязательно. На ваше сообщение ответят в любом случае.",
      },
      text: {
        en: "I may refuse this consent. The form is then sent and answered as it would be otherwise, and accepting the privacy policy does not replace the consent.",
        ru: "Я вправе не давать это согласие. Форма в этом случае отправляется и рассматривается так же, а принятие политики конфиденциальности согласия не заменяет.",
      },
      keptBy: {
        en: "The box stands by itself, unticked; no form requires it, and no consent is derived from an acceptance.",
        ru: "Отметка ставится отдельно и заранее не проставлена; ни одна форма её не требует, а из принятия политики согласие не выводится.",
      },
    },
    {
      id: "offers.7",
      kept: { by: ["old-data-old-scope", "shown-version"] },
      says: {
        en: "If we change this text, what you agreed to stays as it was.",
        ru: "Если мы изменим этот текст, ваше согласие останется прежним.",
      },
      text: {
        en: "If the Operator changes this text, my consent remains what it was under the text that I was shown.",
        ru: "Если Оператор изменит этот текст, моё согласие останется таким, каким было дано при показанном мне тексте.",
      },
      keptBy: {
        en: "The record of a consent names the version and the language of the text that was shown.",
        ru: "В записи о согласии указаны редакция и язык показанного текста.",
      },
    },
  ],
});
