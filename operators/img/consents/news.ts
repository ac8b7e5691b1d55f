import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

/** The text of one consent and of nothing else (152-FZ 9(1), 15(1); 38-FZ 18(1)). */
export const consentToNews = defineSection<FactsOf<typeof promise>>({
  id: "news",
  title: { en: "What I agree to", ru: "На что я соглашаюсь" },
  clauses: [
    {
      id: "news.1",
      text: {
        en: ({ operator, consent, list }) => {
          const { purpose, attributes } = consent("newsletter");
          return `Freely, of my own will and in my own interest I allow ${operator.legalName}, INN ${operator.inn}, OGRN ${operator.ogrn}, ${operator.address} (the Operator), to process my ${list(attributes)} in order to send me by e-mail: ${purpose}. The consent covers no other data, no other purpose and no other channel.`;
        },
        ru: ({ operator, consent, list }) => {
          const { purpose, attributes } = consent("newsletter");
          return `Свободно, своей волей и в своём интересе я разрешаю обработку моих персональных данных (${list(attributes)}) следующему лицу (далее — Оператор): ${operator.legalName}, ИНН ${operator.inn}, ОГРН ${operator.ogrn}, ${operator.address}. Цель — сообщения по электронной почте: ${purpose}. На иные данные, цели и каналы согласие не распространяется.`;
        },
      },
      says: {
        en: "You allow us one thing: to send you news by e-mail.",
        ru: "Вы разрешаете одно: присылать вам новости по электронной почте.",
      },
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["acceptance-is-no-consent", "closed-purposes"] },
    },
    {
      id: "news.2",
      text: {
        en: ({ consent, list }) =>
          `For this the Operator may, by automated means, perform: ${list(consent("newsletter").operations)}. It gives these data to nobody, publishes them nowhere and instructs nobody with their processing.`,
        ru: ({ consent, list }) =>
          `Для этого Оператор вправе совершать с использованием средств автоматизации следующие действия: ${list(consent("newsletter").operations)}. Оператор никому эти данные не передаёт, нигде их не публикует и никому не поручает их обработку.`,
      },
      says: {
        en: "We do with your address only what it takes to send them. Nobody else gets it.",
        ru: "С вашим адресом мы делаем только нужное для отправки. Другим он не достаётся.",
      },
      kind: "purpose",
      enforceability: "enforceable",
      kept: { by: ["closed-purposes", "closed-operations"] },
    },
    {
      id: "news.3",
      text: {
        en: ({ consent, mail }) =>
          `The consent counts from the moment when I confirm my address, and until I withdraw it. I may do so at any time, giving no reasons: by the link in every such message, or by an e-mail to ${mail.link} with the subject “${mail.title("withdrawal")}” or “${mail.title("opt-out")}”. The messages stop at once, and the data kept for them are destroyed ${consent("newsletter").term}.`,
        ru: ({ consent, mail }) =>
          `Согласие действует с момента, когда я подтвержу свой адрес, и до отзыва. Отозвать его можно в любое время без объяснения причин: по ссылке в каждом таком сообщении или письмом на ${mail.link} с темой «${mail.title("withdrawal")}» либо «${mail.title("opt-out")}». Сообщения прекращаются сразу, а данные, хранимые для них, уничтожаются ${consent("newsletter").term}.`,
      },
      says: {
        en: "It counts once you confirm your address, and until you change your mind.",
        ru: "Согласие действует с подтверждения адреса и пока вы не передумаете.",
      },
      kind: "subject-right",
      enforceability: "enforceable",
      kept: { pending: "services" },
    },
    {
      id: "news.4",
      text: {
        en: "If I do not consent, access to the materials is given to me all the same. To accept the Operator’s policy is not to give this consent, and a new version of this text does not change what I agreed to under the one that I was shown.",
        ru: "Если я не дам согласия, доступ к материалам мне всё равно предоставят. Принятие политики Оператора этого согласия не заменяет, а новая редакция текста не меняет того, на что я согласился при показанной мне редакции.",
      },
      says: {
        en: "Say no, and everything else works as before.",
        ru: "Откажетесь — всё остальное работает как прежде.",
      },
      kind: "consent",
      enforceability: "enforceable",
      kept: { by: ["acceptance-is-no-consent", "old-data-old-scope"] },
    },
  ],
});
